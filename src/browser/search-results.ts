import { element } from "./elements.ts";
import type { SearchAnswer } from "../search/engine.ts";
import type { Kind } from "../search/pages.ts";
import { favoursLink } from "./search-favours.ts";
import { hitLink } from "./search-hits.ts";
import { kindButtons } from "./search-kinds.ts";
import { loadSearch, type Texts } from "./search-index.ts";

/** Where a search is typed and where its results go. */
export interface Outlet {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  /** Seen, and not spoken: it changes with every letter. */
  readonly note: HTMLElement;
  /** Spoken when the typing stops. */
  readonly spoken: HTMLElement;
  /** What can be done when there is nothing to show. */
  readonly help: HTMLElement;
  /** How many results are shown. */
  readonly limit: number;
  /** What the note says before anything is typed. */
  readonly welcome: string;
  /** Makes an entry of the list out of a link to a result. */
  readonly entry: (link: HTMLAnchorElement, at: number) => HTMLElement;
  /** After every change of the list. */
  readonly changed: (shown: number, query: string) => void;
}

const MIN_QUERY_LENGTH = 2;
/** How long somebody has to stop typing before the number of results is spoken, in milliseconds. */
const PAUSE = 500;
const TRIES = ["cómo pido un favor", "plan de crisis", "calendario editorial", "engagement"];
const FAILURE = "No hemos podido cargar el buscador. Mira si tienes conexión y vuelve a probar.";

/** Searches what stands in the field and shows it; a search that was overtaken by the next letter shows nothing. */
export async function showResults(outlet: Outlet): Promise<void> {
  const { input, limit, welcome } = outlet;
  const query = input.value.trim();
  const isOvertaken = (): boolean => query !== input.value.trim();
  const show = (
    words: string,
    links: readonly HTMLAnchorElement[],
    helps: readonly HTMLElement[] = [],
  ): void => fill(outlet, { query, words, links, helps });

  if (query.length < MIN_QUERY_LENGTH) {
    show(welcome, [], welcome ? tries(outlet) : []);
    return;
  }
  const search = await loadSearch().catch(() => null);
  if (isOvertaken()) return;
  if (!search) {
    show(FAILURE, [], [button("Volver a probar", () => void showResults(outlet))]);
    return;
  }
  const found = search.find(query);
  if (found.hits.length === 0) {
    const better = search.suggest(query);
    const words =
      better === null
        ? `No hay nada sobre «${query}». Prueba con otras palabras:`
        : `No hay nada sobre «${query}».`;
    show(
      words,
      [],
      better === null ? tries(outlet) : [tryButton(outlet, better, `¿Quisiste decir «${better}»?`)],
    );
    await addFavours(outlet, query);
    return;
  }
  const shown = { texts: null as Texts | null, kind: null as Kind | null };
  const draw = (): void => {
    const hits = found.hits.filter(({ page }) => shown.kind === null || page.kind === shown.kind);
    const links = hits.slice(0, limit).map((hit) => hitLink(hit, found, shown.texts));
    const kinds = kindButtons(found.hits, shown.kind, (kind) => {
      shown.kind = kind;
      draw();
      // The buttons are new ones.
      (outlet.help.querySelector<HTMLElement>("[aria-pressed=true]") ?? outlet.input).focus();
    });
    show(wordsFor(found, query, hits.length), links, [...outlet.help.querySelectorAll("a"), ...kinds]);
  };
  outlet.help.replaceChildren();
  draw();
  void addFavours(outlet, query);
  const texts = await search.texts();
  if (isOvertaken()) return;
  shown.texts = texts;
  if (texts) draw();
}

function wordsFor({ without }: SearchAnswer, query: string, count: number): string {
  const results = count === 1 ? "1 resultado" : `${String(count)} resultados`;
  if (without.length === 0) return results;
  const rest = query.split(/\s+/).filter((word) => !without.includes(word.toLowerCase()));
  return `Nada con ${without.map((word) => `«${word}»`).join(" ni ")}; sobre «${rest.join(" ")}», ${results}`;
}

/** On top, as soon as the board has answered. */
async function addFavours({ input, help }: Outlet, query: string): Promise<void> {
  const link = await favoursLink(query);
  if (link && query === input.value.trim()) help.prepend(link);
}

interface Filling {
  readonly query: string;
  readonly words: string;
  readonly links: readonly HTMLAnchorElement[];
  readonly helps: readonly HTMLElement[];
}

function fill(
  { list, note, spoken, help, entry, changed }: Outlet,
  { query, words, links, helps }: Filling,
): void {
  list.replaceChildren(...links.map(entry));
  list.hidden = links.length === 0;
  help.replaceChildren(...helps);
  note.textContent = words;
  setTimeout(() => {
    if (note.textContent === words) spoken.textContent = query === "" ? "" : words;
  }, PAUSE);
  changed(links.length, query);
}

function tries(outlet: Outlet): HTMLElement[] {
  return TRIES.map((words) => tryButton(outlet, words, words));
}

function tryButton(outlet: Outlet, words: string, text: string): HTMLElement {
  return button(text, () => {
    outlet.input.value = words;
    outlet.input.focus();
    void showResults(outlet);
  });
}

function button(text: string, press: () => void): HTMLElement {
  const made = element("button", { class: "search-try", type: "button" }, text);
  made.addEventListener("click", press);
  return made;
}
