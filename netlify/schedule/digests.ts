import { sendDigest } from "../../src/domain/favours/digests.ts";
import { err, fail } from "../../src/domain/kernel/errors.ts";
import { type Millis, SECOND } from "../../src/domain/kernel/time.ts";
import { suppressionsOf } from "../../src/domain/people/suppression.ts";
import type { Digest } from "../../src/domain/records/digest.ts";
import type { Services } from "../../src/services.ts";
import { boardQuery } from "../../src/views/board-filters.ts";
import { type Deps, ruleContext } from "../forms/deps.ts";
import { settle } from "../forms/settle.ts";
import { reportFailure } from "../http/report.ts";
import type { Failed } from "./watched.ts";

/** Alerts that one run sees to; what is left waits for the next. */
const DIGESTS_PER_RUN = 100;
/** How long one run may take, so that it comes to its own end before the platform ends it. */
const RUN_TIME: Millis = 20 * SECOND;

/**
 * Sees to the alerts whose time has come, one after another: a page of the board for each, and a letter where something is new. How many
 * letters it made. One that fails is left for the next run; running it again sends nothing twice.
 */
export async function sendDigests(
  services: Services,
  {
    limit = DIGESTS_PER_RUN,
    failed = reportFailure,
  }: { readonly limit?: number; readonly failed?: Failed } = {},
): Promise<number> {
  const deps: Deps = { ...services, clientIp: "", waitUntil: null };
  const { store, now } = deps;
  const until = now() + RUN_TIME;
  let sent = 0;
  for (const digest of await store.digestsDue(now(), limit)) {
    if (now() > until) break;
    try {
      if (await send(digest, deps)) sent += 1;
    } catch (error) {
      failed("digests", error);
    }
  }
  return sent;
}

/** Whether there was anything to tell. */
async function send(due: Digest, deps: Deps): Promise<boolean> {
  const { store, now } = deps;
  const [{ jobs }, isSilenced] = await Promise.all([
    store.board(boardQuery(new URLSearchParams(due.filter)), now()),
    isSuppressed(due.email, deps),
  ]);
  let isTold = false;
  await settle(deps, {
    found: due,
    readAgain: () => store.read("digest", due.id),
    decide(digest: Digest | null) {
      if (digest === null) return err(fail("digestOff"));
      const decided = sendDigest({ digest, jobs: jobs.map(({ job }) => job), isSilenced }, ruleContext(deps));
      isTold = decided.ok && decided.value.decision.mails.length > 0;
      return decided;
    },
    formKey: null,
    request: null,
  });
  return isTold;
}

/** Whether nothing is mailed to this address at present. */
export async function isSuppressed(email: string, { store, signer, now }: Deps): Promise<boolean> {
  const hashes = suppressionsOf(email, (name) => signer.addressId(name));
  return (await store.suppressed(hashes, now())) !== null;
}
