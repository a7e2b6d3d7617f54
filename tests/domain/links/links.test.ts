import { describe, expect, test } from "vitest";
import { JOB_STATES } from "../../../src/domain/records/job.ts";
import { Link } from "../../../src/domain/records/link.ts";
import {
  confirmLink,
  manageLink,
  moderatorLink,
  type NewLink,
} from "../../../src/domain/records/new-links.ts";
import { actionsOf, isLinkAlive } from "../../../src/domain/links/actions.ts";
import { DAY, HOUR } from "../../../src/domain/kernel/time.ts";
import {
  MODERATORS,
  NOW,
  aComment,
  aJob,
  aJobWithOffers,
  anOffer,
  freshId,
} from "../../support/builders/fixtures.ts";

function recordOf({ change }: NewLink): Link {
  if (change.kind !== "link" || change.after === null) throw new Error("no link");
  return Link.parse(change.after);
}

const [MODERATOR = ""] = MODERATORS;

const POSTER_ACTIONS = {
  unconfirmed: ["erase"],
  open: ["accept", "decline", "undo", "ask", "closeQuestions", "edit", "withdraw", "erase"],
  held: ["withdraw", "erase"],
  assigned: ["withdraw", "dropOut", "complete", "erase"],
  delivered: ["withdraw", "complete", "dispute", "erase"],
  done: ["erase"],
  expired: ["withdraw", "renew", "erase"],
  withdrawn: ["erase"],
  hidden: ["appeal", "erase"],
  erased: [],
} as const;

describe("what a poster's link offers", () => {
  test.each(JOB_STATES)("when the favour is %s", (state) => {
    const { job } = aJobWithOffers(state, state === "expired" ? { expiresAt: NOW - DAY } : {});
    const link = recordOf(manageLink({ kind: "job", id: job.id }, NOW));
    expect(actionsOf(link, { kind: "job", job }, NOW)).toEqual(POSTER_ACTIONS[state]);
  });

  test("nothing to accept without offers, nor once it ran out", () => {
    const job = aJob();
    const link = recordOf(manageLink({ kind: "job", id: job.id }, NOW));
    expect(actionsOf(link, { kind: "job", job }, NOW)).toEqual(["undo", "edit", "withdraw", "erase"]);
    const late = { ...job, hasOffers: true, expiresAt: NOW - 1 };
    expect(actionsOf(link, { kind: "job", job: late }, NOW)).toEqual(["withdraw", "erase"]);
  });

  test("a reminder once a day was agreed on, and what came later, from links that were mailed before", () => {
    const { job } = aJobWithOffers("assigned");
    const agreed = { date: "2099-01-02", time: null, remind: [], remindedAt: null };
    const link = recordOf(manageLink({ kind: "job", id: job.id }, NOW));
    const older = { ...link, actions: link.actions.filter((one) => one !== "remind" && one !== "undo") };
    for (const one of [link, older]) {
      expect(actionsOf(one, { kind: "job", job: { ...job, agreed } }, NOW)).toContain("remind");
      expect(actionsOf(one, { kind: "job", job: aJob() }, NOW)).toContain("undo");
    }
    expect(actionsOf({ ...link, actions: ["erase"] }, { kind: "job", job }, NOW)).toEqual(["erase"]);
  });

  test("no renewal once it is too late", () => {
    const job = aJob({ state: "expired", expiresAt: NOW - 31 * DAY });
    const link = recordOf(manageLink({ kind: "job", id: job.id }, NOW));
    expect(actionsOf(link, { kind: "job", job }, NOW)).not.toContain("renew");
  });
});

describe("what a helper's link offers", () => {
  const actionsFor = (over: Parameters<typeof anOffer>[1], jobState: "open" | "assigned" | "delivered") => {
    const { job, accepted } = aJobWithOffers(jobState);
    const offer = over?.state === "accepted" ? accepted : anOffer(job, over);
    const link = recordOf(manageLink({ kind: "offer", id: offer.id }, NOW));
    return actionsOf(link, { kind: "offer", offer, job }, NOW);
  };

  test("while it waits, once the favour was edited, once it is accepted, once it is delivered", () => {
    const waiting = ["edit", "ask", "closeQuestions", "withdraw", "erase"];
    expect(actionsFor({ state: "sent" }, "open")).toEqual(waiting);
    expect(actionsFor({ state: "outdated" }, "open")).toEqual(["edit", "reconfirm", "withdraw", "erase"]);
    expect(actionsFor({ state: "standby" }, "assigned")).toEqual(["withdraw", "erase"]);
    expect(actionsFor({ state: "accepted" }, "assigned")).toEqual(["dropOut", "deliver"]);
    expect(actionsFor({ state: "accepted" }, "delivered")).toEqual(["erase"]);
  });
});

test("what a commenter's and a moderator's link offer", () => {
  const comment = aComment({ state: "held" });
  const object = { kind: "comment", id: comment.id } as const;
  const commenter = recordOf(manageLink(object, NOW));
  const moderator = recordOf(moderatorLink(object, MODERATOR, freshId, NOW));
  expect(actionsOf(commenter, { kind: "comment", comment }, NOW)).toEqual(["edit", "delete"]);
  expect(actionsOf(moderator, { kind: "comment", comment }, NOW)).toEqual(["approve", "reject", "spam"]);
  const approved = aComment({ state: "approved" });
  expect(actionsOf(moderator, { kind: "comment", comment: approved }, NOW)).toEqual(["reject"]);

  const { job } = aJobWithOffers("held");
  const forJob = recordOf(moderatorLink({ kind: "job", id: job.id }, MODERATOR, freshId, NOW));
  expect(actionsOf(forJob, { kind: "job", job }, NOW)).toEqual(["approve", "reject"]);
});

describe("how long a link works", () => {
  const job = aJob({ state: "unconfirmed" });
  const confirm = recordOf(confirmLink({ kind: "job", id: job.id }, freshId, NOW));
  const linked = { kind: "job", job } as const;

  test("a confirm link for 48 hours, to the millisecond", () => {
    expect(actionsOf(confirm, linked, NOW + 48 * HOUR)).toEqual(["confirm", "edit"]);
    expect(isLinkAlive(confirm, linked, NOW + 48 * HOUR, MODERATORS)).toBe(true);
    expect(actionsOf(confirm, linked, NOW + 48 * HOUR + 1)).toEqual([]);
    expect(isLinkAlive(confirm, linked, NOW + 48 * HOUR + 1, MODERATORS)).toBe(false);
  });

  test("a confirm link that was used goes on saying so", () => {
    const confirmed = { kind: "job", job: { ...job, state: "open" } } as const;
    expect(actionsOf(confirm, confirmed, NOW)).toEqual([]);
    expect(isLinkAlive(confirm, confirmed, NOW + 100 * DAY, MODERATORS)).toBe(true);
  });

  test("a manage link for 180 days", () => {
    const link = recordOf(manageLink({ kind: "job", id: job.id }, NOW));
    expect(isLinkAlive(link, linked, NOW + 180 * DAY, MODERATORS)).toBe(true);
    expect(isLinkAlive(link, linked, NOW + 180 * DAY + 1, MODERATORS)).toBe(false);
  });

  test("a moderator's as long as its address is one's", () => {
    const { job: held } = aJobWithOffers("held");
    const about = { kind: "job", job: held } as const;
    const link = recordOf(moderatorLink({ kind: "job", id: held.id }, "Mod1@Example.com", freshId, NOW));
    expect(isLinkAlive(link, about, NOW, MODERATORS)).toBe(true);
    expect(isLinkAlive(link, about, NOW, ["mod2@example.com"])).toBe(false);
    expect(isLinkAlive(link, about, NOW, [])).toBe(false);
    expect(isLinkAlive(link, about, NOW + 30 * DAY + 1, MODERATORS)).toBe(false);
    // Nobody's but a moderator's link depends on that list.
    const poster = recordOf(manageLink({ kind: "job", id: held.id }, NOW));
    expect(isLinkAlive(poster, about, NOW, [])).toBe(true);
  });

  test("a moderator's of before its address was noted until its time is over", () => {
    const { job: held } = aJobWithOffers("held");
    const about = { kind: "job", job: held } as const;
    const made = recordOf(moderatorLink({ kind: "job", id: held.id }, MODERATOR, freshId, NOW));
    const { recipient: _, ...older } = made;
    expect(isLinkAlive(Link.parse(older), about, NOW, [])).toBe(true);
    expect(isLinkAlive(Link.parse(older), about, NOW + 30 * DAY + 1, MODERATORS)).toBe(false);
  });

  test("none once what it leads to is forgotten", () => {
    expect(isLinkAlive(confirm, null, NOW, MODERATORS)).toBe(false);
  });
});
