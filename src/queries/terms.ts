import { termPath } from "../urls.ts";
import { getCollection } from "astro:content";
import { TERM_ARTICLES } from "../site.ts";
import { foldText } from "../domain/kernel/fold.ts";
import { mdxPlainText } from "../markdown/mdx-text.ts";
import { publishedArticles, type Article } from "./articles.ts";
import { isVisible } from "./visible.ts";

/** A term of the trade, as the glossary shows it. */
export interface Term {
  readonly id: string;
  readonly url: string;
  readonly term: string;
  readonly alternatives: readonly string[];
  /** Other ways of asking for it, which nobody sees. */
  readonly alsoAsked: readonly string[];
  readonly definition: string;
  /** The first sentence of the definition, for what shows a link to it. */
  readonly summary: string;
  readonly notThis: string;
  readonly measured: string;
  /** The id of its topic. */
  readonly topic: string;
  readonly seeAlso: readonly { readonly id: string; readonly term: string; readonly url: string }[];
  readonly source: { readonly title: string; readonly publisher: string; readonly url: string } | undefined;
}

/** Every term, in the order of the Spanish alphabet. */
export async function terms(): Promise<Term[]> {
  const entries = await getCollection("terms", ({ data }) => isVisible(data));
  const names = new Map(entries.map(({ id, data }) => [id, data.term]));
  return entries
    .map(({ id, data }) => ({
      id,
      url: termUrl(id),
      term: data.term,
      alternatives: data.alternatives,
      alsoAsked: data.alsoAsked,
      definition: data.definition,
      summary: firstSentence(data.definition),
      notThis: data.notThis,
      measured: data.measured,
      topic: data.topic.id,
      // One that is still a draft is left out; that the others exist is checked before anything is built.
      seeAlso: data.seeAlso.flatMap((other) => {
        const term = names.get(other.id);
        return term === undefined ? [] : [{ id: other.id, term, url: termUrl(other.id) }];
      }),
      source: data.source,
    }))
    .sort((a, b) => a.term.localeCompare(b.term, "es"));
}

export async function termById(id: string): Promise<Term | undefined> {
  return (await terms()).find((term) => term.id === id);
}

/** The articles that use a term by one of its names, those that use it most first. */
export async function articlesUsing({ term, alternatives }: Term): Promise<Article[]> {
  const names = [term, ...alternatives].map(foldText);
  const counted = (await publishedArticles()).map((article) => {
    const text = wordsOf(article);
    const uses = names.map((name) => text.split(` ${name.replace(/[^a-z0-9]+/g, " ")}`).length - 1);
    return { article, uses: Math.max(...uses) };
  });
  return counted
    .filter(({ uses }) => uses > 0)
    .sort((a, b) => b.uses - a.uses)
    .slice(0, TERM_ARTICLES)
    .map(({ article }) => article);
}

/** The words of an article, folded, one blank around each. */
function wordsOf(article: Article): string {
  const known = words.get(article);
  if (known !== undefined) return known;
  const text = ` ${foldText(mdxPlainText(article.entry.body ?? "")).replace(/[^a-z0-9]+/g, " ")} `;
  words.set(article, text);
  return text;
}
/** Every term looks through every article. */
const words = new WeakMap<Article, string>();

function termUrl(id: string): string {
  return termPath(id);
}

function firstSentence(text: string): string {
  return /^.+?[.?!](?=\s[\p{Lu}¿«]|$)/u.exec(text)?.[0] ?? text;
}
