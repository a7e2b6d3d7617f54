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
  text: z.string().min(2).max(80),
  note: z.string().optional(),
  url: z.url().optional(),
  archived: z.boolean().optional(),
  video: z.boolean().optional(),
  get children() {
    return z.array(outlineNode).optional();
  },
});

/** Every node, whatever its depth, in reading order. */
export function allNodes(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children ?? [])]);
}

export function countNodes(nodes: readonly OutlineNode[]): number {
  return allNodes(nodes).length;
}
