import { globSync } from "node:fs";
import { join } from "node:path";

/** Addresses that pages and files of the code have; what editors' own files make is known by their names. */
export function livingPaths(root: string): ReadonlySet<string> {
  const pages = globSync("**/*.{astro,ts}", { cwd: join(root, "src", "pages") })
    .filter((file) => !/(?:^|\/)_|\[/.test(file))
    .map((file) => {
      const name = file.replace(/\.(?:astro|ts)$/, "").replace(/(?:^|\/)index$/, "");
      return file.endsWith(".ts") ? `/${name}` : `/${name}/`.replace("//", "/");
    });
  const files = globSync("**/*.*", { cwd: join(root, "public") }).map((file) => `/${file}`);
  return new Set([...pages, ...files]);
}
