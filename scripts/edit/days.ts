/** Today in Spain, as `YYYY-MM-DD`. */
export function spanishDay(): string {
  return new Date().toLocaleDateString("en-CA", { timeZone: "Europe/Madrid" });
}
