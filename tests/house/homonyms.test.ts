import { expect, test } from "vitest";
import { projectFiles, readProjectFile } from "./project-files.ts";

/** Names that Astro and Netlify ask for in each file. */
const GIVEN = ["config", "GET", "getStaticPaths", "prerender", "collections"];

test("a name that is exported means one thing: it stands in one file", () => {
  const files = new Map<string, Set<string>>();
  for (const path of projectFiles().filter((file) => /^(src|netlify)\/.*\.ts$/.test(file))) {
    const names = readProjectFile(path).matchAll(
      /^export (?:async )?(?:type|interface|const|function|class) (\w+)/gm,
    );
    for (const [, name = ""] of names) files.set(name, (files.get(name) ?? new Set()).add(path));
  }
  expect(files.size).toBeGreaterThan(500);
  const homonyms = [...files]
    .filter(([name, { size }]) => size > 1 && !GIVEN.includes(name))
    .map(([name, paths]) => `${name}: ${[...paths].join(", ")}`);
  expect(homonyms).toEqual([]);
});
