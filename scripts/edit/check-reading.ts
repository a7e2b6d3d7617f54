import type { MdastNode } from "satteri";
import type { Entry } from "./content-entries.ts";
import type { ContentFault } from "./content-fault.ts";
import { inflesz, sentencesIn, wordsIn } from "./inflesz.ts";
import { allBelow, rangeOf, wordsOf } from "./mdx-body.ts";

export const MAX_SENTENCE_WORDS = 40;
/** Below it INFLESZ calls a text somewhat hard. */
const EASY_ENOUGH = 55;

/** What makes a text hard to read: told, never barred. */
export function checkReading({ file, text, tree }: Entry): ContentFault[] {
  if (tree === null) return [];
  const paragraphs = allBelow(tree).filter(({ type }) => type === "paragraph");
  const long = paragraphs.flatMap((paragraph) => {
    const { start, end } = rangeOf(text, paragraph);
    return sentencesIn(wordsOf(paragraph))
      .map((sentence) => ({ sentence, words: wordsIn(sentence).length }))
      .filter(({ words }) => words > MAX_SENTENCE_WORDS)
      .map(({ sentence, words }) => ({
        file,
        ...text.placeAt(start + beginningOf(sentence, text.text.slice(start, end))),
        problem: `la frase «${sentence.slice(0, 40).trim()}…» tiene ${words} palabras.`,
        whatToDo: `Pártela: por encima de ${MAX_SENTENCE_WORDS} se pierde el hilo.`,
        weight: "note" as const,
      }));
  });
  return [...long, ...checkEase(paragraphs, file, text.placeAt(text.bodyStart).line)];
}

function checkEase(paragraphs: readonly MdastNode[], file: string, line: number): ContentFault[] {
  const ease = inflesz(paragraphs.map(wordsOf).join("\n"));
  if (ease === null || ease >= EASY_ENOUGH) return [];
  return [
    {
      file,
      line,
      problem: `se lee con dificultad (INFLESZ ${Math.round(ease)}; desde ${EASY_ENOUGH} es normal).`,
      whatToDo: "Acorta frases y cambia palabras largas por otras de todos los días.",
      weight: "note",
    },
  ];
}

/** Where a sentence begins in what is written, marks and all. */
function beginningOf(sentence: string, raw: string): number {
  for (let length = Math.min(24, sentence.length); length > 3; length -= 4) {
    const at = raw.indexOf(sentence.slice(0, length));
    if (at !== -1) return at;
  }
  return 0;
}
