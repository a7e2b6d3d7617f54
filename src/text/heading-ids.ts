import { slugify } from "./slug.ts";

/**
 * Gives the headings of one document their ids, in order: ASCII («Qué publicar» → `que-publicar`), and numbered when one
 * repeats. HTML allows an id to begin with a digit; CSS selectors don't, so «1. Escuchar» is `escuchar`.
 */
export function createHeadingIds(): (heading: string) => string {
  const uses = new Map<string, number>();
  return (heading) => {
    const base = slugify(heading).replace(/^[\d-]+/, "") || "apartado";
    const use = (uses.get(base) ?? 0) + 1;
    uses.set(base, use);
    return use === 1 ? base : `${base}-${use}`;
  };
}
