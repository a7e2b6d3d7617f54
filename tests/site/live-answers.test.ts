import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillSite, type LivePage } from "../support/site/live-pages.ts";
import { linkApi, startRealSite, type RealSite } from "../support/site/real-site.ts";
import { favourForm } from "../support/host/local-host.ts";

let site: RealSite;
let pages: readonly LivePage[];
beforeAll(async () => {
  site = await startRealSite();
  pages = await fillSite(site);
});
afterAll(() => site.stop());

function pathOf(name: string): string {
  const page = pages.find((one) => one.name === name);
  if (!page) throw new Error(`There is no page called ${name}`);
  return page.path;
}

function get(path: string): Promise<Response> {
  return fetch(site.origin + path, { redirect: "manual" });
}

describe("one favour", () => {
  test("has one address: others lead there for good, with what they ask for", async () => {
    const path = pathOf("open favour");
    const [id = ""] = path.slice("/favores/".length).split("-");
    for (const wrong of [`/favores/${id}/`, `/favores/${id}-otro-titulo/`]) {
      const response = await get(`${wrong}?formulario=x`);
      expect(response.status).toBe(301);
      expect(response.headers.get("location")).toBe(`${path}?formulario=x`);
    }
  });

  test("says in structured data what its page shows, and is never a job posting", async () => {
    const html = await (await get(pathOf("open favour"))).text();
    const data = JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "null",
    ) as { "@graph": object[] };
    expect(data["@graph"]).toContainEqual(
      expect.objectContaining({
        "@type": "Demand",
        areaServed: expect.objectContaining({ name: "Madrid" }) as object,
      }),
    );
    expect(html).not.toContain("JobPosting");
    expect(html).toContain('<link rel="canonical"');
  });

  test("that is closed is out of search engines and has no structured data and no form", async () => {
    const html = await (await get(pathOf("assigned favour with a title of 80 wide letters"))).text();
    expect(html).toContain('content="noindex"');
    expect(html).not.toContain('"Demand"');
    expect(html).not.toContain("/offers");
  });

  test("that was erased answers 410 and shows nothing of it", async () => {
    const email = "erased@example.org";
    await site.post("/api/jobs", { ...favourForm("Este favor se va a borrar"), email });
    await site.post(linkApi(await site.mailTo(email, /confirma/i)), { action: "confirm" });
    const listed = (await (await get("/api/jobs?q=borrar")).json()) as { jobs: { url: string }[] };
    const path = listed.jobs[0]?.url ?? "";
    expect((await get(path)).status).toBe(200);
    await site.post(linkApi(await site.mailTo(email, /tablón/i)), { action: "erase" });
    const response = await get(path);
    expect(response.status).toBe(410);
    expect(await response.text()).not.toContain("se va a borrar");
  });

  test("that nobody has confirmed is not there", async () => {
    const { body } = await site.post("/api/jobs", {
      ...favourForm("Todavía secreto"),
      email: "secret@example.org",
    });
    expect((await get(`/favores/${String(body["id"])}-todavia-secreto/`)).status).toBe(404);
  });
});

describe("copies in the CDN", () => {
  test.each(["no such favour", "no such thread", "link that leads nowhere", "lost form", "confirm link"])(
    "there are none of: %s",
    async (name) => {
      const { headers } = await get(pathOf(name));
      expect(headers.get("netlify-cdn-cache-control")).toBeNull();
      expect(headers.get("cache-control")).toBe("private, no-store");
    },
  );
});

describe("the fragment of a thread", () => {
  test("is its list and nothing around it", async () => {
    const response = await get(`${pathOf("thread")}?fragment=1`);
    const html = await response.text();
    expect(html).toMatch(/^\s*<div data-words="2 comentarios">\s*<ol class="thread"/);
    expect(html).not.toMatch(/<html|<style|<script|<form/);
    expect(response.headers.get("x-robots-tag")).toBe("noindex");
  });

  test("has no address of its own, and none for articles that don't exist", async () => {
    expect((await get(`${pathOf("thread")}lista/`)).status).toBe(404);
    expect((await get("/articulos/no-existe/comentarios/?fragment=1")).status).toBe(404);
  });
});

describe("pages for everybody carry nobody's proof", () => {
  test.each(["open favour", "thread", "thread, answering"])("%s", async (name) => {
    const html = await (await get(pathOf(name))).text();
    expect(html).not.toMatch(/name="(formId|stamp|formulario)"/);
  });

  test("pages for one person do", async () => {
    const html = await (await get("/favores/nuevo/")).text();
    expect(html).toMatch(/name="formId" value="[0-9a-f-]{36}"/);
    expect(html).toMatch(/name="stamp" value="[\w-]{20,}"/);
    expect(html).not.toBe(await (await get("/favores/nuevo/")).text());
  });
});

test("no public page shows anybody's address or telephone", async () => {
  for (const { name, path } of pages) {
    if (path.startsWith("/gestion/")) continue;
    const html = await (await get(path)).text();
    expect(html.replaceAll("info@makethejobs.com", ""), name).not.toMatch(
      /@example\.org|600 11 22 33|611 22 33 44/,
    );
  }
});

test("the public numbers are those of the board and the threads", async () => {
  const email = "waiting@example.org";
  await site.post("/api/jobs", { ...favourForm("Un favor que todavía espera"), email });
  await site.post(linkApi(await site.mailTo(email, /confirma tu favor/i)), { action: "confirm" });
  const { total: open } = (await (await get("/api/jobs")).json()) as { total: number };
  const { total: offered } = (await (await get("/api/jobs?propuestas=con")).json()) as { total: number };
  const thread = await get("/api/comments?article=calendario-de-contenidos-semanal");
  const { total: comments } = (await thread.json()) as { total: number };
  const html = await (await get(pathOf("public numbers"))).text();
  const shown = [...html.matchAll(/number-count[^]*?<b>([\d.]+)<\/b>/g)].map(([, count]) => Number(count));
  expect(shown[0]).toBe(open);
  expect(shown).toContain(comments);
  expect(open).toBeGreaterThan(offered);
  expect(html).toContain(`${offered} tiene ya`);
});
