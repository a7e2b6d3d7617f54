import { type Background, createContext } from "./function-context.ts";
import type { SiteFunction } from "./functions.ts";

/** Locally every schedule is this short, so that what waits (a mail to send again, a favour that expires) is seen. */
export const SCHEDULE_INTERVAL_MS = 30_000;

/** Runs the scheduled functions until `stop` is called; one run at a time of each. */
export function startSchedule(
  functions: readonly SiteFunction[],
  origin: () => string,
  background: Background,
  intervalMs: number,
): { stop(): void } {
  const running = new Set<string>();

  function runAll(): void {
    for (const fn of functions) {
      if (!fn.scheduled || running.has(fn.name)) continue;
      running.add(fn.name);
      background.add(runOne(fn).finally(() => running.delete(fn.name)));
    }
  }

  async function runOne(fn: SiteFunction): Promise<void> {
    const url = new URL(`/.netlify/functions/${fn.name}`, origin());
    const request = new Request(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ next_run: new Date(Date.now() + intervalMs).toISOString() }),
    });
    await fn.handler(request, createContext(url, "127.0.0.1", {}, background));
  }

  // What became due while the site was off need not wait.
  runAll();
  const timer = setInterval(runAll, intervalMs);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
    },
  };
}
