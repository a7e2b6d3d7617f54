import styles from "../search/search.css?url";
import { createSearchDialog } from "./search-dialog.ts";
import { loadSearch } from "./search-index.ts";

let dialog: HTMLDialogElement | undefined;
let isDressed = false;

/** Somebody is about to search: all that it takes is fetched at once. */
export function prepareSearch(): void {
  loadSearch().catch(() => null);
  if (!isDressed) void addStyles();
  isDressed = true;
}

if (document.querySelector("[data-search-page]")) void import("./search-page.ts");

// This file is the first that a page loads once it stands, so that contents beside an article are looked after from here.
const contents = document.querySelector(".toc");
if (contents && getComputedStyle(contents).position === "sticky") void import("./contents.ts");

for (const sign of ["pointerover", "focusin"]) {
  addEventListener(sign, ({ target }) => {
    if (target instanceof Element && target.closest("[data-search]")) prepareSearch();
  });
}

/** Opens the search over the page, with what was typed before it was there; the search page has a field of its own. */
export function openSearch(typed: string | null): void {
  const field = document.querySelector<HTMLInputElement>(".search-page input");
  if (field) {
    field.focus();
    return;
  }
  prepareSearch();
  if (!dialog) {
    dialog = createSearchDialog();
    document.body.append(dialog);
  }
  dialog.showModal();
  const input = dialog.querySelector("input");
  input?.select();
  if (!input || !typed) return;
  input.value = typed;
  input.dispatchEvent(new Event("input"));
}

/**
 * The policy of a page names the styles that it was built with, and no others. A sheet made by a script needs no leave; if it can't
 * be fetched, an unstyled dialog is better than none.
 */
async function addStyles(): Promise<void> {
  const css = await fetch(styles).then(
    (response) => response.text(),
    () => "",
  );
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
