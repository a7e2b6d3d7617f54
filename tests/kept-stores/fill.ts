// Fills an embedded store through the handlers, as visitors do, and prints it with its links as JSON:
//   node tests/kept-stores/fill.ts > tests/kept-stores/<name>.json
// Run once with the code of one moment. Every later commit has to read what came of it (`kept-stores.test.ts`).
import { castVoteOf, contactOwner, fillComments } from "./fill-talk.ts";
import { fillFavours } from "./fill-favours.ts";
import { createTestSite } from "../support/site/test-site.ts";
import { contentsWithLifetimes } from "./contents-with-lifetimes.ts";
import { leaveMails } from "./fill-mails.ts";

/** When the last of it was written. */
const FILLED_AT = Date.parse("2026-11-28T12:00:00Z");

const site = createTestSite({ limits: false });
site.clock.now = FILLED_AT;
const links = { ...(await fillFavours(site)), ...(await fillComments(site)) };
await contactOwner(site);
await castVoteOf(site);
await leaveMails(site);
const contents = contentsWithLifetimes(site.files.store);
site.stop();
process.stdout.write(`${JSON.stringify({ filledAt: FILLED_AT, links, contents }, null, 1)}\n`);
