import { dirname, join, normalize } from "node:path/posix";
import ts from "typescript";
import { projectFiles, readProjectFile } from "./project-files.ts";

export interface Import {
  /** The file that imports, from the root. */
  readonly from: string;
  readonly line: number;
  /** As it is written. */
  readonly specifier: string;
  /** The file it leads to, from the root; null for packages and Astro's virtual modules. */
  readonly to: string | null;
  /** Whether nothing of it is left at run time. */
  readonly isType: boolean;
}

/** Every import, re-export and dynamic import of our own code in `src/` and `netlify/`. */
export function readImports(): Import[] {
  return projectFiles()
    .filter((path) => /^(src|netlify)\/.*\.(ts|astro|mjs)$/.test(path) && !path.endsWith(".d.ts"))
    .flatMap((path) => importsOf(path, readProjectFile(path)));
}

export function importsOf(path: string, text: string): Import[] {
  const code = path.endsWith(".astro") ? onlyScripts(text) : text;
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName, pos }) => ({
    from: path,
    line: code.slice(0, pos).split("\n").length,
    specifier: fileName,
    to: resolveSpecifier(path, fileName),
    isType: /\b(?:import|export)\s+type\b[^;]*$/.test(code.slice(0, pos)),
  }));
}

/** The code of an `.astro` file: the rest is blanked, line by line, so that positions stay true. */
function onlyScripts(text: string): string {
  const ranges: [number, number][] = [];
  const fence = /^---\r?\n([\s\S]*?)^---/m.exec(text);
  if (fence) ranges.push([fence.index + 4, fence.index + 4 + (fence[1]?.length ?? 0)]);
  for (const script of text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)) {
    const start = script.index + script[0].indexOf(">") + 1;
    ranges.push([start, start + (script[1]?.length ?? 0)]);
  }
  let code = "";
  let done = 0;
  for (const [start, end] of ranges) {
    code += blank(text.slice(done, start)) + text.slice(start, end);
    done = end;
  }
  return code + blank(text.slice(done));
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

function resolveSpecifier(from: string, specifier: string): string | null {
  const [path = ""] = specifier.split("?");
  return path.startsWith(".") ? normalize(join(dirname(from), path)) : null;
}
