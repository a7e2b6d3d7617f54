import * as z from "zod/mini";
import { RECORD_SCHEMAS, type RecordKind, type RecordOf } from "../domain/records/records.ts";

const SCHEMAS: { readonly [K in RecordKind]: z.ZodMiniType<RecordOf[K]> } = RECORD_SCHEMAS;

/** The record as JSON text. Its version comes first, so that a commit can compare it without reading JSON. */
export function recordText({ version, ...fields }: { readonly version: number }): string {
  return JSON.stringify({ version, ...fields });
}

/** How the text of every record of this version starts. */
export function versionStart(version: number): string {
  return `{"version":${version},`;
}

/** @throws SyntaxError or ZodError when this is not such a record. */
export function parseRecord<K extends RecordKind>(kind: K, text: string): RecordOf[K] {
  return z.parse(SCHEMAS[kind], JSON.parse(text));
}

/**
 * For lists: a record that can't be read is left out and said aloud by its key (never with its content), so that one
 * broken record does not take a whole page with it.
 */
export function parseListed<K extends RecordKind>(
  kind: K,
  id: string,
  text: string | null,
): RecordOf[K] | null {
  if (text === null) return null;
  try {
    return parseRecord(kind, text);
  } catch {
    console.error(`store: ${kind}:${id} can't be read and is left out`);
    return null;
  }
}
