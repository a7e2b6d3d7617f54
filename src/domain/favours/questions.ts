import { type DomainError, err, fail } from "../kernel/errors.ts";
import { QUESTIONS_A_SIDE } from "../kernel/limits.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import type { Millis } from "../kernel/time.ts";
import { allows, type Transition } from "../kernel/transitions.ts";
import { type AskedQuestion, questionId, type QuestionState, type Side } from "../records/asked-question.ts";
import { alreadyDone, type Change, decided, type Context, type Decided } from "../records/decision.ts";
import type { Job } from "../records/job.ts";
import type { Offer } from "../records/offer.ts";
import { shouldHold } from "../suspicion/signals.ts";
import { offerChange } from "./changes.ts";
import { forgottenAt } from "./offer-effects.ts";
import { isOpenNow, jobRefusal } from "./job-states.ts";
import { isOfferOver, offerRefusal } from "./offer-states.ts";
import { questionAskedMail, questionRejectedMail } from "./question-mails.ts";

/** What is asked between the two sides of an offer (`docs/rules.md`). */
export const QUESTION_TRANSITIONS: readonly Transition<
  QuestionState,
  "ask" | "approve" | "reject" | "restore"
>[] = [
  ...(["poster", "helper"] as const).flatMap(
    (by) =>
      [
        { from: null, to: "sent", action: "ask", by },
        { from: null, to: "held", action: "ask", by },
      ] as const,
  ),
  { from: "held", to: "sent", action: "approve", by: "moderator" },
  { from: "held", to: "rejected", action: "reject", by: "moderator" },
  // Who wrote it appealed, and was right.
  { from: "rejected", to: "sent", action: "restore", by: "moderator" },
];

/** An offer with its favour. */
interface Asked {
  readonly job: Job;
  readonly offer: Offer;
}

/** Why nothing can be asked about an offer now; null: it can. */
function askRefusal({ job, offer }: Asked, now: Millis): DomainError | null {
  if (offer.state !== "sent") return offerRefusal(offer);
  if (!isOpenNow(job, now)) return jobRefusal(job, now);
  if (isOfferOver(offer, now)) return fail("offerExpired");
  return offer.questionsClosed.length > 0 ? fail("questionsClosed") : null;
}

/** Whether either side can still ask something about an offer. */
export function takesQuestions(asked: Asked, now: Millis): boolean {
  return askRefusal(asked, now) === null;
}

/** Whether this side can still ask something about an offer. */
export function canAsk(asked: Asked, by: Side, now: Millis): boolean {
  return takesQuestions(asked, now) && ofSide(asked.offer, by).length < QUESTIONS_A_SIDE;
}

/** Whether somebody can say that they want no more questions. */
export function canCloseQuestions({ state, questionsClosed }: Offer): boolean {
  return state === "sent" && questionsClosed.length === 0;
}

interface Asking extends Asked {
  readonly by: Side;
  readonly text: string;
  /** Of the form; null: it had none. */
  readonly formId: string | null;
  readonly signals: readonly string[];
}

/**
 * One side asks or answers the other about an offer that waits for an answer: relayed at once, or held for a moderator. It changes nothing
 * of what the poster accepts. Errors: the offer's or the favour's state, `questionsClosed`, `questionsFull`.
 */
export function askQuestion(
  { job, offer, by, text, formId, signals }: Asking,
  context: Context,
): Decided<QuestionState> {
  const own = ofSide(offer, by);
  const before = own.find((question) => formId !== null && question.formId === formId);
  if (before !== undefined) return alreadyDone(before.id, before.state);
  const refusal = askRefusal({ job, offer }, context.now);
  if (refusal !== null) return err(refusal);
  if (own.length >= QUESTIONS_A_SIDE) return err(fail("questionsFull"));
  const question: AskedQuestion = {
    id: questionId(offer.id, by, own.length),
    version: 1,
    state: shouldHold(signals) ? "held" : "sent",
    by,
    text,
    formId,
    signals: [...signals],
    createdAt: context.now,
    reason: null,
    appeal: null,
  };
  const asked = offerChange(offer, { questions: [...offer.questions, question] });
  return decided(question.id, question.state, {
    guards: [unchangedJob(job)],
    changes: [asked.change],
    mails: question.state === "held" ? [] : [questionAskedMail({ question, offer, job })],
  });
}

/** "No quiero más preguntas": from now on neither side asks. Errors: the offer's state. */
export function closeQuestions({
  offer,
  by,
}: {
  readonly offer: Offer;
  readonly by: Side;
}): Decided<"closed"> {
  if (offer.questionsClosed.length > 0) return alreadyDone(offer.id, "closed");
  if (!canCloseQuestions(offer)) return err(offerRefusal(offer));
  return decided(offer.id, "closed", {
    changes: [offerChange(offer, { questionsClosed: [by] }).change],
  });
}

/** One message of an offer, as a moderator decides about it. */
interface Held extends Asked {
  readonly question: AskedQuestion;
}

/** A moderator lets a held message through: it is relayed now. Errors: `questionDecided`, `questionChanged`, those of asking. */
export function approveQuestion(
  { question, offer, job, version }: Held & Pick<Shown, "version">,
  { now }: Context,
): Decided<QuestionState> {
  if (question.state === "sent" || question.appeal?.decided === "won") {
    return alreadyDone(question.id, question.state);
  }
  const refusal = heldRefusal(question, "approve", version) ?? askRefusal({ job, offer }, now);
  if (refusal !== null) return err(refusal);
  const sent = { ...question, version: question.version + 1, state: "sent" as const, signals: [] };
  return decided(question.id, "sent", {
    guards: [unchangedJob(job)],
    changes: [withQuestion(offer, sent)],
    mails: [questionAskedMail({ question: sent, offer, job })],
  });
}

/** A moderator does not let it through; who wrote it is told why. Errors: `questionDecided`, `questionChanged`. */
export function rejectQuestion({
  question,
  offer,
  job,
  version,
  reason,
}: Held & Pick<Shown, "version"> & { readonly reason: string }): Decided<QuestionState> {
  if (question.state === "rejected") return alreadyDone(question.id, question.state);
  const refusal = heldRefusal(question, "reject", version);
  if (refusal !== null) return err(refusal);
  const rejected = { ...question, version: question.version + 1, state: "rejected" as const, reason };
  return decided(question.id, "rejected", {
    changes: [withQuestion(offer, rejected)],
    mails: [questionRejectedMail({ question: rejected, offer, job }, reason)],
  });
}

function heldRefusal(
  question: AskedQuestion,
  action: "approve" | "reject",
  version: number | undefined,
): DomainError | null {
  if (!allows(QUESTION_TRANSITIONS, question.state, action, "moderator")) return fail("questionDecided");
  return readAnother(question, version, "questionChanged");
}

/** The offer with this version of one of its messages. One that has ended is forgotten when it would have been. */
export function withQuestion(offer: Offer, question: AskedQuestion): Change {
  const questions = offer.questions.map((one) => (one.id === question.id ? question : one));
  return offerChange(offer, { questions }, forgottenAt(offer)).change;
}

function ofSide({ questions }: Offer, side: Side): readonly AskedQuestion[] {
  return questions.filter(({ by }) => by === side);
}

export function unchangedJob({ id, version }: Job) {
  return { type: "unchanged", kind: "job", id, version } as const;
}
