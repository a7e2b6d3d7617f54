import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const BROWSER_TESTS = ["tests/browser/**/*.test.ts", "tests/site/**/*.test.ts"];
const BUILT_TESTS = ["tests/built/**/*.test.ts"];
const LOAD_TESTS = ["tests/load/**/*.test.ts"];

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
          exclude: [...BROWSER_TESTS, ...BUILT_TESTS, ...LOAD_TESTS],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // They read only `dist`, so they run beside each other.
          name: "built",
          include: BUILT_TESTS,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: BROWSER_TESTS,
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
          include: LOAD_TESTS,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
