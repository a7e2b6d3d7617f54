import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

export type Encoding = "br" | "gzip";

/** Bytes of an answer. What was compressed is kept, so that a cached page isn't compressed for each of its readers. */
export interface Body {
  readonly bytes: Buffer;
  encoded(encoding: Encoding): Promise<Buffer>;
}

/** Brotli's quality for who reads an answer first, and for all who come later. */
interface BrotliQualities {
  readonly first: number;
  readonly later: number;
}

/** Static files are read often and never change: best quality. */
export const STATIC_BROTLI: BrotliQualities = { first: 11, later: 11 };
/**
 * A live page is compressed while its first reader waits, and most have only that one: a third of the time for a seventh more bytes.
 * What is read again is a cached page.
 */
export const LIVE_BROTLI: BrotliQualities = { first: 3, later: 5 };

export function createBody(bytes: Buffer, { first, later }: BrotliQualities): Body {
  const kept = new Map<number | "gzip", Promise<Buffer>>();

  function keep(name: number | "gzip", made: Promise<Buffer>): Promise<Buffer> {
    kept.set(name, made);
    return made;
  }

  return {
    bytes,
    encoded(encoding) {
      if (encoding === "gzip") return kept.get("gzip") ?? keep("gzip", gzipped(bytes));
      const quality = kept.has(first) ? later : first;
      return kept.get(quality) ?? keep(quality, compressBrotli(bytes, quality));
    },
  };
}

function compressBrotli(bytes: Buffer, quality: number): Promise<Buffer> {
  return brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** The best encoding that the client takes; `q=0` refuses one (RFC 9110 §12.5.3). */
export function chooseEncoding(acceptEncoding: string): Encoding | null {
  const accepted = new Set(
    acceptEncoding
      .toLowerCase()
      .split(",")
      .map((part) => part.trim())
      .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
      .map((part) => part.split(";")[0]?.trim()),
  );
  if (accepted.has("br")) return "br";
  return accepted.has("gzip") || accepted.has("*") ? "gzip" : null;
}
