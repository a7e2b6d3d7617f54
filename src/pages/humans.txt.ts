import type { APIRoute } from "astro";
import { authors } from "../queries/authors.ts";
import { SITE } from "../site.ts";
import { siteUrl, textResponse } from "./_text-response.ts";

/** Who is behind the site, for people who look under the bonnet (humanstxt.org). */
export const GET: APIRoute = async (context) => {
  const team = (await authors()).map(({ name, role }) => `${role}: ${name}`);
  const lines = [
    "/* EQUIPO */",
    ...team,
    `Contacto: ${SITE.email}`,
    "Desde: España",
    "",
    "/* SITIO */",
    `Dirección: ${siteUrl(context).href}`,
    "Idioma: español de España",
    "Hecho con: Astro, Redis, CSS escrito a mano y casi nada de JavaScript",
    "Tipo de letra: Bricolage Grotesque, de Mathieu Triay (OFL)",
    "",
  ];
  return textResponse(lines.join("\n"), "text/plain");
};
