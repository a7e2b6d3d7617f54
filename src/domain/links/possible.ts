import type { Millis } from "../kernel/time.ts";
import type { Actor } from "../kernel/transitions.ts";
import type { LinkRole } from "../records/link.ts";
import type { Linked, RowKind } from "./linked.ts";
import type { ActionRow } from "./row.ts";
import { isAllowed, type Step } from "./steps.ts";

const ACTORS: Readonly<Record<Exclude<LinkRole, "confirm">, Actor>> = {
  poster: "poster",
  helper: "helper",
  joiner: "joiner",
  commenter: "writer",
  moderator: "moderator",
  owner: "writer",
  subscriber: "subscriber",
};
const OWNERS: Readonly<Record<RowKind, Actor>> = {
  job: "poster",
  offer: "helper",
  reward: "joiner",
  comment: "writer",
  mention: "moderator",
  question: "moderator",
  thanks: "moderator",
  data: "writer",
  report: "reporter",
  digest: "subscriber",
  notice: "subscriber",
  session: "moderator",
};

/** Whether the state of what a link leads to, and the row's own condition, let its holder do this now. */
export function isPossible<K extends RowKind>(
  { step, when }: ActionRow<K>,
  role: LinkRole,
  linked: Linked<K>,
  now: Millis,
): boolean {
  const by = role === "confirm" ? OWNERS[linked.kind] : ACTORS[role];
  return (step === null || isStepOf(step, linked, by)) && (when === undefined || when(linked, now));
}

function isStepOf(step: Step, linked: Linked<RowKind>, by: Actor): boolean {
  if (linked.kind === "session" || linked.kind === "data") return false;
  // Which offer of a favour is meant is only known once its button is pressed.
  if (step.of === "offer" && linked.kind === "job") return true;
  const records: Partial<Readonly<Record<Step["of"], { readonly state: string }>>> = linked;
  const record = records[step.of];
  return record !== undefined && isAllowed(step, record.state, by);
}
