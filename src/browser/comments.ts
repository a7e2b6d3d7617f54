import { prepareForm, renewFormId } from "./form.ts";
import { isOwnAnswer, ownMarkup } from "./own-markup.ts";

/** What our own API answers; its tests check that, and a schema would weigh more than this file. */
interface Answer {
  readonly id?: string;
  readonly state?: string;
  readonly editKey?: string;
  readonly html?: string;
  readonly message?: string;
  readonly fields?: Readonly<Record<string, { readonly message: string }>>;
}

/**
 * The keys of the comments that were written in this tab, by their ids. Without cookies a browser throws at who asks what it keeps: there
 * they last as long as the page.
 */
const keys: Record<string, string> = navigator.cookieEnabled ? sessionStorage : {};
/** What the pressed link says of the comment that is being corrected: the fields of its form. */
let own: DOMStringMap | undefined;
/** What was being written when that began. */
let draft = "";
let isBusy = false;

/** Swaps the comments that the page came with for those of now, with one's own that wait. What fails leaves them as they are. */
export async function refresh(thread: HTMLElement): Promise<void> {
  const all = JSON.stringify(keys);
  // Without a key it is the copy that everybody gets.
  const response = await fetch(`${thread.dataset["thread"] ?? ""}${all[2] ? "&propio" : ""}`, {
    headers: { "edit-keys": all },
  });
  if (!isOwnAnswer(response, "text/html")) return;
  const list = ownMarkup(await response.text()).firstElementChild;
  // Whoever is in the middle of the list, answering or tabbing through it, keeps it.
  if (!list || thread.querySelector(":focus,form")) return;
  if (list.isEqualNode(thread.firstElementChild)) return;
  thread.replaceChildren(list);
  const count = document.querySelector("[data-count-words]");
  if (count) count.textContent = list.getAttribute("data-words");
  // It may have brought what the address points at. One's own comment takes the focus, too.
  const target = document.getElementById(location.hash.slice(1));
  target?.scrollIntoView();
  target?.focus();
}

/** Brings the form below the comment that `link` answers or corrects; without one, back to its place. */
export function answer(form: HTMLFormElement, link?: HTMLElement): void {
  enhance(form);
  const { reply = "", action } = link?.dataset ?? {};
  const section = form.closest("section");
  const title = section?.querySelector("h2");
  const text = form.querySelector("textarea");
  const cancel = form.querySelector<HTMLElement>("[data-cancel]");
  const parent = form.querySelector<HTMLInputElement>("[name=parent]");
  if (!section || !title || !text || !cancel || !parent) return;
  if (own) text.value = draft;
  own = action ? link?.dataset : undefined;
  draft = text.value;
  text.value = own?.["text"] ?? draft;
  form.action = "/api/comments" + (own ? `/${reply}` : "");
  parent.value = reply;
  cancel.hidden = !reply;
  cancel.onclick = () => answer(form);
  // "Responder a Ana", "Corregir tu comentario".
  title.textContent = link?.textContent ?? title.dataset["title"] ?? "";
  (link?.closest("article") ?? document.querySelector("[data-home]"))?.append(section);
  if (link) text.focus();
  if (action !== "delete") return;
  if (confirm(`¿${title.innerText}?`)) form.requestSubmit();
  else answer(form);
}

/** Sends and previews without leaving the page. What is refused goes the plain way, which shows each error in its place. */
export function enhance(form: HTMLFormElement): void {
  const output = form.querySelector("output");
  if (!output || form.onsubmit) return;
  prepareForm(form);
  form.onsubmit = (event) => {
    const { submitter } = event;
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    say(output, "wait");
    const body = new FormData(form);
    for (const name in own) if (!body.has(name)) body.set(name, own[name] ?? "");
    fetch(submitter?.getAttribute("formaction") ?? form.action, {
      method: "POST",
      headers: { accept: "application/json" },
      body,
    })
      .then(async (response) => {
        if (isOwnAnswer(response, "application/json")) show(form, output, (await response.json()) as Answer);
        // A correction has one field, and only this tab has its key.
        else if (own) say(output, "failed", "error", whyNot((await response.json()) as Answer));
        else {
          form.onsubmit = null;
          form.requestSubmit(submitter);
        }
      })
      .catch(() => say(output, "failed", "error"))
      .finally(() => (isBusy = false));
  };
}

function whyNot({ message, fields }: Answer): string | undefined {
  return fields?.["text"]?.message ?? message;
}

function show(form: HTMLFormElement, output: HTMLElement, { id, state, editKey, html }: Answer): void {
  // The same safe HTML that the page shows without a script.
  output.replaceChildren(...ownMarkup(html ?? "").childNodes);
  const text = form.querySelector("textarea");
  const thread = document.querySelector<HTMLElement>("[data-thread]");
  if (!state || !text) return;
  // Whoever wrote it reads it where it will stand, while nobody else does.
  location.hash = `c-${id ?? ""}`;
  if (!own) text.value = "";
  answer(form);
  say(output, state, state === "approved" ? "success" : "info");
  output.focus();
  renewFormId(form);
  if (id && editKey) keys[id] = editKey;
  if (thread) void refresh(thread);
}

/** `kind` as notices have it. The sentences travel with the form, where the rest of its words are. */
function say(output: HTMLElement, what: string, kind = "", sentence = output.dataset[what]): void {
  output.textContent = sentence ?? "";
  output.dataset["kind"] = kind;
}
