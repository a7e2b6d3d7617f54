import type { Page } from "playwright-core";
import { formatDate, formatMoney } from "../../../src/copy/format.ts";

/** One value of the graph, with the names that lead to it. */
interface Leaf {
  readonly path: string;
  readonly key: string;
  readonly value: string;
}

/** What a page shows, as a browser reads it: its words without spaces, its addresses, its moments. */
interface Shown {
  readonly words: string;
  readonly addresses: readonly string[];
  readonly ids: readonly string[];
  readonly moments: readonly string[];
  readonly language: string;
  readonly graphs: readonly string[];
}

const ADDRESSES = new Set(["@id", "url", "item", "mainEntityOfPage", "logo"]);
const MOMENTS = new Set(["datePublished", "dateModified", "dateCreated", "validFrom"]);

/** What the graph of the page at `path` says and the page doesn't show; `reader` is any page of a browser. */
export async function unshown(reader: Page, html: string, path: string): Promise<string[]> {
  const page = await show(reader, html);
  return page.graphs
    .flatMap((graph) => leavesOf(JSON.parse(graph)))
    .filter((leaf) => !isShown(leaf, page, path))
    .map((leaf) => `${path} says ${leaf.path}: «${leaf.value}» and doesn't show it`);
}

function show(reader: Page, html: string): Promise<Shown> {
  return reader.evaluate((source) => {
    const page = new DOMParser().parseFromString(source, "text/html");
    const all = (selector: string, attribute: string) =>
      [...page.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? "");
    const graphs = [...page.querySelectorAll('script[type="application/ld+json"]')].map(
      (one) => one.textContent,
    );
    const addresses = all("[href]", "href");
    const ids = all("[id]", "id");
    const moments = all("[datetime]", "datetime");
    for (const element of page.querySelectorAll("script, style, template, noscript")) element.remove();
    return {
      words: page.body.textContent.replace(/\s/g, ""),
      addresses,
      ids,
      moments,
      language: page.documentElement.lang,
      graphs,
    };
  }, html);
}

function leavesOf(value: unknown, path = "", key = ""): Leaf[] {
  if (Array.isArray(value))
    return value.flatMap((one: unknown, index) => leavesOf(one, `${path}[${index}]`, key));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, `${path}.${name}`, name));
  return [{ path, key, value: String(value) }];
}

/** Whether the page at `path` shows what this leaf says. */
function isShown({ key, value }: Leaf, page: Shown, path: string): boolean {
  if (key === "@type" || key === "@context" || key === "position") return true;
  if (key === "inLanguage") return value === page.language;
  if (key === "priceCurrency") return value === "EUR" && page.words.includes("€");
  if (key === "price")
    return page.words.includes(formatMoney(Math.round(Number(value) * 100)).replace(/\s/g, ""));
  if (key === "commentCount") return page.words.includes(`${value}comentario`);
  if (key === "validThrough") return page.words.includes(formatDate(Date.parse(value)).replace(/\s/g, ""));
  if (MOMENTS.has(key))
    return page.moments.some((moment) => moment === value || moment.startsWith(value.slice(0, 10)));
  if (!ADDRESSES.has(key)) return page.words.includes(value.replace(/\s/g, ""));
  const { pathname, hash, href } = new URL(value);
  // What the graph calls its own nodes is said to nobody.
  if (key === "@id") return /^#[a-z]+$/.test(hash);
  if (pathname === path) return hash === "" || page.ids.includes(hash.slice(1));
  return page.addresses.some((address) => [href, pathname + hash, pathname].includes(address));
}
