import { element } from "./elements.ts";
import { showResults, type Outlet } from "./search-results.ts";
import { shortcutSwitch } from "./search-shortcut.ts";

const MAX_SHOWN = 10;

/**
 * A combobox with its list in a dialog: the focus stays in the field, and arrows say which result is meant
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The browser keeps the focus inside, closes on Esc and gives it back.
 */
export function createSearchDialog(): HTMLDialogElement {
  const { dialog, all, close, ...parts } = createParts();
  const { input, list } = parts;
  let active = -1;

  function activate(at: number): void {
    active = at;
    for (const [place, option] of [...list.children].entries()) option.ariaSelected = String(place === at);
    const option = list.children[at];
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  const outlet: Outlet = {
    ...parts,
    limit: MAX_SHOWN,
    welcome: "Busca en los artículos, las preguntas, el glosario, los mapas y las plantillas. Por ejemplo:",
    entry(link, at) {
      link.id = `buscador-${at}`;
      link.role = "option";
      link.tabIndex = -1;
      return link;
    },
    changed(shown) {
      input.ariaExpanded = String(shown > 0);
      all.hidden = shown === 0;
      // The same results may have come again, with their texts.
      activate(active < shown ? active : -1);
    },
  };

  input.addEventListener("input", () => {
    active = -1;
    void showResults(outlet);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const option = list.children[active];
    if (event.key === "Enter" && option instanceof HTMLElement) option.click();
    else if (step !== 0) activate(nextOf(active, step, list.children.length));
    else return;
    event.preventDefault();
  });
  close.addEventListener("click", () => dialog.close());
  // A result may be on this very page.
  list.addEventListener("click", () => dialog.close());
  // Beside the dialog means the page.
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  void showResults(outlet);
  return dialog;
}

/** Round and round, by way of the field itself (-1). */
function nextOf(active: number, step: number, count: number): number {
  return ((active + 1 + step + count + 1) % (count + 1)) - 1;
}

function createParts() {
  const input = element("input", {
    class: "search-input",
    id: "buscador",
    name: "q",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": "buscador-resultados",
    "aria-autocomplete": "list",
    autocomplete: "off",
    autocapitalize: "none",
    enterkeyhint: "search",
  });
  const list = element("div", { id: "buscador-resultados", role: "listbox", "aria-label": "Resultados" });
  const note = element("p", { class: "search-note" });
  const spoken = element("p", { class: "visually-hidden", role: "status" });
  const help = element("div", { class: "search-tries" });
  const close = element("button", { class: "search-close", type: "button" }, "Cerrar");
  const form = element(
    "form",
    { class: "search-bar", id: "buscador-formulario", action: "/buscar/", role: "search" },
    element("label", { for: input.id }, "Buscar en Makethejobs"),
    input,
    close,
  );
  const all = element("button", { class: "search-all", form: form.id }, "Ver todos los resultados");
  const dialog = element(
    "dialog",
    { class: "search-dialog", "aria-label": "Buscar" },
    form,
    element("div", { class: "search-body" }, note, help, list),
    element("div", { class: "search-foot" }, all, keyWords()),
    spoken,
  );
  return { dialog, input, list, note, spoken, help, all, close };
}

function keyWords(): HTMLElement {
  const key = (name: string): HTMLElement => element("kbd", {}, name);
  const words = [key("↑"), " ", key("↓"), " elegir · ", key("Intro"), " ir · ", key("Esc"), " cerrar · "];
  return element("span", { class: "search-keys" }, ...words, shortcutSwitch());
}
