import { element } from "./elements.ts";
import { showResults, type Outlet } from "./search-results.ts";

const MAX_SHOWN = 40;
/** Browsers refuse to have the address changed with every letter. In milliseconds. */
const PAUSE = 300;

/** Brings the search page to life: results as one types, and an address that can be shared and gone back to. */
function startSearchPage(page: HTMLElement): void {
  const part = (selector: string): HTMLElement => {
    const found = page.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The search page has no ${selector}`);
    return found;
  };
  const input = page.querySelector("input");
  if (!input) throw new Error("The search page has no field");
  const browse = part(".search-browse");
  const outlet: Outlet = {
    input,
    list: part(".search-hits"),
    note: part(".search-note"),
    spoken: part("[role=status]"),
    help: part(".search-tries"),
    limit: MAX_SHOWN,
    welcome: "",
    entry: (link) => element("li", {}, link),
    changed(_shown, query) {
      browse.hidden = query !== "";
    },
  };
  const address = (): string =>
    input.value.trim() ? `?${new URLSearchParams({ q: input.value.trim() })}` : location.pathname;
  const read = (): void => {
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    void showResults(outlet);
  };

  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => history.replaceState(null, "", address()), PAUSE);
    void showResults(outlet);
  });
  // Whoever presses Enter means this search: going back leads to the one before.
  part("form").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    history.pushState(null, "", address());
    void showResults(outlet);
  });
  addEventListener("popstate", read);
  // What was typed before this script came counts more than the address.
  if (input.value) void showResults(outlet);
  else read();
}

const page = document.querySelector<HTMLElement>("[data-search-page]");
if (page) startSearchPage(page);
