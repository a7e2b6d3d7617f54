import { expect, it } from "vitest";
import type { Comment } from "../../src/domain/records/comment.ts";
import { MINUTE } from "../../src/domain/kernel/time.ts";
import { comment, idOf, newComment, next, NOW, saved } from "../support/builders/records.ts";
import { describeOnBoth } from "../support/host/transports.ts";

const ARTICLE = comment().article;

/** Published in the n-th minute. */
function written(n: number, fields: Partial<Comment> = {}): Comment {
  return comment({ id: idOf(n), publishedAt: NOW + n * MINUTE, ...fields });
}

describeOnBoth("the newest comments", (transport) => {
  it("are approved ones at any depth, newest first, of one article or of all", async () => {
    const root = written(1);
    const reply = written(4, { parent: root.id, root: root.id });
    const elsewhere = written(3, { article: "otro-articulo" });
    const held = written(5, { state: "held", publishedAt: null });
    const store = await transport.freshStore();
    for (const record of [reply, root, elsewhere, held]) await store.commit(saved(newComment(record)), NOW);

    const ids = async (article: string | null, limit = 10) =>
      (await store.newestComments(article, limit)).map(({ id }) => id);
    expect(await ids(null)).toEqual([reply.id, elsewhere.id, root.id]);
    expect(await ids(null, 2)).toEqual([reply.id, elsewhere.id]);
    expect(await ids(ARTICLE)).toEqual([reply.id, root.id]);
    expect(await ids("sin-comentarios")).toEqual([]);
  });

  it("leave out one that was taken back, though its answers keep it in the thread", async () => {
    const root = written(1);
    const reply = written(2, { parent: root.id, root: root.id });
    const store = await transport.freshStore();
    for (const record of [root, reply]) await store.commit(saved(newComment(record)), NOW);
    await store.commit(
      saved({ kind: "comment", before: root, after: next(root, { state: "rejected" }) }),
      NOW,
    );
    expect((await store.newestComments(ARTICLE, 10)).map(({ id }) => id)).toEqual([reply.id]);
  });
});
