import type { Page } from "playwright-core";

export const FIRST_ARTICLE = {
  title: "Un artículo de prueba",
  description: "Un texto de prueba, escrito en el navegador de principio a fin, con su figura y su licencia.",
  words: "Primera frase del texto.",
  figure: "dos-papeles.svg",
  alt: "Dos papeles, uno al lado del otro.",
} as const;

/** What whoever writes their first article in the browser does, up to saving it: its header, a sentence, a figure. */
export async function writeFirstArticle(page: Page): Promise<void> {
  const { title, description, words, figure, alt } = FIRST_ARTICLE;
  const fill = (label: RegExp, text: string) => page.getByRole("textbox", { name: label }).first().fill(text);
  await page.evaluate(() => {
    location.hash = "#/collections/articles/new";
  });
  await page.getByText(/^Creando/).waitFor();
  await page.getByRole("button", { name: "Hoy" }).first().click();
  await page.getByRole("radio", { name: "Equipo Makethejobs" }).click();
  await page.getByRole("combobox").filter({ hasText: "Selecciona" }).first().click();
  await page.getByRole("option", { name: "El oficio" }).click();
  await page.getByRole("switch", { name: "Borrador" }).click();

  await page.locator("[contenteditable=true]").first().click();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Insertar" }).first().click();
  await page.getByRole("menuitem", { name: "Figura", exact: true }).click();
  await page.getByRole("button", { name: "Explorar" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(figure).first().click();
  await dialog.getByRole("button", { name: "Insertar" }).click();
  // It takes a moment until the picture is in the form; what is typed before would take its place.
  await page.getByText(`/figuras/${figure}`).waitFor();
  await fill(/^Qué dice/, alt);
  await fill(/^Quién la hizo/, "Makethejobs");
  await fill(/^Licencia/, "CC BY 4.0");
  // These come last: in its first moment the form forgets what is put into its boxes, faster than anybody types.
  await fill(/^Título/, title);
  await fill(/^Descripción/, description);
}
