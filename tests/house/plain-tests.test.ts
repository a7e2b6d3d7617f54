import { expect, test } from "vitest";
import { PLAIN_FOLDERS } from "../../vitest.config.ts";
import { placesOf, projectFiles, readProjectFile } from "./project-files.ts";

/** What one file changes for every file after it in the same process. */
const CHANGES_PROCESS =
  /\bprocess\.env(?:\.\w+|\[[^\]]+\]) *=[^=]|\bprocess\.chdir\(|\bvi\.(?:mock|doMock|stubEnv|stubGlobal|useFakeTimers|setSystemTime)\(|\/support\/site\/(?:browser|built-site|test-site)\b/;

test("tests that share a process change nothing of it", () => {
  const sharing = projectFiles().filter(
    (path) => path.endsWith(".test.ts") && PLAIN_FOLDERS.some((folder) => path.startsWith(folder)),
  );
  expect(sharing.length).toBeGreaterThan(90);
  const places = sharing.flatMap((path) => placesOf(path, readProjectFile(path), CHANGES_PROCESS));
  // Its own pattern.
  expect(places.filter((place) => !place.startsWith("tests/house/plain-tests.test.ts:"))).toEqual([]);
});
