import { Agent } from "node:http";
import { ARTICLE, startBuiltSite } from "./built-site.ts";
import { percentile, type Figure } from "./report.ts";
import { askSite, type Target } from "./requests.ts";

/** A day's readers and writes; `DAY_PART=1` replays it whole, which takes an hour or two. */
const READERS = 100_000;
const WRITES = 5_000;
const PART = Number(process.env["DAY_PART"] ?? 0.02);
const CONNECTIONS = 16;
/** One look at the board in so many asks for what no copy is kept of. */
const SEARCHED_EACH = 20;

/** Readers open three pages each: an article, the board or a search in it, and what stands on it. Between them others write. */
export async function measureDay(root: string): Promise<Figure[]> {
  const site = await startBuiltSite(root);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  try {
    const { jobs } = await site.services.store.board({ order: "newest", page: 1 }, site.services.now());
    const [first] = jobs;
    const favour = first === undefined ? "/favores/" : `/api/jobs/${first.job.id}`;
    const page = (name: string, path: (n: number) => string): Target => ({ name, path, status: 200 });
    const read = [
      page("un artículo", () => `/articulos/${ARTICLE}/`),
      page("el tablón", (n) => (n % SEARCHED_EACH === 0 ? `/favores/?q=perra+${String(n)}` : "/favores/")),
      page("un favor o una conversación", (n) =>
        n % 2 === 0 ? favour : `/articulos/${ARTICLE}/comentarios/`,
      ),
    ];
    const write: Target = {
      name: "un comentario",
      path: () => "/api/comments",
      body: (n) => ({
        article: ARTICLE,
        text: `Lo que alguien dice hoy, y van ${String(n)}`,
        name: "Ana",
        email: `ana${String(n)}@example.org`,
      }),
      status: 202,
    };
    const readers = Math.round(READERS * PART);
    const every = Math.max(1, Math.round(READERS / WRITES));
    const reads: number[] = [];
    const writes: number[] = [];
    const errors: string[] = [];
    let next = 0;

    async function timed(target: Target, n: number, times: number[]): Promise<void> {
      const askedAt = performance.now();
      try {
        await askSite(agent, site.origin, target, n);
        times.push(performance.now() - askedAt);
      } catch (error) {
        errors.push(String(error));
      }
    }

    async function visitors(): Promise<void> {
      while (next < readers) {
        next += 1;
        const n = next;
        for (const target of read) await timed(target, n, reads);
        if (n % every === 0) await timed(write, n, writes);
      }
    }

    const startedAt = performance.now();
    await Promise.all(Array.from({ length: CONNECTIONS }, visitors));
    const seconds = (performance.now() - startedAt) / 1000;
    for (const error of new Set(errors)) console.error(`  ${error}`);
    const part = `un día × ${String(PART)}`;
    return [
      { part, name: "páginas leídas", value: reads.length, unit: "" },
      { part, name: "comentarios escritos", value: writes.length, unit: "" },
      { part, name: "errores", value: errors.length, unit: "", bar: 0 },
      { part, name: "leer: p50", value: percentile(reads, 50), unit: "ms" },
      { part, name: "leer: p99", value: percentile(reads, 99), unit: "ms" },
      { part, name: "escribir: p50", value: percentile(writes, 50), unit: "ms" },
      { part, name: "escribir: p99", value: percentile(writes, 99), unit: "ms" },
      { part, name: "duración", value: seconds, unit: "s" },
    ];
  } finally {
    agent.destroy();
    await site.stop();
  }
}
