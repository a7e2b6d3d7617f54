import { element } from "./elements.ts";
import type { Hit, SearchAnswer } from "../search/engine.ts";
import type { Kind } from "../search/pages.ts";
import { favoursLink } from "./search-favours.ts";
import { hitLink } from "./search-hits.ts";
import { kindButtons } from "./search-kinds.ts";
import { findAnswer } from "./search-index.ts";

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
const OFFLINE = "No tienes conexión. Lo que has escrito sigue aquí: cuando vuelva, lo buscamos.";
/** How long a search may take before it is said that there is one, in milliseconds. */
const MOMENT = 400;

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
  const slow = setTimeout(() => {
    if (!isOvertaken()) say(outlet, query, `Buscando «${query}»…`);
  }, MOMENT);
  const result = await findAnswer(query, () => !isOvertaken()).catch(() => "failed" as const);
  clearTimeout(slow);
  if (isOvertaken() || result === null) return;
  if (result === "failed") {
    show(navigator.onLine ? FAILURE : OFFLINE, [], [again(outlet)]);
    return;
  }
  const { answer: found, texts } = result;
  if (found.hits.length === 0) {
    const { better } = found;
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
  let kind: Kind | null = null;
  const hitsOfKind = (): Hit[] => found.hits.filter(({ page }) => kind === null || page.kind === kind);
  const draw = (): void => {
    const hits = hitsOfKind();
    const links = hits.slice(0, limit).map((hit) => hitLink(hit, found, texts.of(hit)));
    const kinds = kindButtons(found.hits, kind, (chosen) => {
      kind = chosen;
      void drawWithTexts();
      focusKind();
    });
    const isKindFocused = outlet.help.contains(document.activeElement);
    show(wordsFor(found, query, hits.length), links, [...outlet.help.querySelectorAll("a"), ...kinds]);
    if (isKindFocused) focusKind();
  };
  /** The buttons are new ones after every drawing. */
  const focusKind = (): void => {
    (outlet.help.querySelector<HTMLElement>("[aria-pressed=true]") ?? outlet.input).focus();
  };
  const drawWithTexts = async (): Promise<void> => {
    draw();
    const lacking = hitsOfKind()
      .slice(0, limit)
      .filter((hit) => !texts.of(hit));
    if (lacking.length === 0) return;
    await texts.fetch(lacking);
    if (!isOvertaken()) draw();
  };
  outlet.help.replaceChildren();
  void addFavours(outlet, query);
  await drawWithTexts();
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
  say({ note, spoken }, query, words);
  changed(links.length, query);
}

function say({ note, spoken }: Pick<Outlet, "note" | "spoken">, query: string, words: string): void {
  note.textContent = words;
  setTimeout(() => {
    if (note.textContent === words) spoken.textContent = query === "" ? "" : words;
  }, PAUSE);
}

/** What failed for want of a network is tried again as soon as there is one. */
function again(outlet: Outlet): HTMLElement {
  const retry = (): void => void showResults(outlet);
  if (!navigator.onLine) addEventListener("online", retry, { once: true });
  return button("Volver a probar", retry);
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
