import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contentsOfFile } from "../store/contents.ts";
import { actByMail, ARTICLE, sendJob, sendOffer } from "../support/site/live-pages.ts";
import { MODERATOR, startRealSite, type RealSite } from "../support/site/real-site.ts";

let site: RealSite;
beforeAll(async () => {
  site = await startRealSite();
  await fill();
}, 120_000);
afterAll(() => site.stop());

/** A letter of many kinds: what waits to be confirmed, what is held, agreed, reported, and the one that signs a moderator in. */
async function fill(): Promise<void> {
  const job = await sendJob(site, "Llevar unas cajas al punto limpio", "ana@example.org");
  await sendOffer(site, job, "una@example.org");
  const offer = await sendOffer(site, job, "otra@example.org");
  const joins = {
    rewardKind: "thing",
    rewardText: "Un bizcocho",
    name: "Eva",
    email: "eva@example.org",
    consent: "on",
  };
  await site.post(`/api/jobs/${job}/rewards`, joins);
  await actByMail(site, "eva@example.org", /./, { action: "confirm" });
  await actByMail(site, "ana@example.org", /se ofrece/i, {
    action: "ask",
    offer,
    text: "¿Cabe en un coche?",
  });
  await actByMail(site, "otra@example.org", /te escribe/i, { action: "ask", text: "Sí, en dos viajes." });
  await actByMail(site, "ana@example.org", /te escribe/i, { action: "accept", offer });
  await actByMail(site, "ana@example.org", /contacto/i, { action: "complete" });
  const thanks = { action: "thank", text: "Un encanto de persona, repetiré." };
  await actByMail(site, "ana@example.org", /contacto/i, thanks);
  await actByMail(site, "otra@example.org", /gracias/i, { action: "agree" });
  await site.post("/api/digests", { frequency: "daily", email: "alba@example.org", lugar: "madrid" });
  await actByMail(site, "alba@example.org", /./, { action: "confirm" });
  await site.post("/api/digests", { frequency: "weekly", email: "nora@example.org", lugar: "madrid" });
  await site.post("/api/my-data", { email: "ana@example.org" });
  const fraud = { description: "Te pagamos por dar likes desde casa, escríbeme y te lo cuento todo." };
  await sendJob(site, "Un trabajo que da mucho dinero", "malo@example.org", fraud);
  await site.post("/api/comments", {
    article: ARTICLE,
    text: "Buen punto.",
    name: "Luz",
    email: "luz@example.org",
  });
  await actByMail(site, "luz@example.org", /confirma/i, { action: "confirm" });
  await site.post("/api/comments", {
    article: ARTICLE,
    text: "Otro más.",
    name: "Sol",
    email: "sol@example.org",
  });
  await site.post("/api/reports", { kind: "job", id: job, reason: "otra", email: "rosa@example.org" });
  await site.post("/api/recover", { email: "ana@example.org" });
  await site.post("/api/session", { email: MODERATOR });
  await site.mailTo(MODERATOR, /corre prisa/);
  await site.mailTo(MODERATOR, /^Entrar/);
  await site.mailTo("rosa@example.org", /./);
  await site.mailTo("sol@example.org", /./);
  await site.mailTo("nora@example.org", /./);
  await site.mailTo("ana@example.org", /datos/i);
}

/** What is remembered of people and of what they wrote: nothing that only counts visits or lets letters leave. */
function remembered(): Record<string, unknown> {
  const kept =
    /^(?:job|offer|offers|reward|comment|link|address|report|reported|session|logEntry|verdict|receipt|waiting|unheard|digest|digests-due|notice|watchers|mention|myData|deeds|things-of|all-of)\b/;
  const all = Object.entries(contentsOfFile(join(site.data, "store.sqlite")));
  return Object.fromEntries(all.filter(([key]) => kept.test(key)));
}

test("programs that open every link of every letter, with HEAD and GET, change nothing", async () => {
  const mails = await site.mails();
  const links = new Set(
    mails.flatMap(
      ({ text, html, headers }) =>
        `${text} ${html} ${Object.values(headers).join(" ")}`.match(/https?:\/\/[^\s"<>]+/g) ?? [],
    ),
  );
  const own = [...links].filter((link) => link.startsWith(site.origin));
  expect(own.filter((link) => link.includes("/gestion/")).length).toBeGreaterThan(15);
  expect(own.some((link) => link.includes("/api/links/"))).toBe(true);
  const before = remembered();
  for (const round of [1, 2]) {
    for (const link of own) {
      for (const method of ["HEAD", "GET"]) {
        const { status } = await fetch(link, { method, redirect: "follow" });
        expect(status, `${String(round)} ${method} ${new URL(link).pathname.slice(0, 12)}`).toBeLessThan(500);
      }
    }
  }
  expect(remembered()).toEqual(before);
  expect(await site.mails()).toHaveLength(mails.length);
}, 120_000);
