import type { Decision } from "../../../src/domain/records/decision.ts";
import { commitSteps } from "../../../src/store/commit.ts";
import { comment, decision, job, mail, newComment, newJob, newOffer, NOW, offer } from "./records.ts";

export const ASKED = job();
/** What visitors write, with the mail that goes with it. */
export const WRITTEN = {
  favour: decision({ changes: [newJob(ASKED)], mails: [mail()] }),
  offer: decision({ changes: [newOffer(offer())], mails: [mail(2)] }),
  comment: decision({ changes: [newComment(comment({ state: "approved" }))], mails: [mail(3)] }),
};

/** What a write costs whoever bills by commands and bytes: the same on every machine. */
export function costOf(written: Decision): {
  readonly keys: number;
  readonly steps: number;
  readonly bytes: number;
} {
  const { guards, writes } = commitSteps(written, NOW);
  const steps = [...guards, ...writes];
  return {
    keys: new Set(steps.flatMap(({ keys }) => keys)).size,
    steps: steps.length,
    bytes: Buffer.byteLength(JSON.stringify(steps)),
  };
}
