import { expect, it } from "vitest";
import { answersCounter, type CommitResult, type Decision } from "../../src/domain/records/decision.ts";
import { DAY } from "../../src/domain/kernel/time.ts";
import {
  comment,
  decision,
  idOf,
  job,
  mail,
  newJob,
  newOffer,
  next,
  NOW,
  offer,
  saved,
} from "../support/builders/records.ts";
import { describeOnBoth } from "../support/host/transports.ts";

function numberOf(results: readonly CommitResult[], status: CommitResult["status"]): number {
  return results.filter((result) => result.status === status).length;
}

describeOnBoth("many at the same moment", (transport) => {
  it("50 offers accepted at once: one wins, the others are told, and nothing of theirs is stored", async () => {
    const store = await transport.freshStore();
    const asked = job({ hasOffers: true });
    const offers = Array.from({ length: 50 }, (_, n) => offer({ id: idOf(1000 + n), createdAt: NOW + n }));
    await store.commit(saved(newJob(asked), ...offers.map(newOffer)), NOW);
    const { seen } = await store.offersOf(asked.id, NOW);
    const acceptances: Decision[] = offers.map((accepted, n) =>
      decision({
        guards: [{ type: "offersSeen", jobId: asked.id, seen }],
        changes: [
          {
            kind: "job",
            before: asked,
            after: next(asked, { state: "assigned", assignedOffer: accepted.id }),
          },
          ...offers.map((one) => ({
            kind: "offer" as const,
            before: one,
            after: next(one, { state: one === accepted ? "accepted" : "standby" }),
          })),
        ],
        mails: [mail(10_000 + n), mail(20_000 + n)],
      }),
    );
    const results = await Promise.all(acceptances.map((acceptance) => store.commit(acceptance, NOW)));
    expect(numberOf(results, "committed")).toBe(1);
    expect(numberOf(results, "conflict")).toBe(49);
    const winner = results.findIndex(({ status }) => status === "committed");
    const stored = await store.jobWithOffers(asked.id);
    expect(stored?.job.assignedOffer).toBe(offers[winner]?.id);
    const states = (await store.offersOf(asked.id, NOW)).offers.map(({ state }) => state);
    expect(states.filter((state) => state === "accepted")).toHaveLength(1);
    expect(states.filter((state) => state === "standby")).toHaveLength(49);
    expect(await store.dueMails(NOW, 100)).toEqual([mail(10_000 + winner).id, mail(20_000 + winner).id]);
  });

  it("the same form 20 times at once: one record and one mail; every answer is the first one's", async () => {
    const store = await transport.freshStore();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) => {
        const form = decision({ changes: [newJob(job({ id: idOf(n) }))], mails: [mail(n)] });
        return store.commit(form, NOW, { key: "the-form", answer: idOf(n), keepFor: DAY });
      }),
    );
    expect(numberOf(results, "committed")).toBe(1);
    expect(numberOf(results, "repeated")).toBe(19);
    const winner = idOf(results.findIndex(({ status }) => status === "committed"));
    for (const result of results) {
      if (result.status === "repeated") expect(result.answer).toBe(winner);
    }
    const ids = Array.from({ length: 20 }, (_, n) => idOf(n));
    const records = await store.readMany("job", ids);
    expect(records.filter((record) => record !== null).map(({ id }) => id)).toEqual([winner]);
    expect(await store.dueMails(NOW, 100)).toHaveLength(1);
  });

  it("a counter never passes its limit", async () => {
    const store = await transport.freshStore();
    const counter = "offers-of-day:somebody:2026-05-04";
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        store.commit(
          decision({
            guards: [{ type: "atMost", counter, max: 9 }],
            changes: [newOffer(offer({ id: idOf(1000 + n) }))],
            counts: [{ counter, by: 1, forgetAt: NOW + DAY }],
          }),
          NOW,
        ),
      ),
    );
    expect(numberOf(results, "committed")).toBe(10);
    expect(results.filter((result) => result.status === "limit").map((result) => result.counter)).toEqual(
      Array.from({ length: 30 }, () => counter),
    );
    expect((await store.offersOf(job().id, NOW)).offers).toHaveLength(10);
  });

  it("an offer withdrawn while it is accepted: whichever comes first holds", async () => {
    const store = await transport.freshStore();
    const [asked, sent] = [job(), offer()];
    await store.commit(saved(newJob(asked), newOffer(sent)), NOW);
    const { seen } = await store.offersOf(asked.id, NOW);
    const results = await Promise.all([
      store.commit(saved({ kind: "offer", before: sent, after: next(sent, { state: "withdrawn" }) }), NOW),
      store.commit(
        decision({
          guards: [{ type: "offersSeen", jobId: asked.id, seen }],
          changes: [
            { kind: "job", before: asked, after: next(asked, { state: "assigned" }) },
            { kind: "offer", before: sent, after: next(sent, { state: "accepted" }) },
          ],
        }),
        NOW,
      ),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["committed", "conflict"]);
  });

  it("a comment is changed by its browser while it is answered: an answer that came first is seen in the commit", async () => {
    const store = await transport.freshStore();
    const written = comment({ state: "approved", publishedAt: NOW });
    const answer = comment({ id: idOf(2), parent: written.id, root: written.id, publishedAt: NOW });
    await store.commit(saved({ kind: "comment", before: null, after: written }), NOW);
    const edit = (text: string, before = written): Decision =>
      decision({
        guards: [{ type: "atMost", counter: answersCounter(written.id), max: 0 }],
        changes: [{ kind: "comment", before, after: next(before, { text }) }],
      });
    const [edited, answered] = await Promise.all([
      store.commit(edit("Antes."), NOW),
      store.commit(saved({ kind: "comment", before: null, after: answer }), NOW),
    ]);
    expect(answered.status).toBe("committed");
    expect(["committed", "limit"]).toContain(edited.status);

    const now = await store.read("comment", written.id);
    if (now === null) throw new Error("the comment is gone");
    const late = await store.commit(edit("Después.", now), NOW);
    expect(late).toEqual({ status: "limit", counter: answersCounter(written.id) });
    const taken = { kind: "comment", before: answer, after: next(answer, { state: "deleted" }) } as const;
    await store.commit(saved(taken), NOW);
    expect((await store.commit(edit("Y otra vez.", now), NOW)).status).toBe("committed");
  });
});
