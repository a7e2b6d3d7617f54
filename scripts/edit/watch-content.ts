import { globSync, watch } from "node:fs";
import { join } from "node:path";

/** An editor saves a file in several steps. */
const QUIET_MS = 300;

/**
 * Calls back once after each change of what editors commit; the answer stops it. Each folder is watched by itself: on Linux, Node loses
 * sight of a file below a watched tree once it is saved by putting another in its place, as many editors do.
 */
export function watchContent(root: string, changed: () => void): () => void {
  let waiting: NodeJS.Timeout | undefined;
  const watchers = ["content", ...globSync("content/*/", { cwd: root }), join("public", "descargas")].map(
    (folder) =>
      watch(join(root, folder), () => {
        clearTimeout(waiting);
        waiting = setTimeout(changed, QUIET_MS);
      }),
  );
  return () => {
    clearTimeout(waiting);
    for (const watcher of watchers) watcher.close();
  };
}
