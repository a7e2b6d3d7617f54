import { expect, it } from "vitest";
import { approveMention, receiveMention } from "../../src/domain/comments/mentions.ts";
import { MENTIONS_SHOWN } from "../../src/domain/kernel/outside-limits.ts";
import { MINUTE } from "../../src/domain/kernel/time.ts";
import type { Mention } from "../../src/domain/records/mention.ts";
import type { RedisStore } from "../../src/store/store.ts";
import { idOf, mention, next, NOW, saved } from "../support/builders/records.ts";
import { describeOnBoth } from "../support/host/transports.ts";

const CONTEXT = { now: NOW, newId: () => idOf(1), moderators: [], limits: true };

function put(store: RedisStore, before: Mention | null, after: Mention | null) {
  return store.commit(saved({ kind: "mention", before, after }), NOW);
}

describeOnBoth("mentions", (transport) => {
  it("of an article are its approved ones, the newest first, as many as are shown", async () => {
    const store = await transport.freshStore();
    const shown = Array.from({ length: MENTIONS_SHOWN + 1 }, (_, n) =>
      mention({ id: idOf(n), state: "approved", publishedAt: NOW + n * MINUTE }),
    );
    const others = [
      mention({ id: idOf(200) }),
      mention({ id: idOf(201), state: "approved", article: "otro-articulo", publishedAt: NOW }),
    ];
    for (const record of [...shown, ...others]) await put(store, null, record);
    const found = await store.mentionsOf("un-articulo");
    expect(found.map(({ id }) => id)).toEqual(
      shown
        .slice(1)
        .map(({ id }) => id)
        .reverse(),
    );
    expect(found[0]).toEqual(shown.at(-1));
  });

  it("leave the list as they stop being public, and the store once they are forgotten", async () => {
    const store = await transport.freshStore();
    const record = mention({ state: "approved", publishedAt: NOW });
    await put(store, null, record);
    const deleted = next(record, { state: "deleted", text: null });
    await put(store, record, deleted);
    expect(await store.mentionsOf("un-articulo")).toEqual([]);
    await put(store, deleted, null);
    expect(await store.read("mention", record.id)).toBeNull();
  });

  it("are due when their page is to be read, longest due first, and no longer once it was", async () => {
    const store = await transport.freshStore();
    const [late, soon, later] = [3, 2, 1].map((n) =>
      mention({ id: idOf(n), state: "received", checkAt: NOW - n * MINUTE }),
    );
    const notYet = mention({ id: idOf(9), checkAt: NOW + MINUTE });
    for (const record of [later, late, soon, notYet]) if (record) await put(store, null, record);
    const due = async (limit: number) => (await store.mentionsDue(NOW, limit)).map(({ id }) => id);
    expect(await due(10)).toEqual([late?.id, soon?.id, later?.id]);
    expect(await due(1)).toEqual([late?.id]);
    if (late) await put(store, late, next(late, { state: "held", checkAt: null }));
    expect(await due(1)).toEqual([soon?.id]);
  });

  it("that were read are found by moderators, and wait with everything else while they are held", async () => {
    const store = await transport.freshStore();
    const unread = mention({ id: idOf(1), state: "received", heldAt: null });
    const [older, newer] = [2, 3].map((n) => mention({ id: idOf(n), createdAt: NOW + n, heldAt: NOW - n }));
    const over = mention({ id: idOf(4), state: "rejected", createdAt: NOW });
    for (const record of [unread, newer, older, over]) if (record) await put(store, null, record);
    const ids = async () => (await store.newestMentions(10)).map(({ id }) => id);
    expect(await ids()).toEqual([idOf(3), idOf(2), idOf(4)]);
    const waiting = async () =>
      (await store.waiting(0, 10, NOW)).things.map(({ why, linked }) => [
        why,
        linked.kind === "mention" && linked.mention.id,
      ]);
    expect(await waiting()).toEqual([idOf(3), idOf(2)].map((id) => ["mention", id]));
    if (newer) await put(store, newer, next(newer, { state: "deleted", text: null }));
    expect([await ids(), (await waiting()).length]).toEqual([[idOf(2), idOf(4)], 1]);
  });

  it("sent again while a moderator decides: whichever commits first, the other decides anew", async () => {
    const store = await transport.freshStore();
    const record = mention();
    await put(store, null, record);
    const decisions = [
      approveMention({ mention: record }, CONTEXT),
      receiveMention({ ...record, before: record }, CONTEXT),
    ];
    const results = await Promise.all(
      decisions.flatMap((one) => (one.ok ? [store.commit(one.value.decision, NOW)] : [])),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["committed", "conflict"]);
  });
});
