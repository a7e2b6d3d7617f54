import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { Network } from "../../netlify/outside/network.ts";
import { readMentions } from "../../netlify/schedule/mentions.ts";
import { approveMention } from "../../src/domain/comments/mentions.ts";
import { FETCH_RATE, MENTION_TRY_AGAIN } from "../../src/domain/kernel/outside-limits.ts";
import type { Mention } from "../../src/domain/records/mention.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { createTestSite, SITE_URL, type TestSite } from "../support/site/test-site.ts";

const ARTICLE = "abierto";
const TARGET = `${SITE_URL}/articulos/${ARTICLE}/`;
const SOURCE = "https://blog.org/entrada/";

/** What the other site answers. */
let page: { status: number; html: string };
let addresses: string[];
let dialled: string[];
let server: Server;
beforeAll(async () => {
  server = createServer((_, response) => {
    response.writeHead(page.status, { "content-type": "text/html" }).end(page.html);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
afterAll(() => server.close());
beforeEach(() => {
  page = { status: 200, html: entry("Muy de acuerdo.") };
  addresses = ["93.184.215.14"];
  dialled = [];
});

const network: Network = {
  resolve: () => Promise.resolve(addresses),
  dial({ address }) {
    dialled.push(address);
    return connect((server.address() as AddressInfo).port, "127.0.0.1");
  },
};

function entry(text: string): string {
  return `<article class="h-entry"><h1 class="p-name">Una entrada</h1><p class="p-author">Ana</p>
    <div class="e-content">${text} <a href="${TARGET}">Aquí</a></div></article>`;
}

let site: TestSite;
afterEach(() => site.stop());

function mentionIt(source = SOURCE, target = TARGET): Promise<Response> {
  const body = new URLSearchParams({ source, target });
  return site.request("/api/webmentions", { method: "POST", body });
}

async function stored(): Promise<Mention | null> {
  return site.store.read("mention", site.services.signer.mentionId(SOURCE, ARTICLE));
}

async function approve(): Promise<void> {
  const mention = await stored();
  if (mention === null) throw new Error("there is no mention");
  const { now, signer } = site.services;
  const context = { now: now(), newId: () => signer.newId(), moderators: [], limits: true };
  const decided = approveMention({ mention }, context);
  if (!decided.ok) throw new Error(decided.error.code);
  await site.store.commit(decided.value.decision, now());
}

describeOnBoth("a mention", (transport) => {
  beforeEach(async () => {
    site = await createTestSite({ store: createStore(await transport.freshClient(), "embedded") });
  });

  it("is taken at once, read by the clock, and seen by nobody before a moderator let it", async () => {
    const answer = await mentionIt();
    expect([answer.status, await answer.json()]).toEqual([202, { state: "received" }]);
    expect(dialled).toEqual([]);
    expect(await readMentions(site.services, network)).toBe(1);
    expect(await stored()).toMatchObject({
      state: "held",
      title: "Una entrada",
      author: "Ana",
      text: "Muy de acuerdo. Aquí",
    });
    expect(await site.store.mentionsOf(ARTICLE)).toEqual([]);
    await approve();
    expect((await site.store.mentionsOf(ARTICLE)).map(({ source }) => source)).toEqual([SOURCE]);
    expect(await readMentions(site.services, network)).toBe(0);
  });

  it("sent again follows its page: the same stays, another text waits anew, a page that is gone takes it along", async () => {
    await mentionIt();
    await readMentions(site.services, network);
    await approve();
    await mentionIt();
    await readMentions(site.services, network);
    expect(await stored()).toMatchObject({ state: "approved" });
    page.html = entry("Lo he pensado mejor.");
    await mentionIt();
    await readMentions(site.services, network);
    expect(await stored()).toMatchObject({ state: "held", text: "Lo he pensado mejor. Aquí" });
    expect(await site.store.mentionsOf(ARTICLE)).toEqual([]);
    expect(site.purged).toEqual([`thread:${ARTICLE}`, `baked:${ARTICLE}`]);
    await approve();
    page = { status: 410, html: "" };
    await mentionIt();
    await readMentions(site.services, network);
    expect(await stored()).toMatchObject({ state: "deleted", text: null, author: null, title: null });
  });

  it("of a page that does not link here is forgotten", async () => {
    page.html = "<p>Nada que ver";
    await mentionIt();
    await readMentions(site.services, network);
    expect(await stored()).toBeNull();
  });

  it("whose name leads inside is taken like any other and never connected to", async () => {
    addresses = ["127.0.0.1"];
    expect((await mentionIt()).status).toBe(202);
    await readMentions(site.services, network);
    expect(dialled).toEqual([]);
    expect(await stored()).toBeNull();
  });

  it("of a page that is down is tried again later", async () => {
    page = { status: 500, html: "" };
    await mentionIt();
    await readMentions(site.services, network);
    expect(await stored()).toMatchObject({ state: "received", tries: 1 });
    expect(await readMentions(site.services, network)).toBe(0);
    page = { status: 200, html: entry("Otra vez aquí.") };
    site.clock.now += MENTION_TRY_AGAIN;
    await readMentions(site.services, network);
    expect(await stored()).toMatchObject({ state: "held" });
  });

  it("asks a host no oftener than its rate allows, whoever sends how many", async () => {
    for (let n = 0; n < FETCH_RATE.uses + 2; n += 1) await mentionIt(`${SOURCE}?n=${String(n)}`);
    for (let run = 0; run < FETCH_RATE.uses; run += 1) await readMentions(site.services, network);
    expect(dialled).toHaveLength(FETCH_RATE.uses);
  });

  it("that nobody can mean is refused, with what is wrong, and nothing is kept", async () => {
    const wrong = [
      [SOURCE, `${SITE_URL}/articulos/no-existe/`, "target"],
      [SOURCE, `${SITE_URL}/contacto/`, "target"],
      [SOURCE, "https://otra.org/articulos/abierto/", "target"],
      [SOURCE, "", "target"],
      ["http://127.0.0.1/", TARGET, "source"],
      ["http://[::ffff:10.0.0.1]/", TARGET, "source"],
      ["http://localhost/", TARGET, "source"],
      ["http://blog.org:8080/", TARGET, "source"],
      ["ftp://blog.org/", TARGET, "source"],
      ["blog.org", TARGET, "source"],
      [TARGET, TARGET, "source"],
      [`https://blog.org/${"a".repeat(3000)}`, TARGET, "source"],
    ] as const;
    for (const [source, target, field] of wrong) {
      const answer = await mentionIt(source, target);
      expect(answer.status, `${source} ${target}`).toBe(400);
      expect(Object.keys(((await answer.json()) as { fields: object }).fields)).toEqual([field]);
    }
    expect(await site.store.mentionsDue(site.clock.now + 1000, 10)).toEqual([]);
  });
});
