import { publishedArticles } from "../../queries/articles.ts";
import { mindMaps } from "../../queries/mind-maps.ts";
import { allPages } from "../../queries/pages.ts";
import { allQuestions } from "../../queries/questions.ts";
import { resources } from "../../queries/resources.ts";
import { terms } from "../../queries/terms.ts";
import { ownPages, TEXT_PAGES } from "../../search/own-pages.ts";
import {
  findableArticle,
  findableMap,
  findableQuestion,
  findableResource,
  findableTerm,
  findableText,
  type Findable,
} from "../../search/pages.ts";

/** Everything that the search finds: what may be seen today. The index and its texts have it in this order. */
export async function findablePages(): Promise<Findable[]> {
  const [articles, questions, allTerms, maps, templates, texts] = await Promise.all([
    publishedArticles(),
    allQuestions(),
    terms(),
    mindMaps(),
    resources(),
    allPages(),
  ]);
  return [
    ...articles.map(({ url, title, description, entry }) =>
      findableArticle({ url, title, description, body: entry.body ?? "", alsoAsked: entry.data.alsoAsked }),
    ),
    ...questions.map(({ url, question, entry }) =>
      findableQuestion({ url, title: question, body: entry.body ?? "", alsoAsked: entry.data.alsoAsked }),
    ),
    ...allTerms.map(findableTerm),
    ...maps.map(findableMap),
    ...templates.map(({ url, title, description, format, entry }) =>
      findableResource({
        url,
        title,
        description,
        format,
        body: entry.body ?? "",
        alsoAsked: entry.data.alsoAsked,
      }),
    ),
    ...texts.map(({ id, body = "", data: { title, description, alsoAsked } }) =>
      findableText({ url: TEXT_PAGES[id] ?? `/${id}/`, title, description, body, alsoAsked }),
    ),
    ...ownPages(),
  ];
}
