/**
 * Hands the address of the page, without what it points at, to the system's own sheet, or copies it and says so on the button that was
 * pressed. A button may name another path: that of a short address.
 */
export async function share(button: HTMLElement): Promise<void> {
  const { share: title, copy = "", path = location.pathname } = button.dataset;
  const url = location.origin + path;
  if (title) {
    // Whoever closes the sheet again has shared nothing, which is no fault.
    await navigator.share({ title, url }).catch(() => undefined);
    return;
  }
  await navigator.clipboard.writeText(url);
  button.textContent = copy;
  button.dataset["kind"] = "success";
}
