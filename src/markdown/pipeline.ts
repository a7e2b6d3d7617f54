import { noCode } from "./no-code.ts";
import { plainTables } from "./plain-tables.ts";
import { scrollingTables } from "./scrolling-tables.ts";
import { spanishHeadingIds } from "./spanish-heading-ids.ts";
import { termLinks } from "./term-links.ts";

/** How Markdown becomes HTML on every page: what Sätteri is given in `astro.config.mjs`. */
export const MARKDOWN = {
  mdastPlugins: [noCode],
  hastPlugins: [spanishHeadingIds, plainTables, scrollingTables, termLinks],
  features: {
    // Dashes and ellipses are made for the editor; quotes are not, because Spanish has « » and these would turn English.
    smartPunctuation: { quotes: false },
    gfm: {
      footnotes: {
        label: "Notas",
        backLabel: "Volver a la referencia {reference}",
        clobberPrefix: "nota-",
      },
    },
  },
};
