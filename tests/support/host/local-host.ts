import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../house/project-files.ts";
import { startProgram, type Running } from "../../scripts/running.ts";

/** Starts the real local host on the built site, in a process of its own, with nothing of this machine's settings. */
export function startLocalHost(data: string, env: Readonly<Record<string, string>> = {}): Promise<Running> {
  if (!existsSync(join(ROOT, "build", "functions"))) {
    throw new Error("La web no está construida: npm run build (npm test lo hace antes).");
  }
  const args = [
    "--disable-warning=ExperimentalWarning",
    "netlify/local/main.ts",
    "--port",
    "0",
    "--data",
    data,
  ];
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  return startProgram(process.execPath, args, { cwd: ROOT, env: { PATH, NODE_COMPILE_CACHE, ...env } });
}

/** A favour that passes every check; each with its own title. */
export function favourForm(title: string): Record<string, string> {
  return {
    title,
    description: "Necesito a alguien que me ayude a subir una estantería hasta un segundo piso.",
    category: "transporte",
    place: "madrid",
    rewardKind: "money",
    rewardAmount: "12,50",
    name: "Ana",
    email: "ana@example.org",
    consent: "on",
  };
}

export function postJson(origin: string, path: string, body: object): Promise<Response> {
  return fetch(origin + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}
