import { describe, expect, test } from "vitest";
import { ROOMS, roomOf } from "./import-table.ts";
import { importsOf, readImports, type Import } from "./imports.ts";

/** What is wrong with one import, with the rule that says so; null if nothing. */
function problemOf({ from, line, specifier, to, isType }: Import): string | null {
  const room = roomOf(from);
  const place = `${from}:${line}`;
  if (!room) return `${place}: this file lies in no room of the table`;
  if (to === null) {
    const allowed = room.packages?.test(specifier) ?? true;
    return allowed ? null : `${place}: ${room.name} may not import the package ${specifier}`;
  }
  const target = roomOf(to);
  if (!target) return /\.(css|woff2|svg)$/.test(to) ? null : `${place}: ${to} lies in no room of the table`;
  const allowed = [room.name, ...room.mayImport, ...(isType ? (room.mayName ?? []) : [])];
  if (allowed.some((name) => isWithin(target.name, name))) return null;
  return `${place}: ${room.name} may import only [${room.mayImport.join(", ")}], not ${target.name} (${specifier})`;
}

/** `domain` stands for every room inside it. */
function isWithin(room: string, name: string): boolean {
  return room === name || room.startsWith(`${name}/`);
}

describe("who may import whom", () => {
  test("every import in src/ and netlify/ follows the table", () => {
    const imports = readImports();
    expect(imports.length).toBeGreaterThan(50);
    expect(imports.map(problemOf).filter((problem) => problem !== null)).toEqual([]);
  });

  test("a page that reaches for the store is named with its line and the rule", () => {
    const [found] = importsOf(
      "src/pages/x.astro",
      '---\n\nimport { a } from "../store/a.ts";\n---\n<p>hola</p>\n',
    );
    expect(found && problemOf(found)).toMatch(
      /^src\/pages\/x\.astro:3: pages may import only \[.*\], not store/,
    );
  });

  test("dynamic imports, re-exports, type imports and scripts inside pages count too", () => {
    const ts =
      'export * from "../mail/a.ts";\nimport type { B } from "../mail/b.ts";\nawait import("../mail/c.ts");\n';
    const astro = '---\n---\n<script>import "../mail/d.ts";</script>\n';
    const found = [...importsOf("src/store/x.ts", ts), ...importsOf("src/pages/x.astro", astro)];
    expect(found.map((one) => `${one.line} ${one.to ?? ""}`)).toEqual([
      "1 src/mail/a.ts",
      "2 src/mail/b.ts",
      "3 src/mail/c.ts",
      "3 src/mail/d.ts",
    ]);
    expect(found.map(problemOf)).not.toContain(null);
  });

  test("the domain takes nothing but zod/mini", () => {
    const [found] = importsOf("src/domain/kernel/x.ts", 'import { randomUUID } from "node:crypto";');
    expect(found && problemOf(found)).toContain("domain/kernel may not import the package node:crypto");
  });

  test("every room of the table is imported or imports: none is a name for nothing", () => {
    const seen = new Set(
      readImports().flatMap(({ from, to }) => [roomOf(from)?.name, to && roomOf(to)?.name]),
    );
    const later = new Set(["search", "feeds", "browser"]);
    expect(ROOMS.map((room) => room.name).filter((name) => !seen.has(name) && !later.has(name))).toEqual([]);
  });
});
