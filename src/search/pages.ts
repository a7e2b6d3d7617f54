import { mdxSections } from "../markdown/mdx-text.ts";

export const KINDS = ["article", "question", "term", "map", "resource", "page"] as const;
export type Kind = (typeof KINDS)[number];

/** A page that can be found, with everything that may be searched in it. */
export interface Findable {
  readonly kind: Kind;
  readonly url: string;
  readonly title: string;
  /** Other names it goes by. */
  readonly names: readonly string[];
  /** Other ways of asking for it: seen only under a result that one of them led to. */
  readonly alsoAsked: readonly string[];
  readonly description: string;
  /** The first has no heading. */
  readonly sections: readonly FindableSection[];
}

export interface FindableSection {
  /** Where it begins on the page; null: it has no address of its own. */
  readonly id: string | null;
  readonly heading: string;
  readonly text: string;
}

interface Outline {
  readonly text: string;
  readonly note?: string | undefined;
  readonly children?: readonly Outline[] | undefined;
}

interface Written {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** MDX without its front matter. */
  readonly body: string;
  readonly alsoAsked: readonly string[];
}

export function findableArticle({ body, ...page }: Written): Findable {
  return { kind: "article", ...page, names: [], sections: mdxSections(body) };
}

/** A text of content/pages: the rules, what is kept of one, and the like. */
export function findableText({ body, ...page }: Written): Findable {
  return { kind: "page", ...page, names: [], sections: mdxSections(body, "page") };
}

/** `format`: what its file is, in words. People look for what it is for them: something to download. */
export function findableResource({ body, format, ...page }: Written & { readonly format: string }): Findable {
  return {
    kind: "resource",
    ...page,
    names: [`Plantilla para descargar: ${format}`],
    sections: mdxSections(body),
  };
}

/** The answer is short: one section, whose first line tells what it is about. */
export function findableQuestion(question: Omit<Written, "description">): Findable {
  const text = mdxSections(question.body).map(({ heading, text }) => `${heading}\n${text}`.trim());
  const [first = "", ...rest] = text.join("\n").split("\n");
  return {
    kind: "question",
    url: question.url,
    title: question.title,
    names: [],
    alsoAsked: question.alsoAsked,
    description: first,
    sections: [{ id: null, heading: "", text: rest.join("\n") }],
  };
}

export function findableTerm(term: {
  readonly url: string;
  readonly term: string;
  readonly alternatives: readonly string[];
  readonly alsoAsked: readonly string[];
  readonly definition: string;
  readonly notThis: string;
  readonly measured: string;
}): Findable {
  return {
    kind: "term",
    url: term.url,
    title: term.term,
    names: term.alternatives,
    alsoAsked: term.alsoAsked,
    description: term.definition,
    sections: [{ id: null, heading: "", text: `${term.notThis}\n${term.measured}` }],
  };
}

/** Every branch is a section without an address: a map is looked at as a whole. */
export function findableMap(map: {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly nodes: readonly Outline[];
  readonly alsoAsked: readonly string[];
}): Findable {
  return {
    kind: "map",
    url: map.url,
    title: map.title,
    names: ["Mapa mental"],
    alsoAsked: map.alsoAsked,
    description: map.description,
    sections: [
      { id: null, heading: "", text: "" },
      ...map.nodes.map(({ text, note = "", children = [] }) => ({
        id: null,
        heading: text,
        text: [note, ...children.flatMap(linesOf)].filter((line) => line !== "").join("\n"),
      })),
    ],
  };
}

function linesOf({ text, note, children = [] }: Outline): string[] {
  return [note ? `${text}. ${note}` : text, ...children.flatMap(linesOf)];
}
