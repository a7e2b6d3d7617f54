import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lookalikes, lookalikesModule } from "../../scripts/lookalikes.ts";

test("the committed table is what the script makes of Unicode's data and of our list", async () => {
  const committed = readFileSync(
    new URL("../../src/domain/suspicion/lookalikes.ts", import.meta.url),
    "utf8",
  );
  expect(committed).toBe(await lookalikesModule());
});

test("no sign of ASCII stands for another letter, and none is entered that folding turns into Latin already", () => {
  const table = lookalikes();
  expect(table.size).toBeGreaterThan(400);
  for (const sign of table.keys()) expect(sign).not.toMatch(/[\x00-\x7fáéíóúüñ]/);
  for (const latin of table.values()) expect(latin).toMatch(/^[a-z]{1,2}$/);
});
