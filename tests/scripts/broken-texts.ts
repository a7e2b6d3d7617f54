import { article, GOOD } from "./small-site.ts";

/** A file with one fault: where it stands, and a piece of what is said of it. */
export interface BrokenText {
  readonly what: string;
  readonly file: string;
  readonly text: string;
  readonly at: readonly [line: number, column: number];
  readonly says: string;
}

const DOC = "content/articles/roto.mdx";
/** An article whose body begins in line 9. */
const body = (what: string, written: string, at: BrokenText["at"], says: string): BrokenText => ({
  what,
  file: DOC,
  text: article(GOOD, written),
  at,
  says,
});
/** An article whose seventh line is this one. */
const header = (what: string, written: string, at: BrokenText["at"], says: string): BrokenText => ({
  what,
  file: DOC,
  text: article(`${GOOD}\n${written}`),
  at,
  says,
});
const FIGURE = 'src="dos-papeles.svg"';
const LONG = `Esto ${"y aquello ".repeat(20).trim()}.`;

export const BROKEN_TEXTS: readonly BrokenText[] = [
  header("a field that doesn't exist", "colour: rojo", [7, 1], "colour: este campo no existe"),
  header("a day that isn't one", "updatedAt: 2026-02-30", [7, 1], "AAAA-MM-DD"),
  header("a revision before its publication", "updatedAt: 2025-12-31", [7, 1], "anterior a publishedAt"),
  header("a revision that is still to come", "updatedAt: 2027-01-01", [7, 1], "todavía no ha llegado"),
  {
    what: "a year that can't be",
    file: "content/faq/roto.mdx",
    text: '---\nquestion: "¿Sí?"\ntheme: oficio\norder: 1\nupdatedAt: 1926-01-10\n---\n\nNo.\n',
    at: [5, 1],
    says: "anterior a todo",
  },
  header("a resource that doesn't exist", "resources: [nada]", [7, 13], "no hay ninguna plantilla «nada»"),
  header("two values under one name", "draft: false\ndraft: true", [8, 1], "YAML"),
  header("somebody else's old address", "aliases: [/favores/]", [7, 11], "ya es la dirección"),
  header(
    "alsoAsked that is another page's",
    'alsoAsked:\n  - "precio y comisiones"',
    [8, 5],
    "pregunta lo mismo",
  ),
  header(
    "alsoAsked twice",
    'alsoAsked:\n  - "qué día es mejor"\n  - "es mejor qué día"',
    [9, 5],
    "otra de esta lista",
  ),
  {
    what: "a topic by another name",
    file: DOC,
    text: article(GOOD).replace(/topics:.*/, "topics: [oficios]"),
    at: [5, 10],
    says: "topics: no hay ningún tema «oficios». → ¿Querías decir «oficio»? Los que hay son:",
  },
  {
    what: "a field that has to be there",
    file: DOC,
    text: article(GOOD).replace(/description:.*\n/, ""),
    at: [2, 1],
    says: "falta «description». → Una o dos frases",
  },
  {
    what: "a field that is too short",
    file: DOC,
    text: article(GOOD).replace(/title:.*/, "title: Un"),
    at: [2, 1],
    says: "title: tiene 2 caracteres y hacen falta 3 como poco.",
  },
  header("a text for a list", "aliases: nada", [7, 1], "aliases: tiene que ser una lista"),
  header("a choice that there isn't", "comments: abiertos", [7, 1], "elige uno de estos: open, closed"),
  header(
    "a day, and how it is written",
    "updatedAt: 9/3/2026",
    [7, 1],
    "Se escribe así: updatedAt: 2026-03-09",
  ),
  body(
    "a component that isn't closed",
    "Uno.\n\n<Aside>\n\nDos.",
    [11, 1],
    "<Aside> se abre aquí y no se cierra. → Escribe </Aside>",
  ),
  body(
    "a component that is closed as another",
    "<Aside>\n\nDos.\n\n</Steps>",
    [13, 1],
    "aquí está abierto <Aside>",
  ),
  body(
    "a component that is closed within a list",
    "<Checklist>\n\n- Uno\n- Dos</Checklist>",
    [12, 6],
    "</Checklist> no está en una línea suya",
  ),
  body(
    "a component without its capital",
    "<checklist>\n\n- Uno\n\n</checklist>",
    [9, 1],
    "¿Querías decir <Checklist>?",
  ),
  body(
    "a page with a letter less",
    "Mira [esto](/articulos/una-polemca/).",
    [9, 6],
    "¿Querías decir /articulos/una-polemica/?",
  ),
  body(
    "an alt with nothing in it",
    `<Figure ${FIGURE} alt="" source="N" licence="CC BY 4.0" />`,
    [9, 1],
    "le falta «alt»",
  ),
  body("an import", 'import fs from "node:fs"\n\nHola.', [9, 1], "«import» es código"),
  body("an export", "Hola.\n\nexport const prerender = false", [11, 1], "«export» es código"),
  body("an expression", "Hola {process.env.SECRET_KEY}.", [9, 6], "es código"),
  body("an expression in an attribute", "<Aside title={1}>\n\nHola.\n\n</Aside>", [9, 1], "lleva código"),
  body("spread attributes", "Uno.\n\n<OwnerEmail {...todo} />", [11, 1], "lleva código"),
  body(
    "a component that doesn't exist",
    "Uno.\n\n<Recuadro>\n\nDos.\n\n</Recuadro>",
    [11, 1],
    "<Recuadro> no es",
  ),
  body("HTML", "Hola <b>tú</b>.", [9, 6], "<b> no es un componente"),
  body("an attribute that doesn't exist", '<Aside color="rojo">\n\nHola.\n\n</Aside>', [9, 1], "«color»"),
  body(
    "a kind of box that doesn't exist",
    '<Aside type="nota">\n\nHola.\n\n</Aside>',
    [9, 1],
    "«nota» no vale",
  ),
  body(
    "a table without its caption",
    "<Comparison>\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n</Comparison>",
    [9, 1],
    "«caption»",
  ),
  body("steps that aren't numbered", "<Steps>\n\n- Uno.\n\n</Steps>", [9, 1], "una lista numerada"),
  body(
    "a figure without alt",
    `<Figure ${FIGURE} source="Nosotros" licence="CC BY 4.0" />`,
    [9, 1],
    "le falta «alt»",
  ),
  body(
    "a figure without source",
    `<Figure ${FIGURE} alt="Dos papeles" licence="CC BY 4.0" />`,
    [9, 1],
    "le falta «source»",
  ),
  body(
    "a figure without licence",
    `<Figure ${FIGURE} alt="Dos papeles" source="Nosotros" />`,
    [9, 1],
    "le falta «licence»",
  ),
  body("a figure that isn't there", '<Figure src="nada.svg" decorative />', [9, 1], "«nada.svg» no está"),
  body("a picture without licence", "Uno ![dos](/icono.svg).", [9, 5], "imagen de Markdown"),
  body(
    "a template that doesn't exist",
    '<Download resource="nada" />',
    [9, 1],
    "no hay ninguna plantilla «nada»",
  ),
  body(
    "a page that doesn't exist",
    "Uno.\n\nMira [esto](/articulos/nada/).",
    [11, 6],
    "no hay ninguna página",
  ),
  body("a heading that doesn't exist", "Mira [esto](/articulos/una-polemica/#nada).", [9, 6], "«#nada»"),
  body(
    "a heading of its own that doesn't exist",
    "## Uno\n\nMira [esto](#dos).",
    [11, 6],
    "Los que hay son: #uno",
  ),
  body("a heading that skips", "## Uno\n\nHola.\n\n#### Dos\n\nHola.", [13, 1], "salta del nivel 2 al 4"),
  body("a second title", "# Uno\n\nHola.", [9, 1], "de primer nivel"),
  body(
    "a table that is too wide",
    `|${" a |".repeat(6)}\n|${" - |".repeat(6)}\n|${" 1 |".repeat(6)}`,
    [9, 1],
    "6 columnas",
  ),
  body("a cell that nobody sees", "| a | b |\n| - | - |\n| 1 | 2 | 3 |", [11, 1], "3 celdas"),
  body("straight quotes", 'Dijo "hola" y se fue.', [9, 6], "las comillas son « »"),
  body("thousands with a point", "Vinieron 3.000 personas.", [9, 10], "no llevan punto"),
  body("thousands together", "Vinieron 20000 personas.", [9, 10], "se separan"),
  body("a percent that may fall off its line", "Un 10 % menos.", [9, 6], "espacio fijo"),
  body("a number sign without its point", "El nº 3 gana.", [9, 4], "lleva punto"),
  body("a long sentence", `Hola. ${LONG}`, [9, 7], "tiene 41 palabras"),
  {
    what: "a slug that is no address",
    file: "content/faq/Qué.mdx",
    text: "Hola",
    at: [1, 1],
    says: "no vale para una dirección",
  },
  { what: "no header", file: "content/faq/roto.mdx", text: "Hola", at: [1, 1], says: "le falta la cabecera" },
  {
    what: "a page that is no more",
    file: "content/addresses.txt",
    text: "/articulos/una-polemica/\n/articulos/ya-no-esta/\n",
    at: [2, 1],
    says: "ya no lleva a ninguna parte",
  },
];
