import { expect, expectTypeOf, it } from "vitest";
import type { Store } from "../../netlify/forms/ports.ts";
import { createAbsentClient } from "../../src/store/redis/client.ts";
import { createStore, type RedisStore } from "../../src/store/store.ts";

it("the store is what handlers ask for", () => {
  // The type check proves the shape; at run time there is only a store to hand over.
  expectTypeOf<RedisStore>().toExtend<Store>();
  const store: Store = createStore(createAbsentClient("not configured"), "none");
  expect(store).toBeDefined();
});
