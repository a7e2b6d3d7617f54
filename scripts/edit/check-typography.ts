import type { Entry } from "./content-entries.ts";
import type { ContentFault } from "./content-fault.ts";
import { withMends } from "./mend.ts";
import { shownTexts } from "./shown-texts.ts";

const NB = "\u00a0";

interface Rule {
  readonly pattern: RegExp;
  readonly problem: string;
  readonly whatToDo: string;
  /** What belongs in the place of a match; absent where somebody has to decide. */
  readonly mend?: (...found: string[]) => string;
}

/** «28 001» or «28001»: thousands apart from five digits on, as the RAE writes them, so that no line breaks in between. */
function grouped(digits: string): string {
  return digits.length <= 4 ? digits : digits.replace(/\B(?=(?:\d{3})+$)/g, NB);
}

const digitsOf = (written: string): string => written.replace(/\D/g, "");
/** Spanish telephone numbers are written in groups of three, too. */
const NOT_A_PHONE = "(?![6-9]\\d{2}[ \\u00a0]\\d{3}[ \\u00a0]\\d{3}(?!\\d))";

const RULES: readonly Rule[] = [
  {
    pattern: /\\?"([^"\n]*[^"\n\\])\\?"/g,
    problem: "las comillas son « ».",
    whatToDo: "Escribe «así».",
    mend: (_, inside = "") => `«${inside}»`,
  },
  {
    pattern: /\\?"/g,
    problem: "las comillas son « ».",
    whatToDo: "Cambia esta comilla y su pareja.",
  },
  {
    pattern: /«[ \u00a0]+|[ \u00a0]+»/g,
    problem: "entre las comillas y lo que encierran no hay espacio.",
    whatToDo: "Quita el espacio.",
    mend: (found) => found.trim(),
  },
  {
    pattern: /(?<![\d.,:/-])\d{1,3}(?:\.\d{3}){1,2}(?!\.?\d)/g,
    problem: "los millares no llevan punto.",
    whatToDo: `Escribe 3000, y desde cinco cifras con espacio fijo: 20${NB}000.`,
    mend: (found) => grouped(digitsOf(found)),
  },
  {
    pattern: new RegExp(
      `(?<![\\d.,:/+-]|\\d[ \\u00a0])${NOT_A_PHONE}\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?![ \\u00a0]?\\d|[.,]\\d{3})`,
      "g",
    ),
    problem: "los millares se separan desde cinco cifras, con un espacio fijo.",
    whatToDo: `Escribe 3000 o 20${NB}000.`,
    mend: (found) => grouped(digitsOf(found)),
  },
  {
    pattern: /(?<![\d.,:/#=+-])\d{5,7}(?=[ \u00a0](?:€|%|\p{Ll}))/gu,
    problem: "desde cinco cifras los millares se separan.",
    whatToDo: `Escribe 20${NB}000, con espacio fijo.`,
    mend: (found) => grouped(found),
  },
  {
    pattern: /(?<=\d) ?(?=[%€])/g,
    problem: "entre la cifra y % o € va un espacio fijo, para que no se separen al final de una línea.",
    whatToDo: `Escribe 10${NB}%, con espacio fijo.`,
    mend: () => NB,
  },
  {
    pattern: /\b([Nn])\.?[º°] ?(?=\d)/g,
    problem: "la abreviatura de «número» lleva punto.",
    whatToDo: `Escribe n.º${NB}3.`,
    mend: (_, letter = "n") => `${letter}.º${NB}`,
  },
  {
    pattern: /(?<=\d)([ºª])/g,
    problem: "los ordinales abreviados llevan punto.",
    whatToDo: "Escribe 1.º o 2.ª.",
    mend: (_, letter = "º") => `.${letter}`,
  },
  {
    pattern: /“([^”\n]*)”/g,
    problem: "las comillas son « »; las “ ” van solo dentro de otras.",
    whatToDo: "Escribe «así».",
    mend: (_, inside = "") => `«${inside}»`,
  },
];

/** A text with what has one right answer put right. */
export function asPrinted(raw: string): string {
  const mends = slipsIn(raw).flatMap(({ at, length, instead }) =>
    instead === undefined ? [] : [{ start: at, end: at + length, text: instead }],
  );
  return withMends(raw, mends);
}

/** How Spanish is printed: one way for quotes, numbers and abbreviations. */
export function checkTypography(entry: Entry): ContentFault[] {
  const { file, text } = entry;
  return shownTexts(entry).flatMap(({ raw, start }) =>
    slipsIn(raw).map(({ at, length, rule, instead }) => ({
      file,
      ...text.placeAt(start + at),
      problem: `«${raw.slice(Math.max(0, at - 12), at + length + 12).trim()}»: ${rule.problem}`,
      whatToDo: rule.whatToDo,
      weight: "slip" as const,
      ...(instead !== undefined && { mend: { start: start + at, end: start + at + length, text: instead } }),
    })),
  );
}

interface Slip {
  readonly at: number;
  readonly length: number;
  readonly rule: Rule;
  readonly instead: string | undefined;
}

function slipsIn(raw: string): Slip[] {
  const slips: Slip[] = [];
  for (const rule of RULES) {
    for (const match of raw.matchAll(rule.pattern)) {
      const at = match.index;
      const [found] = match;
      const instead = rule.mend?.(...match);
      const taken = slips.some((slip) => at < slip.at + slip.length && slip.at < at + found.length);
      if (found !== instead && !taken && !(found.startsWith("“") && isInsideQuotes(raw, at))) {
        slips.push({ at, length: found.length, rule, instead });
      }
    }
  }
  return slips;
}

function isInsideQuotes(raw: string, at: number): boolean {
  const before = raw.slice(0, at);
  return before.lastIndexOf("«") > before.lastIndexOf("»");
}
