import { describe, expect, test } from "vitest";
import { confirmJob } from "../../../src/domain/favours/asking.ts";
import { correctJob, correctOffer } from "../../../src/domain/favours/correcting.ts";
import { correctComment } from "../../../src/domain/comments/changing.ts";
import { parseJobEdit } from "../../../src/domain/favours/job-form.ts";
import { HOUR } from "../../../src/domain/kernel/time.ts";
import type { Job } from "../../../src/domain/records/job.ts";
import {
  NOW,
  aComment,
  aContext,
  aJob,
  anOffer,
  codeOf,
  commentAfter,
  jobAfter,
  mailsOf,
  offerAfter,
  outcomeOf,
} from "../../support/builders/fixtures.ts";

function editOf(job: Job, values: Record<string, string>) {
  const parsed = parseJobEdit(values, job, NOW);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

const LATER = aContext({ now: NOW + HOUR });

describe("correcting before confirming", () => {
  const job = aJob({ state: "unconfirmed", createdAt: NOW, signals: ["stampMissing"] });
  const edit = editOf(job, { title: "Otro título bien puesto", deadline: "2026-06-20" });

  test("changes the favour that waits, tells nobody and forgets it no later", () => {
    const corrected = outcomeOf(correctJob({ job, edit, signals: ["link"], version: job.version }, LATER));
    expect(jobAfter(corrected)).toMatchObject({
      state: "unconfirmed",
      title: "Otro título bien puesto",
      deadline: "2026-06-20",
      version: job.version + 1,
      signals: ["stampMissing", "link"],
    });
    expect(corrected.decision.changes).toMatchObject([{ forgetAt: NOW + 48 * HOUR }]);
    expect(mailsOf(corrected)).toEqual([]);
  });

  test("is done already when nothing is different", () => {
    const same = outcomeOf(correctJob({ job, edit: editOf(job, {}), signals: [] }, LATER));
    expect(same.alreadyDone).toBe(true);
  });

  test("is over once it is confirmed, and knows the version that was read", () => {
    const open = { ...job, state: "open" as const };
    expect(codeOf(correctJob({ job: open, edit, signals: [] }, LATER))).toBe("jobOpen");
    expect(codeOf(correctJob({ job, edit, signals: [], version: 9 }, LATER))).toBe("jobChanged");
    expect(codeOf(confirmJob({ job, version: 9 }, LATER))).toBe("jobChanged");
    expect(confirmJob({ job, version: job.version }, LATER).ok).toBe(true);
  });

  test("does the same for an offer", () => {
    const offer = anOffer(job, { state: "unconfirmed", createdAt: NOW });
    const change = { message: "Puedo el sábado por la mañana.", reward: null, name: "Ana", phone: null };
    const corrected = outcomeOf(correctOffer({ offer, edit: change, signals: [] }, LATER));
    expect(offerAfter(corrected, offer.id)).toMatchObject({ state: "unconfirmed", message: change.message });
    expect(corrected.decision.changes).toMatchObject([{ forgetAt: NOW + 48 * HOUR }]);
    const sent = { ...offer, state: "sent" as const };
    expect(codeOf(correctOffer({ offer: sent, edit: change, signals: [] }, LATER))).toBe("offerSent");
  });

  test("does the same for a comment", () => {
    const comment = aComment({ state: "unconfirmed", createdAt: NOW });
    const corrected = outcomeOf(correctComment({ comment, text: "Mejor así.", signals: [] }, LATER));
    expect(commentAfter(corrected)).toMatchObject({ state: "unconfirmed", text: "Mejor así." });
    expect(corrected.decision.changes).toMatchObject([{ forgetAt: NOW + 48 * HOUR }]);
    const held = { ...comment, state: "held" as const };
    expect(codeOf(correctComment({ comment: held, text: "x", signals: [] }, LATER))).toBe("commentHeld");
  });
});
