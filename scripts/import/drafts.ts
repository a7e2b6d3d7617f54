import MarkdownIt from "markdown-it";
import { stringify } from "yaml";
import { OLD_ADDRESS } from "../../src/content-schemas.ts";
import { foldText } from "../../src/domain/kernel/fold.ts";
import { slugify } from "../../src/language/slug.ts";
import { articlePath } from "../../src/urls.ts";
import type { ForeignSite, ForeignText, LeftOut } from "./foreign.ts";
import { htmlToMarkdown, type Turning } from "./html-to-markdown.ts";
import { escapeWords } from "../../src/markdown/mdx-words.ts";

/** What of ours the texts are matched with. */
export interface Ours {
  /** Id and name of each; the first is taken where none fits. */
  readonly authors: readonly Named[];
  readonly topics: readonly Named[];
  /** Slugs of articles and old addresses that are taken. */
  readonly slugs: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Draft {
  readonly slug: string;
  /** The whole file. */
  readonly text: string;
}

export interface Drafts {
  readonly drafts: readonly Draft[];
  /** The export's name of each text with its article's slug. */
  readonly slugs: ReadonlyMap<string, string>;
  readonly leftOut: readonly LeftOut[];
  readonly images: readonly ForeignImage[];
}

/** An image of a text, which stays where it is until somebody asks for it. */
export interface ForeignImage {
  readonly slug: string;
  /** As the text has it. */
  readonly src: string;
  readonly where: string;
}

/** As the schemas have it. */
const TITLE = { min: 3, max: 100 };
const DESCRIPTION = { min: 40, max: 170 };
const TOPICS_MAX = 4;
const IMAGE_HERE = "Aquí iba una imagen:";

/** HTML in Markdown is let through, because what comes out is turned like any other. */
const markdown = new MarkdownIt({ html: true, linkify: false });

/** Drafts of articles, as `content/articles` wants them. What has no place is told, text by text. */
export function asDrafts(site: ForeignSite, ours: Ours): Drafts {
  const leftOut: LeftOut[] = [];
  const images: ForeignImage[] = [];
  const taken = new Set(ours.slugs);
  const chosen = site.texts.flatMap((text) => {
    const where = text.title || text.id;
    const slug = slugOf(text);
    if (taken.has(slug)) {
      leftOut.push({ where, what: `ya hay un content/articles/${slug}.mdx, que no se toca` });
      return [];
    }
    taken.add(slug);
    return [{ text, slug, where }];
  });
  const moved = new Map(
    chosen.flatMap(({ text, slug }) => text.addresses.map((one) => [keyOf(one), slug] as const)),
  );
  const addresses = new Set(ours.addresses);
  const drafts = chosen.flatMap(({ text, slug, where }) => {
    const tell = (what: string): void => void leftOut.push({ where, what });
    const body = bodyOf(text, moved, tell, (src) => void images.push({ slug, src, where }));
    if (body === "") {
      tell("no tiene texto");
      return [];
    }
    const header = {
      title: titleOf(text, tell),
      description: descriptionOf(text, body),
      publishedAt: text.day ?? ours.today,
      author: matched([text.author], ours.authors, "no hay una firma que se llame así", tell)[0],
      topics: matched(text.labels, ours.topics, "no hay un tema que se llame así", tell).slice(0, TOPICS_MAX),
      aliases: aliasesOf(text, slug, addresses, tell),
      draft: true,
    };
    if (header.aliases.length === 0) Reflect.deleteProperty(header, "aliases");
    return [{ slug, text: `---\n${stringify(header, { lineWidth: 0 })}---\n\n${body}\n` }];
  });
  return { drafts, slugs: new Map(chosen.map(({ text, slug }) => [text.id, slug])), leftOut, images };
}

function slugOf({ slug, title }: ForeignText): string {
  return slugify(slug === "" ? title : decoded(slug));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function titleOf({ title }: ForeignText, tell: (what: string) => void): string {
  const line = title.replace(/\s+/g, " ").trim();
  if (line.length >= TITLE.min && line.length <= TITLE.max) return line;
  tell(
    line.length < TITLE.min
      ? "no tiene título: se ha puesto uno para cambiar"
      : "el título era largo: se ha cortado",
  );
  return line.length < TITLE.min ? "Sin título" : cut(line, TITLE.max);
}

function descriptionOf({ summary }: ForeignText, body: string): string {
  const bare = body
    .split("\n\n")
    .filter((block) => !/^(?:#|\||-|>|```|\d+\.)/.test(block))
    .join(" ")
    .replace(new RegExp(`\\*\\(${IMAGE_HERE}.*?\\)\\*`, "g"), "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\\(.)/gs, "$1")
    .replace(/&#105;/g, "i")
    .replace(/&#101;/g, "e")
    .replace(/&amp;/g, "&")
    .replace(/[*`]/g, "");
  for (const words of [summary.replace(/<[^>]*>/g, ""), bare]) {
    const line = words.replace(/\s+/g, " ").trim();
    if (line.length >= DESCRIPTION.min) return cut(line, DESCRIPTION.max);
  }
  return "Cuenta aquí, en una o dos frases, qué va a encontrar quien entre en esta página.";
}

/** At the end of a word. */
function cut(line: string, max: number): string {
  if (line.length <= max) return line;
  const short = line.slice(0, max - 1);
  return `${short.slice(0, Math.max(short.lastIndexOf(" "), max / 2)).replace(/[\s,;:.]+$/, "")}…`;
}

function matched(
  names: readonly string[],
  known: readonly Named[],
  why: string,
  tell: (what: string) => void,
): string[] {
  const found = new Set<string>();
  for (const name of names.filter((one) => one !== "")) {
    const same = known.find(({ id, name: own }) => [id, own].some((one) => foldText(one) === foldText(name)));
    if (same === undefined) tell(`«${name}»: ${why}`);
    else found.add(same.id);
  }
  return found.size > 0 ? [...found] : known.slice(0, 1).map(({ id }) => id);
}

/** Old addresses are paths, or WordPress's `/?p=12`: nothing else that follows a «?» can be led on from. */
function aliasesOf(
  text: ForeignText,
  slug: string,
  taken: Set<string>,
  tell: (what: string) => void,
): string[] {
  return text.addresses.flatMap((address) => {
    const url = URL.parse(address, "https://old.example");
    if (url === null) return [];
    const path = url.pathname + url.search;
    if (path === "/" || path === articlePath(slug) || taken.has(path)) return [];
    if (!OLD_ADDRESS.test(path)) {
      tell(`su dirección vieja (${path}) no se puede redirigir`);
      return [];
    }
    taken.add(path);
    return [path];
  });
}

function bodyOf(
  { body }: ForeignText,
  moved: ReadonlyMap<string, string>,
  tell: (what: string) => void,
  hasImage: (src: string) => void,
): string {
  const turning: Turning = {
    leftOut: (what) => {
      tell(`${what}: se ha quitado`);
    },
    linkTo: (href) => {
      const slug = moved.get(keyOf(href));
      if (slug !== undefined) return articlePath(slug);
      if (/^(?:https?:\/\/|mailto:)\S+$/i.test(href) && URL.canParse(href)) return href;
      if (href !== "" && !href.startsWith("#")) tell(`enlace a «${href}»: se ha dejado solo el texto`);
      return null;
    },
    image: ({ src, alt }) => {
      hasImage(src);
      return `*(${IMAGE_HERE} ${escapeWords(alt || src.replace(/^.*\//, ""))})*`;
    },
  };
  return htmlToMarkdown("html" in body ? body.html : markdown.render(body.markdown), turning);
}

/** The same for an address with or without its site, a slash at its end or a fragment. */
function keyOf(address: string): string {
  const url = URL.parse(address, "https://old.example");
  return url === null ? address : `${url.pathname.replace(/\/$/, "")}${url.search}`;
}
