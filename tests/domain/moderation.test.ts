import { describe, expect, test } from "vitest";
import { BLOCK_DAYS, TRUST_DAYS } from "../../src/domain/kernel/limits.ts";
import { DAY } from "../../src/domain/kernel/time.ts";
import { moderationFigures } from "../../src/domain/moderation/figures.ts";
import { blockMailbox, isBlocked, isTrusted, trustAddress } from "../../src/domain/moderation/trust.ts";
import { waitingOfComment, waitingOfJob, waitingRef } from "../../src/domain/moderation/waiting.ts";
import type { Address } from "../../src/domain/records/address.ts";
import type { LogEntry } from "../../src/domain/records/log-entry.ts";
import { KNOWN_ADDRESS, NOW } from "../support/builders/fixtures.ts";
import { comment, idOf, job } from "../support/builders/records.ts";

const THING = idOf(1);
const AT = { now: NOW, email: "ana@example.com" };
const desk = (writer: Address | null, mailbox: Address | null, own = "box") => ({
  moderator: "mod",
  writer: { id: "hash", address: writer },
  mailbox: { id: own, address: mailbox },
  verdict: null,
  open: null,
  mask: (text: string) => text,
  wordsOf: (reason: string) => reason,
});

function changesOf(decided: ReturnType<typeof trustAddress> | ReturnType<typeof blockMailbox>) {
  if (!decided.ok) throw new Error("it never fails");
  return decided.value.decision.changes.map(({ after }) => after);
}

describe("trust and blocks", () => {
  test("an address that nothing is known of yet gets a record that is forgotten with its trust", () => {
    const [after] = changesOf(trustAddress(THING, desk(null, null), AT));
    expect(after).toMatchObject({ id: "hash", trustedUntil: NOW + TRUST_DAYS * DAY });
  });

  test("a block holds the mailbox and ends the trust of the address", () => {
    const trusted = { ...KNOWN_ADDRESS, id: "hash", trustedUntil: NOW + DAY };
    const after = changesOf(blockMailbox(THING, desk(trusted, null), AT));
    expect(after).toMatchObject([
      { id: "box", blockedUntil: NOW + BLOCK_DAYS * DAY },
      { id: "hash", trustedUntil: null },
    ]);
  });

  test("trust ends the block of its mailbox, whether both are one record or two", () => {
    const blocked = { ...KNOWN_ADDRESS, id: "box", blockedUntil: NOW + DAY };
    expect(changesOf(trustAddress(THING, desk(null, blocked), AT))).toMatchObject([
      { id: "hash" },
      { id: "box", blockedUntil: null },
    ]);
    const both = { ...blocked, id: "hash" };
    expect(changesOf(trustAddress(THING, desk(both, both, "hash"), AT))).toMatchObject([
      { id: "hash", blockedUntil: null, trustedUntil: NOW + TRUST_DAYS * DAY },
    ]);
  });

  test("whoever is blocked is told until when, each time anew", () => {
    const blocked = { ...KNOWN_ADDRESS, id: "box", version: 4, blockedUntil: NOW + DAY };
    const ids = [null, blocked].map((mailbox) => {
      const decided = blockMailbox(THING, desk(null, mailbox), AT);
      if (!decided.ok) throw new Error("it never fails");
      const [mail, ...more] = decided.value.decision.mails;
      expect(more).toEqual([]);
      expect(mail).toMatchObject({ to: AT.email, data: { blockedUntil: NOW + BLOCK_DAYS * DAY } });
      return mail?.id;
    });
    expect(new Set(ids).size).toBe(2);
  });

  test("each ends by itself", () => {
    const known = { ...KNOWN_ADDRESS, trustedUntil: NOW, blockedUntil: NOW };
    expect([isTrusted(known, NOW), isBlocked(known, NOW)]).toEqual([true, true]);
    expect([isTrusted(known, NOW + 1), isBlocked(known, NOW + 1)]).toEqual([false, false]);
    expect([isTrusted(null, NOW), isBlocked(null, NOW)]).toEqual([false, false]);
  });
});

describe("what waits", () => {
  test("is what is held, and a reward that is missed; its name can be read back", () => {
    const held = job({ state: "held", signals: ["link"] });
    const missed = job({
      state: "done",
      assignedOffer: idOf(9),
      missingReward: { state: "claimed", reason: "No llega", at: NOW },
    });
    const members = [
      ...waitingOfJob(held),
      ...waitingOfJob(missed),
      ...waitingOfComment(comment({ state: "held" })),
    ].map(({ member }) => member);
    expect(members.map((member) => waitingRef(member)?.kind)).toEqual(["job", "missing", "comment"]);
    expect(waitingRef(members[1] ?? "")).toEqual({ kind: "missing", jobId: missed.id, id: idOf(9) });
    expect(waitingOfJob(job({ state: "open" }))).toEqual([]);
    expect(waitingOfComment(comment({ state: "approved" }))).toEqual([]);
    expect(waitingRef("later kind")).toBeNull();
  });
});

describe("public figures", () => {
  const entry = (action: string, waited: number | null): LogEntry => ({
    id: THING,
    version: 1,
    at: NOW,
    by: "mod",
    kind: "comment",
    thing: THING,
    action,
    reason: null,
    address: "hash",
    waited,
  });

  test("count what was decided about texts, and the middle of how long it took", () => {
    const entries = [
      entry("approve", 10),
      entry("approve", 30),
      entry("spam", 20),
      entry("hide", null),
      entry("restore", null),
      entry("block", null),
      { ...entry("approve", 20), appeal: "won" },
      { ...entry("reject", 20), appeal: "lost" },
    ] satisfies LogEntry[];
    expect(moderationFigures(entries)).toEqual({
      reviewed: 4,
      published: 2,
      notPublished: 2,
      restored: 1,
      appeals: { decided: 2, won: 1 },
      medianWait: 20,
    });
    expect(moderationFigures([]).medianWait).toBeNull();
  });
});
