import { formatMoney } from "../copy/format.ts";
import { deadlineWords, isLongAmount, placeWords } from "../copy/ticket-words.ts";
import { parseAmount } from "../domain/favours/amount.ts";
import { maskContactData } from "../language/contact-data.ts";

/** Keeps the ticket of a form as the form is: what is typed is shown as it would be published. */
export function previewIn(form: HTMLFormElement, preview: HTMLElement): void {
  const ticket = preview.querySelector<HTMLElement>(".ticket");
  const parts = preview.querySelector("template")?.content;
  const stub = ticket?.querySelector(".ticket-stub");
  if (!ticket || !parts || !stub) return;
  const [category, title, place, deadline] = [
    ".job-top span",
    ".job-title span",
    "li span",
    "li + li span",
  ].map((selector) => ticket.querySelector(selector));
  const untold = [category, title, place].map((part) => part?.textContent ?? "");
  const noReward = stub.querySelector(".reward")?.cloneNode(true);

  const copyOf = (selector: string): Element | undefined => {
    const part = parts.querySelector(selector)?.firstElementChild?.cloneNode(true);
    return part instanceof Element ? part : undefined;
  };
  const draw = (): void => {
    const values = new FormData(form);
    const typed = (name: string): string => {
      const value = values.get(name);
      return typeof value === "string" ? maskContactData(value.trim()) : "";
    };
    const chosen = (name: string): string | undefined => {
      const field = form.elements.namedItem(name);
      return field instanceof HTMLSelectElement && field.value ? field.selectedOptions[0]?.text : undefined;
    };
    write(category, chosen("category") ?? untold[0]);
    write(title, typed("title") || untold[1]);
    write(place, placeWords(chosen("place") ?? untold[2] ?? "", typed("town")));
    write(deadline, deadlineWords(typed("deadline")));
    ticket.dataset["tint"] = typed("category");
    const reward = copyOf(`[data-reward="${typed("rewardKind")}"]`);
    const amount = parseAmount(typed("rewardAmount"));
    const sum = amount.ok ? formatMoney(amount.value) : "… €";
    write(reward?.querySelector(".reward-amount"), sum);
    reward?.querySelector(".reward-amount")?.classList.toggle("reward-long", isLongAmount(sum));
    write(reward?.querySelector(".reward-text"), typed("rewardText"));
    stub.replaceChildren(
      ...[copyOf(`[data-stamp="${typed("category")}"]`), reward ?? noReward].filter(
        (part) => part !== undefined,
      ),
    );
  };
  form.addEventListener("input", draw);
  // What the browser kept of an earlier visit, or a script chose.
  form.addEventListener("change", draw);
  draw();
  preview.dataset["live"] = "";
}

function write(part: Element | null | undefined, text: string | undefined): void {
  if (part && text !== undefined && part.textContent !== text) part.textContent = text;
}
