import { describe, expect, test } from "vitest";
import { limitError } from "../../src/domain/kernel/errors.ts";
import type { Job } from "../../src/domain/records/job.ts";
import { editJob, withdrawJob } from "../../src/domain/favours/changing.ts";
import { acceptOffer } from "../../src/domain/favours/choosing.ts";
import { hideJob } from "../../src/domain/favours/moderating.ts";
import { confirmJob, publishJob, requestJob } from "../../src/domain/favours/asking.ts";
import { expireJob } from "../../src/domain/favours/expiry.ts";
import { withdrawOffer } from "../../src/domain/favours/changing-offers.ts";
import { confirmOffer, publishOffer } from "../../src/domain/favours/offering.ts";
import type { Offer } from "../../src/domain/records/offer.ts";
import type { Outcome } from "../../src/domain/records/decision.ts";
import {
  JOB_DRAFT,
  NOW,
  aContext,
  aPerson,
  anOffer,
  codeOf,
  outcomeOf,
} from "../support/builders/fixtures.ts";
import { createModel, type Model } from "../support/builders/store-model.ts";

const EDIT = { ...JOB_DRAFT, title: "Paseo para mi perra los jueves", name: "Paula", phone: null };

function openJob(model: Model): Job {
  const request = { draft: JOB_DRAFT, address: "hash-paula", signals: [] };
  const published = outcomeOf(publishJob(request, aContext()));
  model.commit(published.decision);
  return model.job(published.id);
}

function offeringOf(name: string) {
  const draft = { message: "Me encantan los perros.", reward: null, helper: aPerson(name) };
  return { draft, address: `hash-${name}`, mailbox: `box-${name}`, signals: [] };
}

function offerFor(model: Model, jobId: string, name: string): Offer {
  const job = model.job(jobId);
  const { id, decision } = outcomeOf(
    publishOffer({ ...offeringOf(name), job, offers: model.offersOf(jobId).offers }, aContext()),
  );
  expect(model.commit(decision).status).toBe("committed");
  const offer = model.offersOf(jobId).offers.find((sent) => sent.id === id);
  if (offer === undefined) throw new Error("not sent");
  return offer;
}

function setting(helpers: number) {
  const model = createModel();
  const { id } = openJob(model);
  const offers = Array.from({ length: helpers }, (_, n) => offerFor(model, id, `helper-${String(n)}`));
  const look = () => ({ job: model.job(id), ...model.offersOf(id) });
  return { model, id, offers, look };
}

test("50 different offers accepted at once: one wins, two contact mails, 49 are told that it is assigned", () => {
  const { model, offers, look } = setting(50);
  const seenByAll = look();
  const decisions = offers.map((offer) =>
    outcomeOf(acceptOffer({ ...seenByAll, offerId: offer.id }, aContext())),
  );
  const results = decisions.map(({ decision }) => model.commit(decision).status);
  expect(results.filter((status) => status === "committed")).toHaveLength(1);

  const winner = model.job(seenByAll.job.id).assignedOffer;
  const losers = offers.filter(({ id }) => id !== winner);
  const again = losers.map(({ id }) => codeOf(acceptOffer({ ...look(), offerId: id }, aContext())));
  expect(again).toEqual(Array.from({ length: 49 }, () => "jobAssigned"));
  expect(model.outbox.filter(({ name }) => name.startsWith("contactFor"))).toHaveLength(2);
});

test("the same offer accepted twice: the second says that it was done and sends nothing", () => {
  const { model, offers, look } = setting(2);
  const offerId = offers[0]?.id ?? "";
  const both = [look(), look()].map((seen) => outcomeOf(acceptOffer({ ...seen, offerId }, aContext())));
  expect(both.map(({ decision }) => model.commit(decision).status)).toEqual(["committed", "conflict"]);
  const mails = model.outbox.length;
  const second = outcomeOf(acceptOffer({ ...look(), offerId }, aContext()));
  expect(second).toMatchObject({ alreadyDone: true, state: "assigned" });
  model.commit(second.decision);
  expect(model.outbox).toHaveLength(mails);
});

describe("accepting against something else: whichever commits first, the other is a conflict", () => {
  type Look = ReturnType<ReturnType<typeof setting>["look"]>;
  const late = { ...aContext(), now: NOW + 31 * 24 * 3_600_000 };
  const others: readonly [string, (seen: Look, offer: Offer) => Outcome<string>][] = [
    ["withdraw", (seen) => outcomeOf(withdrawJob({ ...seen, reason: "ya-no" }, aContext()))],
    ["edit", (seen) => outcomeOf(editJob({ ...seen, edit: EDIT, signals: [] }, aContext()))],
    ["expire", (seen) => outcomeOf(expireJob(seen, late))],
    ["hide", (seen) => outcomeOf(hideJob({ ...seen, reason: "estafa" }, aContext()))],
    ["the helper withdraws", (seen, offer) => outcomeOf(withdrawOffer({ ...seen, offer }, aContext()))],
  ];

  test.each(others)("%s", (_name, decide) => {
    for (const acceptFirst of [true, false]) {
      const { model, offers, look } = setting(2);
      const offer = offers[0];
      if (offer === undefined) throw new Error("no offer");
      const accept = outcomeOf(acceptOffer({ ...look(), offerId: offer.id }, aContext()));
      const other = decide(look(), offer);
      const [first, second] = acceptFirst ? [accept, other] : [other, accept];
      expect(model.commit(first.decision).status).toBe("committed");
      expect(model.commit(second.decision).status).toBe("conflict");
      const revealed = model.outbox.some(({ name }) => name.startsWith("contactFor"));
      expect(revealed).toBe(acceptFirst);
    }
  });
});

test("an offer that is confirmed while another is accepted is a conflict, then honestly too late", () => {
  const { model, id, offers, look } = setting(1);
  const unconfirmed = anOffer(model.job(id), { state: "unconfirmed", version: 1, sentAt: null });
  model.commit({
    guards: [],
    changes: [{ kind: "offer", before: null, after: unconfirmed }],
    counts: [],
    mails: [],
    purge: [],
  });
  const confirm = outcomeOf(confirmOffer({ offer: unconfirmed, job: model.job(id), offers: [] }, aContext()));
  const accept = outcomeOf(acceptOffer({ ...look(), offerId: offers[0]?.id ?? "" }, aContext()));
  expect(model.commit(accept.decision).status).toBe("committed");
  expect(model.commit(confirm.decision).status).toBe("conflict");
  expect(codeOf(confirmOffer({ offer: unconfirmed, job: model.job(id), offers: [] }, aContext()))).toBe(
    "jobAssigned",
  );
});

test("an offer that arrives while another is accepted never stays behind unseen", () => {
  const { model, id, offers, look } = setting(1);
  const accept = outcomeOf(acceptOffer({ ...look(), offerId: offers[0]?.id ?? "" }, aContext()));
  offerFor(model, id, "late");
  expect(model.commit(accept.decision).status).toBe("conflict");
});

test("a poster who reads one version and accepts another is told that it changed", () => {
  const { offers, look } = setting(1);
  const offer = offers[0];
  const choice = { ...look(), offerId: offer?.id ?? "", offerVersion: (offer?.version ?? 0) - 1 };
  expect(codeOf(acceptOffer(choice, aContext()))).toBe("offerChanged");
});

describe("what one address may have", () => {
  test("three live favours, counted when confirmed; the fourth waits for one to end", () => {
    const model = createModel();
    const confirmOne = () => {
      const asked = outcomeOf(
        requestJob({ draft: JOB_DRAFT, address: "hash-paula", signals: [] }, aContext()),
      );
      model.commit(asked.decision);
      return model.commit(outcomeOf(confirmJob({ job: model.job(asked.id) }, aContext())).decision);
    };
    const results = [confirmOne(), confirmOne(), confirmOne(), confirmOne()];
    expect(results.map(({ status }) => status)).toEqual(["committed", "committed", "committed", "limit"]);
    expect(limitError("live-jobs:hash-paula")).toMatchObject({ code: "tooManyJobs", kind: "tooMany" });
  });

  test("ten offers a day; the eleventh waits for the next day of Madrid", () => {
    const model = createModel();
    const { id } = openJob(model);
    const send = (now: number) => {
      const request = { ...offeringOf("hugo"), job: model.job(id), offers: [] };
      return model.commit(outcomeOf(publishOffer(request, aContext({ now }))).decision);
    };
    const today = Array.from({ length: 11 }, () => send(NOW).status);
    expect(today.filter((status) => status === "committed")).toHaveLength(10);
    expect(today.at(-1)).toBe("limit");
    expect(send(NOW + 24 * 3_600_000).status).toBe("committed");
    expect(limitError("offers-of-day:hash-hugo:2026-06-10").code).toBe("tooManyOffers");
  });

  test("no limits where they are off", () => {
    const { decision } = outcomeOf(
      publishJob({ draft: JOB_DRAFT, address: "a", signals: [] }, aContext({ limits: false })),
    );
    expect(decision.guards).toEqual([]);
  });
});
