import type { FormValues } from "../kernel/form.ts";
import type { Millis } from "../kernel/time.ts";
import type { Desk } from "../moderation/desk.ts";
import { logged, type Moderated } from "../moderation/log.ts";
import {
  type Waiting,
  waitingOfComment,
  waitingOfJob,
  waitingOfMention,
  waitingOfOffer,
} from "../moderation/waiting.ts";
import { isAppealed } from "../records/appeal.ts";
import { type Decided, isNothing } from "../records/decision.ts";
import { reputationCounts } from "../moderation/reputation.ts";
import { withReports } from "../reports/deciding-reports.ts";
import type { Linked, RowKind } from "./linked.ts";
import type { FormContext } from "./row.ts";
import type { WrittenKind } from "../records/link.ts";
import { appealOf, idOf, recordOf } from "./thing.ts";

/** What can be moderated. */
export type DeskKind = WrittenKind | "mention";

/** What follows from a moderator's decision, wherever it was made: what was reported of it is decided too, and it stands in the log. */
export function withConsequences(
  decided: Decided<string>,
  { linked, action, values }: { linked: Linked<RowKind>; action: string; values: FormValues },
  context: FormContext,
): Decided<string> {
  const { desk, now } = context;
  if (desk === null) return decided;
  const about = moderated(linked, action, values, desk);
  const whole = withReports(decided, action, desk.open, now);
  return about ? logged(withStanding(whole, linked, about, now), about, context) : whole;
}

/** With what it says of the address that wrote it. */
function withStanding(
  decided: Decided<string>,
  linked: Linked<RowKind>,
  about: Moderated,
  now: Millis,
): Decided<string> {
  if (!decided.ok || isNothing(decided.value.decision) || !isWritten(linked)) return decided;
  const { decision, state } = decided.value;
  const counts = reputationCounts(about, recordOf(linked).state, state, now);
  return {
    ok: true,
    value: { ...decided.value, decision: { ...decision, counts: [...decision.counts, ...counts] } },
  };
}

function isWritten(linked: Linked<RowKind>): linked is Linked<WrittenKind> {
  return (
    linked.kind !== "session" &&
    linked.kind !== "data" &&
    linked.kind !== "report" &&
    linked.kind !== "mention"
  );
}

/** What an action makes of an appeal that waits. */
const APPEAL_OUTCOMES: Readonly<Record<string, "won" | "lost">> = {
  approve: "won",
  restore: "won",
  reject: "lost",
  hide: "lost",
  spam: "lost",
};
/** Actions that say why. */
const REASONED: readonly string[] = ["reject", "hide"];

const NEVER_MODERATED = ["session", "data", "digest", "notice"] as const;

function isModerated(linked: Linked<RowKind>): linked is Linked<DeskKind | "report"> {
  return !NEVER_MODERATED.some((kind) => kind === linked.kind);
}

/** What the log says of a decision about this thing; null: it is none that can be moderated. */
function moderated(
  linked: Linked<RowKind>,
  action: string,
  values: FormValues,
  desk: Desk,
): Moderated | null {
  if (!isModerated(linked)) return null;
  const said = { action, by: desk.moderator, address: desk.writer.id };
  if (linked.kind === "report") {
    const { id, receivedAt } = linked.report;
    return { ...said, kind: "report", thing: id, reason: null, waitedSince: receivedAt };
  }
  // Whatever else a form brought along is no reason, and was never measured.
  const reason = REASONED.includes(action) ? values["reason"] || null : null;
  const outcome = isAppealed({ appeal: appealOf(linked) }) ? APPEAL_OUTCOMES[action] : undefined;
  const appeal = outcome === undefined ? {} : { appeal: outcome };
  const thing = idOf(linked);
  return { ...said, reason, ...appeal, kind: linked.kind, thing, waitedSince: waitedSince(linked) };
}

function waitedSince(linked: Linked<DeskKind>): Millis | null {
  return waitingOf(linked).find(({ member }) => member.endsWith(` ${idOf(linked)}`))?.since ?? null;
}

function waitingOf(linked: Linked<DeskKind>): Waiting[] {
  if (linked.kind === "mention") return waitingOfMention(linked.mention);
  if (linked.kind === "comment") return waitingOfComment(linked.comment);
  return [...waitingOfJob(linked.job), ...("offer" in linked ? waitingOfOffer(linked.offer) : [])];
}
