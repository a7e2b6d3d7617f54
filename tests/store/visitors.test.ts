import { expect, it } from "vitest";
import { describeOnBoth } from "../support/host/transports.ts";

describeOnBoth("what is kept for a visitor", (transport) => {
  it("gives a form back as it was typed, until it is dropped", async () => {
    const store = await transport.freshStore();
    const form = {
      endpoint: "/api/jobs",
      values: { title: "007", description: 'Línea 1\r\nLínea 2 "ñ" 🐦', rewardAmount: "1e3" },
      errors: { title: "titleTooShort", form: "conflict" },
    };
    expect(await store.keptForm("id")).toBeNull();
    await store.keepForm("id", form);
    expect(await store.keptForm("id")).toEqual(form);
    await store.dropForm("id");
    expect(await store.keptForm("id")).toBeNull();
  });

  it("counts uses up to the limit, however many come at once", async () => {
    const store = await transport.freshStore();
    const uses = await Promise.all(
      Array.from({ length: 30 }, () => store.withinRate("jobs:visitor", 10, 600)),
    );
    expect(uses.filter(Boolean)).toHaveLength(10);
    expect(await store.withinRate("jobs:visitor", 10, 600)).toBe(false);
    expect(await store.withinRate("jobs:another", 10, 600)).toBe(true);
    expect(await store.withinRate("jobs:nobody", 0, 600)).toBe(false);
  });

  it("knows how often the marks of a text and the texts of a visitor came, and for how long", async () => {
    const store = await transport.freshStore();
    const text = { marks: ["a", "b"], visitor: "v" };
    expect(await store.sentBefore(text)).toEqual({ marks: [0, 0], visitor: 0 });
    await store.countText(text);
    await store.countText({ marks: ["b", "c"], visitor: "w" });
    expect(await store.sentBefore(text)).toEqual({ marks: [1, 2], visitor: 1 });
    expect(await store.sentBefore({ marks: ["c"], visitor: "x" })).toEqual({ marks: [1], visitor: 0 });
    await store.countText({ marks: [], visitor: "x" });
    expect(await store.sentBefore({ marks: [], visitor: "x" })).toEqual({ marks: [], visitor: 1 });
  });

  it("makes one random key a day, the same for everybody who asks", async () => {
    const store = await transport.freshStore();
    const keys = await Promise.all(Array.from({ length: 10 }, () => store.visitorKey("2026-05-04")));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await store.visitorKey("2026-05-05")).not.toBe(keys[0]);
  });

  it("says that it is well, and which store it is", async () => {
    const store = await transport.freshStore();
    const { ok, kind } = await store.health();
    expect(ok).toBe(true);
    expect(["upstash", "embedded"]).toContain(kind);
  });
});
