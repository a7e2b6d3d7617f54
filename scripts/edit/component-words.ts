import { EDITOR_COMPONENTS } from "./components.ts";

/** What is said of a component that is used wrongly. */
export const componentSays = {
  image: {
    problem: "es una imagen de Markdown, que no lleva ni fuente ni licencia.",
    whatToDo: 'Usa <Figure src="…" alt="…" source="…" licence="…" /> con el archivo en content/figures.',
  },
  unknown: (name: string) => ({
    problem: `<${name}> no es un componente de esta web.`,
    whatToDo: /^[a-z]/.test(name)
      ? "Escríbelo en Markdown: no se admite HTML."
      : `Los que hay son: ${Object.keys(EDITOR_COMPONENTS).join(", ")}.`,
  }),
  unknownField: (name: string, field: string, known: readonly string[]) => ({
    problem: `<${name}> no tiene ningún campo «${field}».`,
    whatToDo: known.length === 0 ? "Quítalo: no lleva campos." : `Los que admite son: ${known.join(", ")}.`,
  }),
  missingField: (name: string, field: string, label: string) => ({
    problem: `a <${name}> le falta «${field}».`,
    whatToDo: `Añade ${field}="…" (${label.toLowerCase()}).`,
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
  alt: {
    problem: "a <Figure> le falta alt.",
    whatToDo: "Cuenta en alt lo que dice la figura a quien no la ve, o pon decorative si solo adorna.",
  },
  bothAlt: {
    problem: "<Figure> lleva alt y decorative.",
    whatToDo: "Quita decorative si la figura dice algo; si no, quita alt.",
  },
  source: { problem: "a <Figure> le falta source.", whatToDo: 'Di quién la hizo: source="…".' },
  licence: {
    problem: "a <Figure> le falta licence.",
    whatToDo: 'Di con qué permiso se usa: licence="CC BY 4.0", por ejemplo.',
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
