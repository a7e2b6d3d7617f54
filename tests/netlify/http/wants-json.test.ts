import { expect, it } from "vitest";
import { wantsJson } from "../../../netlify/http/wants-json.ts";

const FORM = "application/x-www-form-urlencoded";
const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

it.each([
  ["a browser's form", FORM, BROWSER, false],
  ["a form sent without a word about the answer", FORM, "*/*", false],
  ["a form whose script wants JSON", FORM, "application/json", true],
  ["a program's JSON", "application/json", "*/*", true],
  ["a mail client's one-click post", FORM, null, false],
  ["a program that sends something else", "text/xml", "*/*", true],
  ["a browser that sends something else", "text/plain", BROWSER, false],
])("%s", (_, type, accept, expected) => {
  const headers = new Headers({ "content-type": type });
  if (accept !== null) headers.set("accept", accept);
  const request = new Request("http://localhost/", { method: "POST", body: "a=1", headers });
  expect(wantsJson(request)).toBe(expected);
});
