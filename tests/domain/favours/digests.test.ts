import { describe, expect, test } from "vitest";
import {
  askForDigest,
  confirmDigest,
  DIGEST_TRANSITIONS,
  nextDigestAt,
  sendDigest,
  unsubscribe,
} from "../../../src/domain/favours/digests.ts";
import { DIGEST_JOBS_MAX, SUBSCRIPTION_LINK_MIN_DAYS } from "../../../src/domain/kernel/digest-limits.ts";
import { DAY, HOUR, MINUTE, madridInstant } from "../../../src/domain/kernel/time.ts";
import { allows } from "../../../src/domain/kernel/transitions.ts";
import type { Decision } from "../../../src/domain/records/decision.ts";
import { DIGEST_STATES, type Digest } from "../../../src/domain/records/digest.ts";
import { aContext, codeOf, outcomeOf } from "../../support/builders/fixtures.ts";
import { digest, idOf, job, NOW } from "../../support/builders/records.ts";

const context = (now = NOW) => ({ ...aContext(), now });

function digestAfter(decision: Decision): Digest {
  const change = decision.changes.find(({ kind }) => kind === "digest");
  if (change?.kind !== "digest" || change.after === null) throw new Error("no alert was changed");
  return change.after;
}

describe("when the next letter is due", () => {
  test.each([
    ["daily", "2026-11-27", "08:59", "2026-11-27"],
    ["daily", "2026-11-27", "09:00", "2026-11-28"],
    ["weekly", "2026-11-27", "10:00", "2026-11-30"],
    ["weekly", "2026-11-30", "08:00", "2026-11-30"],
    ["weekly", "2026-11-30", "09:00", "2026-12-07"],
    // The clocks change on these Sundays.
    ["daily", "2026-10-24", "23:00", "2026-10-25"],
    ["daily", "2027-03-27", "23:00", "2027-03-28"],
  ] as const)("%s, asked on %s at %s: %s at nine", (frequency, day, time, due) => {
    expect(nextDigestAt(frequency, madridInstant(day, time))).toBe(madridInstant(due, "09:00"));
  });
});

describe("what a letter tells of", () => {
  const due = digest({ toldUntil: NOW - DAY, dueAt: NOW });
  const at = (id: number, publishedAt: number) => job({ id: idOf(id), publishedAt });
  const idsOf = (jobs: Parameters<typeof sendDigest>[0]["jobs"], record = due) => {
    const { decision } = outcomeOf(sendDigest({ digest: record, jobs, isSilenced: false }, context()));
    const [mail] = decision.mails;
    return mail?.name === "digest" ? mail.data.ids : [];
  };

  test("is what was published since the last one, no example, and nothing of this minute", () => {
    const jobs = [
      at(1, NOW - 1000),
      at(2, NOW - MINUTE),
      { ...at(3, NOW - HOUR), example: true },
      at(4, NOW - DAY + 1),
      at(5, NOW - DAY),
    ];
    expect(idsOf(jobs)).toEqual([idOf(2), idOf(4)]);
  });

  test("no favour stands in two letters, however often they leave", () => {
    const jobs = Array.from({ length: 200 }, (_, n) => at(n, NOW + n * 20 * MINUTE));
    let record = digest({ toldUntil: NOW - 1, dueAt: nextDigestAt("daily", NOW) });
    const told: string[] = [];
    for (let now = NOW; now < NOW + 4 * DAY; now += 7 * MINUTE) {
      const shown = jobs.filter(({ publishedAt }) => (publishedAt ?? 0) <= now).reverse();
      const outcome = outcomeOf(
        sendDigest({ digest: record, jobs: shown.slice(0, 1000), isSilenced: false }, context(now)),
      );
      if (outcome.alreadyDone) continue;
      const [mail] = outcome.decision.mails;
      if (mail?.name === "digest") {
        expect(mail.data.ids.length).toBeLessThanOrEqual(DIGEST_JOBS_MAX);
        told.push(...mail.data.ids);
      }
      record = digestAfter(outcome.decision);
    }
    expect(new Set(told).size).toBe(told.length);
  });

  test("is nothing where nobody can be written to, and that is not told later", () => {
    const silenced = sendDigest({ digest: due, jobs: [at(1, NOW - HOUR)], isSilenced: true }, context());
    const { decision } = outcomeOf(silenced);
    expect(decision.mails).toEqual([]);
    expect(idsOf([at(1, NOW - HOUR)], { ...digestAfter(decision), dueAt: NOW })).toEqual([]);
  });
});

describe("the link of each letter", () => {
  const linkOf = (expiresAt: number) => {
    const record = digest({
      toldUntil: NOW - DAY,
      dueAt: NOW,
      link: { id: idOf(77), version: 1, expiresAt },
    });
    const asked = { digest: record, jobs: [job({ publishedAt: NOW - HOUR })], isSilenced: false };
    return digestAfter(outcomeOf(sendDigest(asked, context())).decision).link;
  };

  test("is the one of the last while it has long enough to live, and then a new one", () => {
    const long = NOW + (SUBSCRIPTION_LINK_MIN_DAYS + 1) * DAY;
    expect(linkOf(long)).toEqual({ id: idOf(77), version: 1, expiresAt: long });
    const fresh = linkOf(NOW + SUBSCRIPTION_LINK_MIN_DAYS * DAY);
    expect(fresh?.id).not.toBe(idOf(77));
    expect(fresh?.expiresAt).toBeGreaterThan(long);
  });
});

describe("its states", () => {
  test.each(DIGEST_STATES)("what can be done to one that is %s is what the table says", (state) => {
    const record = digest({ state, asked: "daily" });
    const about = {
      id: record.id,
      email: "x@example.org",
      address: "hash",
      filter: "",
      frequency: "daily",
    } as const;
    const confirmed = confirmDigest({ digest: record }, context());
    expect(confirmed.ok).toBe(allows(DIGEST_TRANSITIONS, state, "confirm", "subscriber"));
    if (!confirmed.ok) expect(codeOf(confirmed)).toBe("digestOff");
    const ended = outcomeOf(unsubscribe({ digest: record }, context()));
    expect(ended.alreadyDone !== true).toBe(allows(DIGEST_TRANSITIONS, state, "unsubscribe", "subscriber"));
    // Whoever asks for one that is on changes nothing of it before the link is used.
    const asked = digestAfter(outcomeOf(askForDigest({ ...about, before: record }, context())).decision);
    expect(asked.state).toBe(state === "on" ? "on" : "unconfirmed");
    if (state === "on") expect(asked).toEqual({ ...record, version: record.version + 1, asked: "daily" });
  });
});
