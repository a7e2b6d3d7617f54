import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { watchContent } from "../../scripts/edit/watch-content.ts";
import { article, GOOD, smallSite } from "./small-site.ts";

test("every save is noticed, also of a file that another was put in the place of, and of one in a list", async () => {
  const root = smallSite();
  let changes = 0;
  const stop = watchContent(root, () => changes++);
  const file = join(root, "content/articles/una-polemica.mdx");
  const saves = [
    () => {
      writeFileSync(`${file}.swap`, article(GOOD, "Uno."));
      renameSync(`${file}.swap`, file);
    },
    () => writeFileSync(file, article(GOOD, "Dos.")),
    () => writeFileSync(join(root, "content/topics.yaml"), "[]\n"),
    () => writeFileSync(join(root, "public/descargas/hoja.csv"), "Día\n"),
  ];
  for (const [at, save] of saves.entries()) {
    save();
    await expect.poll(() => changes, { timeout: 5000 }).toBe(at + 1);
  }
  stop();
});
