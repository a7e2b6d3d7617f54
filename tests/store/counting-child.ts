import { createEmbeddedClient } from "../../src/store/sqlite/embedded.ts";
import { createStore } from "../../src/store/store.ts";

/** Started as a process of its own, several at once: counts uses in the same file. */
const [file = "", uses = "0"] = process.argv.slice(2);
const store = createStore(createEmbeddedClient(file), "embedded");
for (let n = 0; n < Number(uses); n += 1) {
  if (!(await store.withinRate("shared", Number.MAX_SAFE_INTEGER, 3600))) process.exit(1);
}
