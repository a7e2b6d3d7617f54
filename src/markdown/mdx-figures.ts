import { mdxToMdast, type MdastNode } from "satteri";

/** Where a picture of a text comes from. */
export interface FigureCredit {
  readonly source: string;
  readonly licence: string;
}

/** The credits of the figures in an MDX body, each once, in order. */
export function figureCredits(body: string): FigureCredit[] {
  const credits = new Map<string, FigureCredit>();
  const visit = (node: MdastNode): void => {
    if (node.type === "mdxJsxFlowElement" && node.name === "Figure") {
      const written = (name: string): string => {
        const found = node.attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === name);
        return typeof found?.value === "string" ? found.value : "";
      };
      const credit = { source: written("source"), licence: written("licence") };
      if (credit.source) credits.set(`${credit.source}\n${credit.licence}`, credit);
    }
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(mdxToMdast(body));
  return [...credits.values()];
}
