import { retry } from "../../../netlify/schedule/retry.ts";
import { sweep } from "../../../netlify/schedule/sweep.ts";
import { ruleContext, type Deps } from "../../../netlify/forms/deps.ts";
import { settle } from "../../../netlify/forms/settle.ts";
import { publishJob } from "../../../src/domain/favours/asking.ts";
import type { JobOffers } from "../../../src/domain/favours/offer-effects.ts";
import { publishOffer } from "../../../src/domain/favours/offering.ts";
import { addDays, DAY, madridDay } from "../../../src/domain/kernel/time.ts";
import type { Address } from "../../../src/domain/records/address.ts";
import type { Context, Decided, Decision } from "../../../src/domain/records/decision.ts";
import type { Offer } from "../../../src/domain/records/offer.ts";
import { JOB_DRAFT } from "../builders/fixtures.ts";
import { createTestSite } from "./test-site.ts";

/** What a rule is asked about. `offer`: one of the favour's, if it has any. */
export interface Asked extends JobOffers {
  readonly offer: Offer | undefined;
  readonly address: Address | null;
}
export type Rule = (asked: Asked, context: Context) => Decided<string> | null;

/** How many people ask; how many favours each has depends on chance. */
const POSTERS = 3;

/** A site on which favours are asked, offered and decided on by the rules alone, and on which time passes. */
export async function createFavourWorld() {
  const site = await createTestSite({ limits: false });
  const deps: Deps = { ...site.services, clientIp: "", waitUntil: null };
  const { store } = deps;
  const decisions: Decision[] = [];
  const jobIds: string[] = [];
  let helpers = 0;
  const commit = store.commit.bind(store);
  store.commit = async (decision, ...rest) => {
    const result = await commit(decision, ...rest);
    if (result.status === "committed") decisions.push(decision);
    return result;
  };

  async function look(jobId: string): Promise<JobOffers> {
    const [job, { offers, seen }] = await Promise.all([
      store.read("job", jobId),
      store.offersOf(jobId, deps.now()),
    ]);
    if (job === null) throw new Error(`the favour ${jobId} is gone`);
    return { job, offers, seen };
  }

  const decide = async (decided: Decided<string> | null): Promise<string | null> => {
    if (decided === null) return null;
    const settling = { found: null, readAgain: () => Promise.resolve(null), formKey: null, request: null };
    const { result } = await settle(deps, { ...settling, decide: () => decided });
    return result.ok ? result.value.id : null;
  };

  return {
    site,
    store,
    /** Everything that was committed, in order. */
    decisions,
    jobIds,
    look,
    decide,
    context: () => ruleContext(deps),

    /** Each favour has a mail address of its own; `POSTERS` people share them. */
    async ask(days: number | null, signals: readonly string[]): Promise<void> {
      const number = jobIds.length;
      const deadline = days === null ? null : addDays(madridDay(deps.now()), days);
      const poster = {
        name: "Paula",
        email: `pide-${String(number)}@example.org`,
        phone: `+34 611 ${String(number)}`,
      };
      const draft = { ...JOB_DRAFT, deadline, poster };
      const address = `hash-poster-${String(number % POSTERS)}`;
      const id = await decide(publishJob({ draft, address, signals }, ruleContext(deps)));
      if (id !== null) jobIds.push(id);
    },

    /** Each offer comes from somebody else. */
    async offer(jobId: string): Promise<void> {
      helpers += 1;
      const name = `ofrece-${String(helpers)}`;
      const draft = {
        message: "Me encantan los perros y vivo al lado.",
        reward: null,
        helper: { name: "Hugo", email: `${name}@example.org`, phone: `+34 622 ${String(helpers)}` },
      };
      const { job, offers } = await look(jobId);
      await decide(
        publishOffer(
          { job, offers, draft, address: `hash-${name}`, mailbox: `box-${name}`, signals: [] },
          ruleContext(deps),
        ),
      );
    },

    /** Asks a rule about a favour and one of its offers. */
    async act(jobId: string, pick: number, rule: Rule): Promise<void> {
      const found = await look(jobId);
      const address = await store.read("address", found.job.poster.address);
      const offer = found.offers[pick % Math.max(1, found.offers.length)];
      await decide(rule({ ...found, offer, address }, ruleContext(deps)));
    },

    /** Time passes; afterwards the schedule runs until it has nothing left to do. */
    async wait(days: number): Promise<void> {
      site.clock.now += days * DAY;
      while ((await sweep(site.services)) > 0);
      await retry(site.services);
    },
  };
}

export type FavourWorld = Awaited<ReturnType<typeof createFavourWorld>>;
