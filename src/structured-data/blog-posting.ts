import type { BlogPosting, Comment } from "schema-dts";
import { SITE } from "../site.ts";
import { organization } from "./site-graph.ts";

interface ShownArticle {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date | undefined;
  readonly author: { readonly name: string; readonly url: string };
  readonly topics: readonly { readonly title: string }[];
  readonly sources: readonly { readonly title: string; readonly publisher: string; readonly url: string }[];
}

/** A comment that stands on the page itself. */
interface ShownComment {
  readonly name: string;
  readonly text: string;
  readonly createdAt: string;
  readonly url: string;
}

/** `comments`: how many there are and those that stand on the page itself; where there are none, nothing is said about them. */
export function blogPosting(
  article: ShownArticle,
  comments: { readonly total: number; readonly shown: readonly ShownComment[] },
  site: URL,
): BlogPosting {
  const url = new URL(article.url, site).href;
  return {
    "@type": "BlogPosting",
    "@id": `${url}#articulo`,
    url,
    mainEntityOfPage: url,
    headline: article.title,
    description: article.description,
    inLanguage: SITE.language,
    datePublished: day(article.publishedAt),
    ...(article.updatedAt && { dateModified: day(article.updatedAt) }),
    author: {
      "@type": "Organization",
      name: article.author.name,
      url: new URL(article.author.url, site).href,
    },
    publisher: organization(site),
    keywords: article.topics.map(({ title }) => title),
    ...(comments.shown.length > 0 && {
      commentCount: comments.total,
      comment: comments.shown.map((comment) => commentNode(comment, site)),
    }),
  };
}

function commentNode({ name, text, createdAt, url }: ShownComment, site: URL): Comment {
  return {
    "@type": "Comment",
    text,
    author: { "@type": "Person", name },
    dateCreated: createdAt,
    url: new URL(url, site).href,
  };
}

/** Articles have days, not moments. */
function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
