import { meantEmail } from "../domain/people/mistyped.ts";
import { element } from "./elements.ts";

/** How long somebody has to stop typing before the address is looked at, in milliseconds. */
const PAUSE = 900;

/**
 * Asks below the field whether another address was meant; one press puts it in. Only after a pause: what appears when the field is left
 * would move the button that is being pressed.
 */
export function askBelow(input: HTMLInputElement): void {
  const question = element("p", { class: "field-warning", role: "status" });
  input.closest(".field")?.append(question);
  let timer: ReturnType<typeof setTimeout>;
  const look = (): void => {
    const meant = meantEmail(input.value.trim());
    question.textContent = "";
    if (meant === null) return;
    const use = element("button", { type: "button", class: "field-fix" }, `Usar ${meant}`);
    use.onclick = () => {
      input.value = meant;
      input.focus();
      look();
    };
    question.append("¿Querías poner otra dirección? ", use);
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  // What was typed while this file was on its way.
  timer = setTimeout(look, PAUSE);
}
