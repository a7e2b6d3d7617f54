import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMENT, JOB, MESSAGE, OFFER, POSTER } from "../support/site/forms.ts";
import { createTestSite, type Fields, type TestSite } from "../support/site/test-site.ts";
import { moderatorToken } from "../support/site/moderating.ts";

/** A mark that must never come back as a tag or an attribute. */
const MARK = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;

let site: TestSite;
let jobId = "";
const addresses = () => site.mails().length;

beforeAll(async () => {
  site = await createTestSite({ limits: false });
  jobId = String((await site.send("/api/jobs", JOB)).body["id"]);
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
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

const ENDPOINTS: readonly (readonly [string, () => string, Fields])[] = [
  ["jobs", () => "/api/jobs", JOB],
  ["offers", () => `/api/jobs/${jobId}/offers`, OFFER],
  ["comments", () => "/api/comments", COMMENT],
  ["previews", () => "/api/comments/preview", { article: "abierto", text: "x" }],
  ["contact", () => "/api/contact", MESSAGE],
  ["votes", () => "/api/votes", { question: "cuanto-cuesta", value: "no", text: "x" }],
  [
    "links",
    () => `/api/links/${site.token(POSTER)}`,
    { action: "edit", reason: "x", offer: "x", title: "x" },
  ],
];

describe.each(ENDPOINTS)("whatever is sent to %s", (_, path, valid) => {
  it("gets an answer that is no failure of ours and lets nothing through", async () => {
    await fc.assert(
      fc.asyncProperty(hostile(valid), async (fields) => {
        const json = await site.send(path(), fields);
        expect(json.status).toBeLessThan(500);
        expect(JSON.stringify(json.body["html"] ?? "")).not.toMatch(
          /<script|onerror=[^&]*>|href="javascript/i,
        );
        const plain = await site.submit(path(), fields);
        expect(plain.status).toBeLessThan(500);
        expect(plain.headers.get("location") ?? "/").toMatch(/^\/(?!\/)[\x21-\x7e]*$/);
        expect(await plain.text()).not.toMatch(/<script|<img|<\/textarea><(?!label|p>|\/main)/i);
      }),
      { numRuns: 150 },
    );
    expect(addresses()).toBeGreaterThan(0);
  });
});

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
