import { z } from "astro/zod";

/** One line of an outline and what hangs from it. */
export interface OutlineNode {
  /** What the node says; short, because it has to fit in a drawing. */
  readonly text: string;
  /** A sentence more, shown in the written version only. */
  readonly note?: string | undefined;
  readonly url?: string | undefined;
  /** The page linked is old and may no longer be there; the map says so. */
  readonly archived?: boolean | undefined;
  /** The link is a video. */
  readonly video?: boolean | undefined;
  readonly children?: readonly OutlineNode[] | undefined;
}

/** An outline node as editors write it in YAML. */
export const outlineNode: z.ZodType<OutlineNode> = z.strictObject({
  text: z.string().min(2).max(80).describe("Lo que se lee en el dibujo"),
  note: z.string().optional().describe("Una frase más, que solo sale en la versión escrita"),
  url: z.url().optional().describe("Adónde lleva, con https://"),
  archived: z.boolean().optional().describe("La página es antigua y puede que ya no esté"),
  video: z.boolean().optional().describe("Lleva a un vídeo"),
  get children() {
    return z.array(outlineNode).optional().describe("Lo que cuelga de esta rama, en orden");
  },
});

/** Every node, whatever its depth, in reading order. */
export function allNodes(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children ?? [])]);
}

export function countNodes(nodes: readonly OutlineNode[]): number {
  return allNodes(nodes).length;
}
