import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/** One measured figure. `bar`: what it may be at most (or at least, where more is better); absent: only reported. */
export interface Figure {
  readonly part: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly bar?: number;
  readonly moreIsBetter?: boolean;
}

/** Prints the figures as a table and, below, one JSON object a line; appends those to `bench/results.jsonl`. */
export function report(
  root: string,
  figures: readonly Figure[],
  context: Readonly<Record<string, string>>,
): void {
  const rows = figures.map((figure) => [figure.part, figure.name, shown(figure), barOf(figure)]);
  printTable([["Parte", "Qué", "Medida", "Tope"], ...rows]);
  const lines = figures.map((figure) => JSON.stringify({ ...figure, ok: isWithinBar(figure), ...context }));
  console.log(`\n${lines.join("\n")}`);
  mkdirSync(join(root, "bench"), { recursive: true });
  appendFileSync(join(root, "bench", "results.jsonl"), `${lines.join("\n")}\n`);
}

export function isWithinBar({ value, bar, moreIsBetter = false }: Figure): boolean | null {
  if (bar === undefined) return null;
  return moreIsBetter ? value >= bar : value <= bar;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value that `percent` of all are at or below. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN;
}

function shown({ value, unit }: Figure): string {
  const digits = Number.isInteger(value) || value >= 1000 ? 0 : value >= 100 ? 1 : 2;
  return `${value.toLocaleString("es-ES", { maximumFractionDigits: digits })} ${unit}`;
}

function barOf(figure: Figure): string {
  const ok = isWithinBar(figure);
  if (ok === null) return "";
  return `${figure.moreIsBetter ? "≥" : "≤"} ${String(figure.bar)} ${ok ? "✓" : "✗"}`;
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) =>
          column === 2 ? cell.padStart(widths[2] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join("  "),
    );
  }
}
