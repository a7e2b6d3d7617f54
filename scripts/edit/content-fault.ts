/** What is wrong in an editor's file, told in Spanish. */
export interface ContentFault {
  /** From the root of the project. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column?: number;
  /** The field, as it is written: `sources.0.url`. */
  readonly field?: string;
  readonly problem: string;
  readonly whatToDo: string;
}

/** Two lines for who reads them in a terminal. */
export function faultText({ file, line, column, field, problem, whatToDo }: ContentFault): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return `${place}: ${field === undefined ? "" : `${field}: `}${problem}\n  → ${whatToDo}`;
}
