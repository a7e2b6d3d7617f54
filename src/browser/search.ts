import styles from "../search/search.css?url";
import { createSearchDialog } from "./search-dialog.ts";
import { loadSearch } from "./search-index.ts";

let dialog: HTMLDialogElement | undefined;

/** Opens the search over the page; the search page has a field of its own. */
export async function openSearch(): Promise<void> {
  const field = document.querySelector<HTMLInputElement>(".search-page input");
  if (field) {
    field.focus();
    return;
  }
  // While the first word is being typed.
  loadSearch().catch(() => null);
  if (!dialog) {
    await addStyles();
    dialog = createSearchDialog();
    document.body.append(dialog);
  }
  dialog.showModal();
  dialog.querySelector("input")?.select();
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
