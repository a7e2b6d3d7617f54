import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import type { RedisClient } from "../../src/store/redis/client.ts";
import { HOUR } from "../../src/domain/kernel/time.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { COMMENT, COMMENTER, HELPER, JOB, MESSAGE, OFFER, POSTER } from "../support/site/forms.ts";
import { createTestSite, MODERATOR } from "../support/site/test-site.ts";
import { tellNow } from "../support/site/moderating.ts";

/** The bar of the specification for deciding and committing one write. */
const MOST_ROUND_TRIPS = 3;

// A visitor has letters sent to five mailboxes an hour, and each gets five: so there are several people, and hours go by.
const OTHER_HELPER = "noa@example.org";
const HELD_POSTER = "iker@example.org";
const HELD_HELPER = "eva@example.org";
const REMEMBER = { action: "confirm", remember: "on" };
/** Held when it is confirmed, so that a moderator decides. */
const SUSPICIOUS = { description: "Gana dinero fácil: te pagamos por likes, escríbeme y te lo cuento todo." };

/**
 * Counts how many trips to the store had to wait for one another: what is asked at the same time is one. Scripts that Redis
 * has not seen yet take one more, once after it starts, so each write is made twice.
 */
function countingTrips(client: RedisClient): { client: RedisClient; trips(): number; restart(): void } {
  let done = 0;
  const counted = async <T>(question: () => Promise<T>): Promise<T> => {
    const trip = done + 1;
    const answer = await question();
    // The embedded store answers at once; a network would not, and what was asked meanwhile is on the same trip.
    await nextTurn();
    done = Math.max(done, trip);
    return answer;
  };
  const counting: RedisClient = {
    locking: client.locking,
    run: (command) => counted(() => client.run(command)),
    runAll: (commands) => counted(() => client.runAll(commands)),
  };
  return { client: counting, trips: () => done, restart: () => (done = 0) };
}

describeOnBoth("a write takes three round trips at most", (transport) => {
  it("until it is decided and committed, whatever it is", async () => {
    const { client, trips, restart } = countingTrips(await transport.freshClient());
    const site = await createTestSite({ store: createStore(client, "embedded") });
    const beforeMails: number[] = [];
    const { deliver } = site.services.outbox;
    site.services.outbox.deliver = (ids) => {
      // What the moderators are told afterwards leaves by itself.
      if (beforeMails.length < writes) beforeMails.push(trips());
      return deliver(ids);
    };
    let last = "";
    let writes = 0;
    const send = async (path: string, fields: Record<string, string>) => {
      restart();
      writes += 1;
      const { status, body } = await site.send(path, { ...fields, formId: crypto.randomUUID() });
      expect(status, `${path} ${fields["action"] ?? ""}`).toBeLessThan(300);
      if (typeof body["id"] === "string") last = body["id"];
    };
    const act = async (to: string, fields: Record<string, string>) => {
      if (to === MODERATOR) await tellNow(site);
      await send(`/api/links/${site.token(to)}`, fields);
    };

    for (let round = 0; round < 2; round += 1) {
      if (round === 1) writes = beforeMails.length = 0;
      site.clock.now += HOUR;
      await send("/api/contact", MESSAGE);
      await send("/api/votes", { question: "cuanto-cuesta", value: "no", text: `Falta algo, ${round}` });
      await send("/api/jobs", JOB);
      const job = last;
      await act(POSTER, REMEMBER);
      await send(`/api/jobs/${job}/offers`, OFFER);
      const offer = last;
      await act(HELPER, REMEMBER);
      await act(POSTER, { action: "accept", offer });
      await act(HELPER, { action: "dropOut", reason: "Me ha surgido un viaje." });
      await send(`/api/jobs/${job}/offers`, { ...OFFER, email: OTHER_HELPER });
      await act(OTHER_HELPER, { action: "confirm" });
      await act(OTHER_HELPER, { action: "withdraw" });
      await send(`/api/jobs/${job}/offers`, OFFER);
      const again = last;
      await act(HELPER, { action: "confirm" });
      await act(POSTER, { action: "accept", offer: again });
      await act(HELPER, { action: "deliver" });
      await act(POSTER, { action: "complete" });
      await send("/api/comments", COMMENT);
      const comment = last;
      await act(COMMENTER, REMEMBER);
      if (round === 0) await act(MODERATOR, { action: "approve" });
      site.clock.now += HOUR;
      await send("/api/jobs", { ...JOB, ...SUSPICIOUS, email: HELD_POSTER });
      const held = last;
      await act(HELD_POSTER, { action: "confirm" });
      await act(MODERATOR, { action: "approve" });
      await send(`/api/jobs/${held}/offers`, { ...OFFER, email: HELD_HELPER });
      await act(HELD_HELPER, { action: "confirm" });
      await act(HELD_POSTER, { ...JOB, action: "edit" });
      await act(HELD_HELPER, { action: "reconfirm" });
      await act(HELD_HELPER, { ...OFFER, action: "edit", message: "Lo hago el jueves por la tarde." });
      await act(HELD_HELPER, { action: "erase" });
      await act(HELD_POSTER, { action: "withdraw", reason: "ya-no" });
      await send("/api/jobs", { ...JOB, ...SUSPICIOUS, email: HELD_POSTER });
      await act(HELD_POSTER, { action: "confirm" });
      await act(MODERATOR, { action: "reject", reason: "Pide dinero por adelantado." });
      await send("/api/comments", { ...COMMENT, parent: comment });
      await act(COMMENTER, { action: "confirm" });
    }
    expect(beforeMails).toHaveLength(writes);
    expect(Math.max(...beforeMails)).toBeLessThanOrEqual(MOST_ROUND_TRIPS);
    expect(Math.min(...beforeMails)).toBeGreaterThan(0);
    site.stop();
  });
});
