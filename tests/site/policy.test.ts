import { createHash } from "node:crypto";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SECURITY_HEADERS } from "../../netlify/http/security-headers.ts";
import { openBrowser } from "../support/site/browser.ts";
import { startBuiltSite, TEMPLATES, type RunningSite } from "../support/site/built-site.ts";

let site: RunningSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startBuiltSite(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  site.stop();
});

describe.each(TEMPLATES)("the security policy of: $name", ({ path }) => {
  test("allows nothing but what is ours, and every style of the page by its hash", async () => {
    const response = await fetch(site.origin + path);
    const policy = response.headers.get("content-security-policy") ?? "";
    const html = await response.text();
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(html).not.toMatch(/<[a-z][^>]* (?:style|on[a-z]+)="/);
    for (const [, css = ""] of html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)) {
      expect(policy).toContain(`'sha256-${createHash("sha256").update(css).digest("base64")}'`);
    }
  });

  test("comes with the other security headers, whoever serves the page", async () => {
    const { headers } = await fetch(site.origin + path);
    const { "content-security-policy": _, ...others } = SECURITY_HEADERS;
    expect(Object.fromEntries(headers)).toMatchObject(others);
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  });

  test("is not broken by the page: a browser has nothing to complain about", async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("status of 404"))
        complaints.push(message.text());
    });
    await page.goto(site.origin + path, { waitUntil: "networkidle" });
    // The title face is the one thing that a page loads: it came, and the policy let it in.
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family),
    );
    expect(loaded.join()).toContain("Bricolage Grotesque");
    expect(complaints).toEqual([]);
    await page.close();
  });
});
