import { createEmbeddedClient } from "../../src/store/sqlite/embedded.ts";
import { createStore } from "../../src/store/store.ts";
import { decision, idOf, job, mail, newJob, NOW } from "../support/builders/records.ts";

/** Started as a process of its own: several writers commit one favour after another and print the number of each once it is acknowledged. */
const [file = "", first = "0", writers = "1"] = process.argv.slice(2);
const store = createStore(createEmbeddedClient(file), "embedded");
const count = Number(writers);
for (let writer = 0; writer < count; writer += 1) void write(Number(first) + writer);

async function write(from: number): Promise<void> {
  for (let n = from; ; n += count) {
    const asked = job({ id: idOf(n) });
    const { status } = await store.commit(decision({ changes: [newJob(asked)], mails: [mail(n)] }), NOW);
    if (status === "committed") process.stdout.write(`${n}\n`);
    else break;
  }
}
