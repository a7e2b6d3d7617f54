import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readRedirects } from "../../../netlify/local/redirects.ts";
import { tempFolder } from "../../scripts/temp-folder.ts";

function redirects(text: string) {
  const file = join(tempFolder({}), "_redirects");
  writeFileSync(file, text);
  const find = readRedirects(file);
  return (address: string) => {
    const { pathname, searchParams } = new URL(address, "https://makethejobs.example");
    const found = find(pathname, searchParams);
    return found && `${found.status} ${found.to}${found.keepsSearch ? " + search" : ""}`;
  };
}

test("an address with a number leads on where a rule names that number, and the home page stays the home page", () => {
  const to = redirects("/ p=12 /articulos/uno/ 301!\n/viejo/ /articulos/dos/ 301\n");
  expect(to("/?p=12")).toBe("301 /articulos/uno/");
  expect(to("/?utm_source=x&p=12")).toBe("301 /articulos/uno/");
  expect(to("/?p=13")).toBeNull();
  expect(to("/")).toBeNull();
  expect(to("/viejo/?a=b")).toBe("301 /articulos/dos/ + search");
});

test("a rule that can't be served here is refused aloud", () => {
  expect(() => redirects("/ p=:id /articulos/:id/ 301")).toThrow("no sé servir");
  expect(() => redirects("/viejo/* /nuevo/:splat 301")).toThrow("fijo");
});
