/*
 * The only script that loads by itself: it fetches the rest the moment somebody needs it. Everything here is a convenience; each
 * page works without it.
 */
const find = (selector: string) => document.querySelector<HTMLElement>(selector);
/** Where something happened, or what that is in. The document itself is in nothing and has no `closest`. */
const around = ({ target }: Event, selector: string) =>
  (target as Partial<Element>).closest?.<HTMLElement>(selector);
const comments = () => import("./comments.ts");
const searching = () => import("./search.ts");

const commentForm = find("form[action$=comments]") as HTMLFormElement | null;
// Who wrote something in this tab sees it on the thread's own page, too. Without cookies a browser throws at who asks what it keeps.
const thread = find(navigator.cookieEnabled && sessionStorage.length ? "[data-thread]" : "[data-baked]");

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
  const { reply } = pressed.dataset;
  if (reply && !commentForm) return;
  event.preventDefault();
  const done =
    reply && commentForm
      ? comments().then((all) => all.answer(commentForm, pressed))
      : "search" in pressed.dataset
        ? openSearch()
        : import("./share.ts").then((all) => all.share(pressed));
  // Without a network the page that it leads to may still be at hand.
  done.catch(() => pressed instanceof HTMLAnchorElement && location.assign(pressed.href));
});

// It fetches the rest as soon as somebody comes near.
addEventListener("load", () => void searching());

/** What is typed while the search is on its way. */
let early: string | null = null;
const openSearch = () => {
  early = "";
  return searching().then((all) => {
    all.openSearch(early);
    early = null;
  });
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey) return;
  if (early !== null && event.key.length === 1) early += event.key;
  // Whoever finds the shortcut in the way has put it away in the search dialog.
  else if (event.key === "/" && !find(":focus:is(input,textarea,select)") && !("sin-atajo" in localStorage))
    find("[data-search]")?.click();
  else return;
  event.preventDefault();
});

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
  // Only forms are asked for.
  const form = around(event, "[data-vote]") as HTMLFormElement | null | undefined;
  if (!form) return;
  event.preventDefault();
  import("./vote.ts")
    .then((all) => all.vote(form, event.submitter))
    .catch(() => {
      // The plain way, which says what is wrong.
      delete form.dataset["vote"];
      form.requestSubmit(event.submitter);
    });
});

/** An answer whose address was asked for is open. */
const reveal = () => find("details:target")?.setAttribute("open", "");
reveal();
addEventListener("hashchange", reveal);
