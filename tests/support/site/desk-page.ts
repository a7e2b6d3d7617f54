import type { Page } from "playwright-core";
import { linkApi, linkIn, MODERATOR, type Mail, type RealSite } from "./real-site.ts";

/** The letter that `ask` sends. An answer may come before its letter, and an earlier one has a link that is used up. */
async function signInLetter(site: RealSite, ask: () => Promise<unknown>): Promise<Mail> {
  const about = /^Entrar a moderar/;
  const earlier = (await site.mails()).filter(({ to, subject }) => to === MODERATOR && about.test(subject));
  await ask();
  return site.mailTo(MODERATOR, about, earlier.length + 1);
}

/** A moderator asks for the link that signs in and uses it. */
export async function signIn(site: RealSite, page: Page): Promise<void> {
  await page.goto(`${site.origin}/moderacion/`);
  await page.getByLabel("Tu correo").fill(MODERATOR);
  const letter = await signInLetter(site, async () => {
    await page.getByRole("button", { name: "Enviarme el enlace" }).click();
    await page.waitForURL("**/gracias/moderacion/");
  });
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
    const letter = await signInLetter(site, () => post("/api/session", { email: MODERATOR }));
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
