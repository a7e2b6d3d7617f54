import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules whose answer depends on colours. Themes differ in nothing else, so what the others say of one holds for both. */
export const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** What axe finds in the page as it is now: each rule with the part that breaks it. Without `rules`, by all that axe has on by itself. */
export async function axeFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  // The same page may be looked at several times; reading axe takes as long as asking it.
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify({ resultTypes: ["violations"], runOnly: rules })})`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
