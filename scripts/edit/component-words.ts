import { EDITOR_COMPONENTS } from "./components.ts";
import { nearest } from "./nearest.ts";

function insteadOfTag(name: string): string {
  const there = Object.keys(EDITOR_COMPONENTS);
  const near = nearest(name, there);
  if (near !== undefined) return `¿Querías decir <${near}>? Se escribe con esas mayúsculas.`;
  return /^[a-z]/.test(name)
    ? "Escríbelo en Markdown: no se admite HTML."
    : `Los que hay son: ${there.join(", ")}.`;
}

/** What a figure has to say, and how that is written. */
const FIGURE_SAYS: Readonly<Record<string, string>> = {
  alt: "Cuenta en alt lo que dice la figura a quien no la ve, o pon decorative si solo adorna.",
  source: 'Di quién la hizo: source="…". Si es tuya, tu nombre.',
  licence: 'Di con qué permiso se usa: licence="CC BY 4.0", por ejemplo. Si es tuya, lo eliges tú.',
};

/** What is said of a component that is used wrongly. */
export const componentSays = {
  image: {
    problem: "es una imagen de Markdown, que no lleva ni fuente ni licencia.",
    whatToDo: 'Usa <Figure src="…" alt="…" source="…" licence="…" /> con el archivo en content/figures.',
  },
  unknown: (name: string) => ({
    problem: `<${name}> no es un componente de esta web.`,
    whatToDo: insteadOfTag(name),
  }),
  unknownField: (name: string, field: string, known: readonly string[]) => ({
    problem: `<${name}> no tiene ningún campo «${field}».`,
    whatToDo: known.length === 0 ? "Quítalo: no lleva campos." : `Los que admite son: ${known.join(", ")}.`,
  }),
  missingField: (name: string, field: string, label: string) => ({
    problem: `a <${name}> le falta «${field}».`,
    whatToDo: FIGURE_SAYS[name === "Figure" ? field : ""] ?? `Añade ${field}="…" (${label.toLowerCase()}).`,
  }),
  wrongValue: (
    name: string,
    field: string,
    { problem, whatToDo }: { problem: string; whatToDo: string },
  ) => ({
    problem: `<${name} ${field}>: ${problem}`,
    whatToDo,
  }),
  quote: {
    problem: "a <Quote> le falta de quién es.",
    whatToDo: 'Añade author="…" o source="…".',
  },
  bothAlt: {
    problem: "<Figure> lleva alt y decorative.",
    whatToDo: "Quita decorative si la figura dice algo; si no, quita alt.",
  },
  notEmpty: (name: string) => ({
    problem: `<${name}> no lleva nada dentro.`,
    whatToDo: `Ciérralo en la misma etiqueta: <${name} … />.`,
  }),
  empty: (name: string) => ({
    problem: `<${name}> está vacío.`,
    whatToDo: "Escribe algo entre sus etiquetas, con una línea en blanco antes y después, o quítalo.",
  }),
  needs: (name: string, what: string) => ({
    problem: `dentro de <${name}> no hay ${what}.`,
    whatToDo: `Pon ${what} entre sus etiquetas, con una línea en blanco antes y después.`,
  }),
} as const;
