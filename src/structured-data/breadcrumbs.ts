import type { BreadcrumbList } from "schema-dts";

interface Crumb {
  readonly text: string;
  /** The page itself, which comes last, has none. */
  readonly href?: string | undefined;
}

/** Where a page hangs, from the home page down to itself, as its breadcrumbs show it. */
export function breadcrumbList(crumbs: readonly Crumb[], site: URL): BreadcrumbList {
  return {
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ text, href }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: text,
      ...(href !== undefined && { item: new URL(href, site).href }),
    })),
  };
}
