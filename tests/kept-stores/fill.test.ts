import { writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { castVoteOf, contactOwner, fillComments } from "./fill-talk.ts";
import { fillFavours } from "./fill-favours.ts";
import { createTestSite } from "../support/site/test-site.ts";
import { contentsWithLifetimes } from "./contents-with-lifetimes.ts";
import { leaveMails } from "./fill-mails.ts";

/** When the last of it was written. */
const FILLED_AT = Date.parse("2026-11-28T12:00:00Z");

/*
 * Fills an embedded store through the functions, as visitors do. To keep it with its links as JSON, once with the code of
 * one moment, for `kept-stores.test.ts`:
 *   KEEP_STORE=tests/kept-stores/<name>.json npx vitest run --project rooms tests/kept-stores/fill.test.ts
 */
it("a store can be filled through the functions with everything that is to be kept", async () => {
  const site = await createTestSite({ limits: false });
  site.clock.now = FILLED_AT;
  const links = { ...(await fillFavours(site)), ...(await fillComments(site)) };
  await contactOwner(site);
  await castVoteOf(site);
  await leaveMails(site);
  const contents = contentsWithLifetimes(site.files.store);
  site.stop();
  expect(Object.keys(links).length).toBeGreaterThan(15);
  const file = process.env["KEEP_STORE"];
  if (file) writeFileSync(file, `${JSON.stringify({ filledAt: FILLED_AT, links, contents }, null, 1)}\n`);
});
