import "./preferences.ts";
import CMS, { type CmsConfig } from "@sveltia/cms";
import { COMPONENT_FORMS } from "./component-forms.ts";
import { FORMATS, mdxFormat, yamlFormat } from "./formats.ts";
import { CONFIG_ID } from "./page.ts";

// The page of the web editor: what it edits stands in the page itself, so that nothing else is asked for.
const written = document.getElementById(CONFIG_ID)?.textContent ?? "{}";
const read: string[] = [];
CMS.registerCustomFormat(FORMATS.mdx, "mdx", mdxFormat(read));
CMS.registerCustomFormat(FORMATS.yaml, "yaml", yamlFormat(read));
for (const form of COMPONENT_FORMS) {
  CMS.registerEditorComponent(form);
  // Before saving it looks for what has to be written by this name (0.221.1), and finding nothing it would ask for nothing.
  CMS.registerEditorComponent({ ...form, id: `x-${form.id}` });
}
void CMS.init({ config: JSON.parse(written) as CmsConfig });
