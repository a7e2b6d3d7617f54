import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMENT, JOB, MESSAGE, OFFER, POSTER, REWARD } from "../support/site/forms.ts";
import { moderatorToken, signedIn } from "../support/site/moderating.ts";
import { createTestSite, MODERATOR, type Fields, type TestSite } from "../support/site/test-site.ts";

/** A mark that must never come back as a tag or an attribute. */
const MARK = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;

/** Each run sends two: `npm run test:long` sends 100,000 inputs to every endpoint. */
const IS_LONG = process.env["npm_lifecycle_event"] === "test:long";
const RUNS = IS_LONG ? 50_000 : 100;
const TIMEOUT = (IS_LONG ? 6 * 3600 : 60) * 1000;

let site: TestSite;
let jobId = "";
let own = { id: "", editKey: "" };
let manage = "";
let receipt = "";
let cookie: Record<string, string> = {};
const addresses = () => site.mails().length;

beforeAll(async () => {
  site = await createTestSite({
    limits: false,
    env: { RESEND_WEBHOOK_SECRET: `whsec_${"a".repeat(32)}` },
  });
  jobId = String((await site.send("/api/jobs", JOB)).body["id"]);
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  manage = `/api/links/${site.token(POSTER)}`;
  const { body } = await site.send("/api/comments", { ...COMMENT, email: "propia@example.org" });
  own = { id: String(body["id"]), editKey: String(body["editKey"]) };
  const thanks = await site.submit("/api/jobs", { ...JOB, email: "recibo@example.org" });
  receipt = (thanks.headers.get("location") ?? "").split("/").at(-2) ?? "";
  cookie = await signedIn(site);
});
afterAll(() => {
  site.stop();
});

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    MARK,
    "javascript:alert(1)",
    "\u202etxt.exe",
    "\0",
    "../../etc/passwd",
    "__proto__",
    "\r\nBcc: x@y.es",
  ),
  fc.string({
    unit: fc.constantFrom("\u0301", "🏳️‍🌈", "<", "&", "]]>", "`", "*", "[x](javascript:1)"),
    maxLength: 30,
  }),
);

function hostile(valid: Fields): fc.Arbitrary<Fields> {
  const names = fc.oneof(
    fc.constantFrom(...Object.keys(valid), "formId", "stamp", "formulario", "website"),
    text,
  );
  return fc
    .tuple(fc.dictionary(names, text, { maxKeys: 8 }), fc.boolean())
    .map(([changes, onTop]) => (onTop ? { ...valid, ...changes } : changes));
}

/** What is sent to each, as a person would: what only the running site knows is filled in at the time. */
type Endpoint = readonly [name: string, path: () => string, valid: Fields, known?: () => Fields];
const ENDPOINTS: readonly Endpoint[] = [
  ["jobs", () => "/api/jobs", JOB],
  ["offers", () => `/api/jobs/${jobId}/offers`, OFFER],
  ["rewards", () => `/api/jobs/${jobId}/rewards`, REWARD],
  ["comments", () => "/api/comments", COMMENT],
  [
    "own comments",
    () => `/api/comments/${own.id}`,
    { action: "edit", text: "x", editKey: "", version: "" },
    () => ({ editKey: own.editKey }),
  ],
  ["previews", () => "/api/comments/preview", { article: "abierto", text: "x" }],
  ["contact", () => "/api/contact", MESSAGE],
  ["votes", () => "/api/votes", { question: "cuanto-cuesta", value: "no", text: "x" }],
  [
    "reports",
    () => "/api/reports",
    { kind: "job", id: "", reason: "estafa", text: "x", email: "avisa@example.org" },
    () => ({ id: jobId }),
  ],
  ["links", () => manage, { action: "edit", reason: "x", offer: "x", title: "x", version: "" }],
  ["lost links", () => "/api/recover", { email: POSTER }],
  ["own data", () => "/api/my-data", { email: POSTER }],
  ["receipts", () => "/api/resend-confirmation", { receipt: "" }, () => ({ receipt })],
  ["discarding", () => "/api/discard", { receipt: "" }],
  ["sign-in", () => "/api/session", { email: MODERATOR }],
  ["signing out", () => "/api/session/end", { all: "" }],
  [
    "moderation",
    () => "/api/moderation",
    { ids: "", action: "hide", reason: "x" },
    () => ({ ids: `${jobId}:2` }),
  ],
  ["forgetting", () => "/api/browser/forget", { all: "on", email: POSTER }],
  ["news of letters", () => "/api/resend", { type: "email.bounced", data: "x" }],
];

describe.each(ENDPOINTS.map(([name, path, valid, known = () => ({})]) => ({ name, path, valid, known })))(
  "whatever is sent to $name",
  ({ name, path, valid, known }) => {
    it(
      "gets an answer that is no failure of ours and lets nothing through",
      async () => {
        const headers = name === "moderation" ? cookie : {};
        await fc.assert(
          fc.asyncProperty(hostile(valid), async (changed) => {
            const fields = "__proto__" in changed ? changed : withKnown(changed, valid, known());
            const init = { method: "POST", body: JSON.stringify(fields) };
            const type = { "content-type": "application/json" };
            const json = await site.request(path(), { ...init, headers: { ...type, ...headers } });
            expect(json.status).toBeLessThan(500);
            const { html = "" } = JSON.parse((await json.text()) || "{}") as { html?: string };
            expect(html).not.toMatch(/<script|onerror=[^&]*>|href="javascript/i);
            const plain = await site.submit(path(), fields, headers);
            expect(plain.status).toBeLessThan(500);
            expect(plain.headers.get("location") ?? "/").toMatch(/^\/(?!\/)[\x21-\x7e]*$/);
            expect(await plain.text()).not.toMatch(/<script|<img|<\/textarea><(?!label|p>|\/main)/i);
          }),
          { numRuns: RUNS },
        );
        expect(addresses()).toBeGreaterThan(0);
      },
      TIMEOUT,
    );
  },
);

/** The valid fields that the site makes take the place of those that nothing was put into. */
function withKnown(changed: Fields, valid: Fields, known: Fields): Fields {
  const untouched = Object.entries(known).filter(([name]) => changed[name] === valid[name]);
  return { ...changed, ...Object.fromEntries(untouched) };
}

it("whatever is asked for gets an answer that is no failure of ours", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom("categoria", "q", "pagina", "orden", "article", "page"), text),
      async (query) => {
        const params = new URLSearchParams(query).toString();
        for (const path of ["/api/jobs", "/api/comments"]) {
          expect((await site.read(`${path}?${params}`)).status).toBeLessThan(500);
        }
      },
    ),
    { numRuns: 150 },
  );
  await fc.assert(
    fc.asyncProperty(text, async (id) => {
      const encoded = encodeURIComponent(id.toWellFormed());
      expect((await site.request(`/api/jobs/x${encoded}`)).status).toBe(404);
      expect((await site.send(`/api/links/x${encoded}`, { action: "confirm" })).status).toBe(410);
    }),
  );
});

it("a comment with every trick in it is shown as text", async () => {
  const written = await site.send("/api/comments", {
    ...COMMENT,
    text: `${MARK} [x](javascript:alert(1))`,
    name: MARK.slice(0, 60),
  });
  expect(written.status).toBe(202);
  await site.send(`/api/links/${site.token(COMMENT["email"] ?? "")}`, { action: "confirm" });
  await site.send(`/api/links/${await moderatorToken(site)}`, { action: "approve" });
  const answer = await site.request("/api/comments?article=abierto");
  const raw = await answer.text();
  expect(raw).not.toContain("<");
  const shown: unknown = JSON.parse(raw);
  const safe =
    "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; [x](javascript:alert(1))</p>";
  expect(shown).toMatchObject({ total: 1, comments: [{ html: expect.stringContaining(safe) as string }] });
  for (const mail of site.mails()) expect(mail.html).not.toMatch(/<script|<img/i);
});
