import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { editorConfig, type Repository } from "./config.ts";
import { withMissingWords, type Words } from "./missing-words.ts";
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
    plugins: [whatIsNeeded, spanish, keptDrafts],
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

/** What its Spanish doesn't have yet it would say in English. */
const spanish: Plugin = {
  name: "spanish",
  setup({ onLoad }) {
    onLoad({ filter: /\/es-CO\.json$/ }, ({ path }) => ({
      contents: JSON.stringify(withMissingWords(JSON.parse(readFileSync(path, "utf8")) as Words)),
      loader: "json",
    }));
  },
};

/** `if (backend && !database) { database = …; return; }` and then `database = null`, in the only file that the editor is. */
const FORGETTING =
  /(let\{current:(\w+)\}=\w+;if\(\2&&!\w+\)\{let\{databaseName:\w+\}=\2\.repository\?\?\{\};if\(\w+\)\{\w+=new \w+\(\w+,`draft-backups`,[^;]*;return\}\})(\w+=null)/;

/**
 * What was written and not saved is kept in the browser and offered again. Whoever works on a folder of their computer changes from
 * GitHub to it, and the second time (0.221.1) the editor forgets where it keeps it.
 */
const keptDrafts: Plugin = {
  name: "kept-drafts",
  setup({ onLoad }) {
    onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, ({ path }) => {
      const code = readFileSync(path, "utf8");
      const mended = code.replace(FORGETTING, "$1if(!$2)$3");
      if (mended === code) {
        throw new Error(
          "@sveltia/cms: where unsaved texts are kept is written otherwise; see if this mend is still needed.",
        );
      }
      return { contents: mended, loader: "js" };
    });
  },
};
