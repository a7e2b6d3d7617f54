import type { DefinedTermSet } from "schema-dts";
import { SITE } from "../site.ts";

interface ShownTerm {
  readonly id: string;
  readonly term: string;
  readonly alternatives: readonly string[];
  readonly definition: string;
}

/** The glossary; `path` is its page, where each term has its id as a fragment. */
export function definedTerms(
  { name, path }: { readonly name: string; readonly path: string },
  terms: readonly ShownTerm[],
  site: URL,
): DefinedTermSet {
  const url = new URL(path, site).href;
  return {
    "@type": "DefinedTermSet",
    "@id": `${url}#glosario`,
    url,
    name,
    inLanguage: SITE.language,
    hasDefinedTerm: terms.map(({ id, term, alternatives, definition }) => ({
      "@type": "DefinedTerm",
      url: `${url}#${id}`,
      name: term,
      ...(alternatives.length > 0 && { alternateName: alternatives }),
      description: definition,
    })),
  };
}
