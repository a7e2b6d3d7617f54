import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { cardFile, type Png } from "./draw-card.ts";

/** The thread's own file, which Node runs as it is. Builds run at the project's root. */
const PAINTER = resolve("src", "og", "painter.ts");

/** Cards that are being painted. */
export interface Painting {
  /** How many of them were not kept from before. */
  readonly missing: number;
  /** The picture in this file, once it is there. */
  readonly picture: (file: string) => Promise<Png>;
}

interface Waiting {
  readonly svg: string;
  readonly painted: PromiseWithResolvers<void>;
}

/** Has every core paint the drawings that have no picture in `cacheFolder` yet, in this order, while pages are rendered. */
export function startPainting(svgs: Iterable<string>, cacheFolder: string): Painting {
  const waiting = new Map<string, Waiting>();
  for (const svg of svgs) {
    const file = cardFile(svg, cacheFolder);
    if (!existsSync(file)) waiting.set(file, { svg, painted: Promise.withResolvers() });
  }
  const promises = new Map([...waiting].map(([file, { painted }]) => [file, painted.promise]));
  // Whoever asks for the picture hears of it; until then nobody has to.
  for (const promise of promises.values()) promise.catch(() => undefined);
  const queue = [...waiting.values()].values();
  const painters = Math.min(availableParallelism(), waiting.size);
  for (let n = 0; n < painters; n += 1) startPainter(queue, cacheFolder);
  return {
    missing: promises.size,
    picture: async (file) => {
      await promises.get(file);
      return new Uint8Array(await readFile(file));
    },
  };
}

/** Takes one after the other until none is left. */
function startPainter(queue: Iterator<Waiting>, cacheFolder: string): void {
  const painter = new Worker(PAINTER);
  let current: Waiting | undefined;
  const next = (): void => {
    current?.painted.resolve();
    const taken = queue.next();
    current = taken.done ? undefined : taken.value;
    if (current) painter.postMessage({ svg: current.svg, cacheFolder });
    else void painter.terminate();
  };
  painter.on("message", next);
  painter.on("error", (error) => {
    current?.painted.reject(error);
    // Nobody else would come for the rest.
    for (let taken = queue.next(); !taken.done; taken = queue.next()) taken.value.painted.reject(error);
  });
  next();
}
