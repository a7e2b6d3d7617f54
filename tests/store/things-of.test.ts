import { expect, it } from "vitest";
import { encode, write } from "../../src/store/instructions.ts";
import { thingsOfKey } from "../../src/store/address-keys.ts";
import { runScript } from "../../src/store/redis/client.ts";
import { COMMIT_SCRIPT } from "../../src/store/redis/scripts.ts";
import { createStore } from "../../src/store/store.ts";
import { job, newJob, newOffer, next, NOW, offer, saved } from "../support/builders/records.ts";
import { describeOnBoth } from "../support/host/transports.ts";

const POSTER = job().poster.address;
const HELPER = offer().helper.address;

describeOnBoth("what is alive under an address", (transport) => {
  it("is listed until it ends", async () => {
    const store = await transport.freshStore();
    const asked = job();
    const sent = offer();
    await store.commit(saved(newJob(asked), newOffer(sent)), NOW);
    expect(await store.thingsOf(POSTER, NOW)).toEqual([{ thing: { kind: "job", job: asked }, link: null }]);
    expect(await store.thingsOf(HELPER, NOW)).toEqual([
      { thing: { kind: "offer", offer: sent, job: asked }, link: null },
    ]);
    const ended = next(sent, { state: "withdrawn", closedAt: NOW });
    await store.commit(saved({ kind: "offer", before: sent, after: ended }), NOW);
    expect(await store.thingsOf(HELPER, NOW)).toEqual([]);
  });

  it("is listed by a migration where it was stored before, in bounded steps that can be repeated", async () => {
    const client = await transport.freshClient();
    const store = createStore(client, "embedded");
    await store.commit(saved(newJob(job()), newOffer(offer())), NOW);
    const lists = [thingsOfKey(POSTER), thingsOfKey(HELPER)];
    const before = await transport.contents();
    const { keys, args } = encode(
      [],
      lists.map((key) => write.del(key)),
    );
    await runScript(client, COMMIT_SCRIPT, keys, args);
    expect(await store.thingsOf(POSTER, NOW)).toEqual([]);
    let steps = 0;
    while (!(await store.migrate(2, NOW))) steps += 1;
    expect(steps).toBeGreaterThan(1);
    const after = await transport.contents();
    for (const key of lists) expect(after[key]).toEqual(before[key]);
    expect(await store.migrate(2, NOW)).toBe(true);
  });
});
