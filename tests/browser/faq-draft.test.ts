import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { signIn } from "../support/site/desk-page.ts";
import { browser, openSite, site } from "../support/site/journey.ts";
import { ARTICLE, publishComment } from "../support/site/live-pages.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

openSite();

test("who moderates takes a good answer along as a draft of the FAQ, and nobody else can", async () => {
  const asked = await publishComment(site, "Me lío. ¿cada cuánto se mide esto?", "eva@example.org", {
    name: "Eva",
  });
  const id = await publishComment(site, "**Una vez al mes**, y con {calma}.", "ana@example.org", {
    name: "Ana Prado",
    parent: asked,
  });
  const path = `/moderacion/resuelve/${id}.mdx`;
  const closed = await fetch(site.origin + path);
  expect([closed.status, closed.headers.get("cache-control")]).toEqual([404, "private, no-store"]);

  const visitor = await newVisitor(browser, { javaScript: false, width: 360 });
  const { page } = await newPage(visitor);
  await signIn(site, page);
  await page.goto(`${site.origin}/moderacion/?q=calma`);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Descárgalo como borrador de pregunta frecuente" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("cada-cuanto-se-mide-esto.mdx");
  const text = readFileSync(await file.path(), "utf8");
  expect(text).toContain('question: "¿Cada cuánto se mide esto?"');
  expect(text).toContain("**Una vez al mes**, y con \\{calma\\}.");
  expect(text).toContain(`_Lo explicó **Ana Prado** en los comentarios de [`);
  expect(text).toContain(`(/articulos/${ARTICLE}/)`);
  expect(text).not.toContain("@");
  const none = await page.request.get(`${site.origin}/moderacion/resuelve/${"a".repeat(20)}.mdx`);
  expect(none.status()).toBe(404);
  await visitor.close();
});
