import { parseFeed } from "@rowanmanning/feed-parser";
import { describe, expect, test } from "vitest";
import type { BoardQuery, PublicJob } from "../../src/domain/favours/board.ts";
import { BLANK_JOB, JOB_WORDS } from "../../src/domain/favours/job-form.ts";
import { fieldsOf } from "../../src/domain/kernel/form.ts";
import { commentsFeed } from "../../src/feeds/comments-feed.ts";
import { rssXml } from "../../src/feeds/rss.ts";
import { jobsFeed, jobsFeedHref } from "../../src/feeds/jobs-feed.ts";
import { boardQuery, newestFirst } from "../../src/views/board-filters.ts";
import { renderComment } from "../../src/markdown/comment-markdown.ts";
import type { PublicComment } from "../../src/views/public-view.ts";

const SITE = new URL("https://site.test/");
const ALL: BoardQuery = { order: "newest", page: 1 };

function job(fields: Partial<PublicJob> = {}): PublicJob {
  return {
    ...fieldsOf(JOB_WORDS, BLANK_JOB),
    id: "abcdefghijklmnop",
    title: "Pasear a mi perro",
    description: "Por las tardes.\n\nEs <b>tranquilo</b> & bueno.",
    category: "mascotas",
    place: "madrid",
    town: "Getafe",
    deadline: "2026-12-01",
    state: "open",
    rewards: [{ kind: "money", amountCents: 1250, text: "y un café", name: "Ana" }],
    offers: 0,
    name: "Ana",
    createdAt: "2026-11-20T10:00:00.000Z",
    expiresAt: "2026-12-01T22:59:59.999Z",
    example: false,
    url: "/favores/abcdefghijklmnop-pasear-a-mi-perro/",
    ...fields,
  };
}

function comment(fields: Partial<PublicComment> = {}): PublicComment {
  return {
    id: "ponmlkjihgfedcba",
    parent: null,
    name: "Luis",
    role: null,
    html: renderComment("Muy **útil**, mira https://example.org/a?b=1&c=2"),
    createdAt: "2026-11-20T10:00:00.000Z",
    editedAt: null,
    example: false,
    removed: false,
    url: "/articulos/uno/comentarios/?rama=ponmlkjihgfedcba#c-ponmlkjihgfedcba",
    ...fields,
  };
}

describe("the feed of the board", () => {
  test("says what is asked for, what is offered, where and by when, and escapes what was typed", () => {
    const xml = rssXml(jobsFeed(ALL, [job()], SITE));
    const [item] = parseFeed(xml).items;
    expect(item?.id).toBe("tag:makethejobs.com,2026:favores/abcdefghijklmnop");
    expect(item?.title).toBe("Pasear a mi perro");
    expect(item?.url).toBe("https://site.test/favores/abcdefghijklmnop-pasear-a-mi-perro/");
    expect(xml).toContain(
      "<p>Por las tardes.</p><p>Es &lt;b&gt;tranquilo&lt;/b&gt; &amp; bueno.</p>" +
        "<ul><li><strong>Recompensa:</strong> 12,50\u00a0€ (y un café)</li><li><strong>Dónde:</strong> Getafe (Madrid)</li>" +
        "<li><strong>Para cuándo:</strong> hasta el 1 de diciembre de 2026</li>" +
        "<li><strong>Categoría:</strong> Servicios para mascotas</li><li><strong>Lo pide:</strong> Ana</li></ul>",
    );
    expect(xml).not.toContain("<b>");
    expect(item?.categories.map(({ term }) => term)).toEqual(["Servicios para mascotas", "Madrid"]);
  });

  test("never has an example or a favour that is not open", () => {
    const closed = (["assigned", "delivered", "done", "expired", "withdrawn", "held", "hidden"] as const).map(
      (state) => job({ state }),
    );
    expect(jobsFeed(ALL, [...closed, job({ example: true })], SITE).items).toEqual([]);
  });

  test("takes the board's filters, says which, and has one address for the same ones", () => {
    const typed = new URLSearchParams(
      "orden=recompensa&q=perro&lugar=madrid&categoria=mascotas&propuestas=sin&pagina=3&otra=1",
    );
    const query = newestFirst(boardQuery(typed));
    expect(query).toMatchObject({ order: "newest", page: 1, places: ["madrid"], offers: "without" });
    expect(jobsFeedHref(boardQuery(typed))).toBe(
      "/favores/rss.xml?categoria=mascotas&lugar=madrid&propuestas=sin&q=perro",
    );
    const feed = jobsFeed(query, [], SITE);
    expect(feed.title).toBe(
      "Makethejobs: favores (Servicios para mascotas, Madrid, sin propuestas, «perro»)",
    );
    expect(feed.home).toBe(
      "https://site.test/favores/?categoria=mascotas&lugar=madrid&propuestas=sin&q=perro",
    );
    expect(jobsFeedHref(ALL)).toBe("/favores/rss.xml");
    const around = boardQuery(new URLSearchParams("lugar=soria&cerca=si&lugar=avila"));
    expect(jobsFeedHref(around)).toBe("/favores/rss.xml?lugar=avila&lugar=soria&cerca=si");
    expect(jobsFeed(around, [], SITE).title).toBe("Makethejobs: favores (Ávila, Soria, con sus alrededores)");
  });
});

describe("the feed of comments", () => {
  const article = { slug: "uno", title: "Uno" };

  test("says who, about what, and the whole comment with its links", () => {
    const xml = rssXml(commentsFeed([{ comment: comment(), article }], SITE, null));
    const [item] = parseFeed(xml).items;
    expect(item?.id).toBe("tag:makethejobs.com,2026:comentarios/ponmlkjihgfedcba");
    expect(item?.title).toBe("Luis, sobre «Uno»");
    expect(item?.url).toBe(
      "https://site.test/articulos/uno/comentarios/?rama=ponmlkjihgfedcba#c-ponmlkjihgfedcba",
    );
    expect(item?.description).toBe("Muy útil, mira https://example.org/a?b=1&c=2");
    expect(xml).toContain(
      '<p>Muy <strong>útil</strong>, mira <a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a></p>',
    );
  });

  test("never has an example or one that was taken back", () => {
    const gone = [comment({ example: true }), comment({ removed: true })];
    const feed = commentsFeed(
      gone.map((one) => ({ comment: one, article })),
      SITE,
      article,
    );
    expect(feed.items).toEqual([]);
    expect(feed.self).toBe("https://site.test/articulos/uno/comentarios/rss.xml");
  });
});
