import { err, fail } from "../kernel/errors.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { isAppealed, lostAppeal, wonAppeal } from "../records/appeal.ts";
import { type AppealAbout, appealDecidedMail } from "../records/appeal-mails.ts";
import type { AskedQuestion, QuestionState } from "../records/asked-question.ts";
import { alreadyDone, type Context, type Decided, decided } from "../records/decision.ts";
import type { Job } from "../records/job.ts";
import type { Offer } from "../records/offer.ts";
import { askerOf, questionAskedMail } from "./question-mails.ts";
import { takesQuestions, unchangedJob, withQuestion } from "./questions.ts";

/** One message of an offer. */
interface Said {
  readonly question: AskedQuestion;
  readonly offer: Offer;
  readonly job: Job;
}

/** Whether a moderator did not let a message through. */
export function isAgainstQuestion({ state, reason }: AskedQuestion): boolean {
  return state === "rejected" && reason !== null;
}

/** Who wrote it asks for another look, once. Errors: `appealUsed`, `questionDecided`. */
export function appealQuestion(
  { question, offer, text }: Pick<Said, "question" | "offer"> & { readonly text: string },
  { now }: Pick<Context, "now">,
): Decided<QuestionState> {
  if (isAppealed(question)) return alreadyDone(question.id, question.state);
  if (question.appeal !== null) return err(fail("appealUsed"));
  if (!isAgainstQuestion(question)) return err(fail("questionDecided"));
  const appeal = { text, at: now, decided: null };
  const appealed = { ...question, version: question.version + 1, appeal };
  return decided(question.id, question.state, { changes: [withQuestion(offer, appealed)] });
}

/**
 * The appeal is right: the message is relayed, if its offer still takes any; if not, who wrote it is told that it comes too late. Errors:
 * `questionDecided`, `questionChanged`.
 */
export function grantQuestionAppeal(
  { question, offer, job, version }: Said & Pick<Shown, "version">,
  { now }: Pick<Context, "now">,
): Decided<QuestionState> {
  if (!isAppealed(question)) return err(fail("questionDecided"));
  const another = readAnother(question, version, "questionChanged");
  if (another !== null) return err(another);
  const isTooLate = !takesQuestions({ job, offer }, now);
  const granted: AskedQuestion = {
    ...question,
    version: question.version + 1,
    appeal: wonAppeal(question),
    reason: null,
    ...(!isTooLate && { state: "sent", signals: [] }),
  };
  const about = aboutQuestion({ question: granted, offer, job });
  return decided(question.id, granted.state, {
    guards: [unchangedJob(job)],
    changes: [withQuestion(offer, granted)],
    mails: [
      appealDecidedMail({ ...about, isTooLate }, "won", null),
      ...(isTooLate ? [] : [questionAskedMail({ question: granted, offer, job })]),
    ],
  });
}

/** What was decided stands, and who wrote it is told why. Errors: `questionDecided`, `questionChanged`. */
export function refuseQuestionAppeal({
  question,
  offer,
  job,
  version,
  reason,
}: Said & Pick<Shown, "version"> & { readonly reason: string }): Decided<QuestionState> {
  if (question.appeal?.decided === "lost") return alreadyDone(question.id, question.state);
  if (!isAppealed(question)) return err(fail("questionDecided"));
  const another = readAnother(question, version, "questionChanged");
  if (another !== null) return err(another);
  const refused = { ...question, version: question.version + 1, appeal: lostAppeal(question), reason };
  return decided(question.id, question.state, {
    changes: [withQuestion(offer, refused)],
    mails: [appealDecidedMail(aboutQuestion({ question: refused, offer, job }), "lost", reason)],
  });
}

function aboutQuestion({ question, offer, job }: Said): AppealAbout {
  const { id, version, by } = question;
  const standsIn = by === "poster" ? job.id : offer.id;
  return {
    kind: "question",
    id,
    version,
    standsIn,
    title: job.title,
    to: askerOf({ question, offer, job }).email,
  };
}
