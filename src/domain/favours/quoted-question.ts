import { NOBODY } from "../people/person.ts";
import { type AskedQuestion, offerOfQuestion } from "../records/asked-question.ts";
import type { Job } from "../records/job.ts";
import type { Offer } from "../records/offer.ts";
import type { Report } from "../records/report.ts";

/**
 * A reported message whose offer is gone, as the report still has it: a moderator can decide about the report. Null: it is about no message.
 * Nothing of it is ever stored.
 */
export function quotedQuestion({ about, quote, createdAt }: Report, job: Job) {
  if (quote === null) return null;
  const question: AskedQuestion = {
    id: about.id,
    version: 1,
    state: "sent",
    ...quote,
    formId: null,
    signals: [],
    createdAt,
    reason: null,
    appeal: null,
  };
  const offer: Offer = {
    id: offerOfQuestion(about.id),
    version: 1,
    jobId: job.id,
    jobRevision: job.revision,
    state: "withdrawn",
    message: "",
    reward: null,
    standing: false,
    helper: NOBODY,
    createdAt,
    sentAt: null,
    expiresAt: createdAt,
    closedAt: createdAt,
    signals: [],
    reason: null,
    appeal: null,
    questions: [],
    questionsClosed: [],
    sameSince: null,
  };
  return { kind: "question", question, offer, job } as const;
}
