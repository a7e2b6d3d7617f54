/** Licences that pictures come under, with the page that says what they allow. */
const LICENCE_PAGES: Readonly<Record<string, string>> = {
  "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/deed.es",
  "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/deed.es",
  "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/deed.es",
};

/** Null for one that has no page of its own, such as a permission given by its author. */
export function licencePage(licence: string): string | null {
  return LICENCE_PAGES[licence] ?? null;
}
