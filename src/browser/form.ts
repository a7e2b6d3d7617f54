/** How long somebody has to stop typing before a count changes, in milliseconds: it is spoken, and must not talk over typing. */
const PAUSE = 600;

/** What every form gets: an id that makes it count once, counts while typing, and a look at the address. */
export function prepareForm(form: HTMLFormElement): void {
  if (!form.querySelector("[name=formId]")) renewFormId(form);
  for (const field of form.querySelectorAll<HTMLElement>("[data-count]")) countIn(field);
  const email = form.querySelector<HTMLInputElement>("[name=email]");
  if (!email) return;
  const check = (): void => {
    email.oninput = null;
    void import("./email-check.ts").then((all) => all.askBelow(email));
  };
  whenTyped(email, check);
}

/** Static and cached pages carry no form id, since it would be everybody's. */
export function renewFormId(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>("[name=formId]") ?? document.createElement("input");
  input.type = "hidden";
  input.name = "formId";
  input.value = crypto.randomUUID();
  form.append(input);
}

/** Counts down below a field, politely. */
function countIn(field: HTMLElement): void {
  const input = field.querySelector<HTMLInputElement>("input,textarea");
  const note = field.querySelector<HTMLElement>(".field-count");
  let timer: ReturnType<typeof setTimeout>;
  if (!input || !note) return;
  const count = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const left = Number(field.dataset["count"]) - Array.from(input.value.trim()).length;
      note.textContent = `${left < 0 ? "Sobran" : "Quedan"} ${Math.abs(left)} caracteres.`;
    }, PAUSE);
  };
  whenTyped(input, count);
}

function whenTyped(input: HTMLInputElement | HTMLTextAreaElement, look: () => void): void {
  input.oninput = look;
  // Somebody began to type while this file was on its way.
  if (input === document.activeElement && input.value) look();
}
