import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CONFIG = `import mdx from "@astrojs/mdx";
export default { integrations: [mdx()], devToolbar: { enabled: false } };
`;
const COLLECTIONS = `import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
export const collections = {
  articles: defineCollection({ loader: glob({ base: "./content/articles", pattern: "*.mdx" }) }),
};
`;
/** What an editor's component is here: its content. */
const PLAIN = "<div><slot /></div>\n";
const LIST = `---
import { getCollection } from "astro:content";
const articles = await getCollection("articles");
---
<html lang="es"><body><ul>{articles.map(({ id, data }) => <li><a href={"/" + id + "/"}>{data.title}</a></li>)}</ul></body></html>
`;

function articlePage(components: readonly string[]): string {
  return `---
import { getCollection, render } from "astro:content";
import Plain from "../Plain.astro";
export const getStaticPaths = async () =>
  (await getCollection("articles")).map((article) => ({ params: { slug: article.id }, props: { article } }));
const { article } = Astro.props;
const { Content } = await render(article);
const components = { ${components.map((name) => `${name}: Plain`).join(", ")} };
---
<html lang="es"><head><title>{article.data.title}</title></head><body><h1>{article.data.title}</h1><Content components={components} /></body></html>
`;
}

/** Astro with MDX and nothing else: a page for each article and a list of them. `take` copies the articles of a folder. */
export function makeBareSite(root: string): {
  readonly root: string;
  take(articles: string): void;
  remove(): void;
} {
  const bare = mkdtempSync(join(tmpdir(), "makethejobs-bare-"));
  const packages = join(root, "node_modules");
  mkdirSync(join(bare, "node_modules"));
  for (const name of readdirSync(packages)) {
    if (name === ".bin" || !name.startsWith("."))
      symlinkSync(join(packages, name), join(bare, "node_modules", name));
  }
  mkdirSync(join(bare, "src", "pages"), { recursive: true });
  const write = (file: string, text: string): void => writeFileSync(join(bare, file), text);
  write("package.json", '{ "type": "module" }\n');
  write("astro.config.mjs", CONFIG);
  write("src/content.config.ts", COLLECTIONS);
  write("src/Plain.astro", PLAIN);
  write("src/pages/index.astro", LIST);
  return {
    root: bare,
    take(articles) {
      const target = join(bare, "content", "articles");
      cpSync(articles, target, { recursive: true, preserveTimestamps: true });
      const texts = readdirSync(target).map((file) => readFileSync(join(target, file), "utf8"));
      const names = new Set(
        texts.flatMap((text) => [...text.matchAll(/<([A-Z]\w*)/g)].map(([, name = ""]) => name)),
      );
      write("src/pages/[slug].astro", articlePage([...names]));
    },
    remove: () => rmSync(bare, { recursive: true, force: true }),
  };
}
