import { readFile } from "node:fs/promises";

/** A text of ours, as one of the hands wrote it; nothing here is a visitor's. */
export interface CorpusLine {
  readonly kind: "job" | "offer" | "comment";
  readonly label: "innocent" | "fraud" | "spam";
  readonly type: string;
  readonly title?: string;
  readonly text: string;
}

/** The lines of one hand. */
export async function readHand(hand: string): Promise<readonly CorpusLine[]> {
  const path = new URL(`../tests/corpus/hand-${hand}.jsonl`, import.meta.url);
  const lines = (await readFile(path, "utf8")).trim().split("\n");
  // Our own file; a line that isn't one shows at once as a text that is missing.
  return lines.map((line) => JSON.parse(line) as CorpusLine);
}

/** What is looked at of a line, as a form's texts are. */
export function textOf({ title, text }: CorpusLine): string {
  return [title, text].filter((part) => part !== undefined).join("\n");
}
