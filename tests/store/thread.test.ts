import { expect, it } from "vitest";
import type { Comment } from "../../src/domain/records/comment.ts";
import type { ThreadPage } from "../../src/domain/comments/thread.ts";
import { MINUTE } from "../../src/domain/kernel/time.ts";
import type { RedisStore } from "../../src/store/store.ts";
import { comment, idOf, newComment, next, NOW, saved } from "../support/builders/records.ts";
import { describeOnBoth } from "../support/host/transports.ts";

const ARTICLE = comment().article;

/** The n-th root, published in the n-th minute. */
function root(n: number, fields: Partial<Comment> = {}): Comment {
  return comment({ id: idOf(n), publishedAt: NOW + n * MINUTE, ...fields });
}

function reply(n: number, to: Comment, fields: Partial<Comment> = {}): Comment {
  return root(n, { parent: to.id, root: to.root ?? to.id, ...fields });
}

async function storeWith(
  fresh: () => Promise<RedisStore>,
  comments: readonly Comment[],
): Promise<RedisStore> {
  const store = await fresh();
  for (const record of comments) await store.commit(saved(newComment(record)), NOW);
  return store;
}

function change(store: RedisStore, before: Comment, fields: Partial<Comment>): Promise<unknown> {
  return store.commit(saved({ kind: "comment", before, after: next(before, fields) }), NOW);
}

function outline({ branches }: ThreadPage): [string, string[], number][] {
  return branches.map(({ root: { id }, replies, hiddenReplies }) => [
    id,
    replies.map((found) => found.id),
    hiddenReplies,
  ]);
}

describeOnBoth("a thread", (transport) => {
  it("shows approved comments only, oldest or newest first, replies in order of time", async () => {
    const [a, b] = [root(1), root(2)];
    const [a1, a2] = [reply(11, a), reply(12, a)];
    const deep = reply(13, a1);
    const hidden = (["unconfirmed", "held", "rejected", "spam"] as const).map((state, n) =>
      root(20 + n, { state, publishedAt: null }),
    );
    const store = await storeWith(transport.freshStore, [b, a, deep, a2, a1, ...hidden]);
    const page = await store.thread(ARTICLE, { order: "oldest", page: 1 });
    expect(page.branches).toEqual([
      { root: a, replies: [a1, a2, deep], hiddenReplies: 0 },
      { root: b, replies: [], hiddenReplies: 0 },
    ]);
    expect(page).toMatchObject({ total: 5, page: 1, pages: 1 });
    const newest = await store.thread(ARTICLE, { order: "newest", page: 1 });
    expect(newest.branches.map((branch) => branch.root.id)).toEqual([b.id, a.id]);
    expect(await store.commentCounts([ARTICLE, "otro"])).toEqual([5, 0]);
    expect(await store.commentCounts([])).toEqual([]);
  });

  it("is empty where nobody has written", async () => {
    const store = await transport.freshStore();
    const empty = { branches: [], total: 0, page: 1, pages: 1 };
    expect(await store.thread(ARTICLE, { order: "oldest", page: 1 })).toEqual(empty);
    expect(await store.thread(ARTICLE, { order: "oldest", page: 1, branch: idOf(1) })).toEqual(empty);
  });

  it("has 20 roots to a page and 10 replies to a root; the branch has them all", async () => {
    const roots = Array.from({ length: 21 }, (_, n) => root(n));
    const [first = root(0)] = roots;
    const replies = Array.from({ length: 13 }, (_, n) => reply(100 + n, first));
    const store = await storeWith(transport.freshStore, [...roots, ...replies]);
    const page = await store.thread(ARTICLE, { order: "oldest", page: 1 });
    expect(outline(page).slice(0, 2)).toEqual([
      [first.id, replies.slice(0, 10).map(({ id }) => id), 3],
      [idOf(1), [], 0],
    ]);
    expect(page).toMatchObject({ total: 34, pages: 2 });
    expect(page.branches).toHaveLength(20);
    const second = await store.thread(ARTICLE, { order: "oldest", page: 2 });
    expect(outline(second)).toEqual([[idOf(20), [], 0]]);
    const branch = await store.thread(ARTICLE, { order: "oldest", page: 1, branch: first.id });
    expect(branch).toEqual({
      branches: [{ root: first, replies, hiddenReplies: 0 }],
      total: 34,
      page: 1,
      pages: 1,
    });
  });

  it("gives no branch of another article, of a reply or of what was never public", async () => {
    const first = root(1);
    const answer = reply(2, first);
    const held = root(3, { state: "held", publishedAt: null });
    const store = await storeWith(transport.freshStore, [first, answer, held]);
    for (const [article, branch] of [
      ["otro", first.id],
      [ARTICLE, answer.id],
      [ARTICLE, held.id],
    ] as const) {
      expect((await store.thread(article, { order: "oldest", page: 1, branch })).branches).toEqual([]);
    }
  });

  it("shows a comment once it is approved", async () => {
    const held = root(1, { state: "held", publishedAt: null });
    const store = await storeWith(transport.freshStore, [held]);
    await change(store, held, { state: "approved", publishedAt: NOW });
    expect(outline(await store.thread(ARTICLE, { order: "oldest", page: 1 }))).toEqual([[held.id, [], 0]]);
    expect(await store.commentCounts([ARTICLE])).toEqual([1]);
  });

  it.each(["deleted", "rejected", "spam", "held"] as const)(
    "leaves a wordless tombstone of a root that is %s while somebody's answer hangs below it",
    async (state) => {
      const first = root(1, { signals: ["link"] });
      const answer = reply(2, first);
      const store = await storeWith(transport.freshStore, [first, answer]);
      await change(store, first, { state, reason: "porque sí" });
      const [branch] = (await store.thread(ARTICLE, { order: "oldest", page: 1 })).branches;
      expect(branch?.root).toMatchObject({ id: first.id, state, text: "", reason: null, signals: [] });
      expect(branch?.root.writer).toEqual({ name: "", email: "", phone: null, address: "" });
      expect(branch?.replies).toEqual([answer]);
      expect(await store.commentCounts([ARTICLE])).toEqual([1]);
      await change(store, answer, { state: "deleted" });
      expect((await store.thread(ARTICLE, { order: "oldest", page: 1 })).branches).toEqual([]);
      expect(await store.commentCounts([ARTICLE])).toEqual([0]);
    },
  );

  it("keeps the tombstone of a reply only while it is answered", async () => {
    const first = root(1);
    const [answered, alone] = [reply(2, first), reply(3, first)];
    const below = reply(4, answered);
    const store = await storeWith(transport.freshStore, [first, answered, alone, below]);
    await change(store, answered, { state: "deleted" });
    await change(store, alone, { state: "deleted" });
    const page = await store.thread(ARTICLE, { order: "oldest", page: 1 });
    expect(outline(page)).toEqual([[first.id, [answered.id, below.id], 0]]);
    expect(page.branches[0]?.replies[0]?.text).toBe("");
  });

  it("forgets a comment that is forgotten", async () => {
    const first = root(1);
    const answer = reply(2, first);
    const store = await storeWith(transport.freshStore, [first, answer]);
    await store.commit(saved({ kind: "comment", before: answer, after: null }), NOW);
    expect(outline(await store.thread(ARTICLE, { order: "oldest", page: 1 }))).toEqual([[first.id, [], 0]]);
  });
});
