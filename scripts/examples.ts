import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import * as z from "zod";
import type { Comment } from "../src/domain/records/comment.ts";
import type { Change } from "../src/domain/records/decision.ts";
import { publishJob } from "../src/domain/favours/asking.ts";
import { addDays, madridDay, HOUR, type Millis } from "../src/domain/kernel/time.ts";
import { parseCommentForm } from "../src/domain/comments/form.ts";
import { parseJobForm } from "../src/domain/favours/job-form.ts";
import { getServices, type Services } from "../src/services.ts";
import { EXAMPLES_MARK } from "./launch/examples-mark.mjs";

const FavourExample = z.strictObject({
  title: z.string(),
  description: z.string(),
  category: z.string(),
  place: z.string(),
  town: z.string().optional(),
  rewardKind: z.string(),
  rewardAmount: z.string().optional(),
  rewardText: z.string().optional(),
  name: z.string(),
  /** The deadline, in days from the day it is filled in. */
  deadlineDays: z.int().positive().optional(),
});

const CommentExample = z.strictObject({
  article: z.string(),
  name: z.string(),
  text: z.string(),
  /** Which comment of the list it answers, counted from 1. */
  replyTo: z.int().positive().optional(),
});

/** Reserved for examples (RFC 2606): nobody reads what is sent there. */
function exampleEmail(index: number): string {
  return `ejemplo-${index + 1}@example.com`;
}

/** Favours as if asked for in the last days, newest first; open, and marked as examples. Throws for a wrong example. */
export function favourChanges(folder: string, services: Services): Change[] {
  const { signer, now } = services;
  const examples = z.array(FavourExample).parse(readYaml(join(folder, "favours.yaml")));
  return examples.flatMap(({ deadlineDays, ...fields }, index) => {
    const askedAt = now() - (7 * index + 2) * HOUR;
    const values = { ...withoutMissing(fields), email: exampleEmail(index), consent: "on" };
    const deadline = deadlineDays === undefined ? "" : addDays(madridDay(now()), deadlineDays);
    const draft = parseJobForm({ ...values, deadline }, askedAt);
    if (!draft.ok) throw new Error(`favours.yaml, ${index + 1}: ${JSON.stringify(draft.error)}`);
    const address = signer.addressId(draft.value.poster.email);
    const decided = publishJob(
      { draft: draft.value, address, signals: [], example: true },
      { now: askedAt, newId: () => signer.newId(), moderators: [], limits: false },
    );
    if (!decided.ok) throw new Error(`favours.yaml, ${index + 1}: ${JSON.stringify(decided.error)}`);
    // The mails to the examples' addresses would only fill the mailbox.
    return decided.value.decision.changes;
  });
}

/** Approved comments, an hour apart in the order of the list, old enough for their article to carry them. */
export function commentChanges(folder: string, services: Services): Change[] {
  const { signer, now } = services;
  const examples = z.array(CommentExample).parse(readYaml(join(folder, "comments.yaml")));
  const written: Comment[] = [];
  for (const [index, { replyTo, ...fields }] of examples.entries()) {
    const parent = replyTo === undefined ? null : (written[replyTo - 1] ?? null);
    const draft = parseCommentForm({ ...fields, email: exampleEmail(index), parent: parent?.id ?? "" });
    if (!draft.ok) throw new Error(`comments.yaml, ${index + 1}: ${JSON.stringify(draft.error)}`);
    const { remember: _, writer, ...text } = draft.value;
    const writtenAt: Millis = now() - (examples.length - index + 1) * HOUR;
    written.push({
      ...text,
      id: signer.newId(),
      version: 1,
      root: parent === null ? null : (parent.root ?? parent.id),
      state: "approved",
      writer: { ...writer, address: signer.addressId(writer.email) },
      role: null,
      createdAt: writtenAt,
      publishedAt: writtenAt,
      editedAt: null,
      signals: [],
      reason: null,
      appeal: null,
      example: true,
      cleared: false,
    });
  }
  return written.map((comment) => ({ kind: "comment", before: null, after: comment }));
}

/** Fills an empty store; one that holds anything is left alone. Says whether it did. */
export async function fillWithExamples(folder: string, services: Services): Promise<boolean> {
  const { store, now } = services;
  const comments = commentChanges(folder, services);
  const board = await store.board({ order: "newest", page: 1 }, now());
  const articles = [...new Set(comments.map((change) => change.kind === "comment" && change.after?.article))];
  const counts = await store.commentCounts(articles.filter((slug) => typeof slug === "string"));
  if (board.total > 0 || counts.some((count) => count > 0)) return false;
  const changes = [...favourChanges(folder, services), ...comments];
  const result = await store.commit({ guards: [], changes, counts: [], mails: [], purge: [] }, now());
  if (result.status !== "committed")
    throw new Error(`Los ejemplos no se han podido guardar: ${result.status}`);
  return true;
}

function readYaml(file: string): unknown {
  return parse(readFileSync(file, "utf8"));
}

function withoutMissing(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

if (import.meta.main) {
  const services = await getServices();
  await fillWithExamples(fileURLToPath(new URL("../content/examples", import.meta.url)), services);
  mkdirSync(services.config.dataDir, { recursive: true });
  writeFileSync(join(services.config.dataDir, EXAMPLES_MARK), "");
}
