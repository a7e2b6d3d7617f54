import sharp from "sharp";

/** How far a colour of a pixel may be off, of 255: another machine smooths the edges of letters a little otherwise. */
const SAME_COLOUR = 40;

export interface Difference {
  /** Of all pixels; 1 where the sizes differ. */
  readonly share: number;
  /** The new picture, greyed, with what differs in red. */
  readonly shown: Buffer;
}

/** How unlike two pictures are. */
export async function compare(before: Buffer, now: Buffer): Promise<Difference> {
  const [old, fresh] = await Promise.all([pixels(before), pixels(now)]);
  if (old.width !== fresh.width || old.height !== fresh.height) return { share: 1, shown: now };
  if (old.data.equals(fresh.data)) return { share: 0, shown: now };
  const shown = Buffer.alloc(fresh.data.length);
  let different = 0;
  const isOff = (at: number): boolean => Math.abs(byte(old.data, at) - byte(fresh.data, at)) > SAME_COLOUR;
  for (let at = 0; at < fresh.data.length; at += 3) {
    if (isOff(at) || isOff(at + 1) || isOff(at + 2)) {
      different += 1;
      shown[at] = 220;
    } else shown.fill(128 + byte(fresh.data, at) / 2, at, at + 3);
  }
  const { width, height } = fresh;
  return {
    share: different / (width * height),
    shown: await sharp(shown, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer(),
  };
}

/** As small as it gets without losing a pixel. */
export async function packed(picture: Buffer): Promise<Buffer> {
  return sharp(picture).removeAlpha().webp({ lossless: true, effort: 6 }).toBuffer();
}

async function pixels(picture: Buffer): Promise<{ data: Buffer; width: number; height: number }> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function byte(data: Buffer, at: number): number {
  return data[at] ?? 0;
}
