import { expect, test } from "vitest";
import { sweep } from "../../netlify/schedule/sweep.ts";
import { completeJob, deliverJob, dropOut } from "../../src/domain/favours/agreement.ts";
import { acceptOffer } from "../../src/domain/favours/choosing.ts";
import { liveOffers } from "../../src/domain/favours/offer-states.ts";
import { DAY } from "../../src/domain/kernel/time.ts";
import { expectRight } from "../support/site/favour-laws.ts";
import { createFavourWorld, type FavourWorld } from "../support/site/favour-world.ts";

const DAYS = 60;
/** What one run may do here: less than a busy day brings, so that runs have to go on where others stopped. */
const A_RUN = 3;

/** The same chances each time: the test has to say the same whenever it runs. */
function createChance(seed: number): (one: number, of: number) => boolean {
  let state = seed;
  return (one, of) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % of < one;
  };
}

/** What people do with one favour on one day: most of them forget it, and every third agreement is never heard of again. */
async function live(world: FavourWorld, id: string, happens: ReturnType<typeof createChance>): Promise<void> {
  const { job, offers } = await world.look(id);
  if (job.state === "assigned" && world.jobIds.indexOf(id) % 3 === 0) return;
  const offer = liveOffers(offers)[0];
  if (job.state === "open" && happens(1, 6)) return world.offer(id);
  if (offer === undefined) return;
  const agreed = { job, offer: offers.find((one) => one.id === job.assignedOffer) ?? offer };
  if (job.state === "open" && happens(1, 6)) {
    return world.act(id, 0, (asked, context) => acceptOffer({ ...asked, offerId: offer.id }, context));
  }
  if (job.state === "assigned" && happens(1, 15)) {
    return world.act(id, 0, (_, context) => deliverJob(agreed, context));
  }
  if (job.state === "assigned" && happens(1, 40)) {
    const reason = "No puedo.";
    return world.act(id, 0, (asked, context) =>
      dropOut({ ...asked, by: "helper", offerId: agreed.offer.id, reason }, context),
    );
  }
  if (job.state === "delivered" && happens(1, 10)) {
    await world.act(id, 0, (asked, context) => completeJob(asked, context));
  }
}

test("60 days of a busy board: every promise about time is kept, in runs of a bounded size", async () => {
  const world = await createFavourWorld();
  const happens = createChance(20_261_129);
  const { services, clock, mails } = world.site;
  let mostRuns = 0;
  for (let day = 0; day < DAYS; day += 1) {
    await world.ask(happens(1, 3) ? 12 : null, happens(1, 12) ? ["mule", "fakeEscrow", "wordingFaint"] : []);
    for (const id of world.jobIds) await live(world, id, happens);
    clock.now += DAY;
    let runs = 0;
    for (let changed = A_RUN; changed > 0; runs += 1) {
      changed = await sweep(services, { limit: A_RUN });
      expect(changed).toBeLessThanOrEqual(A_RUN);
    }
    mostRuns = Math.max(mostRuns, runs);
  }
  await expectRight(world);
  expect(mostRuns).toBeGreaterThan(2);

  const ids = world.decisions.flatMap((decision) => decision.mails.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  const left = new Set(mails().map(({ id }) => id.split("/")[0]));
  const OF_TIME = ["jobEnding", "jobExpired", "offerReminder", "offerEnded", "deliveryReminder", "jobDone"];
  for (const name of [...OF_TIME, "agreementWarned", "agreementLapsed"]) expect(left).toContain(name);

  // Nobody does anything any more: half a year later nothing is left to do, and nobody's address is known.
  for (let n = 0; n < 6; n += 1) await world.wait(31);
  await expectRight(world);
  world.site.stop();
}, 240_000);
