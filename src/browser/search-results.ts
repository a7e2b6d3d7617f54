import { element } from "./elements.ts";
import { hitLink } from "./search-hits.ts";
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
  const hits = found.hits.slice(0, limit);
  if (hits.length === 0) {
    show(`No hay nada sobre «${query}». Prueba con otras palabras:`, [], tries(outlet));
    return;
  }
  const count = found.hits.length === 1 ? "1 resultado" : `${found.hits.length} resultados`;
  const linksWith = (texts: Texts | null): HTMLAnchorElement[] =>
    hits.map((hit) => hitLink(hit, found, texts));
  show(count, linksWith(null));
  const texts = await search.texts();
  if (texts && !isOvertaken()) show(count, linksWith(texts));
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
  return TRIES.map((words) =>
    button(words, () => {
      outlet.input.value = words;
      outlet.input.focus();
      void showResults(outlet);
    }),
  );
}

function button(text: string, press: () => void): HTMLElement {
  const made = element("button", { class: "search-try", type: "button" }, text);
  made.addEventListener("click", press);
  return made;
}
