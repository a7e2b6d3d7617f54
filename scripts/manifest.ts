import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { readAliases } from "./aliases.ts";
import { checkContent } from "./edit/check-content.ts";
import { faultText, weightOf } from "./edit/content-fault.ts";
import { spanishDay } from "./edit/days.ts";
import { readContent } from "./edit/front-matter.ts";

/** What the manifest needs of an article's front matter; `content-schemas.ts` has all of it, and the same defaults. */
const FrontMatter = z.object({
  title: z.string(),
  author: z.string(),
  publishedAt: z.iso.date(),
  comments: z.enum(["open", "closed"]).nullish(),
  draft: z.boolean().nullish(),
});

const Author = z.object({ name: z.string() });

/** What votes need of a question's front matter. */
const QuestionFrontMatter = z.object({ question: z.string(), draft: z.boolean().nullish() });

export interface Manifest {
  readonly articles: readonly {
    readonly slug: string;
    readonly title: string;
    /** The id of who wrote it: the name of a file of `content/authors/`. */
    readonly author: string;
    readonly comments: "open" | "closed";
    readonly publishedAt: string;
  }[];
}

/**
 * Which articles exist, for functions and rules, newest first. Drafts and articles with a later date are left out.
 * `today` is `YYYY-MM-DD` in Europe/Madrid. Throws with the name of the file that can't be read.
 */
export function readManifest(folder: string, today: string): Manifest {
  const articles = readdirSync(folder)
    .filter((file) => /\.mdx$/.test(file))
    .map((file) => ({
      slug: file.replace(/\.mdx$/, ""),
      ...readHeader(join(folder, file), FrontMatter),
    }))
    .filter((article) => !article.draft && article.publishedAt <= today)
    .map(({ slug, title, author, comments, publishedAt }) => ({
      slug,
      title,
      author,
      comments: comments ?? ("open" as const),
      publishedAt,
    }));
  articles.sort((a, b) => b.publishedAt.localeCompare(a.publishedAt) || a.slug.localeCompare(b.slug));
  return { articles };
}

export interface QuestionManifest {
  readonly questions: readonly { readonly slug: string; readonly title: string }[];
}

/** Which answers of the FAQ one can vote on. Throws with the name of the file that can't be read. */
export function readQuestions(folder: string): QuestionManifest {
  const questions = readdirSync(folder)
    .filter((file) => /\.mdx$/.test(file))
    .sort()
    .map((file) => ({
      slug: file.replace(/\.mdx$/, ""),
      ...readHeader(join(folder, file), QuestionFrontMatter),
    }))
    .filter(({ draft }) => !draft)
    .map(({ slug, question }) => ({ slug, title: question }));
  return { questions };
}

/** What the days of texts need of any front matter. */
const Dated = z.object({ publishedAt: z.iso.date(), draft: z.boolean().nullish() });
const DATED_FOLDERS = ["articles", "mindmaps", "resources"];

/** The days after `today` on which texts are to appear, in order. */
export function readScheduled(content: string, today: string): { readonly days: readonly string[] } {
  const days = DATED_FOLDERS.map((folder) => join(content, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((file) => /\.(?:mdx|yaml)$/.test(file))
    .map((file) => readHeader(file, Dated))
    .filter(({ draft, publishedAt }) => !draft && publishedAt > today)
    .map(({ publishedAt }) => publishedAt);
  return { days: [...new Set(days)].sort() };
}

/** The names that articles are signed with. */
export function readAuthors(folder: string): { readonly names: readonly string[] } {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => readHeader(join(folder, file), Author).name);
  return { names };
}

function readHeader<T>(file: string, schema: z.ZodType<T>): T {
  const { data, faults } = readContent(file, readFileSync(file, "utf8"));
  if (faults.length > 0) throw new Error(faults.map(faultText).join("\n"));
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    throw new Error(`${file}: la cabecera no está bien.\n${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}

/** Writes what functions and rules import: `src/generated/articles.json`, `questions.json`, `authors.json` and `scheduled.json`. */
export function writeManifest(root: string): void {
  const today = spanishDay();
  const folder = join(root, "src", "generated");
  mkdirSync(folder, { recursive: true });
  const write = (name: string, value: object): void =>
    writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  write("articles.json", readManifest(join(root, "content", "articles"), today));
  write("questions.json", readQuestions(join(root, "content", "faq")));
  write("scheduled.json", readScheduled(join(root, "content"), today));
  write("authors.json", readAuthors(join(root, "content", "authors")));
}

/** Tells all the faults of the texts at once; how many of them don't let them be built. What can wait is only counted. */
export function tellFaults(root: string): number {
  const faults = checkContent(root, spanishDay());
  const errors = faults.filter((fault) => weightOf(fault) === "error");
  const slips = faults.filter((fault) => weightOf(fault) === "slip");
  if (errors.length > 0) {
    console.error(`${errors.map(faultText).join("\n")}\n\nFallos en content/: ${errors.length}.`);
  }
  if (slips.length > 0) console.warn(`Descuidos en content/: ${slips.length}. Los dice «npm run revisar».`);
  return errors.length;
}

/** Nothing is built of texts with faults. */
function main(root: string): void {
  if (tellFaults(root) > 0) {
    process.exitCode = 1;
    return;
  }
  readAliases(join(root, "content"), spanishDay());
  writeManifest(root);
}

if (import.meta.main) main(fileURLToPath(new URL("..", import.meta.url)));
