import { SHOWN_BODY_LIMIT, BODY_LIMIT } from "../../src/domain/kernel/request-limits.ts";
import { err, ok, type Result } from "../../src/domain/kernel/errors.ts";

/** Field name to text, as it was typed. A field sent more than once counts with its last value, as in JSON; `REPEATED` ones have all. */
export type TypedFields = Readonly<Record<string, string>>;

export interface BodyProblem {
  readonly status: 400 | 413 | 415;
  /** As much of what was typed as could be read. */
  readonly typed: TypedFields;
}

/** Fields that may be sent several times, or as a list in JSON: their values stand in one text, with blanks in between. */
const REPEATED: ReadonlySet<string> = new Set(["ids", "lugar"]);

type Format = "json" | "urlencoded" | "multipart";

const FORMATS: Readonly<Record<string, Format>> = {
  "application/json": "json",
  "application/x-www-form-urlencoded": "urlencoded",
  "multipart/form-data": "multipart",
};

/** The format that a request says its body has; null for one that no form has. */
export function bodyFormat(request: Request): Format | null {
  const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  const known = type.trim().toLowerCase();
  return Object.hasOwn(FORMATS, known) ? (FORMATS[known] ?? null) : null;
}

/** Reads the fields of a form or of a flat JSON object; never more of the body than the limits above. */
export async function readFields(request: Request): Promise<Result<TypedFields, BodyProblem>> {
  const format = bodyFormat(request);
  const decoder = decoderOf(request);
  if (format === null || decoder === null) return err({ status: 415, typed: {} });

  const body = await readBytes(request, format === "json" ? BODY_LIMIT : SHOWN_BODY_LIMIT);
  if (body === null) return err({ status: 400, typed: {} });
  if (format === "json" && body.isCut) return err({ status: 413, typed: {} });

  const fields = await parse(body.bytes, format, decoder, request).catch(() => null);
  if (body.isCut || body.bytes.length > BODY_LIMIT) return err({ status: 413, typed: fields ?? {} });
  return fields === null ? err({ status: 400, typed: {} }) : ok(fields);
}

/** Null when the charset is none that can be read. `fatal`: what can't be read is refused, never guessed. */
function decoderOf(request: Request): TextDecoder | null {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(request.headers.get("content-type") ?? "")?.[1];
  try {
    return new TextDecoder(charset ?? "utf-8", { fatal: true });
  } catch {
    return null;
  }
}

/** The body byte for byte, up to the limit. Null when the connection broke while reading. */
export async function readBytes(
  request: Request,
  limit: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; isCut: boolean } | null> {
  if (request.body === null) return { bytes: new Uint8Array(), isCut: false };
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value);
      length += next.value.length;
      if (length > limit) {
        await reader.cancel();
        break;
      }
    }
  } catch {
    return null;
  }
  return { bytes: new Uint8Array(Buffer.concat(chunks).subarray(0, limit)), isCut: length > limit };
}

async function parse(
  bytes: Uint8Array<ArrayBuffer>,
  format: Format,
  decoder: TextDecoder,
  request: Request,
): Promise<TypedFields | null> {
  if (format === "json") return fieldsOfJson(JSON.parse(decoder.decode(bytes)));
  const entries = format === "urlencoded" ? urlencodedEntries(bytes, decoder) : await partsOf(bytes, request);
  return toFields(entries);
}

function fieldsOfJson(value: unknown): TypedFields | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const entries: [string, string][] = [];
  for (const [name, field] of Object.entries(value)) {
    if (field === null) continue;
    if (REPEATED.has(name) && Array.isArray(field) && field.every((one) => typeof one === "string")) {
      entries.push(...field.map((one): [string, string] => [name, one]));
      continue;
    }
    if (typeof field !== "string" && typeof field !== "number") return null;
    entries.push([name, String(field)]);
  }
  return toFields(entries);
}

function urlencodedEntries(bytes: Uint8Array, decoder: TextDecoder): [string, string][] {
  const pairs = Buffer.from(bytes).toString("latin1").split("&");
  return pairs
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [percentDecode(name, decoder), percentDecode(value.join("="), decoder)];
    });
}

function percentDecode(text: string, decoder: TextDecoder): string {
  const latin1 = text
    .replaceAll("+", " ")
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decoder.decode(Buffer.from(latin1, "latin1"));
}

/** The text fields of a multipart form; files are nothing that any of our forms asks for. */
async function partsOf(bytes: Uint8Array<ArrayBuffer>, request: Request): Promise<[string, string][]> {
  const contentType = request.headers.get("content-type") ?? "";
  const form = await new Response(bytes, { headers: { "content-type": contentType } }).formData();
  return [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
}

/** Line ends as `\n`, and no half surrogates: the same text is the same whichever way it came. */
function toFields(entries: readonly (readonly [string, string])[]): TypedFields {
  const fields = new Map<string, string>();
  for (const [name, value] of entries) {
    const clean = value.toWellFormed().replace(/\r\n?/g, "\n");
    const before = REPEATED.has(name) ? fields.get(name) : undefined;
    fields.set(name, before === undefined ? clean : `${before} ${clean}`);
  }
  return Object.fromEntries(fields);
}
