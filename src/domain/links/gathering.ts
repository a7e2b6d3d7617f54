import { isAppealed } from "../records/appeal.ts";
import type { Change, Context } from "../records/decision.ts";
import type { Link } from "../records/link.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import type { TellsOfThing } from "../records/mails/to-moderator.ts";
import { moderatorLink } from "../records/new-links.ts";
import type { Report } from "../records/report.ts";
import type { Reward } from "../records/reward.ts";
import type { Unheard } from "../moderation/telling.ts";
import type { WaitingRef } from "../moderation/waiting.ts";
import { actionsOf } from "./actions.ts";
import type { DeskKind } from "./deciding.ts";
import type { Linked } from "./linked.ts";
import { appealOf, idOf, recordOf, writerOf } from "./thing.ts";

/** Something that waits, with the favour that it stands with. `missing`: it is its reward that is missed. */
export interface WaitingThing {
  readonly why: WaitingRef["kind"];
  readonly linked: Linked<DeskKind>;
  /** The report that waits; null: the thing itself does. */
  readonly report: Report | null;
}

interface Gathered {
  /** What is told of, in the order of the letter. */
  readonly things: readonly WaitingThing[];
  readonly unheard: Unheard;
  /** The title of an article, by its slug. */
  readonly titleOf: (article: string) => string;
}

/** One letter to each moderator about everything new that waits, with a link of their own to each thing that a link decides about. */
export function gatheredLetters(
  { things, unheard: { told, total, urgent, calm }, titleOf }: Gathered,
  { moderators, newId, now }: Context,
): { changes: Change[]; mails: MailEvent[] } {
  const letters = moderators.map((to, index) => {
    const shown = things.map((thing) => {
      const link = linkTo(thing, (object) => moderatorLink(object, to, newId, now), now);
      return { link, thing: { ...wordsOf(thing, titleOf), link: link?.ref ?? null } };
    });
    const mail: MailEvent = {
      id: mailId("moderateQueue", { id: String(now), version: (told?.version ?? 0) + 1 }, index + 1),
      name: "moderateQueue",
      to,
      data: { total, urgent, fresh: urgent + calm, things: shown.map(({ thing }) => thing) },
    };
    return { mail, changes: shown.flatMap(({ link }) => (link === null ? [] : [link.change])) };
  });
  return { changes: letters.flatMap(({ changes }) => changes), mails: letters.map(({ mail }) => mail) };
}

/** Null where its holder could do nothing: that is decided at the desk. */
function linkTo<L extends { readonly change: Change }>(
  { linked, report }: WaitingThing,
  make: (object: Link["object"]) => L,
  now: number,
): L | null {
  const object = report === null ? objectOf(linked) : ({ kind: "report", id: report.id } as const);
  if (object === null || linked.kind === "mention") return null;
  const link = make(object);
  const made = link.change.kind === "link" ? link.change.after : null;
  const leadsTo: Linked = report === null ? linked : { kind: "report", report };
  return made !== null && actionsOf(made, leadsTo, now).length > 0 ? link : null;
}

/** Null: nobody has a link to it. */
function objectOf(linked: Linked<DeskKind>): Link["object"] | null {
  const id = idOf(linked);
  switch (linked.kind) {
    case "mention":
      return null;
    case "comment":
      return { kind: "comment", id, address: writerOf(linked).address };
    case "job":
      return { kind: "job", id };
    case "thanks":
      return { kind: "thanks", id };
    case "offer":
    case "reward":
    case "question":
      return { kind: linked.kind, id, jobId: linked.job.id };
  }
}

function wordsOf(
  { why, linked, report }: WaitingThing,
  titleOf: Gathered["titleOf"],
): Omit<TellsOfThing, "link"> {
  const { kind } = linked;
  const record = recordOf(linked);
  const signals = "signals" in record ? [...record.signals] : [];
  const about = { kind, title: titleOfThing(linked, titleOf), name: nameOf(linked), signals };
  const none = { reward: null, reason: null };
  if (report !== null) return { ...about, ...none, why: "report", text: report.text, reason: report.reason };
  if (why === "missing" && kind === "offer")
    return { ...about, ...none, why: "missing", text: linked.job.missingReward?.reason ?? null };
  const appeal = appealOf(linked);
  if (isAppealed({ appeal })) return { ...about, ...none, why: "appeal", text: appeal?.text ?? null };
  return { ...about, ...none, why: "held", text: textOf(linked), reward: rewardOf(linked) };
}

function titleOfThing(linked: Linked<DeskKind>, titleOf: Gathered["titleOf"]): string {
  if (linked.kind === "comment") return titleOf(linked.comment.article);
  return linked.kind === "mention" ? titleOf(linked.mention.article) : linked.job.title;
}

function nameOf(linked: Linked<DeskKind>): string {
  if (linked.kind === "mention") return linked.mention.author ?? linked.mention.source;
  return writerOf(linked).name;
}

function rewardOf(linked: Linked<DeskKind>): Reward | null {
  if (linked.kind === "offer") return linked.offer.reward;
  return linked.kind === "reward" ? linked.reward.reward : null;
}

/** What its writer wrote. */
function textOf(linked: Linked<DeskKind>): string | null {
  switch (linked.kind) {
    case "job":
      return linked.job.description;
    case "offer":
      return linked.offer.message;
    case "reward":
      return null;
    case "comment":
      return linked.comment.text;
    case "mention":
      return linked.mention.text;
    case "question":
      return linked.question.text;
    case "thanks":
      return linked.thanks.text;
  }
}
