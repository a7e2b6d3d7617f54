import { RELATED_PAGES } from "../site.ts";
import { allNodes } from "../maps/outline.ts";
import { mdxPlainText } from "../text/mdx-text.ts";
import { createSimilarity } from "../text/similarity.ts";
import { publishedArticles } from "./articles.ts";
import type { Article } from "./articles.ts";
import { mindMaps } from "./mind-maps.ts";
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

/** What to read after an article: other articles always, and other pages where they are about the same. */
export async function readNext(
  article: Article,
): Promise<{ readonly articles: readonly Article[]; readonly pages: readonly RelatedPage[] }> {
  const [articles, questions, templates, maps] = await Promise.all([
    publishedArticles(),
    allQuestions(),
    resources(),
    mindMaps(),
  ]);
  const { data } = article.entry;
  // What the article links to by itself needs no second mention.
  const named = new Set([...data.questions, ...data.resources].map(({ id }) => id));
  const body = article.entry.body ?? "";
  const pages: (RelatedPage & { readonly text: string })[] = [
    ...questions
      .filter(({ slug }) => !named.has(slug))
      .map(({ question: title, url, entry }) => ({
        kind: "Pregunta" as const,
        title,
        url,
        text: `${title}\n${mdxPlainText(entry.body ?? "")}`,
      })),
    ...templates
      .filter(({ id }) => !named.has(id))
      .map(({ title, url, description, entry }) => ({
        kind: "Plantilla" as const,
        title,
        url,
        text: `${title}\n${description}\n${mdxPlainText(entry.body ?? "")}`,
      })),
    ...maps
      .filter(({ id }) => !body.includes(`<MindMap id="${id}"`))
      .map(({ title, url, description, nodes }) => ({
        kind: "Mapa" as const,
        title,
        url,
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
  const similarity = createSimilarity(texts);
  const likeness = ({ url }: { readonly url: string }): number => similarity(article.url, url);
  return {
    articles: relatedTo(article, articles, likeness),
    pages: pages
      .filter((page) => likeness(page) >= MIN_LIKENESS)
      .sort((a, b) => likeness(b) - likeness(a))
      .slice(0, RELATED_PAGES)
      .map(({ kind, title, url }) => ({ kind, title, url })),
  };
}
