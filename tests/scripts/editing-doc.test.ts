import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkTexts } from "../../scripts/check-texts.ts";
import { EDITOR_COMPONENTS } from "../../scripts/edit/components.ts";
import { faultText } from "../../scripts/edit/content-fault.ts";
import { COMPONENT_FORMS } from "../../scripts/editor/component-forms.ts";
import { article, GOOD, ROOT, smallSite, TODAY } from "./small-site.ts";

const DOC = readFileSync(join(ROOT, "docs/editing.md"), "utf8");

test("the article that docs/editing.md gives as an example passes every check", () => {
  const [, example = ""] = /```mdx\n([\s\S]*?)```/.exec(DOC) ?? [];
  expect(example).toContain("<Figure");
  const file = "content/articles/ejemplo.mdx";
  const files = { [file]: example, "content/articles/nunca-borres-la-polemica.mdx": article(GOOD) };
  const faults = checkTexts(smallSite(files), TODAY).filter((fault) => fault.file === file);
  expect(faults.map(faultText)).toEqual([]);
});

test("docs/editing.md names every component that texts use, as the editor's menu does", () => {
  const named = [...DOC.matchAll(/^\| ([^|`]+?) +\| `<(\w+)/gm)].map(([, label, name]) => `${label} ${name}`);
  const forOwner = (name: string): boolean => name.startsWith("Owner");
  const there = COMPONENT_FORMS.map(({ id, label }) => `${label} ${id.split("-")[0] ?? ""}`);
  expect(Object.keys(EDITOR_COMPONENTS).filter(forOwner)).toHaveLength(3);
  expect(named.sort()).toEqual(there.filter((one) => !forOwner(one.split(" ").at(-1) ?? "")).sort());
});
