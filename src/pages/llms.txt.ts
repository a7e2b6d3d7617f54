import { API, FILES, PAGES } from "../urls.ts";
import type { APIRoute } from "astro";
import { llmsTxt, type LlmsLink } from "../feeds/llms-txt.ts";
import { publishedArticles } from "../queries/articles.ts";
import { mindMaps } from "../queries/mind-maps.ts";
import { pageById } from "../queries/pages.ts";
import { questionGroups } from "../queries/questions.ts";
import { resources } from "../queries/resources.ts";
import { allSeries } from "../queries/series.ts";
import { topics } from "../queries/topics.ts";
import { SITE } from "../site.ts";
import { siteUrl, textResponse } from "./_text-response.ts";

const NOTES = [
  "Makethejobs tiene tres partes: artículos y una base de conocimiento sobre el oficio de community manager; un tablón donde cualquiera pide un favor y dice qué recompensa ofrece (dinero, otro favor, una cosa, horas o «propón tú»), y conversación bajo cada artículo. Está escrito en español de España.",
  "Los favores cambian a cada rato: para saber cuáles están abiertos, mira el tablón o su fuente RSS en el momento. Makethejobs no guarda, mueve ni garantiza dinero, y un favor no es una oferta de empleo.",
  "Si citas un artículo, enlaza con su página. Los textos de las visitas (favores y comentarios) son de quien los escribió.",
];

export const GET: APIRoute = async (context) => {
  const site = siteUrl(context);
  const link = (title: string, path: string, description?: string): LlmsLink => {
    const url = new URL(path, site).href;
    return description === undefined ? { title, url } : { title, url, description };
  };
  const described = (one: { title: string; url: string; description: string }): LlmsLink =>
    link(one.title, one.url, one.description);
  const articles = await publishedArticles();
  const used = (await topics()).filter(({ id }) =>
    articles.some((article) => article.topics.some((topic) => topic.id === id)),
  );
  const help = await pageById("ayuda-favores");
  const safety = await pageById("seguridad");
  const rules = await pageById("normas");

  const sections = [
    { title: "Artículos", links: articles.map(described) },
    { title: "Series", links: (await allSeries()).map(described) },
    { title: "Temas", links: used.map(described) },
    {
      title: "Favores",
      links: [
        link("Tablón de favores", PAGES.board, "Lo que se pide ahora y qué se ofrece a cambio."),
        link("Pide un favor", PAGES.newJob, "El formulario; no hace falta cuenta."),
        link(help.data.title, PAGES.help, help.data.description),
        link(rules.data.title, PAGES.rules, rules.data.description),
        link(safety.data.title, PAGES.safety, safety.data.description),
      ],
    },
    ...(await questionGroups()).map(({ name, questions }) => ({
      title: `Preguntas frecuentes: ${name}`,
      links: questions.map(({ question, url }) => link(question, url)),
    })),
    {
      title: "Glosario, mapas mentales y plantillas",
      links: [
        link(
          "Glosario",
          PAGES.glossary,
          "Los términos del oficio: qué es cada cosa, qué no es y cómo se mide.",
        ),
        ...(await mindMaps()).map(described),
        ...(await resources()).map(described),
      ],
    },
    {
      title: "Fuentes para programas",
      links: [
        link("RSS", FILES.rss, "Los artículos con todo su texto."),
        link("Atom", FILES.atom, "Lo mismo en Atom."),
        link("JSON Feed", FILES.jsonFeed, "Lo mismo en JSON."),
        link("RSS de favores", FILES.jobsRss, "Los favores abiertos; admite los filtros del tablón."),
        link("RSS de comentarios", FILES.commentsRss, "Los últimos comentarios de todos los artículos."),
        link("API", API.openapi, "La descripción OpenAPI de lo que se puede leer y enviar."),
      ],
    },
  ];
  return textResponse(llmsTxt(SITE.name, SITE.description, NOTES, sections), "text/plain");
};
