import { expect, it } from "vitest";
import {
  comment,
  idOf,
  job,
  newComment,
  newJob,
  newOffer,
  NOW,
  offer,
  saved,
} from "../support/builders/records.ts";
import { describeOnBoth } from "../support/host/transports.ts";

describeOnBoth("the public numbers", (transport) => {
  it("count what anybody may see now, and nothing else", async () => {
    const store = await transport.freshStore();
    expect(await store.publicNumbers(NOW)).toEqual({ openJobs: 0, openJobsWithOffers: 0, comments: 0 });

    const waited = job({ id: idOf(1), hasOffers: true });
    for (const record of [
      waited,
      job({ id: idOf(2) }),
      job({ id: idOf(3), expiresAt: NOW - 1 }),
      job({ id: idOf(4), state: "held" }),
      job({ id: idOf(5), state: "done", hasOffers: true }),
    ])
      await store.commit(saved(newJob(record)), NOW);
    await store.commit(saved(newOffer(offer({ jobId: waited.id }))), NOW);
    for (const [n, state] of (["approved", "approved", "held", "rejected"] as const).entries())
      await store.commit(saved(newComment(comment({ id: idOf(10 + n), state }))), NOW);

    expect(await store.publicNumbers(NOW)).toEqual({ openJobs: 2, openJobsWithOffers: 1, comments: 2 });
  });
});
