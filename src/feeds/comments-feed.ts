import { FILES, PAGES, threadPath } from "../urls.ts";
import { SITE } from "../site.ts";
import { excerpt } from "../language/excerpt.ts";
import type { PublicComment } from "../views/public-view.ts";
import { feedId, type Feed, type FeedItem } from "./feed.ts";
import { htmlText } from "./html-text.ts";
import { plainHtml } from "./plain-html.ts";

/** A comment with the article that it stands under. */
export interface CommentOn {
  readonly comment: PublicComment;
  readonly article: CommentedArticle;
}

export interface CommentedArticle {
  readonly slug: string;
  readonly title: string;
}

const SUMMARY_MAX_LENGTH = 200;

/** The newest comments of one article, or of all. What was taken back, and examples, never stand in one. */
export function commentsFeed(
  comments: readonly CommentOn[],
  site: URL,
  article: CommentedArticle | null,
): Feed {
  const home = article ? threadPath(article.slug) : PAGES.articles;
  const self = article ? `${home}rss.xml` : FILES.commentsRss;
  return {
    title: article ? `Comentarios: ${article.title}` : `${SITE.name}: comentarios`,
    description: article
      ? `La conversación sobre «${article.title}».`
      : "Lo último que se ha dicho en los artículos.",
    home: new URL(home, site).href,
    self: new URL(self, site).href,
    items: comments
      .filter(({ comment }) => !comment.example && !comment.removed)
      .map((one) => commentItem(one, site)),
  };
}

function commentItem({ comment, article }: CommentOn, site: URL): FeedItem {
  const { id, name, html, url, createdAt, editedAt } = comment;
  const address = new URL(url, site).href;
  return {
    id: feedId(`comentarios/${id}`),
    url: address,
    title: `${name}, sobre «${article.title}»`,
    summary: excerpt(htmlText(html), SUMMARY_MAX_LENGTH),
    html: plainHtml(html, address),
    publishedAt: new Date(createdAt),
    updatedAt: editedAt === null ? undefined : new Date(editedAt),
    author: { name },
  };
}
