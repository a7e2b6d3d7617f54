import { questionPath } from "../urls.ts";
import { getCollection, type CollectionEntry } from "astro:content";
import { leadOf, type Inline } from "../markdown/mdx-lead.ts";
import { oncePerBuild } from "./once-per-build.ts";
import { isVisible } from "./visible.ts";

type Theme = CollectionEntry<"questions">["data"]["theme"];

/** In the order in which the page shows them. */
const THEME_NAMES: Readonly<Record<Theme, string>> = {
  makethejobs: "Qué es Makethejobs",
  pedir: "Pedir un favor",
  recompensas: "Recompensas",
  ofrecerse: "Ofrecerse",
  seguridad: "Seguridad",
  datos: "Tus datos",
  comentarios: "Comentarios",
  oficio: "El oficio de community manager",
};

export interface FaqQuestion {
  readonly slug: string;
  readonly question: string;
  readonly theme: Theme;
  readonly themeName: string;
  readonly url: string;
  readonly updatedAt: Date;
  readonly featured: boolean;
  /** The answer in short: its first paragraph. */
  readonly lead: readonly Inline[];
  readonly entry: CollectionEntry<"questions">;
}

export interface QuestionGroup {
  readonly theme: Theme;
  readonly name: string;
  readonly questions: readonly FaqQuestion[];
}

/** The place after the last question of a theme, drafts included. */
export async function nextPlace(theme: Theme): Promise<number> {
  const entries = await getCollection("questions", ({ data }) => data.theme === theme);
  return Math.max(0, ...entries.map(({ data }) => data.order)) + 1;
}

/** Every question, theme by theme. Every article asks for some, and in a build they don't change: they are read once. */
export const questionGroups = oncePerBuild(readGroups);

async function readGroups(): Promise<readonly QuestionGroup[]> {
  const entries = await getCollection("questions", ({ data }) => isVisible(data));
  const groups: QuestionGroup[] = [];
  for (const [name, title] of Object.entries(THEME_NAMES)) {
    const own = entries.filter(({ data }) => data.theme === name).sort((a, b) => a.data.order - b.data.order);
    const first = own[0];
    if (first) groups.push({ theme: first.data.theme, name: title, questions: own.map(toQuestion) });
  }
  return groups;
}

export async function allQuestions(): Promise<FaqQuestion[]> {
  return (await questionGroups()).flatMap(({ questions }) => questions);
}

/** The ones that editors put forward, theme by theme. */
export async function featuredQuestions(limit: number): Promise<FaqQuestion[]> {
  return (await allQuestions()).filter(({ featured }) => featured).slice(0, limit);
}

function toQuestion(entry: CollectionEntry<"questions">): FaqQuestion {
  const { question, theme, updatedAt, featured } = entry.data;
  return {
    slug: entry.id,
    question,
    theme,
    themeName: THEME_NAMES[theme],
    url: questionPath(entry.id),
    updatedAt,
    featured,
    lead: leadOf(entry.body ?? ""),
    entry,
  };
}
