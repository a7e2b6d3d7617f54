/** Copies the address of the page, without what it points at, and says so on the button that was pressed. */
export async function copyLink(button: HTMLElement): Promise<void> {
  await navigator.clipboard.writeText(location.origin + location.pathname);
  button.textContent = button.dataset["copy"] ?? "";
  button.dataset["kind"] = "success";
}
