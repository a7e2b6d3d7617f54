import { prepareForm, renewFormId } from "./form.ts";
import { isOwnAnswer, ownMarkup } from "./own-markup.ts";

/** Swaps the comments that the page came with for those of now. What fails leaves them as they are. */
export async function refresh(thread: HTMLElement): Promise<void> {
  const response = await fetch(thread.dataset["thread"] ?? "");
  if (!isOwnAnswer(response, "text/html")) return;
  const list = ownMarkup(await response.text()).firstElementChild;
  // Whoever is in the middle of the list, answering or tabbing through it, keeps it.
  if (!list || thread.contains(document.activeElement)) return;
  if (list.isEqualNode(thread.firstElementChild)) return;
  thread.replaceChildren(list);
  const count = document.querySelector("[data-count-words]");
  if (count) count.textContent = list.getAttribute("data-words");
  // It may have brought what the address points at.
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

/** Brings the form below the comment that `link` answers; without one, back to its place. */
export function answer(form: HTMLFormElement, link?: HTMLElement): void {
  enhance(form);
  const { reply = "", name = "" } = link?.dataset ?? {};
  const section = form.closest("section");
  const title = section?.querySelector("h2");
  const cancel = form.querySelector<HTMLElement>("[data-cancel]");
  const parent = form.querySelector<HTMLInputElement>("[name=parent]");
  if (!section || !title || !cancel || !parent) return;
  parent.value = reply;
  cancel.hidden = !reply;
  cancel.onclick = () => answer(form);
  title.textContent = link ? `Respuesta a ${name}` : (title.dataset["title"] ?? "");
  (link?.closest("article") ?? document.querySelector("[data-home]"))?.append(section);
  if (link) form.querySelector("textarea")?.focus();
}

/** Sends and previews without leaving the page. What is refused goes the plain way, which shows each error in its place. */
export function enhance(form: HTMLFormElement): void {
  const output = form.querySelector("output");
  if (!output || form.dataset["live"]) return;
  form.dataset["live"] = "true";
  prepareForm(form);
  let isPlain = false;
  let isBusy = false;
  form.addEventListener("submit", (event) => {
    const { submitter } = event;
    if (isPlain) return;
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    say(output, "wait");
    fetch(submitter?.getAttribute("formaction") ?? form.action, {
      method: "POST",
      headers: { accept: "application/json" },
      body: new FormData(form),
    })
      .then(async (response) => {
        isPlain = !isOwnAnswer(response, "application/json");
        if (isPlain) form.requestSubmit(submitter);
        // Our own API, whose tests check what it answers: a schema would weigh more than this file.
        else show(form, output, (await response.json()) as { state?: string; html?: string });
      })
      .catch(() => say(output, "failed"))
      .finally(() => (isBusy = false));
  });
}

function show(
  form: HTMLFormElement,
  output: HTMLElement,
  { state, html }: { state?: string; html?: string },
): void {
  // The same safe HTML that the page shows without a script.
  output.replaceChildren(ownMarkup(html ?? ""));
  const text = form.querySelector("textarea");
  const thread = document.querySelector<HTMLElement>("[data-thread]");
  if (!state || !text) return;
  say(output, state);
  // Whoever wrote it reads it where it was typed, while nobody else does.
  const own = document.createElement("blockquote");
  own.textContent = text.value;
  if (state !== "approved") output.append(own);
  output.tabIndex = -1;
  output.focus();
  text.value = "";
  renewFormId(form);
  if (thread && state === "approved") void refresh(thread);
}

/** The kind of what is said, as notices have it; a preview and the wait have none. */
const KINDS: Readonly<Record<string, string>> = {
  unconfirmed: "info",
  held: "info",
  approved: "success",
  failed: "error",
};

/** The sentences travel with the form, where the rest of its words are. */
function say(output: HTMLElement, what: string): void {
  output.textContent = output.dataset[what] ?? "";
  if (KINDS[what]) output.dataset["kind"] = KINDS[what];
  else delete output.dataset["kind"];
}
