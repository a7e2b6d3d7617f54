import * as z from "zod/mini";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { err, fail } from "../kernel/errors.ts";
import { text } from "../kernel/fields.ts";
import { MENTION_TRIES, MENTION_TRY_AGAIN, MENTION_URL_MAX_LENGTH } from "../kernel/outside-limits.ts";
import type { Millis } from "../kernel/time.ts";
import { allows, type Transition } from "../kernel/transitions.ts";
import {
  alreadyDone,
  type CacheTag,
  type Change,
  type Context,
  decided,
  type Decided,
} from "../records/decision.ts";
import { Mention, type MentionState } from "../records/mention.ts";
import type { Verdict } from "../records/verdict.ts";

export type MentionAction =
  "receive" | "read" | "change" | "report" | "approve" | "reject" | "restore" | "undo" | "vanish";

/** The life of a mention (`docs/rules.md`). The sweeper reads its page. */
export const MENTION_TRANSITIONS: readonly Transition<MentionState, MentionAction>[] = [
  { from: null, to: "received", action: "receive", by: "writer" },
  { from: "deleted", to: "received", action: "receive", by: "writer" },
  { from: "received", to: "held", action: "read", by: "sweeper" },
  { from: "approved", to: "held", action: "change", by: "sweeper" },
  { from: "approved", to: "held", action: "report", by: "reporters" },
  { from: "held", to: "deleted", action: "vanish", by: "sweeper" },
  { from: "approved", to: "deleted", action: "vanish", by: "sweeper" },
  { from: "held", to: "approved", action: "approve", by: "moderator" },
  { from: "held", to: "rejected", action: "reject", by: "moderator" },
  { from: "approved", to: "rejected", action: "reject", by: "moderator" },
  { from: "rejected", to: "approved", action: "restore", by: "moderator" },
  { from: "approved", to: "held", action: "undo", by: "moderator" },
  { from: "approved", to: "rejected", action: "undo", by: "moderator" },
  { from: "rejected", to: "held", action: "undo", by: "moderator" },
];

const address = (code: "sourceInvalid" | "targetUnknown") =>
  text({ min: 1, max: MENTION_URL_MAX_LENGTH, missing: code, tooShort: code, tooLong: code });

/** What a Webmention says: the page that links, and the article that it links to. */
export const MENTION_FORM = z.object({
  source: address("sourceInvalid"),
  target: address("targetUnknown"),
});

/** What a page says of itself. */
export type MentionWords = Pick<Mention, "author" | "title" | "text">;

/** What came of reading the page of a mention. `gone`: it is not there, or links to the article no more. */
export type MentionReading =
  | { readonly status: "linked"; readonly words: MentionWords; readonly signals: readonly string[] }
  | { readonly status: "gone" }
  | { readonly status: "unreadable" };

/**
 * Another site says that a page of its own links here, for the first time or again because it changed: the page will be read. What a
 * moderator rejected stays so. Never fails.
 */
export function receiveMention(
  { before, ...about }: Pick<Mention, "id" | "article" | "source"> & { readonly before: Mention | null },
  { now }: Context,
): Decided<MentionState> {
  if (before?.state === "rejected") return alreadyDone(before.id, before.state);
  if (before === null || before.state === "deleted") {
    const words = { author: null, title: null, text: null };
    const fresh = {
      createdAt: now,
      heldAt: null,
      publishedAt: null,
      checkAt: now,
      tries: 0,
      signals: [],
      reason: null,
    };
    const after: Mention = {
      ...about,
      ...words,
      ...fresh,
      version: (before?.version ?? 0) + 1,
      state: "received",
    };
    return decided(after.id, after.state, { changes: [{ kind: "mention", before, after }] });
  }
  if (before.checkAt !== null && before.checkAt <= now) return alreadyDone(before.id, before.state);
  return decided(before.id, before.state, { changes: [changed(before, { checkAt: now, tries: 0 })] });
}

/**
 * Its page was read. New or changed words wait for a moderator, also where others of it are public: what was approved is what was
 * read. One that is gone leaves none of its words. Never fails.
 */
export function readMention(
  { mention, reading }: { readonly mention: Mention; readonly reading: MentionReading },
  { now }: Context,
): Decided<MentionState> {
  const { id, state, tries } = mention;
  if (reading.status === "unreadable") {
    if (tries + 1 < MENTION_TRIES) {
      const patch = { tries: tries + 1, checkAt: now + MENTION_TRY_AGAIN * 2 ** tries };
      return decided(id, state, { changes: [changed(mention, patch)] });
    }
    // What could never be read is nothing; what was read once stays as it was.
    return state === "received" ? forgotten(mention) : unchanged(mention);
  }
  if (reading.status === "gone") {
    if (!allows(MENTION_TRANSITIONS, state, "vanish", "sweeper"))
      return state === "received" ? forgotten(mention) : unchanged(mention);
    const words = { author: null, title: null, text: null };
    const after = changed(mention, { ...words, state: "deleted", signals: [], checkAt: null });
    return decided(id, "deleted", { changes: [after], purge: takenBack(mention) });
  }
  const { words, signals } = reading;
  const isSame =
    mention.author === words.author && mention.title === words.title && mention.text === words.text;
  const isNew = allows(MENTION_TRANSITIONS, state, isSame ? "read" : "change", "sweeper");
  const after = isNew || state === "received" ? "held" : state;
  if (state === "rejected" || (isSame && after === state)) return unchanged(mention);
  const heldAt = after === "held" && state !== "held" ? now : mention.heldAt;
  const patch = { ...words, state: after, signals: [...signals], heldAt, checkAt: null, tries: 0 };
  return decided(id, after, { changes: [changed(mention, patch)], purge: takenBack(mention) });
}

/** A moderator lets it be seen under the article, for the first time or again. Errors: `mentionChanged`, `mentionOver`. */
export function approveMention(
  { mention, version }: Pick<Shown, "version"> & { readonly mention: Mention },
  { now }: Context,
): Decided<MentionState> {
  const { id, state } = mention;
  if (state === "approved") return alreadyDone(id, state);
  const another = readAnother(mention, version, "mentionChanged");
  if (another !== null) return err(another);
  const action = state === "rejected" ? "restore" : "approve";
  if (!allows(MENTION_TRANSITIONS, state, action, "moderator")) return err(fail("mentionOver"));
  const publishedAt = mention.publishedAt ?? now;
  const after = changed(mention, { state: "approved", publishedAt, reason: null });
  return decided(id, "approved", { changes: [after], purge: tagsOf(mention) });
}

/** A moderator doesn't, or takes it down; the same page is not read again. Errors: as `approveMention`. */
export function rejectMention(
  input: Pick<Shown, "version"> & { readonly mention: Mention; readonly reason: string },
): Decided<MentionState> {
  const { mention, reason, version } = input;
  if (mention.state === "rejected") return alreadyDone(mention.id, mention.state);
  const another = readAnother(mention, version, "mentionChanged");
  if (another !== null) return err(another);
  if (!allows(MENTION_TRANSITIONS, mention.state, "reject", "moderator")) return err(fail("mentionOver"));
  const after = changed(mention, { state: "rejected", reason, checkAt: null });
  return decided(mention.id, "rejected", { changes: [after], purge: takenBack(mention) });
}

/** Enough people told of a problem: it is out of sight until a moderator looks again. Null: it can be seen no more anyway. */
export function reportedMention(
  mention: Mention,
  signals: readonly string[],
  now: Millis,
): { readonly changes: readonly Change[]; readonly purge: readonly CacheTag[] } | null {
  if (!allows(MENTION_TRANSITIONS, mention.state, "report", "reporters")) return null;
  const held = changed(mention, { state: "held", heldAt: now, signals: [...signals] });
  return { changes: [held], purge: takenBack(mention) };
}

/** Takes a moderator's decision back, as long as nothing happened since. Errors: `undoTooLate`, `mentionChanged`, `mentionOver`. */
export function undoMention(
  { mention, version }: Pick<Shown, "version"> & { readonly mention: Mention },
  verdict: Verdict | null,
  { now }: Context,
): Decided<MentionState> {
  if (verdict === null || now > verdict.expiresAt) return err(fail("undoTooLate"));
  const another = readAnother(mention, version, "mentionChanged");
  if (another !== null) return err(another);
  if (verdict.made !== mention.version) return err(fail("mentionChanged"));
  const { state, reason, publishedAt } = z.parse(Mention, { ...mention, ...verdict.before });
  const back = state === "approved" ? "restore" : "undo";
  if (!allows(MENTION_TRANSITIONS, mention.state, back, "moderator")) return err(fail("mentionOver"));
  return decided(mention.id, state, {
    changes: [
      changed(mention, { state, reason, publishedAt }),
      { kind: "verdict", before: verdict, after: null },
    ],
    purge: state === "approved" ? tagsOf(mention) : takenBack(mention),
  });
}

function unchanged(mention: Mention): Decided<MentionState> {
  const after = changed(mention, { checkAt: null, tries: 0 });
  return decided(mention.id, mention.state, { changes: [after] });
}

function forgotten(mention: Mention): Decided<MentionState> {
  return decided(mention.id, "deleted", { changes: [{ kind: "mention", before: mention, after: null }] });
}

function changed(before: Mention, patch: Partial<Mention>): Change {
  return { kind: "mention", before, after: { ...before, ...patch, version: before.version + 1 } };
}

function tagsOf({ article }: Mention): readonly CacheTag[] {
  return [`thread:${article}`];
}

/** The article may have been built with it. */
function takenBack(mention: Mention): readonly CacheTag[] {
  return mention.publishedAt === null ? [] : [...tagsOf(mention), `baked:${mention.article}`];
}
