import type { BrowserContext } from "playwright-core";
import { describe, expect, test } from "vitest";
import { BOTH_WAYS, browser, openSite, site } from "../support/site/journey.ts";
import { Fingers } from "../support/site/effort.ts";
import { linkIn } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

openSite();

/** From the board to the favour's being there, and to the offer's being sent; whoever needs no more than what is asked of everybody. */
describe.each(BOTH_WAYS)("what it takes on a phone, $how", ({ javaScript }) => {
  const title = javaScript ? "Regar las plantas en agosto" : "Regar las macetas en agosto";
  const at = javaScript ? "con" : "sin";

  async function fingers(visitor: BrowserContext): Promise<Fingers> {
    const { page } = await newPage(visitor);
    await page.goto(`${site.origin}/favores/`);
    return new Fingers(page);
  }

  test("to ask: eight fields that have to be filled in, and the amount of the money", async () => {
    const visitor = await newVisitor(browser, { javaScript, width: 360 });
    const hand = await fingers(visitor);
    await hand.press("link", "Pide un favor");
    await hand.write("Título", title);
    await hand.write("Cuéntalo", "Son ocho plantas en el balcón; basta con un cubo cada tres días.");
    await hand.choose("Categoría", "Decoración y pintura");
    await hand.choose("Dónde", "Madrid");
    await hand.tick("radio", "Dinero");
    await hand.type("Cuánto dinero", "20");
    await hand.write("Tu nombre", "Berta");
    await hand.type("Tu correo", `b-${at}@example.org`);
    await hand.tick("checkbox", /^Acepto que mi correo/);
    await hand.press("button", "Pedir el favor");
    await hand.page.waitForURL("**/gracias/favor/*/");
    await hand.page.goto(linkIn(await site.mailTo(`b-${at}@example.org`, /confirma/i)));
    await hand.press("button", "Confirmar y publicarlo");
    await hand.page.waitForURL("**/?hecho=confirm");
    expect(hand.effort).toEqual({ fields: 9, taps: 14, typed: 19 });
    await visitor.close();
  });

  test("to offer oneself: four fields", async () => {
    const visitor = await newVisitor(browser, { javaScript, width: 360 });
    const hand = await fingers(visitor);
    await hand.press("link", title);
    await hand.write("Tu mensaje", "Vivo en la calle de al lado y estoy en casa todo agosto.");
    await hand.write("Tu nombre", "Unai");
    await hand.type("Tu correo", `u-${at}@example.org`);
    await hand.tick("checkbox", /^Acepto que mi correo/);
    await hand.press("button", "Enviar mi propuesta");
    await hand.page.waitForURL("**/gracias/propuesta/*/");
    await hand.page.goto(linkIn(await site.mailTo(`u-${at}@example.org`, /confirma/i)));
    await hand.press("button", "Confirmar y enviarla");
    await hand.page.waitForURL("**/?hecho=confirm");
    expect(hand.effort).toEqual({ fields: 4, taps: 7, typed: 17 });
    await visitor.close();
  });
});
