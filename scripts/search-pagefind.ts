import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Search } from "../src/search/engine.ts";
import type { Findable } from "../src/search/pages.ts";

/** Not among the dependencies: its program alone is 13 MB. */
const PACKAGE = "pagefind@1.6.0";
/** What is looked at of an answer. */
const SHOWN = 3;

/** What is used here of the script that Pagefind writes beside its index. */
interface Pagefind {
  readonly options: (options: { readonly noWorker: boolean }) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (query: string) => Promise<{
    readonly results: readonly { readonly data: () => Promise<{ readonly url: string }> }[];
  }>;
}

/**
 * Pagefind over the same pages, as it comes, by npx: with what is on the page alone. It answers in promises, so that everything is asked
 * beforehand. Null where it can't be had.
 */
export async function askPagefind(
  pages: readonly Findable[],
  queries: readonly string[],
): Promise<Pick<Search, "find"> | null> {
  const site = mkdtempSync(join(tmpdir(), "pagefind-"));
  for (const [number, page] of pages.entries()) {
    mkdirSync(join(site, String(number)));
    writeFileSync(join(site, String(number), "index.html"), htmlOf(page));
  }
  const made = spawnSync("npx", ["--yes", PACKAGE, "--site", site], { encoding: "utf8" });
  if (made.status !== 0) return null;
  const pagefind = await openPagefind(join(site, "pagefind"));
  const found = new Map<string, number[]>();
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    const shown = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
    found.set(
      query,
      shown.map(({ url }) => Number(basename(url))),
    );
  }
  return {
    find: (query) => ({
      hits: (found.get(query) ?? []).flatMap((number) => {
        const page = pages[number];
        return page
          ? [
              {
                page,
                number,
                section: 0,
                score: 1,
                why: { name: undefined, way: undefined, meant: [] },
              },
            ]
          : [];
      }),
      lacks: [],
      without: [],
      isMatch: () => false,
      better: null,
    }),
  };
}

/** Its script is made for pages: it asks the document for its language, and fetches its files. */
async function openPagefind(folder: string): Promise<Pagefind> {
  const origin = "http://pagefind.invalid";
  Object.assign(globalThis, {
    document: { querySelector: () => ({ getAttribute: () => "es" }) },
    location: { origin, href: `${origin}/` },
    window: { location: { origin } },
    fetch: (url: string): Promise<Response> => {
      const path = url.replace(/\?.*$/, "").replace(/^.*\/(?=(?:fragment|index)\/)/, "");
      const file = /^(?:fragment|index)\//.test(path) ? path : basename(path);
      return Promise.resolve(new Response(readFileSync(join(folder, file))));
    },
  });
  const pagefind = (await import(pathToFileURL(join(folder, "pagefind.js")).href)) as Pagefind; // It has no types.
  await pagefind.options({ noWorker: true });
  await pagefind.init();
  return pagefind;
}

function htmlOf({ title, names, description, sections }: Findable): string {
  const text = (words: string): string => words.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const parts = sections.map(({ heading, text: body }) => `<h2>${text(heading)}</h2><p>${text(body)}</p>`);
  return `<!doctype html><html lang="es"><head><title>${text(title)}</title></head><body><main><h1>${text(title)}</h1>
<p>${text(names.join(", "))}</p><p>${text(description)}</p>${parts.join("\n")}</main></body></html>`;
}
