import { chosenFilters } from "../copy/board-words.ts";
import { CATEGORY_NAMES } from "../copy/names.ts";
import { formatDay, formatReward } from "../copy/format.ts";
import { PLACE_NAMES } from "../copy/places.ts";
import type { BoardQuery, PublicJob } from "../domain/favours/board.ts";
import { CATEGORIES } from "../domain/records/category.ts";
import { PLACES } from "../domain/records/place.ts";
import { SITE } from "../site.ts";
import { jobsFeedWith } from "../urls.ts";
import { boardHref, boardParams, newestFirst } from "../views/board-filters.ts";
import { excerpt } from "../language/excerpt.ts";
import { joinHtml } from "../markdown/safe-html.ts";
import { feedId, type Feed, type FeedItem } from "./feed.ts";
import { factList, paragraphs } from "./text-html.ts";

const SUMMARY_MAX_LENGTH = 200;

/** Path of the feed of a board: the same filters always give the same one. */
export function jobsFeedHref(query: BoardQuery): string {
  const params = boardParams(newestFirst(query)).toString();
  return jobsFeedWith(params);
}

/** Open favours as a feed. What is closed, and the examples of a first local start, never stand in one. */
export function jobsFeed(query: BoardQuery, jobs: readonly PublicJob[], site: URL): Feed {
  // «Mascotas, Madrid, Dinero»: what the feed is narrowed to.
  const filters = chosenFilters(query)
    .map(({ text }) => text)
    .join(", ");
  return {
    title: filters === "" ? `${SITE.name}: favores` : `${SITE.name}: favores (${filters})`,
    description: "Favores abiertos, con la recompensa que se ofrece por cada uno.",
    home: new URL(boardHref(newestFirst(query)), site).href,
    self: new URL(jobsFeedHref(query), site).href,
    items: jobs.filter(({ state, example }) => state === "open" && !example).map((job) => jobItem(job, site)),
  };
}

function jobItem(job: PublicJob, site: URL): FeedItem {
  const place = PLACES.find((one) => one === job.place);
  const category = CATEGORIES.find((one) => one === job.category);
  const where = place ? PLACE_NAMES[place] : job.place;
  const categoryName = category ? CATEGORY_NAMES[category] : job.category;
  const facts = [
    ...job.rewards.map((reward) => ["Recompensa", formatReward(reward)] as const),
    ["Dónde", job.town && job.town !== where ? `${job.town} (${where})` : where],
    ["Para cuándo", job.deadline ? `hasta el ${formatDay(job.deadline)}` : "cuando se pueda"],
    ["Categoría", categoryName],
    ["Lo pide", job.name],
  ] as const;
  return {
    // The address changes with the title; the favour doesn't.
    id: feedId(`favores/${job.id}`),
    url: new URL(job.url, site).href,
    title: job.title,
    summary: excerpt(job.description, SUMMARY_MAX_LENGTH),
    html: joinHtml([paragraphs(job.description), factList(facts)]),
    publishedAt: new Date(job.createdAt),
    author: { name: job.name },
    tags: [categoryName, where],
  };
}
