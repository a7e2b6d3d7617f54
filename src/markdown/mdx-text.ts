import { mdxToMdast, type MdastNode, type MdxJsxFlowElement, type MdxJsxTextElement } from "satteri";
import { isLimitName, LIMIT_WORDS } from "../copy/limits.ts";
import { createHeadingIds, type TextKind } from "./heading-ids.ts";

/** A stretch of a document below one heading, as somebody would read it aloud: no marks, no imports, no tags. */
export interface MdxSection {
  /** The heading's id on the page; null before the first heading. */
  readonly id: string | null;
  readonly heading: string;
  /** 2 to 6; 0 before the first heading. */
  readonly depth: number;
  /** One line per paragraph, list item or table row. */
  readonly text: string;
}

/** Attributes of our components that a reader sees on the page. */
const SHOWN_ATTRIBUTES = ["title", "caption"];
/** What stands alone on a line of its own; everything else runs on. */
const BLOCKS = /^(paragraph|heading|code|tableRow|mdxJsxFlowElement|footnoteDefinition)$/;

/** Cuts the body of an MDX or Markdown file (without front matter) into its sections. The first may be empty. */
export function mdxSections(body: string, kind: TextKind = "article"): MdxSection[] {
  const idOf = createHeadingIds(kind);
  const sections: { -readonly [K in keyof MdxSection]: MdxSection[K] }[] = [
    { id: null, heading: "", depth: 0, text: "" },
  ];
  const visit = (node: MdastNode): void => {
    if (node.type === "heading") {
      const heading = textOf(node).trim();
      sections.push({ id: idOf(heading), heading, depth: node.depth, text: "" });
    } else if (holdsHeadings(node)) {
      for (const child of node.children) visit(child);
    } else {
      const last = sections.at(-1);
      if (last) last.text += `${textOf(node)}\n`;
    }
  };
  visit(mdxToMdast(body));
  return sections.map((section) => ({ ...section, text: tidy(section.text) }));
}

/** All the words of an MDX file, headings included, paragraph by paragraph. */
export function mdxPlainText(body: string): string {
  return mdxSections(body)
    .map(({ heading, text }) => tidy(`${heading}\n${text}`))
    .filter((text) => text !== "")
    .join("\n");
}

type Parent = Extract<MdastNode, { children: unknown }> & { readonly children: readonly MdastNode[] };

function isParent(node: MdastNode): node is Parent {
  return "children" in node;
}

function holdsHeadings(node: MdastNode): node is Parent {
  return (
    isParent(node) &&
    (node.type === "root" || node.children.some((child) => child.type === "heading" || holdsHeadings(child)))
  );
}

function textOf(node: MdastNode): string {
  const text = ownText(node) + (isParent(node) ? node.children.map(textOf).join("") : "");
  return BLOCKS.test(node.type) ? `${text}\n` : node.type === "tableCell" ? `${text} · ` : text;
}

/** What a node says besides its children. Imports, expressions, comments and raw HTML say nothing to a reader. */
function ownText(node: MdastNode): string {
  if (node.type === "text" || node.type === "inlineCode" || node.type === "code") return node.value;
  if (node.type === "break") return " ";
  if (node.type === "image") return node.alt ?? "";
  if (node.type === "mdxJsxTextElement") return limitWords(node);
  return node.type === "mdxJsxFlowElement" ? shownAttributes(node) : "";
}

/** What `<Limit name="…" />` says on the page; nothing for other components that stand in a line. */
export function limitWords({ name, attributes }: MdxJsxTextElement): string {
  const named = attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === "name")?.value;
  return name === "Limit" && isLimitName(named) ? LIMIT_WORDS[named] : "";
}

function shownAttributes({ attributes }: MdxJsxFlowElement): string {
  return attributes
    .flatMap((attribute) =>
      attribute.type === "mdxJsxAttribute" &&
      SHOWN_ATTRIBUTES.includes(attribute.name) &&
      typeof attribute.value === "string"
        ? `${attribute.value}\n`
        : [],
    )
    .join("");
}

function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/\s+/gu, " ").replace(/(^[ ·]+|[ ·]+$)/gu, ""))
    .filter((line) => line !== "")
    .join("\n");
}
