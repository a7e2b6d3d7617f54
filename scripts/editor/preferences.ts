/** Where the editor keeps what somebody prefers. */
const PREFERENCES = "sveltia-cms.prefs";
/** The only Spanish that it speaks. */
const LOCALE = "es-CO";

// The editor reads them as soon as it is loaded, so this comes before. It would speak the browser's language; and Escape, which closes
// lists and dialogs, would close the text as well.
localStorage.setItem(
  PREFERENCES,
  JSON.stringify({ ...preferences(), locale: LOCALE, closeWithEscape: false }),
);

function preferences(): object {
  const kept: unknown = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
  return typeof kept === "object" && kept !== null ? kept : {};
}
