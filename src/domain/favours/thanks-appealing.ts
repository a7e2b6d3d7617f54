import { err, fail } from "../kernel/errors.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { isAppealed, lostAppeal, wonAppeal } from "../records/appeal.ts";
import { type AppealAbout, appealDecidedMail } from "../records/appeal-mails.ts";
import { alreadyDone, type Context, type Decided, decided } from "../records/decision.ts";
import type { Job } from "../records/job.ts";
import type { ThankYou, ThankYouState } from "../records/thank-you.ts";
import { jobTags } from "./job-states.ts";
import { changedThanks, withThanks } from "./thanks.ts";
import { thankerOf, thankerLinkOf, thanksWrittenMail } from "./thanks-mails.ts";

interface Thanked {
  readonly thanks: ThankYou;
  readonly job: Job;
}

/** Whether a moderator did not let a thank-you through or took it away, or reports hold it, and who wrote it can still be told. */
export function isAgainstThanks({ thanks, job }: Thanked): boolean {
  if (thankerOf({ thanks, job }).email === "") return false;
  const { state, reason, signals } = thanks;
  return (
    state === "hidden" ||
    isNotLetThrough({ state, reason }) ||
    (state === "held" && signals.includes("reports"))
  );
}

/** Whom it thanks may withhold it, too: a moderator says why. */
function isNotLetThrough({ state, reason }: Pick<ThankYou, "state" | "reason">): boolean {
  return state === "withheld" && reason !== null;
}

/** Who wrote it asks for another look, once. What was decided stands meanwhile. Errors: `appealUsed`, `thanksDecided`. */
export function appealThanks(
  { thanks, job, text }: Thanked & { readonly text: string },
  { now }: Pick<Context, "now">,
): Decided<ThankYouState> {
  if (isAppealed(thanks)) return alreadyDone(thanks.id, thanks.state);
  if (thanks.appeal !== null) return err(fail("appealUsed"));
  if (!isAgainstThanks({ thanks, job })) return err(fail("thanksDecided"));
  const appealed = changedThanks(thanks, { appeal: { text, at: now, decided: null } });
  return decided(thanks.id, thanks.state, { changes: [withThanks(job, appealed)] });
}

/** The appeal is right: it is public again, or goes to whom it thanks. Errors: `thanksDecided`, `thanksChanged`. */
export function grantThanksAppeal(
  { thanks, job, version }: Thanked & Pick<Shown, "version">,
  { now }: Pick<Context, "now">,
): Decided<ThankYouState> {
  if (!isAppealed(thanks)) return err(fail("thanksDecided"));
  const another = readAnother(thanks, version, "thanksChanged");
  if (another !== null) return err(another);
  const state = thanks.agreed ? "published" : "written";
  const granted = changedThanks(thanks, {
    state,
    appeal: wonAppeal(thanks),
    signals: [],
    reason: null,
    cleared: true,
    publishedAt: thanks.agreed ? (thanks.publishedAt ?? now) : null,
  });
  return decided(thanks.id, state, {
    changes: [withThanks(job, granted)],
    mails: [
      appealDecidedMail(aboutThanks({ thanks: granted, job }), "won", null),
      ...(state === "written" ? [thanksWrittenMail({ thanks: granted, job })] : []),
    ],
    purge: jobTags(job),
  });
}

/** What was decided stands, and who wrote it is told why. Errors: `thanksDecided`, `thanksChanged`. */
export function refuseThanksAppeal({
  thanks,
  job,
  version,
  reason,
}: Thanked & Pick<Shown, "version"> & { readonly reason: string }): Decided<ThankYouState> {
  if (thanks.appeal?.decided === "lost") return alreadyDone(thanks.id, thanks.state);
  if (!isAppealed(thanks)) return err(fail("thanksDecided"));
  const another = readAnother(thanks, version, "thanksChanged");
  if (another !== null) return err(another);
  const refused = changedThanks(thanks, { appeal: lostAppeal(thanks), reason });
  return decided(thanks.id, thanks.state, {
    changes: [withThanks(job, refused)],
    mails: [appealDecidedMail(aboutThanks({ thanks: refused, job }), "lost", reason)],
  });
}

/** As letters about an appeal name it. */
export function aboutThanks({ thanks, job }: Thanked): AppealAbout {
  const { id, version } = thanks;
  const { email } = thankerOf({ thanks, job });
  return {
    kind: "thanks",
    id,
    version,
    standsIn: thankerLinkOf({ thanks, job }),
    title: job.title,
    to: email,
  };
}
