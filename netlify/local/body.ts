import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

export type Encoding = "br" | "gzip";

/** Bytes of an answer. What was compressed once is kept, so that a cached page is compressed for its first reader only. */
export interface Body {
  readonly bytes: Buffer;
  encoded(encoding: Encoding): Promise<Buffer>;
}

/** Static files are read often and never change: best quality. Live pages are compressed while somebody waits. */
export const STATIC_BROTLI_QUALITY = 11;
export const LIVE_BROTLI_QUALITY = 5;

export function createBody(bytes: Buffer, brotliQuality: number): Body {
  const kept = new Map<Encoding, Promise<Buffer>>();
  return {
    bytes,
    encoded(encoding) {
      const known = kept.get(encoding);
      if (known) return known;
      const made = encoding === "br" ? compressBrotli(bytes, brotliQuality) : gzipped(bytes);
      kept.set(encoding, made);
      return made;
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
