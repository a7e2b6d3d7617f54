import { PAGES } from "../urls.ts";
import { getCollection } from "astro:content";
import type { PublicNumbers } from "../domain/favours/board.ts";
import { FIGURES_DAYS, FIGURES_DECISIONS } from "../domain/kernel/limits.ts";
import { DAY } from "../domain/kernel/time.ts";
import type { Place } from "../domain/records/place.ts";
import { type ModerationFigures, moderationFigures } from "../domain/moderation/figures.ts";
import { getServices } from "../services.ts";
import { freshness, type Live } from "./live.ts";
import { isVisible } from "./visible.ts";

/** How much there is now of what visitors make. */
export async function publicNumbers(): Promise<Live<PublicNumbers>> {
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

/** Open favours by province, for the map; empty where there is nothing to say, or no store to ask. */
export async function openByPlace(): Promise<ReadonlyMap<Place, number>> {
  try {
    const { store, now } = await getServices();
    return await store.openByPlace(now());
  } catch {
    return new Map();
  }
}

/** What moderators did lately, and what waits for them now. */
export async function moderationNumbers(): Promise<Live<ModerationFigures & { readonly waiting: number }>> {
  try {
    const { store, now } = await getServices();
    const time = now();
    const [entries, { total }] = await Promise.all([
      store.newestDecisions(FIGURES_DECISIONS),
      store.waiting(0, 1, time),
    ]);
    const lately = entries.filter(({ at }) => at > time - FIGURES_DAYS * DAY);
    return {
      status: "ok",
      value: { ...moderationFigures(lately), waiting: total },
      cacheHint: freshness(["jobs"], time),
    };
  } catch {
    return { status: "down" };
  }
}

/** How much there is to read, as the site was built; only counted, since the page is made on demand. */
export async function libraryNumbers(): Promise<
  readonly { name: string; one: string; href: string; count: number }[]
> {
  const [articles, questions, terms, maps, resources] = await Promise.all([
    getCollection("articles", ({ data }) => isVisible(data)),
    getCollection("questions", ({ data }) => isVisible(data)),
    getCollection("terms", ({ data }) => isVisible(data)),
    getCollection("mindMaps", ({ data }) => isVisible(data)),
    getCollection("resources", ({ data }) => isVisible(data)),
  ]);
  const line = (entries: readonly unknown[], one: string, name: string, href: string) => ({
    ...{ one, name, href },
    count: entries.length,
  });
  return [
    line(articles, "artículo", "artículos", PAGES.articles),
    line(questions, "pregunta contestada", "preguntas contestadas", PAGES.questions),
    line(terms, "término del glosario", "términos del glosario", PAGES.glossary),
    line(maps, "mapa mental", "mapas mentales", PAGES.maps),
    line(resources, "plantilla para descargar", "plantillas para descargar", PAGES.resources),
  ];
}
