import { symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { sourceStamp } from "../../scripts/launch/build.mjs";
import { loadEnvFile } from "../../scripts/launch/env-file.mjs";
import { needsInstall } from "../../scripts/launch/install.mjs";
import { environmentFor, isRecentEnough } from "../../scripts/launch/node.mjs";
import { runStep, StepFailed } from "../../scripts/launch/steps.mjs";
import { tempFolder } from "./temp-folder.ts";

describe("which Node runs the site", () => {
  test.each([
    ["18.20.0", false],
    ["20.20.2", false],
    ["22.12.0", false],
    ["22.22.3", true],
    ["22.23.0", true],
    ["23.11.0", false],
    ["24.15.9", false],
    ["24.16.0", true],
    ["26.0.0", true],
    ["30.1.0", true],
  ])("Node %s: %s", (version, recent) => {
    expect(isRecentEnough(version)).toBe(recent);
  });

  test("everything started by it finds that Node first, and hides no warning but the one", () => {
    const env = environmentFor("/opt/a node/bin/node", { DATA_DIR: "x" });
    expect(env["PATH"]?.startsWith("/opt/a node/bin:")).toBe(true);
    expect(env["NODE_OPTIONS"]).toContain("--disable-warning=ExperimentalWarning");
    expect(env["DATA_DIR"]).toBe("x");
  });
});

describe("when dependencies are installed", () => {
  test("nothing there, or a lockfile newer than what is there", () => {
    const folder = tempFolder({ "package-lock.json": "{}" });
    expect(needsInstall(folder)).toBe(true);
    const installed = tempFolder({ "package-lock.json": "{}", "node_modules/.package-lock.json": "{}" });
    expect(needsInstall(installed)).toBe(false);
    utimesSync(join(installed, "package-lock.json"), new Date(), new Date(Date.now() + 60_000));
    expect(needsInstall(installed)).toBe(true);
  });

  test("never into a folder that is only linked here: it belongs to another copy", () => {
    const folder = tempFolder({ "package-lock.json": "{}" });
    symlinkSync(tempFolder(), join(folder, "node_modules"));
    expect(needsInstall(folder)).toBe(false);
  });
});

describe("when the site is built again", () => {
  const files = { "content/a.mdx": "a", "src/pages/index.astro": "p", "src/generated/articles.json": "{}" };

  test("a changed, new or removed source counts; what is generated and other folders don't", () => {
    const root = tempFolder(files);
    const before = sourceStamp(root, {});
    writeFileSync(join(root, "src/generated/articles.json"), "{ }");
    writeFileSync(join(root, "README.md"), "x");
    expect(sourceStamp(root, {})).toBe(before);
    writeFileSync(join(root, "content/b.mdx"), "b");
    const withNew = sourceStamp(root, {});
    expect(withNew).not.toBe(before);
    writeFileSync(join(root, "content/a.mdx"), "changed");
    expect(sourceStamp(root, {})).not.toBe(withNew);
  });

  test("so does the site's address", () => {
    const root = tempFolder(files);
    expect(sourceStamp(root, { SITE_URL: "https://a.example" })).not.toBe(sourceStamp(root, {}));
  });
});

describe("a step", () => {
  const options = { cwd: process.cwd(), env: process.env };

  test("gives what it printed", async () => {
    expect(await runStep("Cuento", process.execPath, ["-p", "1 + 1"], options)).toBe("2\n");
  });

  test("that fails keeps its exit code", async () => {
    const failed = runStep("Fallo a propósito", process.execPath, ["-e", "process.exit(3)"], options);
    await expect(failed).rejects.toBeInstanceOf(StepFailed);
    await expect(failed).rejects.toMatchObject({ exitCode: 3 });
  });
});

test(".env fills in what is not set: quotes go, comments and empty values don't count", () => {
  const names = ["MTJ_A", "MTJ_B", "MTJ_C", "MTJ_D"];
  onTestFinished(() => {
    for (const name of names) Reflect.deleteProperty(process.env, name);
  });
  process.env["MTJ_D"] = "from outside";
  const folder = tempFolder({
    ".env": 'MTJ_A=uno = dos\n# MTJ_B=no\nMTJ_C="con espacio"\nMTJ_D=no\nMTJ_B=\n',
  });
  loadEnvFile(join(folder, ".env"));
  loadEnvFile(join(folder, "not-there"));
  expect(names.map((name) => process.env[name])).toEqual([
    "uno = dos",
    undefined,
    "con espacio",
    "from outside",
  ]);
});
