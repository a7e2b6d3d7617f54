import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { compare, packed } from "../support/site/compare-pictures.ts";

const SIDE = 20;

/** A white square with a grey one of this side in its corner. */
function square(side: number, grey: number, size = SIDE): Promise<Buffer> {
  const white = sharp({ create: { width: size, height: size, channels: 3, background: "#fff" } });
  const background = { r: grey, g: grey, b: grey };
  const corner = {
    input: { create: { width: side, height: side, channels: 3 as const, background } },
    left: 0,
    top: 0,
  };
  return white.composite([corner]).png().toBuffer();
}

describe("how unlike two pictures are", () => {
  test("not at all, when one was packed", async () => {
    const picture = await square(5, 0);
    expect((await compare(await packed(picture), picture)).share).toBe(0);
  });

  test("as much as what changed takes of it", async () => {
    expect((await compare(await square(1, 0), await square(5, 0))).share).toBe(24 / SIDE ** 2);
  });

  test("edges that are smoothed otherwise are the same", async () => {
    expect((await compare(await square(5, 100), await square(5, 125))).share).toBe(0);
  });

  test("wholly, where one is larger", async () => {
    expect((await compare(await square(5, 0), await square(5, 0, SIDE + 1))).share).toBe(1);
  });
});
