import { findContactData, type ContactKind } from "../language/contact-data.ts";

const NAMES: Readonly<Record<ContactKind, string>> = {
  email: "un correo",
  phone: "un teléfono",
  iban: "un número de cuenta",
  handle: "un usuario de mensajería",
};
/** How long somebody has to stop typing before the text is looked at, in milliseconds. */
const PAUSE = 700;

/** Warns while one types contact data into what everybody will read; publishing masks them in any case. */
export function warnIn(form: HTMLFormElement): void {
  for (const name of (form.dataset["public"] ?? "").split(" ")) {
    const input = form.elements.namedItem(name);
    if (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) warnBelow(input);
  }
}

function warnBelow(input: HTMLInputElement | HTMLTextAreaElement): void {
  const warning = document.createElement("p");
  warning.className = "field-warning";
  warning.role = "status";
  input.closest(".field")?.append(warning);
  let timer: ReturnType<typeof setTimeout>;
  const look = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const kinds = new Set(findContactData(input.value).map(({ kind }) => NAMES[kind]));
      warning.textContent = kinds.size > 0 ? sentence([...kinds]) : "";
    }, PAUSE);
  };
  input.addEventListener("input", look);
  // What was typed while this file was on its way, or into the form that came back.
  if (input.value) look();
}

function sentence(kinds: readonly string[]): string {
  const list = new Intl.ListFormat("es").format(kinds);
  return `Parece que has escrito ${list}. Al publicarlo lo taparemos: tu contacto solo se da a la persona que aceptes.`;
}
