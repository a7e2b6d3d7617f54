import { createEmbeddedClient } from "../../src/store/sqlite/embedded.ts";
import { createStore } from "../../src/store/store.ts";
import { decision, idOf, job, mail, newJob, NOW } from "../support/builders/records.ts";

/** Started as a process of its own: commits one favour after another and prints the number of each once it is acknowledged. */
const [file = "", first = "0"] = process.argv.slice(2);
const store = createStore(createEmbeddedClient(file), "embedded");
for (let n = Number(first); ; n += 1) {
  const asked = job({ id: idOf(n) });
  const { status } = await store.commit(decision({ changes: [newJob(asked)], mails: [mail(n)] }), NOW);
  if (status === "committed") process.stdout.write(`${n}\n`);
  else break;
}
