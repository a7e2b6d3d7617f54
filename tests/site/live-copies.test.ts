import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillSite, type LivePage } from "../support/site/live-pages.ts";
import { startRealSite, type RealSite } from "../support/site/real-site.ts";
import { ROOT } from "../support/site/built-site.ts";

type Render = (request: Request, context: { ip: string }) => Promise<Response>;

/*
 * What the CDN is told never reaches a reader, on Netlify or on the local host: so these ask the function that renders the
 * pages, as it is deployed, on the store of a running site.
 */
let site: RealSite;
let pages: readonly LivePage[];
let render: Render;
beforeAll(async () => {
  site = await startRealSite();
  pages = await fillSite(site);
  process.env["DATA_DIR"] = site.data;
  const file = join(ROOT, ".netlify/v1/functions/ssr/ssr.mjs");
  ({ default: render } = (await import(pathToFileURL(file).href)) as { default: Render });
});
afterAll(() => site.stop());

function ask(path: string): Promise<Response> {
  return render(new Request(`https://www.makethejobs.com${path}`), { ip: "192.0.2.1" });
}

/** How long, in seconds, a copy is shown before and after it is asked for again. */
function ages({ headers }: Response): { fresh: number; stale: number } {
  const said = headers.get("netlify-cdn-cache-control") ?? "";
  return {
    fresh: Number(/max-age=(\d+)/.exec(said)?.[1] ?? NaN),
    stale: Number(/stale-while-revalidate=(\d+)/.exec(said)?.[1] ?? NaN),
  };
}

describe("a copy in the CDN", () => {
  test.each([
    { name: "board", tag: "jobs", vary: "query=categoria|lugar|cerca|recompensa|propuestas|q|orden|pagina" },
    { name: "open favour", tag: "job:", vary: "query=formulario" },
    {
      name: "thread",
      tag: "thread:calendario-de-contenidos-semanal",
      vary: "query=pagina|orden|rama|responder|fragment|formulario|vista|propio|corregir",
    },
  ])(
    "of the $name is told apart from others, tagged, and gone within five minutes",
    async ({ name, tag, vary }) => {
      const response = await ask(pages.find((page) => page.name === name)?.path ?? "");
      const { fresh, stale } = ages(response);
      expect(response.status).toBe(200);
      expect(fresh).toBe(60);
      expect(fresh + stale).toBeLessThanOrEqual(300);
      expect(response.headers.get("netlify-cache-tag")).toContain(tag);
      expect(response.headers.get("netlify-vary")).toBe(vary);
    },
  );

  test("of a fragment has the headers of its page", async () => {
    const path = "/articulos/calendario-de-contenidos-semanal/comentarios/";
    const [page, fragment] = await Promise.all([ask(path), ask(`${path}?fragment=1`)]);
    expect(ages(fragment)).toEqual(ages(page));
    expect(fragment.headers.get("netlify-cache-tag")).toContain("thread:calendario-de-contenidos-semanal");
    expect(fragment.headers.get("netlify-vary")).toBe(page.headers.get("netlify-vary"));
  });

  test.each([
    "page of who asked",
    "lost form",
    "favour's form with its errors",
    "comment's form with its preview",
  ])("is never made of: %s", async (name) => {
    const { headers } = await ask(pages.find((page) => page.name === name)?.path ?? "");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("netlify-cdn-cache-control")).toBeNull();
  });
});
