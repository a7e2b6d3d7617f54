import * as z from "zod/mini";
import { Id, Text, Whole } from "../kernel/shapes.ts";

export const LINK_ROLES = [
  "confirm",
  "poster",
  "helper",
  "joiner",
  "commenter",
  "moderator",
  "owner",
  "subscriber",
] as const;
export type LinkRole = (typeof LINK_ROLES)[number];

/** What a visitor wrote and may become public. */
export const THING_KINDS = ["job", "offer", "reward", "comment"] as const;
export type ThingKind = (typeof THING_KINDS)[number];
/** What somebody wrote, be it for everybody or for one reader: the last two stand in their offer and in their favour, and have no link of their own. */
export const WRITTEN_KINDS = [...THING_KINDS, "question", "thanks"] as const;
export type WrittenKind = (typeof WRITTEN_KINDS)[number];
const LINK_KINDS = [...WRITTEN_KINDS, "report", "session", "data", "digest", "notice"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** What each role's link can ask for, by what the link is about, in the order of its page (`docs/api.md`). */
export const ROLE_ACTIONS = {
  confirm: {
    job: ["confirm", "edit"],
    offer: ["confirm", "edit"],
    reward: ["confirm"],
    comment: ["confirm", "edit"],
    report: ["confirm"],
    digest: ["confirm"],
  },
  poster: {
    job: [
      "accept",
      "decline",
      "undo",
      "ask",
      "closeQuestions",
      "remind",
      "edit",
      "withdraw",
      "dropOut",
      "complete",
      "dispute",
      "renew",
      "thank",
      "agree",
      "withhold",
      "appeal",
      "erase",
    ],
  },
  helper: {
    offer: [
      "edit",
      "reconfirm",
      "ask",
      "closeQuestions",
      "withdraw",
      "dropOut",
      "remind",
      "deliver",
      "settle",
      "rewardMissing",
      "thank",
      "agree",
      "withhold",
      "appeal",
      "erase",
    ],
  },
  joiner: { reward: ["revoke", "appeal"] },
  commenter: { comment: ["edit", "unsubscribe", "appeal", "delete"] },
  moderator: {
    job: ["approve", "reject"],
    offer: ["approve", "reject", "settle", "uphold"],
    reward: ["approve", "reject"],
    comment: ["approve", "reject", "spam"],
    question: ["approve", "reject"],
    thanks: ["approve", "reject"],
    report: ["uphold", "dismiss"],
    session: ["signIn"],
  },
  owner: { data: ["export", "forgetBrowsers", "erase"] },
  /** Of whatever is mailed again and again until somebody has enough of it. */
  subscriber: { digest: ["unsubscribe", "change"], notice: ["unsubscribe", "change"] },
} as const satisfies Record<LinkRole, Partial<Record<LinkKind, readonly string[]>>>;

type RoleActions = typeof ROLE_ACTIONS;
/** The kinds of things that a role's links are about. */
export type KindOf<R extends LinkRole> = keyof RoleActions[R] & LinkKind;
/** The names of the actions of a role's link to such a thing. */
export type ActionOf<R extends LinkRole, K extends LinkKind> = K extends keyof RoleActions[R]
  ? RoleActions[R][K] extends readonly (infer A extends string)[]
    ? A
    : never
  : never;
export type LinkAction = { [R in LinkRole]: ActionOf<R, KindOf<R>> }[LinkRole];

/** Every action that some magic link can ask for, each once. */
export const LINK_ACTIONS: readonly LinkAction[] = [
  ...new Set(
    Object.values(ROLE_ACTIONS).flatMap((kinds) => Object.values<readonly LinkAction[]>(kinds).flat()),
  ),
];

/** A magic link is bound to one object, one role, a set of actions and an end. Neither its token nor a hash is stored. */
export const Link = z.object({
  id: Id,
  version: Whole,
  role: z.enum(LINK_ROLES),
  object: z.object({
    kind: z.enum(LINK_KINDS),
    id: Id,
    /** The favour of an offer or of a joined reward: named here so that both are read at once. */
    jobId: z.optional(Id),
    /** The keyed hash of the address that a comment's, a confirm link or one to somebody's data proves, for the same reason. */
    address: z.optional(Text),
    /** The keyed hash of the mailbox that it leads to: what moderators said of it is read at the same time. */
    mailbox: z.optional(Text),
  }),
  actions: z.array(z.enum(LINK_ACTIONS)),
  /** The moderator whom it was mailed to. Links of before December 2026 don't say; they live for 30 days. */
  recipient: z.optional(Text),
  expiresAt: Whole,
});
export type Link = z.infer<typeof Link>;
