import { watch } from "node:fs";
import { join } from "node:path";

/** An editor saves a file in several steps. */
const QUIET_MS = 300;

/** Calls back once after each change of what editors commit. */
export function watchContent(root: string, changed: () => void): void {
  let waiting: NodeJS.Timeout | undefined;
  for (const folder of ["content", join("public", "descargas")]) {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(waiting);
      waiting = setTimeout(changed, QUIET_MS);
    });
  }
}
