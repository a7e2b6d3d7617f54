import type { Page } from "playwright-core";
import { linkIn, MODERATOR, type RealSite } from "./real-site.ts";

/** A moderator asks for the link that signs in and uses it. */
export async function signIn(site: RealSite, page: Page): Promise<void> {
  await page.goto(`${site.origin}/moderacion/`);
  await page.getByLabel("Tu correo").fill(MODERATOR);
  await page.getByRole("button", { name: "Enviarme el enlace" }).click();
  await page.waitForURL("**/gracias/moderacion/");
  await page.goto(linkIn(await site.mailTo(MODERATOR, /^Entrar a moderar/)));
  await page.getByRole("button", { name: "Entrar a moderar" }).click();
  await page.waitForURL("**/moderacion/");
}

/** How wide the page is, and how wide it may be. */
export async function widths(page: Page): Promise<number[]> {
  return page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
}
