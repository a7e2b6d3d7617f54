import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "astro/zod";
import { idsOf, type Around } from "./around.ts";
import { Referenced, SCHEMAS, type Collection, type Entry } from "./content-entries.ts";
import type { ContentFault } from "./content-fault.ts";
import { hintFor } from "./field-schemas.ts";
import { isMissing, issueProblem, NONE_OF, spanishIssues } from "./header-words.ts";
import { insteadOf } from "./nearest.ts";

type Say = (
  at: readonly PropertyKey[],
  problem: string,
  whatToDo: string,
  weight?: ContentFault["weight"],
) => ContentFault;

/** No day of this site, nor of what it began as, is older. */
const OLDEST_DAY = "2005-01-01";

/** The fields of a header: its schema, what they lead to, their days. */
export function checkHeader(entry: Entry, around: Around): ContentFault[] {
  const { collection, file, text, path, data } = entry;
  const say: Say = (at, problem, whatToDo, weight = "error") => ({
    file,
    ...text.placeOf([...path, ...at]),
    ...(at.length > 0 && { field: at.map(String).join(".") }),
    problem,
    whatToDo,
    weight,
  });
  const parsed = SCHEMAS[collection].safeParse(data ?? {}, { error: spanishIssues });
  if (!parsed.success) {
    return parsed.error.issues.flatMap((issue) => {
      const places =
        issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
      if (issue.code === "unrecognized_keys") {
        return places.map((at) => say(at, "este campo no existe.", hintFor(collection, at)));
      }
      const { field, ...fault } = say(
        issue.path,
        issueProblem(issue, data ?? {}),
        hintFor(collection, issue.path),
      );
      return isMissing(issue, data ?? {}) ? [fault] : [{ ...fault, ...(field !== undefined && { field }) }];
    });
  }
  const missing = referencesIn(parsed.data, [])
    .filter(({ to }) => !around.ids.has(to))
    .map(({ at, to }) => {
      const [of = "", id = ""] = to.split("/");
      return say(at, `no hay ${NONE_OF[of as Collection]} «${id}».`, insteadOf(id, idsOf(of, around)));
    });
  return [
    ...missing,
    ...checkDays(parsed.data, around.today, say),
    ...checkDownload(parsed.data, around.root, say),
  ];
}

const Days = z.object({
  publishedAt: z.date().optional(),
  updatedAt: z.date().optional(),
  reviewBy: z.date().optional(),
});

function checkDays(data: unknown, today: string, say: Say): ContentFault[] {
  const { publishedAt, updatedAt, reviewBy } = Days.parse(data);
  const faults: ContentFault[] = [];
  if (publishedAt && updatedAt && updatedAt < publishedAt) {
    faults.push(
      say(["updatedAt"], "es anterior a publishedAt.", "Pon el día de la última revisión, o quita el campo."),
    );
  } else if (updatedAt && dayOf(updatedAt) > today && !(publishedAt && dayOf(publishedAt) > today)) {
    faults.push(say(["updatedAt"], "todavía no ha llegado.", "Pon el día en que de verdad lo revisaste."));
  }
  for (const [field, day] of [
    ["publishedAt", publishedAt],
    ["updatedAt", updatedAt],
  ] as const) {
    if (day && dayOf(day) < OLDEST_DAY) {
      faults.push(
        say([field], "es anterior a todo lo que hay en esta web.", "Mira si el año está bien escrito."),
      );
    }
  }
  if (reviewBy && dayOf(reviewBy) < today) {
    faults.push(
      say(
        ["reviewBy"],
        "su revisión ya tocaba.",
        "Vuelve a mirar cada fuente, corrige lo que haya cambiado y pon el día de la próxima revisión.",
        "slip",
      ),
    );
  }
  return faults;
}

function checkDownload(data: unknown, root: string, say: Say): ContentFault[] {
  const { file } = z.object({ file: z.string().optional() }).parse(data);
  if (file === undefined || existsSync(join(root, "public", "descargas", file))) return [];
  return [say(["file"], `no está en public/descargas: «${file}».`, "Añade el archivo o corrige su nombre.")];
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function referencesIn(
  value: unknown,
  at: readonly PropertyKey[],
): { at: readonly PropertyKey[]; to: string }[] {
  const found = Referenced.safeParse(value);
  if (found.success) return [{ at, to: `${found.data.collection}/${found.data.id}` }];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => referencesIn(item, [...at, index]));
  if (typeof value !== "object" || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([key, item]) => referencesIn(item, [...at, key]));
}
