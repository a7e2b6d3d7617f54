import CMS, { type CmsConfig } from "@sveltia/cms";
import { COMPONENT_FORMS } from "./component-forms.ts";
import { FORMATS, mdxFormat, yamlFormat } from "./formats.ts";
import { CONFIG_ID } from "./page.ts";

/** Where the editor keeps what somebody prefers. */
const PREFERENCES = "sveltia-cms.prefs";
/** The only Spanish that it speaks. */
const LOCALE = "es-CO";

// The page of the web editor: what it edits stands in the page itself, so that nothing else is asked for.
// It would speak the browser's language.
localStorage.setItem(PREFERENCES, JSON.stringify({ ...preferences(), locale: LOCALE }));
const written = document.getElementById(CONFIG_ID)?.textContent ?? "{}";
const read: string[] = [];
CMS.registerCustomFormat(FORMATS.mdx, "mdx", mdxFormat(read));
CMS.registerCustomFormat(FORMATS.yaml, "yaml", yamlFormat(read));
for (const form of COMPONENT_FORMS) CMS.registerEditorComponent(form);
void CMS.init({ config: JSON.parse(written) as CmsConfig });

function preferences(): object {
  const kept: unknown = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
  return typeof kept === "object" && kept !== null ? kept : {};
}
