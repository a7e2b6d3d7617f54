import fc from "fast-check";
import { test } from "vitest";
import { completeJob, deliverJob, disputeJob, dropOut } from "../../src/domain/favours/agreement.ts";
import {
  editOffer,
  eraseOffer,
  reconfirmOffer,
  withdrawOffer,
} from "../../src/domain/favours/changing-offers.ts";
import { editJob, eraseJob, renewJob, withdrawJob } from "../../src/domain/favours/changing.ts";
import { acceptOffer, declineOffer } from "../../src/domain/favours/choosing.ts";
import { approveOffer, rejectOffer } from "../../src/domain/favours/offer-moderating.ts";
import { publishReward } from "../../src/domain/favours/joining.ts";
import { claimReward } from "../../src/domain/favours/missing-reward.ts";
import { approveJob, hideJob, restoreJob } from "../../src/domain/favours/moderating.ts";
import { ENDED_OFFER_TTL_DAYS } from "../../src/domain/kernel/limits.ts";
import type { Offer } from "../../src/domain/records/offer.ts";
import { JOB_DRAFT } from "../support/builders/fixtures.ts";
import { expectRight } from "../support/site/favour-laws.ts";
import { createFavourWorld, type FavourWorld, type Rule } from "../support/site/favour-world.ts";

/** `npm run test:long` tries many more. */
const HISTORIES = process.env["npm_lifecycle_event"] === "test:long" ? 500 : 30;

const reason = "cambio de planes";
const ofOffer =
  (
    rule: (asked: Parameters<Rule>[0] & { offer: Offer }, context: Parameters<Rule>[1]) => ReturnType<Rule>,
  ): Rule =>
  (asked, context) =>
    asked.offer === undefined ? null : rule({ ...asked, offer: asked.offer }, context);

/** Enough to be held. */
const HELD = ["mule", "asksSecrets", "wordingFaint"];
const EDIT = { ...JOB_DRAFT, name: "Paula", phone: null };
const JOINER = { name: "Iria", email: "suma@example.org", phone: null };
const BREAD = { kind: "thing", amountCents: null, text: "un bizcocho" } as const;

/** Everything that somebody can do to a favour or an offer; what can't be done as it stands changes nothing. */
const ACTIONS: Readonly<Record<string, Rule>> = {
  accept: ofOffer((asked, context) => acceptOffer({ ...asked, offerId: asked.offer.id }, context)),
  decline: ofOffer((asked, context) => declineOffer({ ...asked, offerId: asked.offer.id }, context)),
  edit: (asked, context) =>
    editJob(
      { ...asked, edit: { ...EDIT, title: `Paseo para Luna, ${String(context.now)}` }, signals: [] },
      context,
    ),
  suspiciousEdit: (asked, context) => editJob({ ...asked, edit: EDIT, signals: HELD }, context),
  withdraw: (asked, context) => withdrawJob({ ...asked, reason: "ya-no" }, context),
  renew: (asked, context) => renewJob(asked, context),
  erase: (asked, context) => eraseJob(asked, context),
  dropOutByPoster: (asked, context) => dropOut({ ...asked, by: "poster", reason }, context),
  dropOutByHelper: ofOffer((asked, context) =>
    dropOut({ ...asked, by: "helper", offerId: asked.offer.id, reason }, context),
  ),
  deliver: ofOffer((asked, context) => deliverJob(asked, context)),
  dispute: (asked, context) => disputeJob({ ...asked, reason }, context),
  complete: (asked, context) => completeJob(asked, context),
  approve: (asked, context) => approveJob(asked, context),
  hide: (asked, context) => hideJob({ ...asked, reason }, context),
  restore: (asked, context) => restoreJob(asked, context),
  join: ({ job }, context) =>
    publishReward(
      { job, draft: { reward: BREAD, joiner: JOINER }, address: "hash-joiner", signals: [] },
      context,
    ),
  missing: ofOffer((asked, context) => claimReward({ ...asked, reason }, context)),
  editOffer: ofOffer((asked, context) => {
    const edit = { name: "Hugo", phone: null, message: `Puedo a las ${String(context.now)}.`, reward: null };
    return editOffer({ ...asked, edit, signals: [] }, context);
  }),
  suspiciousEditOffer: ofOffer((asked, context) => {
    const edit = {
      name: "Hugo",
      phone: null,
      message: `Mándame tu DNI, ${String(context.now)}.`,
      reward: null,
    };
    return editOffer({ ...asked, edit, signals: HELD }, context);
  }),
  approveOffer: ofOffer((asked, context) => approveOffer(asked, context)),
  rejectOffer: ofOffer((asked, context) => rejectOffer({ ...asked, reason }, context)),
  reconfirm: ofOffer((asked, context) => reconfirmOffer(asked, context)),
  withdrawOffer: ofOffer((asked, context) => withdrawOffer(asked, context)),
  eraseOffer: ofOffer((asked, context) => eraseOffer(asked, context)),
};

type Step =
  | { readonly does: "ask"; readonly days: number | null; readonly suspicious: boolean }
  | { readonly does: "offer"; readonly job: number }
  | { readonly does: "act"; readonly job: number; readonly offer: number; readonly action: string }
  | { readonly does: "wait"; readonly days: number };

const pick = fc.nat(5);
const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("ask" as const),
      days: fc.constantFrom(null, null, 3, 20, 60),
      suspicious: fc.nat(5).map((n) => n === 0),
    }),
  },
  { weight: 5, arbitrary: fc.record({ does: fc.constant("offer" as const), job: pick }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("act" as const),
      job: pick,
      offer: pick,
      action: fc.constant("accept"),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      does: fc.constant("act" as const),
      job: pick,
      offer: pick,
      action: fc.constantFrom(...Object.keys(ACTIONS)),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant("wait" as const),
      days: fc.constantFrom(1, 4, 7, 10, 14, 31, 46, 91),
    }),
  },
);

async function take(world: FavourWorld, step: Step): Promise<void> {
  if (step.does === "wait") return world.wait(step.days);
  if (step.does === "ask") return world.ask(step.days, step.suspicious ? HELD : []);
  const jobId = world.jobIds[step.job % Math.max(1, world.jobIds.length)];
  if (jobId === undefined) return;
  if (step.does === "offer") return world.offer(jobId);
  const rule = ACTIONS[step.action];
  if (rule !== undefined) await world.act(jobId, step.offer, rule);
}

test(
  "whatever happens to favours, in whatever order: states, indexes, last letters and what is forgotten are right",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 10, maxLength: 40 }), async (history) => {
        const world = await createFavourWorld();
        try {
          await world.ask(null, []);
          for (const step of history) await take(world, step);
          await world.wait(1);
          await expectRight(world);
          await world.wait(2 * ENDED_OFFER_TTL_DAYS);
          await expectRight(world);
        } finally {
          world.site.stop();
        }
      }),
      { numRuns: HISTORIES },
    );
  },
  HISTORIES * 6000,
);
