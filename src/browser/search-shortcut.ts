import { element } from "./elements.ts";

/** `start.ts` asks for it. */
const OFF = "sin-atajo";

/** Shortcuts of one key are in the way of who dictates, so that this one can be put away (WCAG 2.1.4). */
export function shortcutSwitch(): HTMLElement {
  const made = element("button", { class: "search-shortcut", type: "button" });
  const isOff = (): boolean => OFF in localStorage;
  const say = (): void => {
    made.textContent = isOff() ? "Activar el atajo «/»" : "Quitar el atajo «/»";
  };
  try {
    say();
  } catch {
    // A browser that keeps nothing can't keep this either.
    made.hidden = true;
  }
  made.addEventListener("click", () => {
    if (isOff()) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "");
    say();
  });
  return made;
}
