import { PAGES, articlesPage } from "../urls.ts";
import { ARTICLES_PER_PAGE, SITE } from "../site.ts";
import { publishedArticles } from "./articles.ts";
import { authors } from "./authors.ts";
import { mindMaps } from "./mind-maps.ts";
import { pageById } from "./pages.ts";
import { allQuestions } from "./questions.ts";
import { resources } from "./resources.ts";
import { allSeries } from "./series.ts";
import { terms } from "./terms.ts";
import { topics } from "./topics.ts";

/** A page that search engines and whoever shares it may know about. */
export interface SitePage {
  readonly path: string;
  readonly title: string;
  /** What kind of page it is, or its topic: the words above the title on its card. */
  readonly kicker: string;
  /** The topic whose pictogram its card carries. */
  readonly topic?: string | undefined;
  /** When what it says last changed; undefined where nobody can tell, such as on live pages. */
  readonly changedAt: Date | undefined;
}

/** Ids of content/pages, with where they are. */
const TEXT_PAGES: readonly (readonly [id: string, path: string])[] = [
  ["ayuda-favores", PAGES.help],
  ["normas", PAGES.rules],
  ["moderacion", PAGES.moderation],
  ["seguridad", PAGES.safety],
  ["aviso-legal", PAGES.legalNotice],
  ["privacidad", PAGES.privacy],
  ["mis-datos", PAGES.myData],
  ["accesibilidad", PAGES.accessibility],
];

/** Live pages, and those whose content has no date. */
const UNDATED_PAGES: readonly SitePage[] = [
  { path: "/", title: SITE.tagline, kicker: "", changedAt: undefined },
  { path: PAGES.board, title: "Tablón de favores", kicker: "Favores", changedAt: undefined },
  { path: PAGES.alerts, title: "Alerta de favores", kicker: "Favores", changedAt: undefined },
  { path: PAGES.recover, title: "Recupera tus enlaces", kicker: "Favores", changedAt: undefined },
  { path: PAGES.newJob, title: "Pide un favor", kicker: "Favores", changedAt: undefined },
  { path: PAGES.numbers, title: "Cifras", kicker: SITE.name, changedAt: undefined },
  { path: PAGES.contact, title: "Contacto", kicker: SITE.name, changedAt: undefined },
  { path: PAGES.glossary, title: "Glosario", kicker: "El oficio de community manager", changedAt: undefined },
  { path: PAGES.search, title: "Buscar", kicker: SITE.name, changedAt: undefined },
];

/** Every page but those that ask not to be listed. What visitors make (favours, conversations) is not among them. */
export async function sitePages(): Promise<SitePage[]> {
  return [
    ...UNDATED_PAGES,
    ...(await articlePages()),
    ...(await questionPages()),
    ...(await otherPages()),
    ...(await Promise.all(TEXT_PAGES.map(textPage))),
  ];
}

async function articlePages(): Promise<SitePage[]> {
  const articles = (await publishedArticles()).map((article) => ({
    ...article,
    changedAt: article.updatedAt ?? article.publishedAt,
  }));
  const newest = newestOf(articles);
  const lists = Array.from({ length: Math.ceil(articles.length / ARTICLES_PER_PAGE) }, (_, index) => ({
    path: articlesPage(index + 1),
    title: "Artículos",
    kicker: "El oficio de community manager",
    changedAt: newest,
  }));
  const about = (await topics())
    .map((topic) => ({
      path: topic.url,
      title: topic.title,
      kicker: "Tema",
      topic: topic.id,
      changedAt: newestOf(articles.filter((article) => article.topics.some(({ id }) => id === topic.id))),
    }))
    // A topic without articles asks not to be listed.
    .filter(({ changedAt }) => changedAt !== undefined);
  const series = (await allSeries()).map(({ url, title, articles: own }) => {
    const slugs = new Set(own.map(({ slug }) => slug));
    const changedAt = newestOf(articles.filter(({ slug }) => slugs.has(slug)));
    return { path: url, title, kicker: "Serie", changedAt };
  });
  const people = (await authors()).map(({ id, name, url }) => {
    const changedAt = newestOf(articles.filter(({ author }) => author.id === id));
    return { path: url, title: name, kicker: "Artículos", changedAt };
  });
  return [
    ...lists,
    { path: PAGES.topics, title: "Temas", kicker: "Artículos", changedAt: newest },
    { path: PAGES.archive, title: "Archivo", kicker: "Artículos", changedAt: newest },
    ...about,
    ...series,
    ...people,
    ...articles.map(({ url, title, topics: own, changedAt }) => {
      return { path: url, title, kicker: own[0]?.title ?? "Artículo", topic: own[0]?.id, changedAt };
    }),
  ];
}

async function questionPages(): Promise<SitePage[]> {
  const questions = (await allQuestions()).map(({ url, question, themeName, updatedAt }) => {
    return { path: url, title: question, kicker: themeName, changedAt: updatedAt };
  });
  const changedAt = newestOf(questions);
  return [
    { path: PAGES.questions, title: "Preguntas frecuentes", kicker: SITE.name, changedAt },
    ...questions,
  ];
}

async function otherPages(): Promise<SitePage[]> {
  const maps = (await mindMaps()).map(({ url, title, publishedAt }) => {
    return { path: url, title, kicker: "Mapa", changedAt: publishedAt };
  });
  const files = (await resources()).map(({ url, title, publishedAt }) => {
    return { path: url, title, kicker: "Recurso", changedAt: publishedAt };
  });
  return [
    { path: PAGES.maps, title: "Mapas mentales", kicker: SITE.name, changedAt: newestOf(maps) },
    ...maps,
    { path: PAGES.resources, title: "Plantillas", kicker: SITE.name, changedAt: newestOf(files) },
    ...files,
    ...(await terms()).map(({ url, term }) => {
      return { path: url, title: term, kicker: "Glosario", changedAt: undefined };
    }),
  ];
}

async function textPage([id, path]: readonly [string, string]): Promise<SitePage> {
  const { title, updatedAt } = (await pageById(id)).data;
  return { path, title, kicker: SITE.name, changedAt: updatedAt };
}

function newestOf(pages: readonly { readonly changedAt: Date | undefined }[]): Date | undefined {
  const times = pages.flatMap(({ changedAt }) => changedAt?.getTime() ?? []);
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}
