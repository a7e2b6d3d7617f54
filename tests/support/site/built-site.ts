import { spawn } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../../..");
export const DIST = join(ROOT, "dist");

/** One page of each template; the ones marked live are rendered when asked for. */
export const TEMPLATES = [
  { name: "home", path: "/", live: true },
  { name: "article", path: "/articulos/nunca-borres-la-polemica/" },
  { name: "article with comments closed", path: "/articulos/community-manager-y-social-media-manager/" },
  { name: "articles", path: "/articulos/" },
  { name: "topics", path: "/temas/" },
  { name: "topic", path: "/temas/crisis/" },
  { name: "author", path: "/autores/equipo/" },
  { name: "series", path: "/series/empezar-como-community-manager/" },
  { name: "archive", path: "/archivo/" },
  { name: "questions", path: "/preguntas-frecuentes/" },
  { name: "question", path: "/preguntas-frecuentes/que-es-makethejobs/" },
  { name: "glossary", path: "/glosario/" },
  { name: "term", path: "/glosario/tasa-de-interaccion/" },
  { name: "maps", path: "/mapas/" },
  { name: "map", path: "/mapas/competencias-y-funciones-de-un-community-manager/" },
  { name: "resources", path: "/recursos/" },
  { name: "resource", path: "/recursos/plan-de-crisis/" },
  { name: "search", path: "/buscar/" },
  { name: "legal page", path: "/aviso-legal/" },
  { name: "help", path: "/ayuda/favores/" },
  { name: "thank-you page", path: "/gracias/favor/" },
  { name: "not found", path: "/no-hay-nada-aqui/", live: true, status: 404 },
  { name: "every component", path: "/estilo/" },
  { name: "board", path: "/favores/", live: true },
  { name: "favour form", path: "/favores/nuevo/", live: true },
  { name: "public numbers", path: "/cifras/", live: true },
  { name: "contact form", path: "/contacto/", live: true },
  { name: "thread", path: "/articulos/nunca-borres-la-polemica/comentarios/", live: true },
] as const;

/** The prerendered pages, as paths of the site (`/temas/`). */
export function builtPaths(): string[] {
  return globSync("**/index.html", { cwd: DIST })
    .map((file) => `/${file.replaceAll("\\", "/").replace(/index\.html$/, "")}`)
    .sort();
}

export function builtPage(path: string): string {
  return readFileSync(join(DIST, path.endsWith("/") ? `${path}index.html` : path), "utf8");
}

export interface RunningSite {
  readonly origin: string;
  stop(): void;
}

/** Serves the build with the local host, on any free port, with an empty store of its own. */
export async function startBuiltSite(): Promise<RunningSite> {
  const data = mkdtempSync(join(tmpdir(), "makethejobs-site-"));
  const host = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "netlify/local/main.ts", "--port", "0", "--data", data],
    { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] },
  );
  const origin = await new Promise<string>((resolve, reject) => {
    let said = "";
    host.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address) resolve(address);
    });
    host.once("exit", () => reject(new Error(`The local host did not start: ${said}`)));
  });
  return {
    origin,
    stop() {
      host.kill();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
