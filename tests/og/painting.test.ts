import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { cardFile, paintCard } from "../../src/og/draw-card.ts";
import { startPainting } from "../../src/og/painting.ts";

const folder = mkdtempSync(join(tmpdir(), "makethejobs-painting-"));
// Other threads may still write the drawings that nobody waited for.
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

const drawing = (side: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="${side}" height="${side}" fill="red"/></svg>`;

test("drawings are painted on other threads, the same as on this one, and only those that are missing", async () => {
  const own = join(folder, "own");
  const others = join(folder, "others");
  const drawings = [1, 2, 3, 4, 5].map(drawing);
  const kept = await paintCard(drawing(1), others);
  const painting = startPainting(drawings, others);
  expect(painting.missing).toBe(4);
  expect(await painting.picture(cardFile(drawing(1), others))).toEqual(kept);
  for (const svg of drawings) {
    expect(await painting.picture(cardFile(svg, others))).toEqual(await paintCard(svg, own));
  }
  expect(readdirSync(others).sort()).toEqual(readdirSync(own).sort());
  expect(startPainting(drawings, others).missing).toBe(0);
});

test("whoever waits for a drawing that can't be painted hears why", async () => {
  const painting = startPainting(["<svg", drawing(7), drawing(8), drawing(9)], join(folder, "broken"));
  await expect(painting.picture(cardFile("<svg", join(folder, "broken")))).rejects.toThrow();
});
