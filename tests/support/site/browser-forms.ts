import type { Page } from "playwright-core";

/** Fills in a form by the labels that people read; a name of an option for a choice. */
export async function fillIn(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    await page.getByLabel(label, { exact: false }).first().fill(value);
  }
}

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
}

export async function askForFavour(page: Page, title: string, who: Person): Promise<void> {
  await fillIn(page, {
    Título: title,
    Cuéntalo:
      "Es una estantería de pino de cinco baldas. Hay que subirla a un segundo sin ascensor entre dos.",
  });
  await page.getByLabel("Categoría").selectOption({ label: "Transporte" });
  await page.getByLabel("Dónde", { exact: true }).selectOption({ label: "Madrid" });
  await fillIn(page, { "Localidad o barrio": "Lavapiés" });
  await page.getByRole("radio", { name: "Dinero" }).check();
  await fillIn(page, { "Cuánto dinero": "15,50", "Tu nombre": who.name, "Tu correo": who.email });
  if (who.phone) await fillIn(page, { "Tu teléfono": who.phone });
  await page.getByLabel(/^Acepto que mi correo/).check();
  await page.getByRole("button", { name: "Pedir el favor" }).click();
}

export async function offerToHelp(page: Page, message: string, who: Person): Promise<void> {
  await fillIn(page, { "Tu mensaje": message, "Tu nombre": who.name, "Tu correo": who.email });
  if (who.phone) await fillIn(page, { "Tu teléfono": who.phone });
  await page.getByLabel(/^Acepto que mi correo/).check();
  await page.getByRole("button", { name: "Enviar mi propuesta" }).click();
}
