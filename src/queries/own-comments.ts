import { windowEnd, windowOf } from "../domain/comments/own.ts";
import { OWN_COMMENTS_SHOWN } from "../domain/kernel/request-limits.ts";
import { ID_PATTERN } from "../domain/kernel/shapes.ts";
import type { Comment } from "../domain/records/comment.ts";
import { isAnswered, type OwnCommentView } from "../views/own-comments.ts";
import { publicComment } from "../views/public-comment.ts";
import type { PublicThread } from "../views/public-view.ts";
import { getServices, type Services } from "../services.ts";
import { threadPage } from "./threads.ts";

/** How a browser shows which comments it wrote. */
export interface OwnProof {
  /** What the comment script sends along: a JSON object of ids and edit keys. */
  readonly keys: string | null;
  /** The cookie of a remembered browser. */
  readonly cookie: string | undefined;
  /** The comment that the address names, which the cookie may prove. */
  readonly named: string | null;
}

/** The comments of this browser's under an article. What it can't prove to have written is left out. Changes nothing. */
export async function ownComments(
  article: string,
  thread: PublicThread,
  proof: OwnProof,
): Promise<readonly OwnCommentView[]> {
  try {
    const services = await getServices();
    const { store, signer, now } = services;
    const keys = Object.entries(keysIn(proof.keys)).filter(([id, key]) => signer.isEditKey(key, id));
    const known = new Map([
      ...keys.slice(-OWN_COMMENTS_SHOWN),
      ...(proof.named ? [[proof.named, ""] as const] : []),
    ]);
    if (known.size === 0) return [];
    const found = await store.readMany("comment", [...known.keys()]);
    const own: OwnCommentView[] = [];
    for (const comment of found) {
      if (comment?.article !== article) continue;
      const editKey = known.get(comment.id) ?? "";
      if (editKey === "" && !(await isRemembered(comment, proof.cookie, services))) continue;
      own.push(ownComment(comment, isAnswered(thread, comment.id), editKey, now()));
    }
    return own.sort((one, other) => one.until - other.until);
  } catch {
    return [];
  }
}

/** The comment that a remembered browser wants to correct; null where it can't show that it wrote it. */
export async function commentToCorrect(
  article: string,
  id: string,
  cookie: string | undefined,
): Promise<OwnCommentView | null> {
  if (cookie === undefined) return null;
  try {
    const { store } = await getServices();
    const comment = await store.read("comment", id);
    if (comment === null) return null;
    const branch = await threadPage(article, { order: "oldest", page: 1, branch: comment.root ?? id });
    if (branch.status === "down") return null;
    const [own = null] = await ownComments(article, branch.value, { keys: null, cookie, named: id });
    return own;
  } catch {
    return null;
  }
}

function ownComment(comment: Comment, answered: boolean, editKey: string, now: number): OwnCommentView {
  const { id, article, root, state, text, version } = comment;
  return {
    id,
    article,
    root,
    state,
    shown: { ...publicComment(comment), removed: false, url: "" },
    text,
    version,
    window: windowOf(comment, answered, now),
    until: windowEnd(comment),
    editKey,
  };
}

/** Whether this browser's owner proved the comment's address and asked to be remembered with it. */
async function isRemembered(
  { writer }: Comment,
  cookie: string | undefined,
  { signer, store, now }: Services,
): Promise<boolean> {
  if (cookie === undefined || writer.email === "") return false;
  const id = signer.addressId(writer.email);
  const address = await store.read("address", id);
  return signer.remembers(cookie, id, address?.cookieNumber ?? 0, now());
}

/** Whatever else a script may have put there is left out. */
function keysIn(json: string | null): Record<string, string> {
  try {
    const read: unknown = JSON.parse(json ?? "{}");
    if (typeof read !== "object" || read === null) return {};
    return Object.fromEntries(
      Object.entries(read).filter(
        (entry): entry is [string, string] => ID_PATTERN.test(entry[0]) && typeof entry[1] === "string",
      ),
    );
  } catch {
    return {};
  }
}
