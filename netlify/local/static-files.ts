import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { createBody, STATIC_BROTLI, type Body } from "./body.ts";
import { contentTypeOf } from "./content-types.ts";

export interface StaticFile {
  readonly contentType: string;
  readonly etag: string;
  readonly body: Body;
}

export type StaticMatch =
  { readonly type: "file"; readonly file: StaticFile } | { readonly type: "redirect"; readonly to: string };

export interface StaticFiles {
  /** `pathname` as it stands in the URL, percent-encoded. */
  find(pathname: string): Promise<StaticMatch | null>;
}

/** Files that tell the platform what to do; it never serves them. */
const PLATFORM_FILES = new Set(["/_redirects", "/_headers"]);

/**
 * The built site. The folder is listed once, at the start: what is not in the list can't be asked for, so that no path,
 * however it is spelled, leads out of the folder.
 */
export async function openStaticFiles(folder: string): Promise<StaticFiles> {
  const paths = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join("/")}`;
    if (!PLATFORM_FILES.has(path)) paths.set(path, file);
  }
  const read = new Map<string, Promise<StaticFile>>();

  function load(file: string): Promise<StaticFile> {
    const known = read.get(file);
    if (known) return known;
    const made = readStaticFile(file);
    read.set(file, made);
    return made;
  }

  return {
    async find(pathname) {
      const path = decodePath(pathname);
      if (path === null) return null;
      const file = path.endsWith("/")
        ? paths.get(`${path}index.html`)
        : (paths.get(path) ?? paths.get(`${path}.html`));
      if (file !== undefined) return { type: "file", file: await load(file) };
      return paths.has(`${path}/index.html`) ? { type: "redirect", to: `${pathname}/` } : null;
    },
  };
}

async function readStaticFile(file: string): Promise<StaticFile> {
  const bytes = await readFile(file);
  const hash = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  return {
    contentType: contentTypeOf(file),
    etag: `"${hash}"`,
    body: createBody(bytes, STATIC_BROTLI),
  };
}

function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
