import type { Around } from "./around.ts";
import { componentSays } from "./component-words.ts";
import { EDITOR_COMPONENTS, type EditorComponent } from "./components.ts";
import { checkValue } from "./component-values.ts";
import type { Entry } from "./content-entries.ts";
import type { ContentFault } from "./content-fault.ts";
import { allBelow, attributesOf, isElement, rangeOf, wordsOf, type Element } from "./mdx-body.ts";

/** Tags that aren't ours, and components that are used in a way that can't be shown, or that leaves a reader without something. */
export function checkComponents(entry: Entry, around: Around): ContentFault[] {
  const { file, text, tree } = entry;
  if (tree === null) return [];
  return allBelow(tree).flatMap((node) => {
    const place = text.placeAt(rangeOf(text, node).start);
    if (node.type === "image" || node.type === "imageReference") {
      return [{ file, ...place, ...componentSays.image }];
    }
    if (!isElement(node)) return [];
    const component = Object.hasOwn(EDITOR_COMPONENTS, node.name ?? "")
      ? EDITOR_COMPONENTS[node.name ?? ""]
      : undefined;
    const found =
      component === undefined
        ? [componentSays.unknown(node.name ?? "")]
        : [...checkFields(node, component, entry, around), ...checkInside(node, component)];
    return found.map((says) => ({ file, ...place, ...says }));
  });
}

type Says = Pick<ContentFault, "problem" | "whatToDo">;

function checkFields(element: Element, component: EditorComponent, entry: Entry, around: Around): Says[] {
  const name = element.name ?? "";
  const given = attributesOf(element);
  const known = Object.keys(component.fields);
  const unknown = [...given.keys()]
    .filter((field) => !known.includes(field))
    .map((field) => componentSays.unknownField(name, field, known));
  const has = (field: string): boolean => (given.get(field) ?? "").trim() !== "";
  const missing = Object.keys(component.fields).filter(
    (field) => isRequired(component, field, given) && !has(field) && !isCode(element, field, given),
  );
  const wrong = [...given].flatMap(([field, value]) => {
    const of = component.fields[field];
    if (missing.includes(field)) return [];
    const problem = of && checkValue(of.kind, value, entry, around);
    return problem ? [componentSays.wrongValue(name, field, problem)] : [];
  });
  const missingSays = missing.map((field) =>
    componentSays.missingField(name, field, component.fields[field]?.label ?? ""),
  );
  return [...unknown, ...missingSays, ...wrong, ...checkTogether(name, has, given.has("decorative"))];
}

function isRequired(
  { fields }: EditorComponent,
  field: string,
  given: ReadonlyMap<string, string | null>,
): boolean {
  const required = fields[field]?.required ?? false;
  return required === true || (required !== false && !given.has(required.unless));
}

/** Its value is refused as code, and that is told once. */
function isCode(element: Element, field: string, given: ReadonlyMap<string, string | null>): boolean {
  return !given.has(field) && element.attributes.some((one) => "name" in one && one.name === field);
}

/** What fields mean for each other. */
function checkTogether(name: string, has: (field: string) => boolean, decorative: boolean): Says[] {
  if (name === "Quote" && !has("author") && !has("source")) return [componentSays.quote];
  return name === "Figure" && decorative && has("alt") ? [componentSays.bothAlt] : [];
}

function checkInside(element: Element, { holds }: EditorComponent): Says[] {
  const name = element.name ?? "";
  const inside = element.children.filter((node) => node.type !== "text" || node.value.trim() !== "");
  const list = inside.find((node) => node.type === "list");
  switch (holds) {
    case "nothing":
      return inside.length === 0 ? [] : [componentSays.notEmpty(name)];
    case "text":
    case "words":
      return wordsOf(element).trim() === "" && inside.length === 0 ? [componentSays.empty(name)] : [];
    case "table":
      return inside.some(({ type }) => type === "table") ? [] : [componentSays.needs(name, "una tabla")];
    case "list":
      return list === undefined ? [componentSays.needs(name, "una lista")] : [];
    case "numbered list":
      return list?.type === "list" && list.ordered === true
        ? []
        : [componentSays.needs(name, "una lista numerada")];
  }
}
