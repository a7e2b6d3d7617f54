import { parentPort } from "node:worker_threads";
import * as z from "zod/mini";
import { paintCard } from "./draw-card.ts";

/* A thread that paints the drawings it is sent, one after the other, and says when each is there: see `painting.ts`. */

const Ask = z.object({ svg: z.string(), cacheFolder: z.string() });

parentPort?.on("message", (message: unknown) => {
  const { svg, cacheFolder } = z.parse(Ask, message);
  void paintCard(svg, cacheFolder).then(() => parentPort?.postMessage("painted"));
});
