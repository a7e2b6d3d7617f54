import { z } from "astro/zod";
import { foldText } from "../../src/domain/kernel/fold.ts";
import type { Entry } from "./content-entries.ts";
import type { ContentFault } from "./content-fault.ts";

const Asked = z.object({
  alsoAsked: z.array(z.string()),
  title: z.string().optional(),
  question: z.string().optional(),
  term: z.string().optional(),
});
/** Words that every question has; two questions that differ in nothing else ask the same. */
const EMPTY_WORDS = new Set(
  "a al como con cual cuando cuanto de del donde el en es hay la las lo los me mi mis o para por puedo que se si son su sus tu tus un una unos unas y".split(
    " ",
  ),
);

/** `alsoAsked` leads a question to one page: another page's, the page's own name or one of its own again says nothing new. */
export function checkAlsoAsked(entries: readonly Entry[]): ContentFault[] {
  const all = entries.flatMap((entry) => {
    const { alsoAsked = [], title, question, term } = Asked.safeParse(entry.data).data ?? {};
    const name = askedKey(title ?? question ?? term ?? "");
    return alsoAsked.map((asked, at) => ({ entry, asked, at, key: askedKey(asked), name }));
  });
  const byKey = Map.groupBy(all, ({ key }) => key);
  return all.flatMap(({ entry: { file, text, path }, asked, at, key, name }, index) => {
    const others = (byKey.get(key) ?? []).filter((other) => other !== all[index]);
    const elsewhere = others.find(({ entry }) => entry.file !== file)?.entry.file;
    const where =
      key === name
        ? "el título de esta página"
        : (elsewhere ?? (others.some((other) => other.at < at) && "otra de esta lista"));
    if (key === "" || !where) return [];
    return [
      {
        file,
        ...text.placeOf([...path, "alsoAsked", at]),
        field: `alsoAsked.${at}`,
        problem: `«${asked}» pregunta lo mismo que ${where}.`,
        whatToDo: "Quítala, o escribe cómo lo preguntaría otra persona para llegar justo a esta página.",
        weight: "slip" as const,
      },
    ];
  });
}

function askedKey(asked: string): string {
  const words = foldText(asked)
    .split(/[^a-z0-9ñ]+/)
    .filter((word) => word !== "" && !EMPTY_WORDS.has(word));
  return [...new Set(words)].sort().join(" ");
}
