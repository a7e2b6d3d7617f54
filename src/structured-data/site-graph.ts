import type { Graph, Organization, Thing, WebSite } from "schema-dts";
import { SITE } from "../site.ts";

/**
 * Structured data (schema.org, JSON-LD) say what the page shows and nothing else: whoever changes a builder of this room may
 * only use what its page shows too. A test compares every word of the graph with the page.
 */
export function graphOf(nodes: readonly Thing[]): Graph {
  return { "@context": "https://schema.org", "@graph": nodes };
}

/** The site and who makes it: on every page that may be listed, because its header and footer say both. */
export function siteNodes(site: URL): [WebSite, Organization] {
  return [
    {
      "@type": "WebSite",
      "@id": new URL("/#sitio", site).href,
      url: new URL("/", site).href,
      name: SITE.name,
      inLanguage: SITE.language,
      publisher: organization(site),
    },
    {
      "@type": "Organization",
      ...organization(site),
      name: SITE.name,
      url: new URL("/", site).href,
      email: SITE.email,
      logo: new URL("/apple-touch-icon.png", site).href,
    },
  ];
}

/** For a node that points to who makes the site. */
export function organization(site: URL): { "@id": string } {
  return { "@id": new URL("/#makethejobs", site).href };
}
