import type { Comment } from "../domain/records/comment.ts";
import { maskContactData } from "../language/contact-data.ts";
import { slugify } from "../language/slug.ts";
import { commentAsMdx } from "../markdown/comment-mdx.ts";
import { escapeWords } from "../markdown/mdx-words.ts";
import { articlePath } from "../urls.ts";
import { publicName } from "./public-view.ts";

/** A file to be committed by an editor. */
export interface FaqDraft {
  readonly name: string;
  readonly text: string;
}

/** What stands for the question until an editor writes it. */
const OPEN_QUESTION = "¿Qué pregunta contesta esto?";
const QUESTION_MAX_LENGTH = 120;

/**
 * A good answer as a draft of the FAQ: what everybody may read of it, credited with the name that its writer signed with. `asked`: what it
 * answers; `today`: `YYYY-MM-DD`; `order`: its place in the theme.
 */
export function faqDraft(
  { text, writer, article }: Comment,
  {
    asked,
    title,
    today,
    order,
  }: {
    readonly asked: string | null;
    readonly title: string;
    readonly today: string;
    readonly order: number;
  },
): FaqDraft {
  const question = questionIn(maskContactData(asked ?? "")) ?? OPEN_QUESTION;
  // JSON is YAML: whatever stands in it is one text.
  const header = [
    `question: ${JSON.stringify(question)}`,
    "theme: oficio",
    `order: ${String(order)}`,
    `updatedAt: ${today}`,
    "draft: true",
  ].join("\n");
  const credit = `_Lo explicó **${escapeWords(publicName(writer))}** en los comentarios de [${escapeWords(title)}](${articlePath(article)})._`;
  return {
    name: `${slugify(question)}.mdx`,
    text: `---\n${header}\n---\n\n${commentAsMdx(text)}\n\n${credit}\n`,
  };
}

/** The first question of a text, as the FAQ writes one; null: it asks none. */
function questionIn(text: string): string | null {
  const [, asked = ""] = /¿([^¿?\n]{3,})\?/.exec(text) ?? [];
  const words = asked.replace(/\s+/g, " ").trim();
  const question = `¿${words.charAt(0).toUpperCase()}${words.slice(1)}?`;
  return words === "" || question.length > QUESTION_MAX_LENGTH ? null : question;
}
