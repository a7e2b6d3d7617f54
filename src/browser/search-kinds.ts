import type { Hit } from "../search/engine.ts";
import type { Kind } from "../search/pages.ts";
import { element } from "./elements.ts";

export const KIND_NAMES: Readonly<Record<Kind, { readonly one: string; readonly many: string }>> = {
  article: { one: "Artículo", many: "Artículos" },
  question: { one: "Pregunta frecuente", many: "Preguntas" },
  term: { one: "Glosario", many: "Glosario" },
  map: { one: "Mapa", many: "Mapas" },
  resource: { one: "Plantilla", many: "Plantillas" },
  page: { one: "Página del sitio", many: "El sitio" },
};

/** With fewer results there is nothing to choose from. */
const MIN_HITS = 4;

/** One button for each kind of result, with how many there are; pressed again, it shows all of them. */
export function kindButtons(
  hits: readonly Hit[],
  chosen: Kind | null,
  choose: (kind: Kind | null) => void,
): HTMLElement[] {
  const counts = Map.groupBy(hits, ({ page }) => page.kind);
  if (hits.length < MIN_HITS || counts.size < 2) return [];
  return [...counts].map(([kind, own]) => {
    const made = element(
      "button",
      { class: "search-try", type: "button", "aria-pressed": String(kind === chosen) },
      `${KIND_NAMES[kind].many} ${String(own.length)}`,
    );
    made.addEventListener("click", () => choose(kind === chosen ? null : kind));
    return made;
  });
}
