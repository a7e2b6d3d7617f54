/*
 * Keys for who has a queue to get through. They work while the focus is on the queue and never while somebody types (WCAG 2.1.4), and can
 * be switched off. Everything they do is a button of the page.
 */
const OFF = "sin-teclas-de-moderar";
const queue = document.querySelector<HTMLElement>("[data-queue]");
const keys = document.querySelector<HTMLElement>("[data-keys]");
const isOn = document.querySelector<HTMLInputElement>("#usar-teclas");
const sheet = document.querySelector<HTMLDetailsElement>("#teclas");

if (queue && keys && isOn) {
  keys.hidden = false;
  isOn.checked = !(OFF in localStorage);
  isOn.addEventListener("change", () => {
    if (isOn.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  });
  queue.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (!isOn.checked || ctrlKey || metaKey || altKey || !(target instanceof Element)) return;
    if (target.matches("textarea, select, input:not([type=checkbox])")) return;
    const thing = target.closest<HTMLElement>("[data-thing]");
    if (press(key, thing)) event.preventDefault();
  });
  // The first of the queue is a press of Tab away.
  queue.querySelector<HTMLElement>("[data-thing]")?.setAttribute("tabindex", "0");
}

/** Whether the key is one of the queue's. */
function press(key: string, thing: HTMLElement | null): boolean {
  switch (key) {
    case "j":
      return focusOn(thing?.nextElementSibling ?? null);
    case "k":
      return focusOn(thing?.previousElementSibling ?? null);
    case "a":
      return click(thing, "[value=approve], [value=settle]");
    case "s":
      return click(thing, "[value=spam]");
    case "d":
      return click(thing, "[value=dismiss]");
    case "u":
      return click(thing, "[value=uphold]");
    case "x":
      return click(thing, "input[type=checkbox]");
    case "r":
      return openReason(thing);
    case "?":
      if (sheet) sheet.open = !sheet.open;
      return sheet !== null;
    default:
      return false;
  }
}

function focusOn(thing: Element | null): boolean {
  if (thing instanceof HTMLElement) thing.focus();
  return true;
}

function click(thing: HTMLElement | null, button: string): boolean {
  thing?.querySelector<HTMLElement>(button)?.click();
  return true;
}

function openReason(thing: HTMLElement | null): boolean {
  const reason = thing?.querySelector<HTMLTextAreaElement>("textarea[name=reason]");
  const fold = reason?.closest("details");
  if (fold) fold.open = true;
  reason?.focus();
  return true;
}
