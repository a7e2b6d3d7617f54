import { type Errand, similarErrands } from "../domain/favours/errand.ts";
import { element } from "./elements.ts";

/** How long somebody has to stop typing before the title is looked at, in milliseconds. */
const PAUSE = 600;
const MOST = 3;

/** The examples of the categories choose theirs, and those that fit what is typed as the title are offered. */
export function enhanceErrands(form: HTMLFormElement): void {
  const list = form.querySelector<HTMLElement>("[data-errands]");
  const fitting = list?.querySelector<HTMLElement>(".errands-fitting");
  const title = form.elements.namedItem("title");
  const select = form.elements.namedItem("category");
  if (!list || !fitting || !(title instanceof HTMLInputElement) || !(select instanceof HTMLSelectElement))
    return;

  const choose = (category: string): void => {
    select.value = category;
    // Whoever looks on hears of it as if it had been chosen by hand.
    select.dispatchEvent(new Event("change", { bubbles: true }));
    fitting.replaceChildren(`Categoría elegida: ${select.selectedOptions[0]?.text ?? ""}.`);
    select.focus();
  };
  const button = ({ category, text }: Errand<string>, name: string): HTMLButtonElement => {
    const made = element("button", { type: "button", title: text }, name);
    made.onclick = () => choose(category);
    return made;
  };
  const errands = [...list.querySelectorAll<HTMLElement>("dd")].map((line) => {
    const errand = { category: line.dataset["category"] ?? "", text: line.textContent };
    line.replaceChildren(button(errand, errand.text));
    return errand;
  });
  const nameOf = (category: string): string =>
    [...select.options].find(({ value }) => value === category)?.text ?? category;

  let timer: ReturnType<typeof setTimeout>;
  const look = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // Whoever has chosen knows.
      if (select.value) return;
      const found = similarErrands(title.value, errands, MOST);
      if (found.length === 0) fitting.replaceChildren();
      else
        fitting.replaceChildren(
          "Parece de:",
          ...found.map((errand) => button(errand, nameOf(errand.category))),
        );
    }, PAUSE);
  };
  title.addEventListener("input", look);
  select.addEventListener("change", () => fitting.replaceChildren());
  if (title.value) look();
}
