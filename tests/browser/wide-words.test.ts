import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { favourForm } from "../support/host/local-host.ts";
import { TEMPLATES } from "../support/site/built-site.ts";
import { liesOnOther, sticksOut } from "../support/site/layout-faults.ts";
import { openBrowser } from "../support/site/browser.ts";
import { signIn } from "../support/site/desk-page.ts";
import {
  actByMail,
  ARTICLE,
  publishComment,
  sendJob,
  sendOffer,
  sentBack,
} from "../support/site/live-pages.ts";
import { linkIn, MODERATOR, startRealSite, type RealSite } from "../support/site/real-site.ts";

const THREAD = `/articulos/${ARTICLE}/comentarios/`;
/** One word without a place to break, of the widest letter. */
const wide = (letters: number): string => "W".repeat(letters);
const NAME = wide(60);
const TITLE = wide(80);

/** Every field that takes free text, as long as it may be and in one word; money as long as it gets. */
const FAVOUR = {
  ...favourForm(TITLE),
  description: wide(1500),
  town: wide(60),
  rewardKind: "thing",
  rewardText: wide(200),
  name: NAME,
  phone: "+34 600 11 22 33",
};
const OFFER = { message: wide(800), name: NAME, phone: "+34 611 22 33 44", consent: "on", ...reward() };
const COMMENT = { article: ARTICLE, name: NAME };

function reward() {
  return { rewardKind: "money", rewardAmount: "10000" };
}

let site: RealSite;
let browser: Browser;
let paths: readonly string[];

async function fill(): Promise<string[]> {
  const ask = (email: string, more: object = {}) =>
    sendJob(site, TITLE, email, { ...FAVOUR, ...more, email });
  const offer = (job: string, email: string) => sendOffer(site, job, email, OFFER);
  const comment = (text: string, email: string, parent = "") =>
    publishComment(site, text, email, { ...COMMENT, parent });
  const linkTo = async (email: string, subject: RegExp): Promise<string> =>
    new URL(linkIn(await site.mailTo(email, subject))).pathname;
  const open = await ask("open@example.org");
  await offer(open, "first@example.org");
  const arabic = await ask("arabic@example.org", {
    name: "محمد عبد الرحمن بن عبد العزيز آل سعود",
    title: "⛄".repeat(40),
  });
  const agreed = await ask("agreed@example.org");
  const accepted = await offer(agreed, "helper@example.org");
  await actByMail(site, "agreed@example.org", /se ofrece/i, { action: "accept", offer: accepted });
  const disputed = await ask("disputed@example.org");
  const delivered = await offer(disputed, "worker@example.org");
  await actByMail(site, "disputed@example.org", /se ofrece/i, { action: "accept", offer: delivered });
  await actByMail(site, "worker@example.org", /aquí tienes el contacto/i, { action: "deliver" });
  await actByMail(site, "disputed@example.org", /está hecho/i, { action: "dispute", reason: wide(500) });
  await site.post("/api/jobs", { ...FAVOUR, email: "waits@example.org" });
  const done = await ask("done@example.org", { rewardText: "🎉".repeat(100) });
  const deed = await offer(done, "doer@example.org");
  await actByMail(site, "done@example.org", /se ofrece/i, { action: "accept", offer: deed });
  await actByMail(site, "doer@example.org", /aquí tienes el contacto/i, { action: "deliver" });
  await actByMail(site, "done@example.org", /está hecho/i, { action: "complete" });

  const root = await comment(
    `${wide(1000)} [${wide(60)}](https://example.org/${wide(200)})`,
    "c1@example.org",
  );
  const code = await comment(
    `\`${wide(300)}\`\n\n> ${wide(200)}\n\n- ${wide(200)}\n\n\`\`\`\n${wide(300)}\n\`\`\``,
    "c2@example.org",
    root,
  );
  const deep = await comment(wide(200), "c3@example.org", code);
  await comment("🎉", "c4@example.org", deep);
  const held = {
    article: ARTICLE,
    text: `Te pagamos por dar likes ${wide(300)}`,
    name: wide(60),
    email: "c5@example.org",
  };
  await site.post("/api/comments", held);
  await actByMail(site, held.email, /confirma tu comentario/i, { action: "confirm" });

  return [
    "/",
    "/favores/",
    `/favores/?q=${wide(90)}`,
    `/favores/${open}-x/`,
    `/favores/${arabic}-x/`,
    `/favores/${agreed}-x/`,
    `/favores/${disputed}-x/`,
    `/favores/${done}-x/`,
    `/favores/${open}-x/cartel/`,
    `/favores/${arabic}-x/cartel/`,
    `/favores/alertas/?q=${wide(90)}`,
    "/favores/hechos/",
    "/favores/recuperar/",
    `/avisar/?kind=job&id=${open}`,
    `/buscar/?q=${wide(90)}`,
    `/buscar/?q=${encodeURIComponent("محمد 🎉")}`,
    "/moderacion/",
    await linkTo("open@example.org", /se ofrece/i),
    await linkTo("first@example.org", /enviado tu propuesta/i),
    await linkTo("agreed@example.org", /se ofrece/i),
    await linkTo("helper@example.org", /aquí tienes el contacto/i),
    await linkTo("disputed@example.org", /se ofrece/i),
    await linkTo("done@example.org", /se ofrece/i),
    await linkTo("worker@example.org", /aquí tienes el contacto/i),
    await linkTo("waits@example.org", /confirma/i),
    await linkTo("c1@example.org", /publicado/i),
    await linkTo(MODERATOR, /corre prisa/),
    `/articulos/${ARTICLE}/`,
    THREAD,
    `${THREAD}?responder=${deep}#comentar`,
    await sentBack(site, "/api/jobs", {
      ...FAVOUR,
      email: wide(80),
      rewardKind: "money",
      rewardAmount: wide(20),
    }),
    await sentBack(site, "/api/comments", { ...COMMENT, text: wide(3001), email: wide(80) }),
    await sentBack(site, "/api/contact", {
      name: NAME,
      email: wide(80),
      message: wide(4000),
      subject: "duda",
    }),
    await sentBack(site, `/api/jobs/${open}/offers`, { ...OFFER, email: wide(80) }),
    "/buzon/",
    "/gracias/comentario/",
    "/privacidad/",
    "/normas/",
    "/mis-datos/pedir/",
    "/mis-datos/",
    "/favores/nuevo/",
    ...TEMPLATES.filter(({ name }) => name !== "home").map(({ path }) => path),
  ];
}

beforeAll(async () => {
  [site, browser] = await Promise.all([startRealSite(), openBrowser()]);
  paths = await fill();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test.each([320, 360, 768, 1280])(
  "whatever people typed, nothing is wider than a screen of %i px or lies on something else",
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    // The queue has to stand it, too.
    await signIn(site, page);
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(site.origin + path);
      await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
      const problems = await sticksOut(page);
      // An open menu hangs over what is below it.
      await page.evaluate(() => document.querySelector(".menu")?.removeAttribute("open"));
      problems.push(...(await liesOnOther(page)));
      found.push(...problems.map((problem) => `${path.slice(0, 60)}: ${problem}`));
      const folder = process.env["SHOTS"];
      if (folder)
        await page.screenshot({
          path: `${folder}/${width}-${path.replace(/[^a-z]+/g, "_").slice(0, 40)}${paths.indexOf(path)}.png`,
          fullPage: true,
        });
    }
    await context.close();
    expect(found).toEqual([]);
  },
);
