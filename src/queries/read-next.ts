import { RELATED_PAGES } from "../site.ts";
import { allNodes } from "../maps/outline.ts";
import { mdxPlainText } from "../markdown/mdx-text.ts";
import { createSimilarity, type Similarity } from "../search/similarity.ts";
import { publishedArticles, type Article } from "./articles.ts";
import { mindMaps } from "./mind-maps.ts";
import { oncePerBuild } from "./once-per-build.ts";
import { allQuestions } from "./questions.ts";
import { relatedTo } from "./related.ts";
import { resources } from "./resources.ts";

/** A page that is no article and goes with one. */
export interface RelatedPage {
  readonly kind: "Pregunta" | "Plantilla" | "Mapa";
  readonly title: string;
  readonly url: string;
}

/** A page that is less like the article than this has nothing to do with it. */
const MIN_LIKENESS = 0.13;

interface Library {
  readonly articles: readonly Article[];
  readonly pages: readonly (RelatedPage & { readonly id: string })[];
  /** How much the pages at two addresses are about the same. */
  readonly likeness: Similarity<string>;
}

/** What to read after an article: other articles always, and other pages where they are about the same. */
export async function readNext(
  article: Article,
): Promise<{ readonly articles: readonly Article[]; readonly pages: readonly RelatedPage[] }> {
  const { articles, pages, likeness } = await library();
  const { body = "", data } = article.entry;
  // What the article links to or shows by itself needs no second mention.
  const named = new Set([...data.questions, ...data.resources].map(({ id }) => id));
  const isNamed = ({ id, kind }: Library["pages"][number]): boolean =>
    kind === "Mapa" ? body.includes(`<MindMap id="${id}"`) : named.has(id);
  return {
    articles: relatedTo(article, articles, ({ url }) => likeness(article.url, url)),
    pages: pages
      .filter((page) => !isNamed(page))
      .map((page) => ({ page, worth: likeness(article.url, page.url) }))
      .filter(({ worth }) => worth >= MIN_LIKENESS)
      .sort((a, b) => b.worth - a.worth)
      .slice(0, RELATED_PAGES)
      .map(({ page: { kind, title, url } }) => ({ kind, title, url })),
  };
}

/** Everything there is to read, compared once a build, not once for every article. */
const library = oncePerBuild(readLibrary);

async function readLibrary(): Promise<Library> {
  const [articles, questions, templates, maps] = await Promise.all([
    publishedArticles(),
    allQuestions(),
    resources(),
    mindMaps(),
  ]);
  const pages = [
    ...questions.map(({ slug: id, question: title, url, entry }) => ({
      ...{ id, kind: "Pregunta" as const, title, url },
      text: `${title}\n${mdxPlainText(entry.body ?? "")}`,
    })),
    ...templates.map(({ id, title, url, description, entry }) => ({
      ...{ id, kind: "Plantilla" as const, title, url },
      text: `${title}\n${description}\n${mdxPlainText(entry.body ?? "")}`,
    })),
    ...maps.map(({ id, title, url, description, nodes }) => ({
      ...{ id, kind: "Mapa" as const, title, url },
      text: [title, description, ...allNodes(nodes).map(({ text, note = "" }) => `${text} ${note}`)].join(
        "\n",
      ),
    })),
  ];
  const texts = new Map([
    ...articles.map(({ url, title, description, entry }): [string, string] => [
      url,
      `${title}\n${description}\n${mdxPlainText(entry.body ?? "")}`,
    ]),
    ...pages.map(({ url, text }): [string, string] => [url, text]),
  ]);
  return { articles, pages, likeness: createSimilarity(texts) };
}
