import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const BROWSER_FOLDERS = ["tests/browser/", "tests/site/"];
const BUILT_FOLDERS = ["tests/built/"];
const LOAD_FOLDERS = ["tests/load/"];
/** They hold rules and words against what they should say: nothing is started in them, and nothing outlives a test. */
export const PLAIN_FOLDERS = [
  "tests/copy/",
  "tests/domain/",
  "tests/drawings/",
  "tests/feeds/",
  "tests/house/",
  "tests/language/",
  "tests/maps/",
  "tests/markdown/",
  "tests/og/",
  "tests/search/",
  "tests/views/",
];
const testsIn = (folders: readonly string[]): string[] => folders.map((folder) => `${folder}**/*.test.ts`);

export default defineConfig({
  test: {
    // Two cores. Whoever waits for a redis-server, a host or a browser leaves its own to the other.
    maxWorkers: 2,
    // Tests start the local host some hundred times: what Node compiled for one is kept for the next, and is half of a start.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL(".cache/compiled", import.meta.url)) },
    // A test that asserts nothing can't fail.
    expect: { requireAssertions: true },
    // The second is for `.ci/run`, which counts from it.
    reporters: ["default", "json"],
    outputFile: { json: ".cache/test-results.json" },
    projects: [
      {
        extends: true,
        test: {
          name: "rooms",
          include: ["tests/**/*.test.ts"],
          exclude: testsIn([...PLAIN_FOLDERS, ...BROWSER_FOLDERS, ...BUILT_FOLDERS, ...LOAD_FOLDERS]),
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "plain",
          include: testsIn(PLAIN_FOLDERS),
          // A file of them takes less time than loading the modules it asks, so those are loaded once for all.
          isolate: false,
          restoreMocks: true,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // They read only `dist`, so they run beside each other.
          name: "built",
          include: testsIn(BUILT_FOLDERS),
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: testsIn(BROWSER_FOLDERS),
          // After everything else: a browser and a host for each of two files fill the machine.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "load",
          include: testsIn(LOAD_FOLDERS),
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
