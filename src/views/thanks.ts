import { thanksBy } from "../domain/favours/thanks.ts";
import { thankerOf } from "../domain/favours/thanks-mails.ts";
import { otherSide } from "../domain/favours/question-mails.ts";
import type { Side } from "../domain/records/asked-question.ts";
import type { Job } from "../domain/records/job.ts";
import type { ThankYou } from "../domain/records/thank-you.ts";
import { maskContactData } from "../language/contact-data.ts";
import { publicName, type PublicThanks } from "./public-view.ts";

/** What both sides of a favour agreed to have published. */
export function publicThanks(job: Job): PublicThanks[] {
  if (job.state !== "done") return [];
  return job.thanks
    .filter(({ state }) => state === "published")
    .map((thanks) => ({
      id: thanks.id,
      by: thanks.by,
      name: publicName(thankerOf({ thanks, job })),
      text: maskContactData(thanks.text),
    }));
}

/** The same as one of the two sides may read it. */
export interface OwnThanks {
  /** What this side wrote, as it was typed. */
  readonly own: ThankYou | null;
  /** What the other wrote once it was let through, without contact data. */
  readonly other: ThankYou | null;
}

export function thanksFor(job: Job, side: Side): OwnThanks {
  const other = thanksBy(job, otherSide(side));
  const isRead =
    other !== undefined && other.state !== "held" && !(other.state === "withheld" && other.reason);
  return {
    own: thanksBy(job, side) ?? null,
    other: isRead
      ? { ...other, text: maskContactData(other.text), signals: [], reason: null, appeal: null }
      : null,
  };
}
