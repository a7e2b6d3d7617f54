/** `error`: the build stops. `slip`: `npm run revisar` asks for it to be mended. `note`: told, for whoever wants to write better. */
export type FaultWeight = "error" | "slip" | "note";

/** What is wrong in an editor's file, told in Spanish. */
export interface ContentFault {
  /** From the root of the project. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1; absent: the line as a whole. */
  readonly column?: number;
  /** The field, as it is written: `sources.0.url`. */
  readonly field?: string;
  readonly problem: string;
  readonly whatToDo: string;
  /** Absent: an error. */
  readonly weight?: FaultWeight;
  /** The one right answer, where there is one. */
  readonly mend?: Mend;
}

/** A stretch of the file's text (without byte order mark, lines ending in `\n`) and what belongs there. */
export interface Mend {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const WEIGHTS: readonly FaultWeight[] = ["error", "slip", "note"];

export function weightOf({ weight = "error" }: ContentFault): FaultWeight {
  return weight;
}

/** The worst first; then by file, line and column. */
export function byWeight(a: ContentFault, b: ContentFault): number {
  return WEIGHTS.indexOf(weightOf(a)) - WEIGHTS.indexOf(weightOf(b)) || byPlace(a, b);
}

function byPlace(a: ContentFault, b: ContentFault): number {
  return a.file.localeCompare(b.file, "es") || a.line - b.line || (a.column ?? 1) - (b.column ?? 1);
}

const WEIGHT_WORDS: Readonly<Record<FaultWeight, string>> = {
  error: "",
  slip: "(descuido) ",
  note: "(nota) ",
};

/** One line for who reads it in a terminal, and for the problem matchers of `.vscode/tasks.json`. */
export function faultText(fault: ContentFault): string {
  const { file, line, column = 1, field, problem, whatToDo } = fault;
  // The line says which of a list it is.
  const what = `${field === undefined ? "" : `${field.replace(/\.\d+/g, "")}: `}${problem}`;
  return `${file}:${line}:${column}: ${WEIGHT_WORDS[weightOf(fault)]}${what} → ${whatToDo}`.replaceAll(
    "\n",
    " ",
  );
}
