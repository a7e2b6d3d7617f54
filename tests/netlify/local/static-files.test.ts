import { request } from "node:http";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveFixture, type RunningSite } from "../../support/host/fixture-site.ts";

const LONG_TEXT = "<p>Un favor se pide con un título claro.</p>".repeat(100);
let site: RunningSite;

beforeAll(async () => {
  site = await serveFixture({
    "dist/index.html": LONG_TEXT,
    "dist/articulos/uno/index.html": "<p>uno</p>",
    "dist/_astro/a.css": "body{}",
    "dist/rss.xml": "<rss/>",
    "dist/descargas/plan de crisis.csv": "a;b",
    "dist/_redirects": "/viejo/ /articulos/uno/ 301\n",
    ".netlify/v1/config.json": JSON.stringify({
      headers: [
        { for: "/*", values: { "x-content-type-options": "nosniff" } },
        { for: "/_astro/*", values: { "Cache-Control": "public, max-age=31536000, immutable" } },
        { for: "/articulos/uno/", values: { "Content-Security-Policy": "script-src 'sha256-abc'" } },
      ],
    }),
    "secreto.txt": "no se sirve",
  });
});
afterAll(() => site.stop());

/** Sends the path exactly as written; `fetch` would tidy it up first. */
function statusOfRawPath(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(site.origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

describe("a reader gets the built files", () => {
  test("a page at its address, with its type and no caching without asking", async () => {
    const response = await site.get("/articulos/uno/");
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("<p>uno</p>");
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
  });

  test("a feed, a style sheet and a file with a space in its name", async () => {
    expect((await site.get("/rss.xml")).headers.get("content-type")).toBe("application/xml; charset=utf-8");
    expect((await site.get("/_astro/a.css")).headers.get("cache-control")).toContain("immutable");
    expect(await (await site.get("/descargas/plan%20de%20crisis.csv")).text()).toBe("a;b");
  });

  test("without the slash at the end, one step to the address with it, parameters kept", async () => {
    const response = await site.get("/articulos/uno?x=1");
    expect([response.status, response.headers.get("location")]).toEqual([301, "/articulos/uno/?x=1"]);
  });

  test("an old address leads to the new one", async () => {
    const response = await site.get("/viejo/");
    expect([response.status, response.headers.get("location")]).toEqual([301, "/articulos/uno/"]);
  });

  test("what is not there is a 404 with the site's own page", async () => {
    const response = await site.get("/nada/");
    expect([response.status, await response.text()]).toEqual([404, "<p>no está</p>"]);
  });

  test("HEAD gives the headers of GET and no body", async () => {
    const response = await site.get("/articulos/uno/", { method: "HEAD" });
    expect(response.headers.get("content-length")).toBe("10");
    expect(await response.text()).toBe("");
  });
});

describe("a page that was read before costs little", () => {
  test("304 when nothing changed, also with a weak tag among others", async () => {
    const etag = (await site.get("/")).headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const asked of [etag, `"otro", W/${etag}`]) {
      const again = await site.get("/", { headers: { "if-none-match": asked } });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
    expect((await site.get("/", { headers: { "if-none-match": '"otro"' } })).status).toBe(200);
  });

  test("text travels in brotli to who takes it, and plain to who refuses", async () => {
    const packed = await new Promise<Buffer>((resolve, reject) => {
      request(`${site.origin}/`, { headers: { "accept-encoding": "gzip, br" } }, (response) => {
        expect(response.headers["content-encoding"]).toBe("br");
        expect(response.headers.vary).toContain("Accept-Encoding");
        const chunks: Buffer[] = [];
        response
          .on("data", (chunk: Buffer) => chunks.push(chunk))
          .on("end", () => {
            resolve(Buffer.concat(chunks));
          });
      })
        .on("error", reject)
        .end();
    });
    expect(brotliDecompressSync(packed).toString()).toBe(LONG_TEXT);
    expect(packed.length).toBeLessThan(LONG_TEXT.length / 10);
    const plain = await site.get("/", { headers: { "accept-encoding": "br;q=0, gzip;q=0" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
  });
});

describe("headers of static pages", () => {
  test("each page carries the rules that match it, and only those", async () => {
    const page = await site.get("/articulos/uno/");
    expect(page.headers.get("content-security-policy")).toBe("script-src 'sha256-abc'");
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await site.get("/")).headers.get("content-security-policy")).toBeNull();
  });
});

describe("no path leads out of the built site", () => {
  test.each([
    "/../secreto.txt",
    "/%2e%2e/secreto.txt",
    "/..%2fsecreto.txt",
    "/articulos/..%2f..%2f..%2fsecreto.txt",
    "//secreto.txt",
    "/_redirects",
    "/%E0%A4%A",
    "/index.html%00.txt",
  ])("%s is not found", async (path) => {
    expect(await statusOfRawPath(path)).toBe(404);
  });

  test("an absolute address of another host is refused", async () => {
    expect(await statusOfRawPath("http://otro.example/")).toBe(400);
  });
});
