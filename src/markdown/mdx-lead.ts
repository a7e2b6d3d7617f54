import { mdxToMdast, type MdastNode } from "satteri";
import { limitWords } from "./mdx-text.ts";

/** A piece of running text. */
export type Inline =
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "code"; readonly value: string }
  | { readonly type: "strong" | "em"; readonly children: readonly Inline[] }
  | { readonly type: "link"; readonly url: string; readonly children: readonly Inline[] };

/** The first paragraph of an MDX or Markdown body: in an answer, the answer in short. Empty if it begins with something else. */
export function leadOf(body: string): Inline[] {
  const root = mdxToMdast(body);
  const first = root.type === "root" ? root.children[0] : undefined;
  return first?.type === "paragraph" ? first.children.flatMap(toInline) : [];
}

/** Its words alone. */
export function inlineText(pieces: readonly Inline[]): string {
  return pieces.map((piece) => ("value" in piece ? piece.value : inlineText(piece.children))).join("");
}

function toInline(node: MdastNode): Inline[] {
  if (node.type === "text") return [{ type: "text", value: node.value.replace(/\s+/g, " ") }];
  if (node.type === "inlineCode") return [{ type: "code", value: node.value }];
  if (node.type === "break") return [{ type: "text", value: " " }];
  if (node.type === "mdxJsxTextElement" && node.name === "Limit")
    return [{ type: "text", value: limitWords(node) }];
  const children = "children" in node ? node.children.flatMap(toInline) : [];
  if (node.type === "strong") return [{ type: "strong", children }];
  if (node.type === "emphasis") return [{ type: "em", children }];
  if (node.type === "link") return [{ type: "link", url: node.url, children }];
  return children;
}
