/*
 * The only script that loads by itself: it fetches the rest the moment somebody needs it. Everything here is a convenience; each
 * page works without it.
 */
const find = (selector: string) => document.querySelector<HTMLElement>(selector);
/** Where something happened, or what that is in. */
const around = ({ target }: Event, selector: string) =>
  target instanceof Element && target.closest<HTMLElement>(selector);
const comments = () => import("./comments.ts");
const search = () => import("./search.ts");

const commentForm = document.querySelector<HTMLFormElement>("form[action$=comments]");
// Who wrote something in this tab sees it on the thread's own page, too. Without cookies a browser throws at who asks what it keeps.
const thread = find(navigator.cookieEnabled && sessionStorage.length ? "[data-thread]" : "[data-baked]");
const searchPage = find("[data-search-page]");

// Only some systems have a sheet of their own to share with.
if ("share" in navigator) find("[data-share]")?.parentElement?.removeAttribute("hidden");

// A form that came back: reading starts at what is wrong. `autofocus` does not work where the address has a fragment.
find(".errors")?.focus();

for (const form of document.querySelectorAll<HTMLFormElement>("form[method=post]")) {
  form.addEventListener(
    "focusin",
    () => {
      if (form === commentForm) void comments().then((all) => all.enhance(form));
      else void import("./leaving-form.ts").then((all) => all.enhanceForm(form));
    },
    { once: true },
  );
}

/** Each leads somewhere by itself, or does nothing without a script. */
addEventListener("click", (event) => {
  const pressed = around(event, "[data-search],[data-reply],[data-copy],[data-share]");
  if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { reply, copy, share } = pressed.dataset;
  if (reply && !commentForm) return;
  event.preventDefault();
  const done =
    reply && commentForm
      ? comments().then((all) => all.answer(commentForm, pressed))
      : copy || share
        ? import("./share.ts").then((all) => all.share(pressed))
        : openSearch();
  // Without a network the page that it leads to may still be at hand.
  done.catch(() => pressed instanceof HTMLAnchorElement && location.assign(pressed.href));
});

/** What is typed while the search is on its way. */
let early: string | undefined;
function openSearch(): Promise<void> {
  early ??= "";
  return search()
    .then((all) => all.openSearch(early))
    .finally(() => (early = undefined));
}
for (const sign of ["pointerover", "focusin"]) {
  addEventListener(sign, (event) => {
    if (around(event, "[data-search]")) void search().then((all) => all.prepareSearch());
  });
}
// A key opens it without any sign before.
if ("requestIdleCallback" in window) requestIdleCallback(() => void search());

addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey } = event;
  if (ctrlKey || metaKey) return;
  if (early !== undefined && key.length === 1) {
    early += key;
    event.preventDefault();
    return;
  }
  if (key !== "/") return;
  if (around(event, "input,textarea,select")) return;
  // Whoever finds the shortcut in the way has put it away in the search dialog.
  if ("sin-atajo" in localStorage) return;
  event.preventDefault();
  find("[data-search]")?.click();
});

if (searchPage) {
  const start = () => void import("./search-page.ts").then((all) => all.startSearchPage(searchPage));
  if (location.search) start();
  else searchPage.addEventListener("focusin", start, { once: true });
}

if (thread) {
  new IntersectionObserver(
    ([entry], observer) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      void comments().then((all) => all.refresh(thread));
    },
    { rootMargin: "600px" },
  ).observe(thread);
}

addEventListener("submit", (event) => {
  const form = around(event, "[data-vote]");
  const { submitter } = event;
  if (!(form instanceof HTMLFormElement)) return;
  event.preventDefault();
  import("./vote.ts")
    .then((all) => all.vote(form, submitter))
    .catch(() => {
      // The plain way, which says what is wrong.
      form.removeAttribute("data-vote");
      form.requestSubmit(submitter);
    });
});

/** An answer whose address was asked for is open. */
function reveal(): void {
  find("details:target")?.setAttribute("open", "");
}
reveal();
addEventListener("hashchange", reveal);
