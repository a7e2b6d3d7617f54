import { expect, test } from "vitest";
import { browser, openSiteForEach, site } from "../support/site/journey.ts";
import { signIn, widths } from "../support/site/desk-page.ts";
import { sendJob, sendOffer } from "../support/site/live-pages.ts";
import { linkIn, MODERATOR } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

openSiteForEach();

const FRAUD =
  "Yo lo hago, pero antes mándame un bizum de 50 euros por adelantado y una foto de tu DNI por los dos lados. Escríbeme por Telegram.";

test.each([360, 1280])(
  "a suspicious offer waits out of its poster's sight, and comes with its warning, at %i px",
  async (width) => {
    const [poster, helper] = [`ana-${String(width)}@example.org`, `luis-${String(width)}@example.org`];
    const job = await sendJob(site, "Pintar el garaje con rodillo", poster);
    const visitor = await newVisitor(browser, { javaScript: false, width });
    const { page, complaints } = await newPage(visitor);
    const shot = async (name: string) => {
      const folder = process.env["SHOTS"];
      if (folder) await page.screenshot({ path: `${folder}/${name}-${String(width)}.png`, fullPage: true });
    };
    await sendOffer(site, job, helper, { message: FRAUD });

    await page.goto(linkIn(await site.mailTo(poster, /ya está en el tablón/)));
    await page.getByText("Todavía no hay propuestas").waitFor();
    expect(await page.locator("body").textContent()).not.toMatch(/Nerea|bizum/);
    await page.goto(linkIn(await site.mailTo(helper, /está en revisión/)));
    await page.getByText("Una persona la está leyendo antes de enviársela").waitFor();
    await shot("helper");

    await page.goto(linkIn(await site.mailTo(MODERATOR, /corre prisa/)));
    await page.getByText("Pide dinero por adelantado.").waitFor();
    await page.getByText("Las palabras que más pesan:").waitFor();
    await shot("moderator");
    await page.getByRole("button", { name: "Enviarla", exact: true }).click();
    await page.getByText("Ya está decidido: enviada").waitFor();

    await page.goto(linkIn(await site.mailTo(poster, /se ofrece para tu favor/)));
    await page.getByText("Una persona se ofrece").waitFor();
    const card = page.locator("article.offer");
    await card.getByText("No adelantes dinero", { exact: false }).waitFor();
    expect((await card.textContent())?.indexOf("No adelantes dinero")).toBeLessThan(
      (await card.textContent())?.indexOf("mándame un bizum") ?? 0,
    );
    await shot("poster");
    expect(complaints).toEqual([]);
    await visitor.close();
  },
);

test("the desk shows what is held with why, trusts and blocks who wrote it", async () => {
  const [poster, helper] = ["eva@example.org", "ivan@example.org"];
  const job = await sendJob(site, "Llevar cajas a un trastero", poster);
  await sendOffer(site, job, helper, { message: FRAUD });
  const visitor = await newVisitor(browser, { javaScript: false, width: 360 });
  const { page, complaints } = await newPage(visitor);
  await signIn(site, page);
  const item = page.locator(".desk-item", { hasText: "Llevar cajas a un trastero" });
  await item.getByText("Pide documentos, tarjetas, contraseñas o códigos.").waitFor();
  await item.getByRole("button", { name: "Enviarla", exact: true }).waitFor();
  await item.getByText("Sobre quien lo escribió").click();
  const folder = process.env["SHOTS"];
  if (folder) await page.screenshot({ path: `${folder}/desk-360.png`, fullPage: true });
  await item.getByRole("button", { name: /^Bloquear esta dirección/ }).click();
  await page.getByText("Una cosa decidida.").waitFor();
  await item.getByText(/bloqueada hasta el/).waitFor();
  expect((await site.mailTo(helper, /leer antes lo que envíes/)).text).toContain("Hasta el ");
  expect(complaints).toEqual([]);
  await visitor.close();
});

test("who is refused appeals from their page, and the letter that tells of it decides", async () => {
  const [poster, helper] = ["olga@example.org", "raul@example.org"];
  const job = await sendJob(site, "Ordenar una buhardilla", poster);
  const visitor = await newVisitor(browser, { javaScript: false, width: 360 });
  const { page, complaints } = await newPage(visitor);
  const shot = async (name: string) => {
    const [first, last] = await widths(page);
    expect(first, name).toBe(last);
    const folder = process.env["SHOTS"];
    if (folder) await page.screenshot({ path: `${folder}/${name}-360.png`, fullPage: true });
  };
  await sendOffer(site, job, helper, { message: FRAUD });
  await signIn(site, page);
  await page.getByText("No enviarla", { exact: true }).first().click();
  await page.getByLabel("Motivo").first().fill("Pides dinero por adelantado.");
  await shot("desk-offer");
  await page.getByRole("button", { name: "No enviarla" }).click();
  await page.getByText("Una cosa decidida.").waitFor();

  const refusal = await site.mailTo(helper, /No hemos enviado tu propuesta/);
  expect(refusal.text).toContain("Puedes recurrir una vez desde tu enlace");
  await page.goto(linkIn(refusal));
  await page.getByText("Pides dinero por adelantado.").waitFor();
  await page.getByText("No estoy de acuerdo: recurrir").click();
  await page.getByLabel("Por qué crees que nos equivocamos").fill("Era una broma, perdón.");
  await shot("offer-appeal");
  await page.getByRole("button", { name: "Recurrir" }).click();
  await page.getByText("Has recurrido").waitFor();
  await shot("offer-appealed");

  await page.goto(`${site.origin}/moderacion/`);
  await page.getByText("Era una broma, perdón.").waitFor();
  await shot("desk-offer-appeal");
  await page.getByRole("button", { name: "Darle la razón" }).click();
  await page.getByText("Una cosa decidida.").waitFor();
  await site.mailTo(poster, /se ofrece para tu favor/);
  await page.goto(linkIn(await site.mailTo(helper, /tenías razón/)));
  await page.getByText("Recurriste y tenías razón").waitFor();
  await shot("offer-won");
  expect(complaints).toEqual([]);
  await visitor.close();
});
