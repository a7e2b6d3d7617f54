import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What decides how a file looks. Builds run at the project's root. */
const MAKERS = join("src", "office");
const PACKAGES = "package-lock.json";

/**
 * A template as a file for Word or Excel. Making one takes a while, so it is kept in `cacheFolder` under a hash of its text and of
 * what makes it: other words or another design make another file.
 */
export async function officeFile(
  template: { readonly fileName: string; readonly text: string; readonly title: string },
  cacheFolder: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { fileName, text, title } = template;
  const hash = createHash("sha256").update(JSON.stringify([await makers(), fileName, title, text]));
  const file = join(cacheFolder, hash.digest("hex").slice(0, 32));
  const kept = await readFile(file).catch(() => null);
  if (kept !== null) return new Uint8Array(kept);

  const bytes = fileName.endsWith(".csv")
    ? await (await import("./workbook.ts")).workbook(text, title)
    : await (await import("./word-document.ts")).wordDocument(text, title);
  await mkdir(cacheFolder, { recursive: true });
  // Two builds at once may want the same file: neither ever reads half of one.
  await writeFile(`${file}.${process.pid}`, bytes);
  await rename(`${file}.${process.pid}`, file);
  return new Uint8Array(bytes);
}

function makers(): Promise<string> {
  return (hashed ??= hashMakers());
}
let hashed: Promise<string> | undefined;

async function hashMakers(): Promise<string> {
  const hash = createHash("sha256");
  const files = (await readdir(MAKERS)).sort().map((name) => join(MAKERS, name));
  for (const file of [...files, PACKAGES]) hash.update(await readFile(file));
  return hash.digest("hex");
}
