import { describe, expect, test } from "vitest";
import { placesOf, projectFiles, readProjectFile } from "./project-files.ts";

const code = projectFiles().filter((path) => /^(src|netlify|scripts)\/.*\.(ts|astro|mjs)$/.test(path));
const MAX_LINES = 220;
/** Lists of words and values are as long as what they list. */
const DATA = /^src\/(copy\/|domain\/records\/(place|category|mail-event)\.ts)/;

function found(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((path) => placesOf(path, readProjectFile(path), pattern));
}

describe("what the house does not do", () => {
  test("raw HTML goes in at three places only", () => {
    const allowed = [
      "src/ui/comments/Comment.astro",
      "src/ui/base/JsonLd.astro",
      "src/ui/base/Picture.astro",
    ];
    const others = code.filter((path) => !allowed.includes(path));
    expect(
      found(others, /\bset:html=|\.(innerHTML|outerHTML)\s*=|\binsertAdjacentHTML\b|\bdocument\.write\b/),
    ).toEqual([]);
  });

  test("what reads never writes: pages, their parts and queries call nothing that changes the store", () => {
    const readers = code.filter((path) => /^src\/(queries|pages|ui|layouts|live\.config)/.test(path));
    expect(readers.length).toBeGreaterThan(10);
    expect(found(readers, /\.(commit|keepForm|dropForm|deliver|deliverDue|purge|withinRate)\(/)).toEqual([]);
  });

  test("nobody takes the client's address from a header that anyone can send", () => {
    const site = code.filter((path) => /^(src|netlify\/(http|forms|links|schedule|functions))\//.test(path));
    expect(found(site, /x-forwarded-for|x-real-ip|client-ip|x-nf-client-connection-ip/i)).toEqual([]);
  });

  test("only services.ts reads the environment", () => {
    const site = code.filter((path) => /^(src|netlify)\//.test(path));
    const allowed = ["src/services.ts", "netlify/local/main.ts"];
    const others = site.filter((path) => !allowed.includes(path));
    expect(
      found(others, /\bprocess\.env\b|\bimport\.meta\.env\.(?!PROD|DEV|SSR|BASE_URL|BUILT_AT|SHOWS_DRAFTS)/),
    ).toEqual([]);
  });

  test("rules read no clock, no randomness and no network", () => {
    const rules = code.filter((path) => path.startsWith("src/domain/"));
    expect(found(rules, /\bDate\.now\(|new Date\(\)|Math\.random\(|\bcrypto\.|\bfetch\(/)).toEqual([]);
  });
});

describe("how the house is kept", () => {
  test("a file that holds two things is split", () => {
    const long = code.filter(
      (path) => !DATA.test(path) && readProjectFile(path).split("\n").length > MAX_LINES,
    );
    expect(long).toEqual([]);
  });

  test("no drawer for everything, no barrel", () => {
    const drawers = code.filter((path) =>
      /\/(utils?|helpers?|common|misc|shared|index)\.(ts|mjs)$|\/(utils?|helpers?|common)\//.test(path),
    );
    expect(drawers).toEqual([]);
  });

  test("no test is switched off or runs alone, and nothing is left for later", () => {
    const all = projectFiles().filter(
      (path) => /\.(ts|astro|mjs)$/.test(path) && path !== "tests/house/rooms.test.ts",
    );
    expect(
      found(all, /\b(it|test|describe)\.(only|todo)\(|\b(TO{1}DO|FIX{1}ME)\b|@ts-(ignore|nocheck)/),
    ).toEqual([]);
  });

  test("every file in netlify/functions is an endpoint or runs on a schedule", () => {
    const functions = projectFiles().filter((path) => path.startsWith("netlify/functions/"));
    const others = functions.filter((path) => {
      const text = readProjectFile(path);
      return !/export default async/.test(text) || !/\b(path|schedule): /.test(text);
    });
    expect(functions.length).toBeGreaterThan(0);
    expect(others).toEqual([]);
  });
});
