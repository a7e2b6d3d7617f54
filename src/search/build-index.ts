import MiniSearch from "minisearch";
import { foldText } from "../domain/kernel/fold.ts";
import { SITE } from "../site.ts";
import { cutParts } from "./cut-parts.ts";
import type { SynonymRule, WholeIndex } from "./index-file.ts";
import { packPages } from "./indexed-page.ts";
import { rarity } from "./load-index.ts";
import { packCounts, packNumbers, packWords, type Places } from "./packing.ts";
import type { Findable } from "./pages.ts";
import { isSingleLetter, lemmaOf, wordsIn } from "./pipeline.ts";
import { readWords, stemOrder } from "./read-words.ts";
import { FILLERS, LIGHT_WORDS, STOPWORDS } from "./stopwords.ts";
import { weightInName } from "./titles.ts";
import { RANK } from "./vocabulary.ts";

const BOOSTS = { title: 6, names: 5, heading: 4, alsoAsked: 2, description: 3, body: 1 };
/** Length counts for little (`b`): MiniSearch averages a field over the documents that don't have it too. */
const BM25 = { k: 1.2, b: 0.4, d: 0.5 };
/** A word in a title scores about 70, one in the text about 7: strengths of 0.7 and 0.2. */
const HALF_STRENGTH_SCORE = 30;

/**
 * Makes the index of these pages. Each section is a document of its own, so that a hit can lead to it. MiniSearch weighs here,
 * once, how strongly each document has each stem; whoever searches only looks it up.
 */
export function buildIndex(pages: readonly Findable[], synonyms: readonly SynonymRule[]): WholeIndex {
  const stopwords = new Set(STOPWORDS);
  const ranks = new Map<string, number>();
  const stemOf = rememberedStems();
  const mini = new MiniSearch<Record<string, string | number>>({
    fields: Object.keys(BOOSTS),
    tokenize: (text) =>
      wordsIn(text).filter((word) => !stopwords.has(foldText(word)) && !isSingleLetter(word)),
    processTerm(word, field) {
      const rank =
        field === "body"
          ? RANK.inText
          : field === "title" || field === "names"
            ? RANK.namesPage
            : RANK.inHeading;
      ranks.set(word, Math.max(rank, ranks.get(word) ?? 0));
      return stemOf(word);
    },
  });
  mini.addAll(pages.flatMap(documentsOf).map((document, id) => ({ ...document, id })));

  const words = tellingForms(ranks, stemOf);
  const file = {
    words: packWords(words),
    stopwords: packWords(STOPWORDS),
    synonyms: packSynonyms(synonyms),
  };
  const known = readWords(file, pages);
  const places = known.stems.map((stem) => placesOf(stem, mini));
  const pageOf = pages.flatMap(({ sections }, page) => sections.map(() => page));
  const pagesWith = places.map((own) => new Set([...own.keys()].map((document) => pageOf[document])).size);
  const numbers = new Map(known.stems.map((stem, number) => [stem, number]));
  const ways = pages
    .flatMap(({ alsoAsked }) => alsoAsked)
    .map((way) => stemsIn(way, stopwords).flatMap((stem) => numbers.get(stem) ?? []));
  const waySizes = ways.map((own) =>
    own.reduce((sum, stem) => sum + weightInName(rarity(pagesWith[stem] ?? 0, pages.length)), 0),
  );
  const waysOf = Map.groupBy(
    ways.flatMap((own, way) => own.map((stem) => ({ stem, way }))),
    ({ stem }) => stem,
  );
  const { starts, parts } = cutParts(
    stemOrder(known).map((stem) => ({
      places: places[stem] ?? new Map<number, number>(),
      ways: waysOf.get(stem)?.map(({ way }) => way) ?? [],
    })),
    waySizes,
  );
  return {
    ...file,
    pages: packPages(pages),
    sections: packCounts(pages.map(({ sections }) => sections.length)),
    ways: packCounts(pages.map(({ alsoAsked }) => alsoAsked.length)),
    ranks: words.map((word) => ranks.get(word)).join(""),
    pagesWith: packCounts(pagesWith),
    partStarts: packNumbers(starts),
    parts,
    siteName: foldText(SITE.name),
    lightWords: packWords(LIGHT_WORDS),
    fillers: FILLERS.join(","),
  };
}

/** A word comes back a hundred times, and its stem takes long. */
function rememberedStems(): (word: string) => string {
  const stems = new Map<string, string>();
  return (word) => {
    const stem = stems.get(word) ?? lemmaOf(word).stem;
    stems.set(word, stem);
    return stem;
  };
}

function packSynonyms(rules: readonly SynonymRule[]): string {
  const side = (texts: readonly string[]): string =>
    texts.map((text) => text.replace(/[,;>]/g, " ")).join(",");
  return rules.map(({ from, to }) => [from, to ?? []].map(side).join(">").replace(/>$/, "")).join(";");
}

/** Of words that only texts have, one for each stem is enough: the stem finds them all. */
function tellingForms(ranks: ReadonlyMap<string, number>, stemOf: (word: string) => string): string[] {
  const forms = [...Map.groupBy(ranks.keys(), stemOf).values()].flatMap((words) => {
    const ranked = words.filter((word) => ranks.get(word) !== RANK.inText);
    return ranked.length > 0 ? ranked : words.sort((a, b) => a.length - b.length).slice(0, 1);
  });
  return forms.sort();
}

/** Each once, without stopwords. */
function stemsIn(text: string, stopwords: ReadonlySet<string>): string[] {
  const telling = wordsIn(text)
    .map(lemmaOf)
    .filter(({ folded }) => !stopwords.has(folded));
  return [...new Set(telling.map(({ stem }) => stem))];
}

/** An empty field is left out: it would count as a very short one, and shorten the average. */
function documentsOf({ title, names, alsoAsked, description, sections }: Findable): Record<string, string>[] {
  return sections.map(({ heading, text }, at) => {
    const fields = {
      heading,
      body: text,
      ...(at === 0 && { title, names: names.join("\n"), alsoAsked: alsoAsked.join("\n"), description }),
    };
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
  });
}

function placesOf(stem: string, mini: MiniSearch<never>): Places {
  const found = mini.search(stem, {
    tokenize: (one) => [one],
    processTerm: (one) => one,
    boost: BOOSTS,
    bm25: BM25,
  });
  return new Map(
    found
      .map(({ id, score }) => [Number(id), score / (score + HALF_STRENGTH_SCORE)] as const)
      .sort(([a], [b]) => a - b),
  );
}
