import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { EDITOR_COMPONENTS } from "../../scripts/edit/components.ts";
import { ROOT } from "./small-site.ts";

const MDX = readFileSync(join(ROOT, "src/ui/prose/Mdx.astro"), "utf8");
/** The name that editors use, with the component behind it: `Sources: SourceList`. */
const given = new Map(
  (/const EDITORS_COMPONENTS = \{([\s\S]*?)\};/.exec(MDX)?.[1] ?? "")
    .split(",")
    .map((pair) => pair.trim())
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [name = "", behind = name] = pair.split(": ");
      return [name, behind] as const;
    }),
);

/** The fields of a component's `Props`, with whether they may be left out. */
function propsOf(component: string): string[] {
  const source = readFileSync(join(ROOT, `src/ui/prose/${component}.astro`), "utf8");
  const props = /interface Props \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? "";
  return [...props.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name = ""]) => name);
}

describe("what the checks know of components", () => {
  test("is what pages give to editors' texts", () => {
    expect(Object.keys(EDITOR_COMPONENTS).sort()).toEqual([...given.keys()].sort());
  });

  test.each(Object.entries(EDITOR_COMPONENTS))("%s takes the same fields", (name, { fields }) => {
    expect(Object.keys(fields).sort()).toEqual(propsOf(given.get(name) ?? "").sort());
  });
});
