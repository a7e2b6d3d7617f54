// `npm run migrate`: brings a store that an earlier version filled into today's shape, whole. The sweeper does the same in small steps.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getServices } from "../src/services.ts";
import { loadEnvFile } from "./launch/env-file.mjs";

const AT_ONCE = 200;

loadEnvFile(join(fileURLToPath(new URL("..", import.meta.url)), ".env"));
const { store, now } = await getServices();
for (let step = 1; !(await store.migrate(AT_ONCE, now())); step += 1) console.log(`Paso ${step}…`);
console.log("El almacén está al día.");
