import { describe, expect, it } from "vitest";
import { isSameOrigin } from "../../../netlify/http/origin.ts";

const SITE = "https://makethejobs.com/";

function from(headers: Record<string, string>): boolean {
  return isSameOrigin(new Request("http://127.0.0.1:4321/api/jobs", { method: "POST", headers }), SITE);
}

describe("a form is taken from our own pages only", () => {
  it.each(["same-origin", "none"])("sec-fetch-site: %s is taken, whatever else is said", (site) => {
    expect(from({ "sec-fetch-site": site, origin: "https://evil.example" })).toBe(true);
  });
  it.each(["same-site", "cross-site", "", "anything"])(
    "sec-fetch-site: %s is refused, whatever else is said",
    (site) => {
      expect(from({ "sec-fetch-site": site, origin: SITE.slice(0, -1) })).toBe(false);
    },
  );
  it.each(["https://makethejobs.com", "http://127.0.0.1:4321"])("origin %s is taken", (origin) => {
    expect(from({ origin })).toBe(true);
  });
  it.each([
    "null",
    "https://evil.example",
    "http://makethejobs.com",
    "https://makethejobs.com.evil.example",
    "",
  ])("origin %s is refused", (origin) => {
    expect(from({ origin })).toBe(false);
  });
  it("nothing said at all is taken: no browser sends that", () => {
    expect(from({})).toBe(true);
  });
});
