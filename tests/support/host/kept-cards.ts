import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../house/project-files.ts";

/** Below a project's folder, as `src/pages/og` has it. */
const CARDS = join("node_modules", ".cache", "cards");

/** Gives a copy of the project the cards that its own build painted: painting them anew is two thirds of a clean build. */
export function keepCards(copy: string): void {
  if (existsSync(join(ROOT, CARDS))) cpSync(join(ROOT, CARDS), join(copy, CARDS), { recursive: true });
}
