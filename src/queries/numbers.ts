import { getServices } from "../services.ts";
import { publishedArticles } from "./articles.ts";
import { freshness } from "./live.ts";
import type { Live } from "./live.ts";
import { mindMaps } from "./mind-maps.ts";
import { allQuestions } from "./questions.ts";
import { resources } from "./resources.ts";
import { terms } from "./terms.ts";

/** How much there is now of what visitors make. */
export interface VisitorNumbers {
  readonly openJobs: number;
  readonly openJobsWithOffers: number;
  readonly comments: number;
}

export async function visitorNumbers(): Promise<Live<VisitorNumbers>> {
  try {
    const { store, now } = await getServices();
    const time = now();
    return {
      status: "ok",
      value: await store.publicNumbers(time),
      cacheHint: freshness(["jobs"], time),
    };
  } catch {
    return { status: "down" };
  }
}

/** How much there is to read, as the site was built. */
export async function libraryNumbers(): Promise<
  readonly { name: string; one: string; href: string; count: number }[]
> {
  const [articles, questions, glossary, maps, templates] = await Promise.all([
    publishedArticles(),
    allQuestions(),
    terms(),
    mindMaps(),
    resources(),
  ]);
  return [
    { name: "artículos", one: "artículo", href: "/articulos/", count: articles.length },
    {
      name: "preguntas contestadas",
      one: "pregunta contestada",
      href: "/preguntas-frecuentes/",
      count: questions.length,
    },
    {
      name: "términos del glosario",
      one: "término del glosario",
      href: "/glosario/",
      count: glossary.length,
    },
    { name: "mapas mentales", one: "mapa mental", href: "/mapas/", count: maps.length },
    {
      name: "plantillas para descargar",
      one: "plantilla para descargar",
      href: "/recursos/",
      count: templates.length,
    },
  ];
}
