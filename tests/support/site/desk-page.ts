import type { Page } from "playwright-core";
import { linkApi, linkIn, MODERATOR, type RealSite } from "./real-site.ts";

const SIGN_IN_LETTER = /^Entrar a moderar/;

/** A moderator asks for the link that signs in and uses it. */
export async function signIn(site: RealSite, page: Page): Promise<void> {
  await page.goto(`${site.origin}/moderacion/`);
  await page.getByLabel("Tu correo").fill(MODERATOR);
  const ask = async (): Promise<void> => {
    await page.getByRole("button", { name: "Enviarme el enlace" }).click();
    await page.waitForURL("**/gracias/moderacion/");
  };
  const letter = await site.mailAfter(ask, MODERATOR, SIGN_IN_LETTER);
  await page.goto(linkIn(letter));
  await page.getByRole("button", { name: "Entrar a moderar" }).click();
  await page.waitForURL("**/moderacion/");
}

/** The cookie of a moderator who signed in, once for each site. */
const SESSIONS = new WeakMap<RealSite, string>();

/** Lets a comment through, as a program with a moderator's session does. */
export async function approveComment(site: RealSite, id: string, version = 2): Promise<void> {
  const post = (path: string, body: object, cookie = "") =>
    fetch(site.origin + path, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify(body),
    });
  let cookie = SESSIONS.get(site);
  if (cookie === undefined) {
    const ask = () => post("/api/session", { email: MODERATOR });
    const letter = await site.mailAfter(ask, MODERATOR, SIGN_IN_LETTER);
    const signedIn = await post(linkApi(letter), { action: "signIn" });
    [cookie = ""] = (signedIn.headers.get("set-cookie") ?? "").split(";");
    SESSIONS.set(site, cookie);
  }
  // Confirmed once and not touched since.
  const { status } = await post(
    "/api/moderation",
    { ids: `${id}:${String(version)}`, action: "approve" },
    cookie,
  );
  if (status !== 200) throw new Error(`approving ${id} was answered with ${String(status)}`);
}

/** How wide the page is, and how wide it may be. */
export async function widths(page: Page): Promise<number[]> {
  return page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
}
