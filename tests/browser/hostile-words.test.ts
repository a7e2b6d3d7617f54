import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Mention } from "../../src/domain/records/mention.ts";
import { createEmbeddedClient } from "../../src/store/sqlite/embedded.ts";
import { createStore } from "../../src/store/store.ts";
import { idOf, mention, saved } from "../support/builders/records.ts";
import { openBrowser } from "../support/site/browser.ts";
import { approveComment, signIn } from "../support/site/desk-page.ts";
import { actByMail, ARTICLE, sendJob, sendOffer } from "../support/site/live-pages.ts";
import { linkApi, linkIn, MODERATOR, startRealSite, type RealSite } from "../support/site/real-site.ts";

/** Ways to get a script to run, short enough for a name or a title. Each would say `alert`, or leave a mark in the page. */
const CORPUS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "'-alert(1)-'",
  "</title><script>alert(1)</script>",
  "</textarea><img src=x onerror=alert(1)>",
  "<a href=javascript:alert(1)>ya</a>",
  "javascript:alert(1)",
  "[ya](javascript:alert(1))",
  "<iframe srcdoc='<b>x'>",
  '" onfocus=alert(1) autofocus x="',
  "<!--><img src=x onerror=alert(1)>",
  "]]><script>alert(1)</script>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "\\u003cscript\\u003ealert(1)",
  "<style>@import'x'</style>",
] as const;

let site: RealSite;
let browser: Browser;
let visitor: BrowserContext;
beforeAll(async () => {
  [site, browser] = await Promise.all([startRealSite(), openBrowser()]);
  // The policy of the pages would keep most of it from running: what is tested is what stands in them.
  visitor = await browser.newContext({ bypassCSP: true, locale: "es-ES" });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const paths = new Set<string>(["/", "/favores/", "/moderacion/", `/articulos/${ARTICLE}/`]);
const thread = `/articulos/${ARTICLE}/comentarios/`;

/** Every public field with this in it, in what is public, agreed, held, reported and waits. */
async function write(words: string, n: number): Promise<void> {
  const by = (who: string): string => `${who}${String(n)}@example.org`;
  const fields = {
    description: `Ayuda con esto, ${words}, que hace falta ya.`,
    town: words,
    name: words,
    rewardKind: "thing",
    rewardText: words,
  };
  const job = await sendJob(site, `Favor ${words}`, by("ana"), fields);
  await sendOffer(site, job, by("eva"), { ...fields, message: `Puedo: ${words} y ya.` });
  const joins = { rewardKind: "thing", rewardText: words, name: words, email: by("luz"), consent: "on" };
  await site.post(`/api/jobs/${job}/rewards`, joins);
  await actByMail(site, by("luz"), /./, { action: "confirm" });
  await site.post("/api/digests", { frequency: "weekly", q: words, email: by("alba") });
  await actByMail(site, by("alba"), /./, { action: "confirm" });
  await site.post("/api/my-data", { email: by("ana") });
  const comment = { article: ARTICLE, text: `Digo ${words}\n\n> ${words}`, name: words, email: by("sol") };
  const { body } = await site.post("/api/comments", comment);
  await actByMail(site, by("sol"), /confirma tu comentario/i, { action: "confirm" });
  if (n % 2 === 0) await approveComment(site, String(body["id"]));
  const report = { kind: "job", id: job, reason: "otra", text: words, email: by("paz") };
  await site.post("/api/reports", report);
  await actByMail(site, by("paz"), /./, { action: "confirm" });
  paths.add(`/favores/${job}-x/`).add(`/favores/?q=${encodeURIComponent(words)}`);
  for (const [who, subject] of [
    ["ana", /./],
    ["eva", /./],
    ["luz", /./],
    ["sol", /./],
    ["alba", /./],
    ["ana", /tus datos|tienes? aquí|guardamos/i],
  ] as const)
    paths.add(new URL(linkIn(await site.mailTo(by(who), subject))).pathname);
}

/** What both sides of an offer say to each other, and of each other once it is done; what is not held is public or read by the other. */
async function talk(words: string, n: number): Promise<void> {
  const [poster, helper] = [`bea${String(n)}@example.org`, `leo${String(n)}@example.org`];
  const job = await sendJob(site, `Mover un piano, parte ${String(n)}`, poster);
  const counter = { rewardKind: "thing", rewardText: words };
  const offer = await sendOffer(site, job, helper, n % 2 === 0 ? {} : counter);
  const links = {
    poster: linkApi(await site.mailTo(poster, /se ofrece|confirm|tablón/i)),
    helper: linkApi(await site.mailTo(helper, /./)),
  };
  await site.post(links.poster, { action: "ask", offer, text: `¿${words}?` });
  await site.post(links.helper, { action: "ask", text: `Sí: ${words}` });
  for (const [side, fields] of [
    ["poster", { action: "accept", offer }],
    ["poster", { action: "complete" }],
    ["poster", { action: "thank", text: `Muchas gracias, ${words}` }],
    ["helper", { action: "thank", text: `Gracias a ti, ${words}` }],
    ["helper", { action: "agree" }],
    ["poster", { action: "agree" }],
  ] as const) {
    const { status } = await site.post(links[side], fields);
    // What is held can't be agreed to.
    if (fields.action !== "agree") expect(status, `${words}: ${fields.action}`).toBe(200);
  }
  paths.add(`/favores/${job}-x/`);
  for (const link of Object.values(links)) paths.add(`${link.replace("/api/links/", "/gestion/")}/`);
}

/** What a page of another site says of itself, as if it had been read and published. */
async function mentioned(words: string, n: number): Promise<void> {
  const client = createEmbeddedClient(join(site.data, "store.sqlite"));
  const at = Date.now();
  const said = { author: words, title: `Leo ${words}`, text: `Dice ${words} y más.` };
  const source = `https://blog${String(n)}.org/?${encodeURIComponent(words)}`;
  const state = n % 2 === 0 ? { state: "approved", publishedAt: at } : { state: "held", heldAt: at };
  const after = mention({
    ...said,
    id: idOf(n),
    article: ARTICLE,
    source,
    createdAt: at,
    ...state,
  } as Partial<Mention>);
  await createStore(client, "embedded").commit(saved({ kind: "mention", before: null, after }), at);
  client.close();
}

/** What of it came to life in this page. */
async function alive(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter(
        (element) =>
          [...element.attributes].some(
            ({ name, value }) =>
              name.startsWith("on") || (/^\s*javascript:/i.test(value) && name !== "value"),
          ) ||
          element.hasAttribute("srcdoc") ||
          (/^(?:script|style)$/i.test(element.tagName) &&
            /alert\(1\)|@import'x'/.test(element.textContent) &&
            element.getAttribute("type") !== "application/ld+json"),
      )
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

test("nothing that a visitor writes comes to life, in any page, letter or feed", async () => {
  // The moderators hear of the first at once, with a link that decides.
  const fraud = { description: `Te pagamos por dar likes desde casa. ${CORPUS.slice(0, 6).join(" ")}` };
  await sendJob(site, `Dinero ${CORPUS[0]}`, "malo@example.org", { ...fraud, name: CORPUS[1] });
  await site.mailTo(MODERATOR, /corre prisa/);
  for (const [n, words] of CORPUS.entries()) {
    await write(words, n);
    await talk(words, n);
    await mentioned(words, n);
  }
  paths.add(thread).add(new URL(linkIn(await site.mailTo(MODERATOR, /corre prisa/))).pathname);
  const page = await visitor.newPage();
  const said: string[] = [];
  page.on("dialog", (dialog) => {
    said.push(`${page.url()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await signIn(site, page);
  for (const path of paths) {
    await page.goto(site.origin + path);
    expect(await alive(page), path).toEqual([]);
  }
  for (const { html, subject } of await site.mails()) {
    await page.setContent(html);
    expect(await alive(page), subject).toEqual([]);
  }
  for (const feed of ["/favores/rss.xml", "/comentarios/rss.xml", `${thread}rss.xml`]) {
    const xml = await (await fetch(site.origin + feed)).text();
    const broken = await page.evaluate(
      (text) =>
        new DOMParser().parseFromString(text, "application/xml").querySelectorAll("parsererror").length,
      xml,
    );
    expect(broken, feed).toBe(0);
  }
  expect(said).toEqual([]);
}, 480_000);
