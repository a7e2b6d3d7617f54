import { prepareForm } from "./form.ts";

/** What a form gets that leaves the page: one press, one answer. */
export function enhanceForm(form: HTMLFormElement): void {
  prepareForm(form);
  // A vote stays on its page.
  if (form.hasAttribute("data-vote")) return;
  if (form.dataset["public"]) void import("./contact-warning.ts").then((all) => all.warnIn(form));
  if (form.querySelector("[data-errands]"))
    void import("./errands.ts").then((all) => all.enhanceErrands(form));
  const preview = form.querySelector<HTMLElement>("[data-preview]");
  if (preview) void import("./ticket-preview.ts").then((all) => all.previewIn(form, preview));
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  // Back from the page that answered: it may be sent again.
  addEventListener("pageshow", () => (sent = false));
}
