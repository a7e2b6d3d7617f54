import { getContainerRenderer } from "@astrojs/mdx/container-renderer";
import { experimental_AstroContainer as AstroContainer } from "astro/container";
import { loadRenderers } from "astro:container";
import { render, type CollectionEntry } from "astro:content";
import Mdx from "./Mdx.astro";

const container = loadRenderers([getContainerRenderer()]).then((renderers) =>
  AstroContainer.create({ renderers }),
);

/** The HTML of an editor's text for what is not a page. `plain`: for a reader that has no style sheet, such as a feed's. */
export async function mdxHtml(
  entry: CollectionEntry<"articles" | "questions">,
  { plain }: { plain: boolean },
): Promise<string> {
  const { Content } = await render(entry);
  return (await container).renderToString(Mdx, { props: { content: Content, plain } });
}
