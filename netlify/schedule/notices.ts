import { noteAnswer, sendNotice, type Watcher, watchersOf } from "../../src/domain/comments/notices.ts";
import { DIGEST_SETTLES_AFTER } from "../../src/domain/kernel/digest-limits.ts";
import { err, fail } from "../../src/domain/kernel/errors.ts";
import { DAY, type Millis, SECOND } from "../../src/domain/kernel/time.ts";
import type { Comment } from "../../src/domain/records/comment.ts";
import type { Notice } from "../../src/domain/records/notice.ts";
import type { Services } from "../../src/services.ts";
import { type Deps, ruleContext } from "../forms/deps.ts";
import { settle } from "../forms/settle.ts";
import { isSuppressed } from "./digests.ts";
import type { Failed } from "./watched.ts";

/** Answers, and letters, that one run sees to; what is left waits for the next. */
const ANSWERS_PER_RUN = 200;
const LETTERS_PER_RUN = 100;
/** How long one run may take, so that it comes to its own end before the platform ends it. */
const RUN_TIME: Millis = 20 * SECOND;

/**
 * Looks at what was answered since the last run, notes who is to be told of it and when, and makes the letters that are due. How many it
 * made. One that fails is left for the next run; running it again sends nothing twice.
 */
export async function sendNotices(services: Services, failed: Failed): Promise<number> {
  const deps: Deps = { ...services, clientIp: "", waitUntil: null };
  const { store, now } = deps;
  const until = now() + RUN_TIME;
  await noteAnswers(deps);
  let sent = 0;
  for (const notice of await store.noticesDue(now(), LETTERS_PER_RUN)) {
    if (now() > until) break;
    try {
      if (await send(notice, deps)) sent += 1;
    } catch (error) {
      failed("notices", error);
    }
  }
  return sent;
}

/** A run that stops on the way looks at the same answers again: what was noted is noted once. */
async function noteAnswers(deps: Deps): Promise<void> {
  const { store, now } = deps;
  const from = (await store.answersSeen()) ?? now() - DAY;
  const settled = now() - DIGEST_SETTLES_AFTER;
  const fresh = await store.publishedBetween(from, settled, ANSWERS_PER_RUN);
  for (const answer of fresh) {
    if (answer.root === null) continue;
    for (const watcher of watchersOf(await store.watchersIn(answer.root))) {
      await note(answer.root, watcher, answer, deps);
    }
  }
  const last = fresh.length < ANSWERS_PER_RUN ? settled : fresh.at(-1)?.publishedAt;
  if (typeof last === "number" && last > from) await store.sawAnswers(last);
}

async function note(root: string, watcher: Watcher, answer: Comment, deps: Deps): Promise<void> {
  const id = deps.signer.noticeId(watcher.comment.writer.address, root);
  const read = () => deps.store.read("notice", id);
  const { result } = await settle(deps, {
    found: await read(),
    readAgain: read,
    decide: (before: Notice | null) => noteAnswer({ id, watcher, answer, before }, ruleContext(deps)),
    formKey: null,
    request: null,
  });
  if (!result.ok) throw new Error(`an answer was not noted: ${result.error.code}`);
}

/** Whether there was anything to tell. */
async function send(due: Notice, deps: Deps): Promise<boolean> {
  const { store, articles, now } = deps;
  const until = now() - DIGEST_SETTLES_AFTER;
  const [watching, answers] = await Promise.all([
    store.watchersIn(due.root),
    store.answersBetween(due.root, due.toldUntil, until),
  ]);
  const watcher = watchersOf(watching).find(({ comment }) => comment.writer.address === due.address) ?? null;
  const isSilenced = watcher !== null && (await isSuppressed(watcher.comment.writer.email, deps));
  const article = articles.find(due.article) ?? { slug: due.article, title: due.article };
  let isTold = false;
  await settle(deps, {
    found: due,
    readAgain: () => store.read("notice", due.id),
    decide(notice: Notice | null) {
      if (notice === null) return err(fail("noticesOff"));
      const parts = { notice, watcher, answers, until, article, isSilenced };
      const decided = sendNotice(parts, ruleContext(deps));
      isTold = decided.ok && decided.value.decision.mails.length > 0;
      return decided;
    },
    formKey: null,
    request: null,
  });
  return isTold;
}
