import { defineConfig } from "vitest/config";

/** What `npm run test:mutation` runs for each mutant: the domain's own tests, which need neither store nor host. */
export default defineConfig({
  test: {
    name: "domain",
    include: ["tests/domain/**/*.test.ts"],
    expect: { requireAssertions: true },
    testTimeout: 20_000,
  },
});
