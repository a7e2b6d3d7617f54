import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Mention } from "../../src/domain/records/mention.ts";
import { createEmbeddedClient } from "../../src/store/sqlite/embedded.ts";
import { createStore } from "../../src/store/store.ts";
import { idOf, mention, saved } from "../support/builders/records.ts";
import { browser, openSite, site } from "../support/site/journey.ts";
import { ARTICLE } from "../support/site/live-pages.ts";
import { signIn } from "../support/site/desk-page.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

openSite();

/** Its page was read: nothing of another site is asked for in tests. */
async function heldMention(n: number, more: Partial<Mention>): Promise<void> {
  const client = createEmbeddedClient(join(site.data, "store.sqlite"));
  const at = Date.now();
  const record = mention({ id: idOf(n), article: ARTICLE, createdAt: at, heldAt: at, ...more });
  await createStore(client, "embedded").commit(saved({ kind: "mention", before: null, after: record }), at);
  client.close();
}

async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

const threadPath = `/articulos/${ARTICLE}/comentarios/`;

test.each([
  { how: "with JavaScript", javaScript: true, host: "blog-con.org" },
  { how: "without JavaScript", javaScript: false, host: "blog-sin.org" },
])("a moderator publishes a mention and hides it again, $how", async ({ javaScript, host }) => {
  const source = `https://www.${host}/2026/un-calendario-que-no-se-cumple/`;
  await heldMention(javaScript ? 1 : 2, {
    source,
    author: "Blanca",
    title: `Lo que dice ${host}`,
    text: "Escríbeme a blanca@blog.org si te pasa.",
  });
  const visitor = await newVisitor(browser, { javaScript, width: 360 });
  const { page, complaints } = await newPage(visitor);
  await signIn(site, page);
  const item = page.locator(".desk-item");
  await item.getByRole("heading", { name: `Mención de ${host} en` }).waitFor();
  expect(await item.getByRole("link", { name: source }).getAttribute("rel")).toContain("nofollow");
  expect(await item.textContent()).not.toContain("De esta dirección");
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
  expect(await (await fetch(site.origin + threadPath)).text()).not.toContain(source);

  await item.getByRole("button", { name: "Publicar", exact: true }).click();
  await page.getByText("Una cosa decidida.").waitFor();
  const reader = await newPage(visitor);
  await reader.page.goto(site.origin + threadPath);
  const mentions = reader.page.getByRole("region", { name: "Menciones" });
  await mentions.getByRole("link", { name: `Lo que dice ${host}`, exact: true }).waitFor();
  const said = await mentions.textContent();
  expect(said).toContain(`Blanca, en ${host}`);
  expect(said).not.toContain("blanca@blog.org");

  await page.getByLabel("Buscar", { exact: true }).fill(source);
  await page.getByRole("button", { name: "Buscar", exact: true }).last().click();
  await page.getByRole("heading", { name: "Encontrado: 1" }).waitFor();
  await item.getByText("Ocultar", { exact: true }).first().click();
  await item.getByText("no se lo enviamos a nadie").waitFor();
  await item.getByLabel("Motivo").fill("No viene a cuento.");
  await item.getByRole("button", { name: "Ocultar" }).click();
  await page.getByText(`Ocultado`).first().waitFor();
  expect(await (await fetch(site.origin + threadPath)).text()).not.toContain(source);
  expect([...complaints, ...reader.complaints]).toEqual([]);
  await visitor.close();
});

test.each(["light", "dark"] as const)(
  "axe finds nothing at a mention in the %s theme",
  async (colorScheme) => {
    await heldMention(colorScheme === "light" ? 3 : 4, {
      source: `https://blog.org/${"muy-largo-".repeat(20)}`,
      title: "Otra entrada",
      signals: ["links"],
    });
    const options = {
      viewport: { width: 320, height: 800 },
      reducedMotion: "reduce",
      bypassCSP: true,
    } as const;
    const context = await browser.newContext({ ...options, colorScheme });
    const page = await context.newPage();
    await signIn(site, page);
    expect(await axe(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
    await context.close();
  },
);
