import { expect, test } from "vitest";
import * as z from "zod";
import { readProjectFile } from "./project-files.ts";

const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
const EXACT = /^\d+\.\d+\.\d+$/;

type Packages = z.infer<typeof Lockfile>["packages"];

/** Where Node would find `name` from a package at `place`: its own `node_modules`, or one further up. */
function find(packages: Packages, place: string, name: string): { version?: string | undefined } | undefined {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    const found = packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`];
    if (found || at === "") return found;
  }
}

/** Optional packages of other systems that the lockfile forgot, or has in another version than the one asked for. */
function forgotten(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, range]) => {
        const found = find(packages, place, name);
        return !found || (EXACT.test(range) && found.version !== range);
      })
      .map(([name, range]) => `${name} ${range} for ${place}`),
  );
}

test("npm ci works on every system: the lockfile names the optional packages of all of them", () => {
  const { packages } = Lockfile.parse(JSON.parse(readProjectFile("package-lock.json")));
  expect(Object.keys(packages).length).toBeGreaterThan(500);
  expect(forgotten(packages)).toEqual([]);
});

test("one that is missing or of another version is named", () => {
  const asks = { version: "2.0.0", optionalDependencies: { "binding-mac": "2.0.0" } };
  const packages = { "node_modules/tool": asks, "node_modules/binding-mac": { version: "1.0.0" } };
  expect(forgotten(packages)).toEqual(["binding-mac 2.0.0 for node_modules/tool"]);
  expect(forgotten({ "node_modules/tool": asks })).toHaveLength(1);
  const nested = { ...packages, "node_modules/tool/node_modules/binding-mac": { version: "2.0.0" } };
  expect(forgotten(nested)).toEqual([]);
});

/** They are another host on another machine; `.npmrc` keeps them out of what `npm install` writes. */
test("no package says where it was downloaded from", () => {
  expect(readProjectFile("package-lock.json")).not.toMatch(/"resolved": "(?!node_modules)/);
  expect(readProjectFile(".npmrc")).toContain("omit-lockfile-registry-resolved=true");
});

test("our own dependencies are exact versions", () => {
  const Manifest = z.object({
    dependencies: z.record(z.string(), z.string().regex(EXACT)),
    devDependencies: z.record(z.string(), z.string().regex(EXACT)),
  });
  expect(Manifest.safeParse(JSON.parse(readProjectFile("package.json"))).error).toBeUndefined();
});
