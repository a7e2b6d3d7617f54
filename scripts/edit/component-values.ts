import { existsSync } from "node:fs";
import { join } from "node:path";
import { isLimitName, LIMIT_WORDS } from "../../src/copy/limits.ts";
import { idsOf, isHiddenFrom, type Around } from "./around.ts";
import type { ValueKind } from "./components.ts";
import type { Entry } from "./content-entries.ts";
import { NONE_OF } from "./header-words.ts";
import { insteadOf } from "./nearest.ts";

export interface WrongValue {
  readonly problem: string;
  readonly whatToDo: string;
}

const PICTURE = /\.(?:svg|png|jpg|webp|avif)$/;
const DURATION = /^(?:\d+:)?\d{1,2}:\d{2}$/;

/** Null when the value is one of its kind. `value` is null where the attribute is only named. */
export function checkValue(
  kind: ValueKind,
  value: string | null,
  entry: Entry,
  around: Around,
): WrongValue | null {
  if (kind === "flag") {
    return value === null ? null : { problem: "se pone sin valor.", whatToDo: "Escribe solo su nombre." };
  }
  if (value === null || value.trim() === "") {
    return { problem: "está vacío.", whatToDo: "Escribe su valor entre comillas, o quita el campo." };
  }
  if (typeof kind === "object") {
    return "oneOf" in kind ? checkChoice(kind.oneOf, value) : checkEntry(kind.entryOf, value, entry, around);
  }
  switch (kind) {
    case "text":
      return null;
    case "url":
      return /^https?:\/\/\S+$/.test(value) && URL.canParse(value)
        ? null
        : { problem: `«${value}» no es una dirección.`, whatToDo: "Escríbela entera, con https://." };
    case "duration":
      return DURATION.test(value)
        ? null
        : { problem: `«${value}» no es una duración.`, whatToDo: "Escríbela como 4:32 o 1:04:32." };
    case "figure":
      return PICTURE.test(value) && existsSync(join(around.root, "content", "figures", value))
        ? null
        : {
            problem: `«${value}» no está en content/figures.`,
            whatToDo: "Pon ahí el archivo (svg, png, jpg, webp o avif) o corrige su nombre.",
          };
    case "limit":
      return isLimitName(value)
        ? null
        : {
            problem: `«${value}» no es ningún límite.`,
            whatToDo: `Los que hay son: ${Object.keys(LIMIT_WORDS).join(", ")}.`,
          };
  }
}

function checkChoice(oneOf: readonly string[], value: string): WrongValue | null {
  return oneOf.includes(value)
    ? null
    : { problem: `«${value}» no vale.`, whatToDo: `Elige uno de estos: ${oneOf.join(", ")}.` };
}

function checkEntry(
  collection: "resources" | "terms" | "mindMaps",
  id: string,
  entry: Entry,
  around: Around,
): WrongValue | null {
  if (!around.ids.has(`${collection}/${id}`)) {
    return {
      problem: `no hay ${NONE_OF[collection]} «${id}».`,
      whatToDo: insteadOf(id, idsOf(collection, around)),
    };
  }
  return isHiddenFrom(entry, `${collection}/${id}`, around)
    ? {
        problem: `${collection}/${id} todavía no está publicado.`,
        whatToDo: "Publícalo antes o a la vez, o quítalo de aquí.",
      }
    : null;
}
