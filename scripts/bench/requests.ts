import { Agent, request } from "node:http";
import { ARTICLE, startBuiltSite } from "./built-site.ts";
import { percentile, type Figure } from "./report.ts";
import { favourPath } from "./templates.ts";

const SECONDS = 5;
const CONNECTIONS = 8;

/** What is asked for over and over, and what it has to answer. */
export interface Target {
  readonly name: string;
  readonly path: (n: number) => string;
  readonly body?: (n: number) => object;
  readonly status: number;
}

/** Requests a second and how long they take, on the real local host over loopback, from this same machine. */
export async function measureRequests(root: string): Promise<Figure[]> {
  const site = await startBuiltSite(root);
  try {
    const favour = await favourPath(site);
    const thread = `/articulos/${ARTICLE}/comentarios/`;
    const targets: Target[] = [
      { name: "artículo", path: () => `/articulos/${ARTICLE}/`, status: 200 },
      { name: "tablón, en caché", path: () => "/favores/", status: 200 },
      { name: "tablón, sin caché", path: (n) => `/favores/?q=perra+${n}`, status: 200 },
      { name: "un favor, en caché", path: () => favour, status: 200 },
      { name: "una conversación, en caché", path: () => thread, status: 200 },
      {
        name: "POST de un comentario",
        path: () => "/api/comments",
        body: (n) => ({
          article: ARTICLE,
          text: `Comentario número ${n}`,
          name: "Ana",
          email: `ana${n}@example.org`,
        }),
        status: 202,
      },
    ];
    const figures: Figure[] = [];
    for (const target of targets) figures.push(...(await measure(site.origin, target)));
    return figures;
  } finally {
    await site.stop();
  }
}

async function measure(origin: string, target: Target): Promise<Figure[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  let sent = 0;
  await askSite(agent, origin, target, (sent += 1));
  const startedAt = performance.now();
  const end = startedAt + SECONDS * 1000;

  async function repeat(): Promise<void> {
    while (performance.now() < end) {
      const askedAt = performance.now();
      await askSite(agent, origin, target, (sent += 1));
      times.push(performance.now() - askedAt);
    }
  }

  await Promise.all(Array.from({ length: CONNECTIONS }, repeat));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  const part = "peticiones";
  return [
    {
      part,
      name: target.name,
      value: Math.round(times.length / seconds),
      unit: "por segundo",
      moreIsBetter: true,
    },
    { part, name: `${target.name}: p50`, value: percentile(times, 50), unit: "ms" },
    { part, name: `${target.name}: p99`, value: percentile(times, 99), unit: "ms" },
  ];
}

export function askSite(agent: Agent, origin: string, target: Target, n: number): Promise<void> {
  const body = target.body ? JSON.stringify(target.body(n)) : null;
  const headers = {
    "accept-encoding": "br",
    ...(body === null ? {} : { "content-type": "application/json" }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      origin + target.path(n),
      { agent, method: body === null ? "GET" : "POST", headers },
      (response) => {
        response.resume();
        response.on("end", () => {
          if (response.statusCode === target.status) resolve();
          else reject(new Error(`${target.name}: ${String(response.statusCode)}`));
        });
      },
    );
    sent.on("error", reject);
    sent.end(body ?? undefined);
  });
}
