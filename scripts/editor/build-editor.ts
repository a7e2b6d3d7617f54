import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { editorConfig, type Repository } from "./config.ts";
import { editorPage } from "./page.ts";

/** What the editor is of where there is no repository to sign in to: a folder of this computer. */
export const LOCAL: Repository = { name: "makethejobs/makethejobs", branch: "main" };

/** The repository whose texts are edited, from the environment; null: no editor is asked for. */
export function editorRepository(env: NodeJS.ProcessEnv): Repository | null {
  if (env["EDITOR"] !== "on") return null;
  const name = env["EDITOR_REPO"] ?? "";
  if (!/^[\w.-]+\/[\w.-]+$/.test(name)) {
    throw new Error(
      "EDITOR=on pide también EDITOR_REPO=dueño/repositorio, el de GitHub donde están los textos.",
    );
  }
  return { name, branch: env["EDITOR_BRANCH"] || LOCAL.branch };
}

/** Pictures, fonts and workers of the editor; its script asks for them beside itself. */
const ASSETS = "assets";

/** The web editor as static files in `folder`: its page, its script and what that asks for. */
export async function buildEditor(folder: string, repository: Repository, siteUrl: string): Promise<void> {
  const editor = dirname(fileURLToPath(import.meta.resolve("@sveltia/cms")));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), editorPage(editorConfig(repository, siteUrl)));
  await build({
    entryPoints: [join(import.meta.dirname, "main.ts")],
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: "[name]-[hash]",
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "linked",
    logLevel: "warning",
    plugins: [whatIsNeeded],
  });
  cpSync(join(editor, ASSETS), join(folder, ASSETS), {
    recursive: true,
    filter: (file) => !file.endsWith(".map"),
  });
}

/** Of the languages that it speaks only Spanish is taken along, and none of those whose code it could colour: texts here have none. */
const whatIsNeeded: Plugin = {
  name: "what-is-needed",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@shikijs\// }, () => ({ path: "nothing", namespace: "nothing" }));
    onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "export default [];" }));
    onResolve({ filter: /\/locales\/[\w-]+\.json$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, dirname(path), "es-CO.json"),
    }));
  },
};
