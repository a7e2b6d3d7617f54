import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, readProjectFile } from "./project-files.ts";

/** A path from the root, as documents name it between backticks. */
const NAMED = /`((?:src|netlify|tests|scripts|content|docs|public)\/[\w./[\]-]*)`/g;

/** Folders and files at the beginning of a line of the drawing, up to three blanks apart. */
const NAMES = /^[\w.-]+(?:\/|\.\w+)(?: {1,3}[\w.-]+(?:\/|\.\w+)(?= |$))*/;

function pathsIn(text: string): string[] {
  return [...text.matchAll(NAMED)].map(([, path = ""]) => path);
}

/** The rooms and files of the drawing: two blanks deeper is one folder deeper, and a line may name several folders. */
function pathsOfTree(drawing: string): string[] {
  const above: string[] = [];
  return drawing.split("\n").flatMap((line) => {
    const [, blanks = "", words = ""] = /^( *)(.*)$/.exec(line) ?? [];
    if (blanks.length > 4) return [];
    const depth = blanks.length / 2;
    const folder = above.slice(0, depth).join("");
    // What stands further to the right says what it is for.
    const names = NAMES.exec(words)?.[0].split(/ +/) ?? [];
    above[depth] = names[0] ?? "";
    return names.map((name) => folder + name);
  });
}

function missing(paths: readonly string[]): string[] {
  return paths.filter((path) => !existsSync(join(ROOT, path)));
}

test.each([
  ["docs/where.md", 40],
  ["docs/architecture.md", 5],
])("every file that %s names is there", (document, atLeast) => {
  const paths = pathsIn(readProjectFile(document));
  expect(paths.length).toBeGreaterThanOrEqual(atLeast);
  expect(missing(paths)).toEqual([]);
});

test("every folder and file of the architecture's drawing is there", () => {
  const [, drawing = ""] =
    /## The house\n\n```\n(.*?)```/s.exec(readProjectFile("docs/architecture.md")) ?? [];
  const paths = pathsOfTree(drawing);
  expect(paths).toEqual(expect.arrayContaining(["src/domain/", "src/domain/kernel/", "netlify/http/"]));
  expect(missing(paths)).toEqual([]);
});

test("one that isn't there is named", () => {
  expect(missing(pathsIn("`src/nowhere.ts` and `src/site.ts`"))).toEqual(["src/nowhere.ts"]);
  expect(missing(pathsOfTree("src/\n  domain/   rules\n    nowhere/  none"))).toEqual([
    "src/domain/nowhere/",
  ]);
});
