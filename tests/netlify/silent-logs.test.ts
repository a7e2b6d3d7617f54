import { DatabaseSync } from "node:sqlite";
import { expect, it, onTestFinished, vi } from "vitest";
import { reportFailure } from "../../netlify/http/report.ts";
import { createOutbox } from "../../src/mail/outbox.ts";
import { renderMail } from "../../src/mail/render.ts";
import { COMMENT, COMMENTER, HELPER, JOB, MESSAGE, OFFER, POSTER } from "../support/site/forms.ts";
import { createTestSite, MODERATOR, OWNER, SITE_URL, type TestSite } from "../support/site/test-site.ts";
import { moderatorToken } from "../support/site/moderating.ts";

/** Everything that is logged from here to the end of the test. */
function logged(): () => string {
  const lines: string[] = [];
  const spies = (["error", "warn", "log", "info", "debug"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      lines.push(parts.map((part) => (part instanceof Error ? String(part.stack) : String(part))).join(" "));
    }),
  );
  onTestFinished(() => spies.forEach((spy) => spy.mockRestore()));
  return () => lines.join("\n");
}

/** What no log may hold: addresses, phones, what was typed, tokens of any link. */
const SECRETS = [
  POSTER,
  HELPER,
  COMMENTER,
  MODERATOR,
  OWNER,
  "600 111 222",
  "revise el boletín",
  "experiencia con boletines",
  "gracias",
  "artículo sobre radio",
];

function expectSilent(text: string, site: TestSite): void {
  for (const secret of SECRETS) expect(text).not.toContain(secret);
  for (const { text: letter } of site.mails()) {
    const [, token] = /\/gestion\/([A-Za-z0-9_-]{63})\//.exec(letter) ?? [];
    if (token !== undefined) expect(text).not.toContain(token);
  }
}

async function journey(site: TestSite): Promise<void> {
  const { body } = await site.send("/api/jobs", JOB);
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm", remember: "on" });
  const offered = await site.send(`/api/jobs/${String(body["id"])}/offers`, OFFER);
  await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
  await site.send(`/api/links/${site.token(POSTER)}`, {
    action: "accept",
    offer: String(offered.body["id"]),
  });
  await site.send("/api/comments", COMMENT);
  await site.send(`/api/links/${site.token(COMMENTER)}`, { action: "confirm" });
  await site.send(`/api/links/${await moderatorToken(site)}`, { action: "approve" });
  await site.submit("/api/contact", MESSAGE);
}

/** Forms that can't be read, and links that are none. */
async function nonsense(site: TestSite): Promise<void> {
  const json = { "content-type": "application/json" };
  const broken = `{"email":"${POSTER}","message":${JSON.stringify(MESSAGE["message"])}`;
  await site.request("/api/contact", { method: "POST", body: broken, headers: json });
  await site.request(`/api/links/${site.token(POSTER)}x`, { method: "POST", body: broken, headers: json });
  await site.submit("/api/jobs", { ...JOB, category: "ninguna" });
}

/** Sends everything again in a world that is out of order. */
async function everything(site: TestSite): Promise<void> {
  const tokens = [POSTER, HELPER, COMMENTER, MODERATOR].map((to) => site.token(to));
  for (const token of tokens) await site.send(`/api/links/${token}`, { action: "confirm", remember: "on" });
  for (const [path, form] of [
    ["/api/jobs", JOB],
    ["/api/comments", COMMENT],
    ["/api/contact", MESSAGE],
  ] as const) {
    await site.send(path, form);
    await site.submit(path, form);
  }
  await site.request("/api/jobs").catch(() => null);
  await site.request("/api/comments?article=abierto").catch(() => null);
  await site.services.outbox.deliverDue(50);
}

it("whole journeys leave nobody's data in the logs", async () => {
  const text = logged();
  const site = await createTestSite();
  await journey(site);
  await nonsense(site);
  expectSilent(text(), site);
  site.stop();
});

it("nor do records that nobody can read", async () => {
  const text = logged();
  const site = await createTestSite();
  await journey(site);
  const file = new DatabaseSync(site.files.store);
  file.exec(`UPDATE entry SET text = substr(text, 1, length(text) - 1) || ', ' WHERE text LIKE '{%'`);
  file.exec(`UPDATE entry SET text = '1 ${POSTER} ' || text WHERE text LIKE '1 {%' OR text LIKE '2 {%'`);
  file.close();
  await everything(site);
  expect(text()).toMatch(/StoreDown/);
  expectSilent(text(), site);
  site.stop();
});

it("nor does a store that is down", async () => {
  const text = logged();
  const site = await createTestSite();
  await journey(site);
  const file = new DatabaseSync(site.files.store);
  file.exec("DROP TABLE entry");
  file.close();
  await everything(site);
  expect(text()).toMatch(/StoreDown/);
  expectSilent(text(), site);
  site.stop();
});

it("nor does a mail service that repeats what it was given", async () => {
  const text = logged();
  const site = await createTestSite();
  await journey(site);
  const due = { attempts: 1, firstAt: site.clock.now };
  const outbox = createOutbox({
    store: {
      ...site.store,
      dueMails: () => Promise.reject(new Error(`no connection for ${POSTER}`)),
      claimMail: (id) =>
        Promise.resolve({
          ...due,
          id,
          name: "contactReceipt",
          to: POSTER,
          data: {},
        }),
      mailSent: () => Promise.resolve(),
      mailFailed: () => Promise.reject(new Error(`could not note that ${POSTER} got nothing`)),
    },
    mailer: { send: ({ to }) => Promise.reject(new Error(`refused: ${to} «${String(MESSAGE["message"])}»`)) },
    render: (event, at) =>
      renderMail(event, {
        siteUrl: SITE_URL,
        tokenUrl: () => SITE_URL,
        oneClickUrl: () => SITE_URL,
        owner: { name: "Makethejobs", email: OWNER },
        at,
      }),
    now: () => site.clock.now,
    mailsPerHour: null,
    addressKey: (email) => email,
  });
  await outbox.deliver(["contactReceipt/a/1"]);
  await outbox.deliverDue(10);
  expect(text()).toMatch(/left for later/);
  expectSilent(text(), site);
  site.stop();
});

it("a failure is told by its kind and place, though its message is made to look like one", () => {
  const text = logged();
  const cause = Object.assign(new SyntaxError(`Unexpected "${POSTER}"`), { code: "ERR_INVALID_URL" });
  reportFailure("form", new TypeError(`${POSTER}\n    at ${HELPER}\n    at the end`, { cause }));
  const line = JSON.parse(text()) as { failure: string; at: string[] };
  expect(line.failure).toBe("TypeError < SyntaxError ERR_INVALID_URL");
  expect(line.at[0]).toMatch(/silent-logs\.test\.ts/);
  expect(text()).not.toMatch(/ana@|luis@|the end/);
  reportFailure("form", POSTER);
  expect(text()).not.toContain(POSTER);
});
