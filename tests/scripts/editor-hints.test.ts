import { spawn } from "node:child_process";
import { existsSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { summary } from "../../scripts/check-texts.ts";
import { faultText, WEIGHTS } from "../../scripts/edit/content-fault.ts";
import { editorHints } from "../../scripts/editor-hints.ts";
import { ROOT } from "./small-site.ts";

const Matcher = z.object({
  severity: z.string(),
  pattern: z.object({ regexp: z.string(), file: z.number(), line: z.number(), message: z.number() }),
  background: z.object({ beginsPattern: z.string(), endsPattern: z.string() }),
});
const Tasks = z.object({ tasks: z.array(z.object({ problemMatcher: z.array(Matcher) })) });

function matchers() {
  const text = readFileSync(join(ROOT, ".vscode/tasks.json"), "utf8");
  return Tasks.parse(JSON.parse(text)).tasks.flatMap(({ problemMatcher }) => problemMatcher);
}

describe("what VS Code knows", () => {
  test("is written from the schemas and components as they are (node scripts/editor-hints.ts)", async () => {
    const stale = [...(await editorHints())].filter(
      ([path, text]) => !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), "utf8") !== text,
    );
    expect(stale.map(([path]) => path)).toEqual([]);
  });

  test("every field of a YAML file says what it is for, and a list's fields too", async () => {
    const hints = await editorHints();
    expect(hints.get(".vscode/schemas/mindMaps.json")).toContain("Lo que se lee en el centro del mapa");
    expect(JSON.parse(hints.get(".vscode/schemas/topics.json") ?? "")).toMatchObject({
      type: "array",
      items: { required: ["id", "title", "description"], additionalProperties: false },
    });
  });

  test("a fault of each weight is read by one matcher, with its file, line and words", () => {
    const severities = { error: "error", slip: "warning", note: "info" };
    for (const weight of WEIGHTS) {
      const line = faultText({
        file: "content/faq/uno.mdx",
        line: 7,
        column: 3,
        problem: "mal: (muy).",
        whatToDo: "Bien.",
        weight,
      });
      const found = matchers().flatMap(({ severity, pattern }) => {
        const match = new RegExp(pattern.regexp).exec(line);
        return match ? [[severity, match[pattern.file], match[pattern.line], match[pattern.message]]] : [];
      });
      expect(found).toEqual([[severities[weight], "content/faq/uno.mdx", "7", "mal: (muy). → Bien."]]);
    }
  });

  test("a telling ends where the task thinks that it does, with faults and without", () => {
    const fault = { file: "content/a.mdx", line: 1, problem: "mal.", whatToDo: "Bien." };
    for (const { background } of matchers()) {
      for (const faults of [[], [fault], [fault, fault]]) {
        expect(summary(faults)).toMatch(new RegExp(background.endsPattern));
      }
    }
  });

  test("--vigilar tells again when a file is saved", async () => {
    const script = join(ROOT, "scripts/check-texts.ts");
    const watcher = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", script, "--vigilar"]);
    let told = "";
    watcher.stdout.on("data", (chunk: Buffer) => (told += chunk.toString()));
    const tellings = (): number => told.split("Revisando…").length - 1;
    try {
      await expect.poll(tellings, { timeout: 30_000 }).toBe(1);
      await expect
        .poll(
          () => {
            utimesSync(join(ROOT, "content/words.txt"), new Date(), new Date());
            return tellings();
          },
          { timeout: 30_000, interval: 2000 },
        )
        .toBeGreaterThan(1);
    } finally {
      watcher.kill();
    }
  }, 60_000);
});
