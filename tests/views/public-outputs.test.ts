import { beforeAll, describe, expect, test } from "vitest";
import { confirmWords } from "../../src/ui/manage/confirm-words.ts";
import type { Comment } from "../../src/domain/records/comment.ts";
import type { Job } from "../../src/domain/records/job.ts";
import type { MailEvent } from "../../src/domain/records/mail-event.ts";
import { commentsFeed } from "../../src/feeds/comments-feed.ts";
import { jobsFeed } from "../../src/feeds/jobs-feed.ts";
import { renderMail } from "../../src/mail/render.ts";
import { stemsOfJob } from "../../src/store/words.ts";
import { blogPosting } from "../../src/structured-data/blog-posting.ts";
import { demand } from "../../src/structured-data/demand.ts";
import { htmlText } from "../../src/feeds/html-text.ts";
import { previewComment, publicComment } from "../../src/views/public-comment.ts";
import { jobPath, maskedOffer, publicJob } from "../../src/views/public-view.ts";
import { aComment, aJob, anOffer, aPerson, NOW } from "../support/builders/fixtures.ts";
import { context, sampleEvents } from "../support/builders/sample-events.ts";

const SITE = new URL("https://makethejobs.test/");
/** Each as it may be typed, and what must be read of it nowhere. */
const SAMPLES: readonly (readonly [typed: string, traces: RegExp])[] = [
  ["Llama al 612345678€", /612|345678/],
  ["Llama al 6 12345678", /12345678|612345678/],
  ["Llama al 612|345|678", /612\W*345/],
  ["Llama al 6 uno 2345678", /2345678/],
  ["Llama al 6😀1😀2😀3😀4😀5😀6😀7😀8", /1\W+2\W+3/],
  ["Escribe a ana@gmail.com", /gmail/],
  ["Escribe a ana&#64;gmail.com", /gmail/],
  ["Escribe a ana@gm**ai**l.com", /ana@|ana-gm/],
  ["Escribe a https://t%2Eme/pepito", /pepito/],
];
/** Mails that go to the other side before an agreement. Whoever moderates reads what was typed. */
const TO_STRANGERS = new Set<MailEvent["name"]>([
  "offerReceived",
  "offerSent",
  "offerStandby",
  "offerInvitedAgain",
  "offerOutdated",
  "offerEnded",
  "offerWithdrawn",
]);

describe.each(SAMPLES)("of %j", (typed, traces) => {
  let job: Job;
  let comment: Comment;
  beforeAll(() => {
    job = aJob({
      title: typed,
      description: typed,
      town: typed,
      reward: { kind: "thing", amountCents: null, text: typed },
      poster: { ...aPerson("Paula"), name: typed },
    });
    comment = aComment({ text: typed, state: "approved", writer: { ...aPerson("Carla"), name: typed } });
  });
  const read = (value: unknown): string => JSON.stringify(value).normalize("NFKC").toLowerCase();

  test("nothing is in the favour's page, JSON, address, feed and structured data", () => {
    const shown = publicJob({ job, offers: 0 }, NOW);
    const query = { order: "newest", page: 1 } as const;
    expect(read([shown, jobPath(job), jobsFeed(query, [shown], SITE), demand(shown, SITE)])).not.toMatch(
      traces,
    );
  });

  test("nothing is found by searching", () => {
    expect(stemsOfJob(job).join(" ")).not.toMatch(traces);
  });

  test("nothing is in the comment's page, JSON, preview, feed and structured data", () => {
    const shown = publicComment(comment);
    const article = { slug: "uno", title: "Uno" };
    const posting = blogPosting(
      {
        url: "/articulos/uno/",
        title: "Uno",
        description: "Uno",
        publishedAt: new Date(NOW),
        updatedAt: undefined,
        author: { name: "Ana", url: "/autores/ana/" },
        topics: [],
        sources: [],
      },
      { total: 1, shown: [{ ...shown, text: htmlText(shown.html) }] },
      SITE,
    );
    const preview = previewComment({ text: typed, name: typed }, NOW);
    const feed = commentsFeed([{ comment: shown, article }], SITE, article);
    expect(read([shown, preview, feed, posting])).not.toMatch(traces);
  });

  test("nothing is in letters to strangers", () => {
    const mails = sampleEvents(typed).filter(({ name }) => TO_STRANGERS.has(name));
    expect(new Set(mails.map(({ name }) => name))).toEqual(TO_STRANGERS);
    for (const event of mails) expect(read(renderMail(event, context)), event.name).not.toMatch(traces);
  });

  test("nothing is in what a helper confirms, or a poster reads of an offer that isn't accepted", () => {
    const offer = anOffer(job, { message: "Me ofrezco" });
    expect(read(confirmWords({ kind: "offer", offer, job }, null))).not.toMatch(traces);
    const asked = anOffer(job, {
      message: typed,
      helper: { ...aPerson("Hugo"), name: typed },
      reward: { kind: "thing", amountCents: null, text: typed },
    });
    const { message, reward, helper } = maskedOffer(asked);
    expect(read([message, reward, helper.name])).not.toMatch(traces);
  });
});
