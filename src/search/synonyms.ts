import { parse } from "yaml";
import * as z from "zod";
import type { SynonymRule } from "./index-file.ts";

const Words = z.array(z.string().min(2));
/** `content/synonyms.yaml`: themes with groups of equals, or of words that lead one way only. The file itself explains it. */
const SynonymFile = z.record(
  z.string(),
  z.array(z.union([Words.min(2), z.strictObject({ busca: Words.min(1), encuentra: Words.min(1) })])),
);

/** Reads the editors' synonyms. Throws with the place of what is wrong in the file. */
export function parseSynonyms(yaml: string): SynonymRule[] {
  const parsed = SynonymFile.safeParse(parse(yaml));
  if (!parsed.success) {
    throw new Error(`content/synonyms.yaml no está bien.\n${z.prettifyError(parsed.error)}`);
  }
  return Object.values(parsed.data).flatMap((groups) =>
    groups.map((group) =>
      Array.isArray(group) ? { from: group } : { from: group.busca, to: group.encuentra },
    ),
  );
}
