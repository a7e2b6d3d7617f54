import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { listFunctions, zipFunctions } from "@netlify/zip-it-and-ship-it";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addSecurityHeaders, bundleFunctions } from "../../scripts/bundle-functions.ts";
import { SECURITY_HEADERS } from "../../netlify/http/security-headers.ts";
import { ROOT } from "../house/project-files.ts";
import { tempFolder } from "./temp-folder.ts";

/** As Node does by itself: Vitest would rewrite the megabyte of every bundle before it runs it. */
const load = createRequire(import.meta.url);
let root: string;
let bundles: string[];
const SOURCES = readdirSync(join(ROOT, "netlify/functions")).map((file) => file.replace(/\.ts$/, ""));
/** All are bundled alike, and packing takes seconds for each: one with letters, one of links, one by the clock, a small one. */
const PACKED = ["comments", "links", "sweep", "health"];

beforeAll(async () => {
  // Inside the project, where packages are found.
  mkdirSync(join(ROOT, ".cache"), { recursive: true });
  root = mkdtempSync(join(ROOT, ".cache", "bundles-"));
  for (const path of ["netlify", "src", "package.json"])
    cpSync(join(ROOT, path), join(root, path), { recursive: true });
  await bundleFunctions(root);
  bundles = readdirSync(join(root, "build/functions")).filter((file) => file.endsWith(".mjs"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("each function ships as one file", () => {
  test("one for each source, with nothing left to load but what Node brings", () => {
    expect(bundles.sort()).toEqual(SOURCES.map((name) => `${name}.mjs`).sort());
    for (const file of bundles) {
      const code = readFileSync(join(root, "build/functions", file), "utf8");
      const loaded = [...code.matchAll(/(?:^|[;}\n])import\s*(?:[\w$*{}\s,]+\s*from\s*)?"([^"]+)"/g)].map(
        (found) => found[1],
      );
      const foreign = loaded.filter((name) => name !== undefined && !process.getBuiltinModule(name));
      expect(foreign, file).toEqual([]);
    }
  });
});

describe("Netlify and the local host read from the bundle what the source says", () => {
  test("path, schedule and rate limit of every function", async () => {
    const folder = join(root, "build/functions");
    const listed = await listFunctions(folder, { parseISC: true });
    expect(listed.map(({ name }) => name).sort()).toEqual([...SOURCES].sort());
    // What the local host reads instead of loading them all.
    const beside = load(`${folder}.mjs`) as Record<string, object>;
    expect(Object.keys(beside).sort()).toEqual([...SOURCES].sort());
    for (const found of listed) {
      const { config } = load(found.mainFile) as {
        config: { path?: string | string[]; schedule?: string; rateLimit?: object };
      };
      expect(beside[found.name], found.name).toEqual(config);
      const paths = config.path === undefined ? [] : [config.path].flat();
      const routes = "routes" in found ? found.routes : [];
      expect(
        routes.map(({ pattern }) => pattern),
        found.name,
      ).toEqual(paths);
      expect(found.schedule, found.name).toBe(config.schedule);
      // Whoever has an address has a limit of the platform, well above ours.
      if (found.schedule === undefined) expect(config.rateLimit, found.name).toBeDefined();
    }
  }, 180_000);

  test("packed as deployed: one file, which loads where no package is installed", async () => {
    const folder = tempFolder();
    const some = tempFolder();
    for (const name of PACKED)
      cpSync(join(root, "build/functions", `${name}.mjs`), join(some, `${name}.mjs`));
    const packed = await zipFunctions(some, folder, {
      archiveFormat: "none",
      basePath: ROOT,
      config: { "*": { nodeBundler: "nft" } },
    });
    expect(packed.length).toBe(PACKED.length);
    for (const { name, path, trafficRules, schedule } of packed) {
      const files = readdirSync(path, { recursive: true }).map(String);
      const own = files.filter((file) => /\.m?js$/.test(file) && !file.startsWith("___netlify-"));
      expect(own, name).toEqual([`${name}.mjs`]);
      const loaded: unknown = load(join(path, `${name}.mjs`));
      expect(Object.keys(loaded as object), name).toEqual(expect.arrayContaining(["config", "default"]));
      if (schedule === undefined) expect(trafficRules?.action.type, name).toBe("rate_limit");
    }
  }, 180_000);
});

describe("security headers of static pages", () => {
  test("come from the list that functions use; each page keeps its own policy and nobody may frame it", () => {
    const built = tempFolder({
      ".netlify/v1/config.json": JSON.stringify({
        images: {},
        headers: [
          { for: "/a/", values: { "Content-Security-Policy": "default-src 'none'; script-src 'sha256-x';" } },
        ],
      }),
    });
    addSecurityHeaders(built);
    addSecurityHeaders(built);
    const { headers, images } = JSON.parse(readFileSync(join(built, ".netlify/v1/config.json"), "utf8")) as {
      headers: { for: string; values: Record<string, string> }[];
      images: object;
    };
    const { "content-security-policy": _, ...everywhere } = SECURITY_HEADERS;
    expect(headers).toEqual([
      { for: "/*", values: everywhere },
      { for: "/articulos/*", values: { Link: '</api/webmentions>; rel="webmention"' } },
      { for: "/buscar/datos/*", values: { "Cache-Control": "public, max-age=31536000, immutable" } },
      {
        for: "/a/",
        values: {
          "Content-Security-Policy": "default-src 'none'; script-src 'sha256-x'; frame-ancestors 'none'",
        },
      },
    ]);
    expect(images).toEqual({});
  });
});
