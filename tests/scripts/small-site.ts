import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { tempFolder } from "./temp-folder.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** After every day that the texts have. */
export const TODAY = "2026-12-01";

const DESCRIPTION = "Una descripción que tiene más de cuarenta letras, como manda.";
export const GOOD = "publishedAt: 2026-01-10";

/** An article as `content/articles` wants it; its body begins in line 9 where the header has one line. */
export function article(header: string, body = "Texto."): string {
  return `---\ntitle: Un título\ndescription: ${DESCRIPTION}\nauthor: equipo\ntopics: [crisis]\n${header}\n---\n\n${body}\n`;
}

/** The least that links and references of a text may lead to. */
const FILES: Readonly<Record<string, string>> = {
  "content/articles/una-polemica.mdx": article(
    `${GOOD}\naliases: [/articulos/polemica/]\nresources: [hoja-de-escucha]`,
    "## Qué pasó\n\nHola.",
  ),
  "content/faq/cuanto-cuesta.mdx":
    '---\nquestion: "¿Cuánto cuesta?"\ntheme: makethejobs\norder: 1\nupdatedAt: 2026-01-10\nalsoAsked: ["precio y comisiones"]\n---\n\nNada.\n',
  "content/resources/hoja-de-escucha.mdx": `---\ntitle: Hoja de escucha\ndescription: ${DESCRIPTION}\n${GOOD}\nfile: hoja.csv\nformat: csv\n---\n\nHola.\n`,
  "content/mindmaps/mapa.yaml": `title: Un mapa\ndescription: ${DESCRIPTION}\n${GOOD}\ncenter: Centro\nnodes:\n  - text: Una rama\n  - text: Otra rama\n`,
  "content/glossary/alcance.yaml":
    "term: Alcance\ndefinition: Cuántas personas lo han visto.\nnotThis: No son impresiones.\nmeasured: Con estadísticas.\ntopic: metricas\n",
  "content/pages/normas.mdx": `---\ntitle: Normas\ndescription: ${DESCRIPTION}\nupdatedAt: 2026-01-10\n---\n\nHola.\n`,
  "content/series.yaml":
    "- id: serie\n  title: Una serie\n  description: De uno.\n  articles: [una-polemica]\n",
  "content/addresses.txt":
    "/articulos/una-polemica/\n/glosario/alcance/\n/mapas/mapa/\n/preguntas-frecuentes/cuanto-cuesta/\n/recursos/hoja-de-escucha/\n",
  "public/icono.svg": "<svg/>",
  "public/descargas/hoja.csv": "Día;Texto\n",
  "src/pages/articulos/[slug].astro": "",
  "src/pages/favores/index.astro": '<p id="propuestas"></p>',
  "src/pages/favores/[job].astro": "",
  "src/pages/rss.xml.ts": "",
};

/** A small site whose texts have no fault, with these files added. */
export function smallSite(files: Readonly<Record<string, string>> = {}): string {
  const root = tempFolder();
  for (const path of ["content/topics.yaml", "content/authors", "content/figures", "content/words.txt"]) {
    cpSync(join(ROOT, path), join(root, path), { recursive: true });
  }
  for (const [path, text] of Object.entries({ ...FILES, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
