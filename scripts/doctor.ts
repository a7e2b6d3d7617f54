import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkEnvironment } from "./doctor-checks.ts";
import type { Finding } from "./doctor-finding.ts";
import { loadEnvFile } from "./launch/env-file.mjs";

const ANSWER_TIMEOUT_MS = 5000;

/** Asks the store for a sign of life; only when it is configured. */
async function checkStoreAnswers(url: string | undefined, token: string | undefined): Promise<Finding[]> {
  if (!url || !token || !URL.canParse(url)) return [];
  const response = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(["PING"]),
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
  }).catch(() => null);
  if (response?.ok) return [];
  const why = response ? `contesta con un ${response.status}` : "no contesta";
  return [
    {
      level: "missing",
      what: `El almacén ${why}.`,
      howToFix: "Comprueba UPSTASH_REDIS_REST_URL y UPSTASH_REDIS_REST_TOKEN.",
    },
  ];
}

loadEnvFile(join(fileURLToPath(new URL("..", import.meta.url)), ".env"));
const { env } = process;
const findings = [
  ...checkEnvironment(env),
  ...(await checkStoreAnswers(env["UPSTASH_REDIS_REST_URL"], env["UPSTASH_REDIS_REST_TOKEN"])),
];
for (const { level, what, howToFix } of findings) {
  console.log(`${level === "missing" ? "✗" : "·"} ${what}\n  → ${howToFix}`);
}
const missing = findings.filter((finding) => finding.level === "missing").length;
console.log(
  missing === 0
    ? "Todo listo para producción."
    : `\nNo está listo para producción: ${missing === 1 ? "falta una cosa" : `faltan ${missing} cosas`}.`,
);
process.exit(missing === 0 ? 0 : 1);
