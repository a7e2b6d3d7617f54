import { parseFeed } from "@rowanmanning/feed-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { linkApi, startRealSite, type RealSite } from "../support/site/real-site.ts";
import { favourForm } from "../support/host/local-host.ts";
import { approveComment } from "../support/site/desk-page.ts";

const ARTICLE = "calendario-de-contenidos-semanal";
const HOSTILE = "Pasear a <script>alert(1)</script> & a \u{1f415} ]]>";

let site: RealSite;
beforeAll(async () => {
  site = await startRealSite();
});
afterAll(() => site.stop());

async function readFeed(path: string) {
  const response = await fetch(site.origin + path);
  expect(response.status, path).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
  const xml = await response.text();
  return { xml, titles: parseFeed(xml).items.map(({ title }) => title), feed: parseFeed(xml) };
}

async function publishJob(title: string, email: string, more: object = {}): Promise<string> {
  const { body } = await site.post("/api/jobs", { ...favourForm(title), email, ...more });
  await site.post(linkApi(await site.mailTo(email, /confirma tu favor/i)), { action: "confirm" });
  return String(body["id"]);
}

describe("a reader that asks again", () => {
  test.each([
    "/favores/rss.xml",
    "/comentarios/rss.xml",
    `/articulos/${ARTICLE}/comentarios/rss.xml`,
    "/rss.xml",
  ])("%s: 304 without a body while nothing has changed", async (path) => {
    const first = await fetch(site.origin + path);
    const etag = first.headers.get("etag") ?? "";
    expect(etag).not.toBe("");
    expect((await fetch(site.origin + path, { method: "HEAD" })).headers.get("etag")).toBe(etag);
    const again = await fetch(site.origin + path, { headers: { "if-none-match": etag } });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    expect((await fetch(site.origin + path, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });
});

describe("a filter that nobody knows", () => {
  test("is named on the board, which shows the rest", async () => {
    const page = await (await fetch(`${site.origin}/favores/?categoria=nada`)).text();
    expect(page).toContain("Un filtro que no conocemos");
    const two = await (await fetch(`${site.origin}/favores/?categoria=nada&lugar=atlantida`)).text();
    expect(two).toMatch(/pide\s+categoría, lugar\s+con un valor que no existe/);
    expect(await (await fetch(`${site.origin}/favores/?lugar=madrid`)).text()).not.toContain(
      "que no conocemos",
    );
  });
});

describe("the feed of the board", () => {
  test("has open favours only, harmless and without anybody's contact data, under any filter", async () => {
    const waiting = { ...favourForm("Este no lo ha confirmado nadie"), email: "nadie@example.org" };
    await site.post("/api/jobs", waiting);
    expect((await readFeed("/favores/rss.xml")).titles).toEqual([]);

    const dog = await publishJob(HOSTILE, "perro@example.org", {
      category: "mascotas",
      description:
        "Lo paseo yo por la mañana. Teléfono: 600 11 22 33, correo perro@example.org. <img src=x onerror=alert(1)> Es bueno.",
      phone: "600 11 22 33",
    });
    await publishJob("Subir una estantería", "estante@example.org");

    const { xml, titles, feed } = await readFeed("/favores/rss.xml");
    expect(titles).toEqual(["Subir una estantería", expect.stringMatching(/^Pasear a ‹script›/)]);
    expect(feed.items.map(({ id }) => id)).toContain(`tag:makethejobs.com,2026:favores/${dog}`);
    expect(xml).not.toMatch(/<script|<img|600 ?11|perro@|estante@/);
    expect(xml).toContain("&lt;img src=x onerror=alert(1)&gt; Es bueno.");
    expect(xml).toContain("12,50\u00a0€");
    for (const { url } of feed.items) {
      expect(url).toMatch(/^https?:\/\/[^/]+\/favores\/[a-z2-7]{16,}-/);
      expect((await fetch(site.origin + new URL(url ?? "").pathname)).status).toBe(200);
    }

    expect((await readFeed("/favores/rss.xml?categoria=mascotas")).titles).toHaveLength(1);
    expect((await readFeed("/favores/rss.xml?categoria=mascotas&lugar=sevilla")).titles).toEqual([]);
    expect((await readFeed("/favores/rss.xml?q=estanteria&orden=terminan")).titles).toEqual([
      "Subir una estantería",
    ]);
    const board = await (await fetch(`${site.origin}/favores/?categoria=mascotas`)).text();
    expect(board).toContain(
      'type="application/rss+xml" title="Favores con estos filtros" href="/favores/rss.xml?categoria=mascotas"',
    );
  });

  test("forgets a favour that is taken back", async () => {
    await publishJob("Este dura poco en el tablón", "poco@example.org");
    expect((await readFeed("/favores/rss.xml")).titles).toContain("Este dura poco en el tablón");
    const manage = linkApi(await site.mailTo("poco@example.org", /publicado|tablón/i));
    await site.post(manage, { action: "withdraw", reason: "ya-no" });
    expect((await readFeed("/favores/rss.xml")).titles).not.toContain("Este dura poco en el tablón");
  });
});

describe("the feeds of comments", () => {
  const own = `/articulos/${ARTICLE}/comentarios/rss.xml`;

  test("have approved comments only, of their article or of all", async () => {
    const form = {
      article: ARTICLE,
      text: "Lo **probé** <b>hoy</b>",
      name: "Ángela",
      email: "angela@example.org",
    };
    const { body } = await site.post("/api/comments", form);
    await site.post(linkApi(await site.mailTo(form.email, /confirma tu comentario/i)), { action: "confirm" });
    expect((await readFeed(own)).titles).toEqual([]);

    await approveComment(site, String(body["id"]));
    const { titles, xml, feed } = await readFeed(own);
    expect(titles).toEqual(["Ángela, sobre «El calendario de contenidos semanal»"]);
    expect(xml).toContain("<p>Lo <strong>probé</strong> &lt;b&gt;hoy&lt;/b&gt;</p>");
    expect(xml).not.toContain("angela@");
    expect((await readFeed("/comentarios/rss.xml")).titles).toEqual(titles);
    expect((await readFeed("/articulos/nunca-borres-la-polemica/comentarios/rss.xml")).titles).toEqual([]);

    const { pathname, search, hash } = new URL(feed.items[0]?.url ?? "");
    const page = await (await fetch(site.origin + pathname + search)).text();
    expect(page).toContain(`id="${hash.slice(1)}"`);
  });

  test("are not there for an article that isn't", async () => {
    expect((await fetch(`${site.origin}/articulos/no-existe/comentarios/rss.xml`)).status).toBe(404);
  });
});
