import type { BrowserContext } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BOTH_WAYS, browser, openSite, site } from "../support/site/journey.ts";
import { askForFavour, offerToHelp } from "../support/site/browser-forms.ts";
import { linkApi, linkIn } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

openSite();

describe.each(BOTH_WAYS)("a favour from asking to done, $how", ({ javaScript }) => {
  const tag = javaScript ? "con" : "sin";
  const title = `Subir una estantería ${tag} escaleras`;
  const poster = { name: "Marta", email: `marta-${tag}@example.org`, phone: "600 11 22 33" };
  const helper = { name: "Iñaki", email: `inaki-${tag}@example.org`, phone: "611 44 55 66" };
  const other = { name: "Lucía", email: `lucia-${tag}@example.org` };
  let visitor: BrowserContext;
  beforeEach(async () => {
    visitor = await newVisitor(browser, { javaScript });
  });
  afterEach(() => visitor.close());

  test("is asked for, confirmed from the mail and hangs on the board", async () => {
    const { page, complaints } = await newPage(visitor);
    await page.goto(`${site.origin}/favores/`);
    await page.getByRole("main").getByRole("link", { name: "Pide un favor" }).click();
    await askForFavour(page, title, poster);
    await page.waitForURL("**/gracias/favor/*/");
    expect((await (await fetch(`${site.origin}/favores/?q=${tag}`)).text()).includes(title)).toBe(false);

    await page.goto(linkIn(await site.mailTo(poster.email, /confirma/i)));
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Confirma tu favor");
    await page.getByRole("button", { name: "Confirmar y publicarlo" }).click();
    await page.waitForURL("**/?hecho=confirm");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Ya está confirmado");
    await page.getByRole("link", { name: "Ver el favor en el tablón" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(title);

    await page.goto(`${site.origin}/favores/?categoria=transporte&lugar=madrid`);
    const ticket = page.getByRole("article").filter({ hasText: title });
    expect(await ticket.textContent()).toMatch(/15,50\s€/);
    expect(complaints).toEqual([]);
  });

  test("gets two offers, each confirmed from its mail", async () => {
    for (const who of [helper, other]) {
      const { page, complaints } = await newPage(visitor);
      await page.goto(`${site.origin}/favores/?lugar=madrid`);
      await page.getByRole("link", { name: title }).click();
      await offerToHelp(page, `Soy ${who.name}: puedo el sábado por la mañana y tengo guantes.`, who);
      await page.waitForURL("**/gracias/propuesta/*/");
      await page.goto(linkIn(await site.mailTo(who.email, /confirma/i)));
      await page.getByRole("button", { name: "Confirmar y enviarla" }).click();
      await page.waitForURL("**/?hecho=confirm");
      expect(complaints).toEqual([]);
    }
    const { page } = await newPage(visitor);
    await page.goto(`${site.origin}/favores/?lugar=madrid`);
    await page.getByRole("link", { name: title }).click();
    await page.getByText("2 personas se ofrecen").waitFor();
    // Who offers themselves and what they say is between them and the poster.
    expect(await page.content()).not.toContain(helper.name);
  });

  test("one offer is accepted, and both get each other's contact", async () => {
    const { page, complaints } = await newPage(visitor);
    await page.goto(linkIn(await site.mailTo(poster.email, /se ofrece/i)));
    expect(await page.content()).not.toContain(helper.email);
    const card = page.getByRole("article").filter({ hasText: `Soy ${helper.name}` });
    await card.getByRole("link", { name: `Elegir esta propuesta de ${helper.name}` }).click();
    await page.waitForURL(/\?aceptar=/);
    await page.getByRole("button", { name: `Aceptar y compartir los contactos de ${helper.name}` }).click();
    await page.waitForURL("**/?hecho=accept");
    const contact = page.getByRole("region", { name: "Contacto" });
    expect(await contact.textContent()).toContain(helper.email);
    expect((await contact.textContent())?.replaceAll("\u00a0", " ")).toContain(helper.phone);
    expect(await contact.textContent()).not.toContain(other.email);
    expect(complaints).toEqual([]);

    for (const [to, them] of [
      [poster, helper],
      [helper, poster],
    ] as const) {
      const mail = await site.mailTo(to.email, /aquí tienes el contacto/);
      expect(mail.text).toContain(them.email);
      expect(mail.text).toContain(them.phone);
    }
    await page.goto(linkIn(await site.mailTo(other.email, /espera/i)));
    expect(await page.content()).not.toContain(poster.email);
  });

  test("is delivered, confirmed and closed with its stub torn off", async () => {
    const { page, complaints } = await newPage(visitor);
    await page.goto(linkIn(await site.mailTo(helper.email, /aquí tienes el contacto/)));
    expect(await page.getByRole("region", { name: "Contacto" }).textContent()).toContain(poster.email);
    await page.getByRole("button", { name: "Ya está hecho" }).click();
    await page.waitForURL("**/?hecho=deliver");

    await page.goto(linkIn(await site.mailTo(poster.email, /Está hecho tu favor/)));
    await page.getByRole("button", { name: "Confirmar que está hecho" }).click();
    await page.waitForURL("**/?hecho=complete");
    await page.getByRole("link", { name: title }).click();
    expect(await page.getByText("Este favor ya está hecho").count()).toBe(1);
    expect(await page.getByRole("button", { name: "Enviar mi propuesta" }).count()).toBe(0);
    expect(await page.locator('meta[name="robots"]').getAttribute("content")).toBe("noindex");
    expect(await page.locator(".ticket-torn").count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test("a button of an old mail pressed again changes nothing and says so", async () => {
    const mail = await site.mailTo(poster.email, /confirma/i);
    const { page } = await newPage(visitor);
    await page.goto(linkIn(mail));
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Ya está confirmado");
    expect(await page.getByRole("button", { name: /Confirmar/ }).count()).toBe(0);
    const again = await visitor.request.post(site.origin + linkApi(mail), { form: { action: "confirm" } });
    expect(new URL(again.url()).search).toBe("?hecho=ya");
    expect(await again.text()).toContain("Ya estaba hecho");
  });
});
