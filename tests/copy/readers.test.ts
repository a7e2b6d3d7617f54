import { describe, expect, test } from "vitest";
import { confirmWords } from "../../src/ui/manage/confirm-words.ts";
import { commentSentence, jobSentence, offerSentence } from "../../src/copy/own-states.ts";
import { COMMENT_STATES_COPY, JOB_STATES_COPY, OFFER_STATES_COPY } from "../../src/copy/states.ts";
import { COMMENT_STATES } from "../../src/domain/records/comment.ts";
import { JOB_STATES } from "../../src/domain/records/job.ts";
import { OFFER_STATES } from "../../src/domain/records/offer.ts";
import { aComment, aJob, anOffer } from "../support/builders/fixtures.ts";

/** How somebody else is spoken of; said to that very person it would be wrong. */
const SPOKEN_OF = {
  poster: /quien lo (?:pidió|pide|encargó)|quien pide/i,
  helper: /quien se (?:ofreció|ofrece|encarga)/i,
  commenter: /quien lo escribió/i,
} as const;

const jobs = JOB_STATES.map((state) => aJob({ state }));
const ARTICLE = { title: "Un artículo", url: "/articulos/un-articulo/" };

/** Every sentence about how something stands, by whom it is said to, in which state. */
const SAID: readonly (readonly [reader: keyof typeof SPOKEN_OF, state: string, sentence: string])[] = [
  ...JOB_STATES.map((state) => ["poster", state, jobSentence(state)] as const),
  ...jobs.map(
    (job) => ["poster", `confirm ${job.state}`, confirmWords({ kind: "job", job }, null).sentence] as const,
  ),
  ...OFFER_STATES.flatMap((offer) =>
    jobs.flatMap((job) => [
      ["helper", `${offer} of ${job.state}`, offerSentence(offer, job.state)] as const,
      [
        "helper",
        `confirm ${offer} of ${job.state}`,
        confirmWords({ kind: "offer", offer: anOffer(job, { state: offer }), job }, null).sentence,
      ] as const,
    ]),
  ),
  ...COMMENT_STATES.flatMap((state) => [
    ["commenter", state, commentSentence(state)] as const,
    [
      "commenter",
      `confirm ${state}`,
      confirmWords({ kind: "comment", comment: aComment({ state }) }, ARTICLE).sentence,
    ] as const,
  ]),
];

describe("how something stands is said to its reader, in every state", () => {
  test.each(SAID)("%s, %s: «%s»", (reader, _, sentence) => {
    expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    expect(sentence).not.toMatch(SPOKEN_OF[reader]);
  });

  test.each([
    [jobSentence("withdrawn"), "Lo retiraste."],
    [jobSentence("delivered"), "Quien se encarga dice que está hecho; falta que lo confirmes."],
    [commentSentence("deleted"), "Lo borraste."],
    [offerSentence("withdrawn", "open"), "La retiraste."],
    [offerSentence("accepted", "done"), "Hiciste este favor. Gracias."],
  ])("%s", (said, expected) => {
    expect(said).toBe(expected);
  });

  test("an offer that stands by tells what became of the agreement", () => {
    expect(offerSentence("standby", "assigned")).toContain("Se aceptó otra propuesta");
    expect(offerSentence("standby", "held")).toContain("no siguió adelante");
  });

  test.each(
    [JOB_STATES_COPY, OFFER_STATES_COPY, COMMENT_STATES_COPY].flatMap((states) => Object.entries(states)),
  )("everybody and moderators, %s", (_, { label, sentence }) => {
    expect(label).not.toBe("");
    expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    // Nobody reads these of their own thing.
    expect(sentence).not.toMatch(/\b(?:tu|tus|te|has)\b/i);
  });
});
