import type { Findable } from "../src/search/pages.ts";
import { wordsIn } from "../src/search/pipeline.ts";
import { plainIdOf } from "../src/search/sections.ts";

/** So many of an article's longer words are made up too. */
const MADE_UP_SHARE = 0.08;
const MADE_UP_SHARE_OF_TEXT = 0.16;
/** And so many of those nobody wrote before: a thousand articles bring nine thousand new words, and our last thirteen brought 470. */
const NEW_SHARE = 0.14;
const MIN_TELLING_LENGTH = 6;
const SENTENCE_END = /(?<=[.?!:\n])\s+/;
const SYLLABLES =
  "ba be bi bo bra ca ce ci co cri da de di do du fa fi fo ga ge gra ja la le li lo lu ma me mi mo na ni no pa pe pi plo que ra re ri ro sa se si so ta te ti to tra va ve vi za".split(
    " ",
  );
const ENDINGS = "ción dor miento dad ista ado ar ero aje ura o a".split(" ");

/**
 * So many articles more, for measuring how the index grows: sections, headings and other ways of asking of real ones, their sentences
 * shuffled, and words that no other text has. The same each time.
 */
export function madeUpArticles(pages: readonly Findable[], count: number): Findable[] {
  const articles = pages.filter(({ kind }) => kind === "article");
  const sentences = articles.flatMap(({ sections }) =>
    sections.flatMap(({ text }) => text.split(SENTENCE_END).filter((sentence) => sentence !== "")),
  );
  const random = createRandom(20_261_129);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const madeUp: string[] = [];
  const rareWord = (): string => {
    const isNew = madeUp.length === 0 || random() < NEW_SHARE;
    const word = isNew
      ? Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join("") + pick(ENDINGS)
      : pick(madeUp);
    // Once more in the list: what is written often is written more often still.
    madeUp.push(word);
    return word;
  };
  const varied = (text: string, share: number): string =>
    text.replace(/[\p{L}\d]+/gu, (word) =>
      word.length >= MIN_TELLING_LENGTH && random() < share ? rareWord() : word,
    );
  /** Every other telling word of it is another's. */
  const crossed = (text: string, others: readonly string[]): string => {
    const other = wordsIn(pick(others)).filter(({ length }) => length >= MIN_TELLING_LENGTH);
    const mixed = text.replace(/[\p{L}\d]+/gu, (word) =>
      word.length >= MIN_TELLING_LENGTH && other.length > 0 && random() < 0.5 ? pick(other) : word,
    );
    return varied(mixed, MADE_UP_SHARE);
  };
  const titles = articles.map(({ title }) => title);
  const ways = articles.flatMap(({ alsoAsked }) => alsoAsked);
  const headings = articles.flatMap(({ sections }) => sections.map(({ heading }) => heading));
  return Array.from({ length: count }, (_, at) => {
    const like = pick(articles);
    const title = crossed(like.title, titles);
    // Of every fourth, its title doesn't tell the address.
    const slug = `${plainIdOf(title)}${at % 4 === 0 ? `-${String(at)}` : ""}`;
    return {
      kind: "article",
      url: `/articulos/${slug}/`,
      title,
      names: [],
      alsoAsked: like.alsoAsked.map((way) => crossed(way, ways)),
      description: varied(pick(articles).description, MADE_UP_SHARE),
      sections: like.sections.map(({ id, heading, text }) => {
        const length = text.split(SENTENCE_END).length;
        return {
          id,
          heading: heading && crossed(heading, headings),
          text: varied(Array.from({ length }, () => pick(sentences)).join(" "), MADE_UP_SHARE_OF_TEXT),
        };
      }),
    };
  });
}

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
