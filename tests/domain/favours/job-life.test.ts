import { describe, expect, test } from "vitest";
import { Job } from "../../../src/domain/records/job.ts";
import { editJob, eraseJob, renewJob } from "../../../src/domain/favours/changing.ts";
import { confirmJob, publishJob, requestJob } from "../../../src/domain/favours/asking.ts";
import { expireJob } from "../../../src/domain/favours/expiry.ts";
import { visibility } from "../../../src/domain/favours/job-states.ts";
import { endOfMadridDay, DAY, HOUR, MINUTE } from "../../../src/domain/kernel/time.ts";
import {
  JOB_DRAFT,
  NOW,
  aContext,
  aJob,
  aJobWithOffers,
  codeOf,
  jobAfter,
  mailNamed,
  mailsOf,
  offerAfter,
  outcomeOf,
} from "../../support/builders/fixtures.ts";

const REQUEST = { draft: JOB_DRAFT, address: "hash-paula", signals: [] };
const EDIT = { ...JOB_DRAFT, title: "Paseo para mi perra los jueves", name: "Paula", phone: null };

describe("asking for a favour", () => {
  const asked = outcomeOf(requestJob(REQUEST, aContext()));

  test("is a valid record that nobody sees and that is forgotten after 48 hours", () => {
    const job = jobAfter(asked);
    expect(Job.parse(job)).toEqual(job);
    expect(visibility(job)).toBe("notPublic");
    expect(asked.decision.changes.map(({ forgetAt }) => forgetAt)).toEqual([
      NOW + 48 * HOUR,
      NOW + 180 * DAY,
      NOW + 30 * MINUTE,
    ]);
  });

  test("sends one mail, to confirm, with none of the visitor's text", () => {
    expect(mailsOf(asked)).toEqual(["confirmJob paula@example.com"]);
    expect(Object.keys(mailNamed(asked, "confirmJob").data)).toEqual(["link"]);
  });

  test("confirming opens it, with the poster's link", () => {
    const job = jobAfter(asked);
    const later = aContext({ now: NOW + HOUR });
    const confirmed = outcomeOf(confirmJob({ job }, later));
    expect(jobAfter(confirmed)).toMatchObject({ state: "open", publishedAt: NOW + HOUR, version: 2 });
    expect(mailNamed(confirmed, "jobPublished").data.link).toEqual({ id: job.id, version: 1 });
    expect(confirmed.decision.purge).toEqual(["jobs", `job:${job.id}`]);
    const [change] = confirmed.decision.changes;
    expect(change?.forgetAt).toBeUndefined();
  });

  test("a suspicious one is held, and its poster is told", () => {
    const held = outcomeOf(
      confirmJob(
        { job: aJob({ state: "unconfirmed", signals: ["mule", "fakeEscrow", "wordingFaint"] }) },
        aContext(),
      ),
    );
    expect(held.state).toBe("held");
    expect(mailsOf(held)).toEqual(["jobHeld paula@example.com"]);
  });

  test("confirming after its deadline says so", () => {
    const job = aJob({ state: "unconfirmed", deadline: "2026-06-10" });
    expect(codeOf(confirmJob({ job }, aContext({ now: NOW + DAY })))).toBe("jobExpired");
  });

  test("from a browser that remembers it is open at once", () => {
    const published = outcomeOf(publishJob(REQUEST, aContext()));
    expect(jobAfter(published)).toMatchObject({ state: "open", version: 1, publishedAt: NOW });
    expect(mailsOf(published)).toEqual(["jobPublished paula@example.com"]);
  });
});

describe("how long a favour is open", () => {
  test("30 days, or until the end of its deadline's day if that is sooner", () => {
    const soon = outcomeOf(
      publishJob({ ...REQUEST, draft: { ...JOB_DRAFT, deadline: "2026-06-12" } }, aContext()),
    );
    const far = outcomeOf(
      publishJob({ ...REQUEST, draft: { ...JOB_DRAFT, deadline: "2026-08-12" } }, aContext()),
    );
    expect(jobAfter(soon).expiresAt).toBe(endOfMadridDay("2026-06-12"));
    expect(jobAfter(far).expiresAt).toBe(NOW + 30 * DAY);
  });

  const expired = aJob({ state: "expired", publishedAt: NOW - 31 * DAY, expiresAt: NOW - DAY });

  test("renewing gives 30 more days and drops a deadline that has passed", () => {
    const dated = { ...expired, deadline: "2026-06-09" };
    const renewed = outcomeOf(renewJob({ job: dated }, aContext()));
    expect(jobAfter(renewed)).toMatchObject({ state: "open", deadline: null, expiresAt: NOW + 30 * DAY });
  });

  test("never more than 90 days in all", () => {
    const old = { ...expired, publishedAt: NOW - 80 * DAY };
    expect(jobAfter(outcomeOf(renewJob({ job: old }, aContext()))).expiresAt).toBe(NOW + 10 * DAY);
    const oldest = { ...expired, publishedAt: NOW - 91 * DAY };
    expect(codeOf(renewJob({ job: oldest }, aContext()))).toBe("renewalsUsedUp");
  });

  test("not more than 30 days after it expired", () => {
    const job = { ...expired, expiresAt: NOW - 30 * DAY };
    expect(renewJob({ job }, aContext()).ok).toBe(true);
    expect(codeOf(renewJob({ job }, aContext({ now: NOW + 1 })))).toBe("renewTooLate");
  });

  test("it runs out after its last millisecond, not before", () => {
    const setting = aJobWithOffers("open");
    const at = (now: number) => expireJob(setting, aContext({ now }));
    expect(codeOf(at(setting.job.expiresAt))).toBe("jobOpen");
    const over = outcomeOf(at(setting.job.expiresAt + 1));
    expect(jobAfter(over)).toMatchObject({ state: "expired", hasOffers: false });
  });

  test("a favour that never expired has not been renewed", () => {
    expect(codeOf(renewJob({ job: aJob() }, aContext()))).toBe("jobOpen");
  });
});

describe("editing a favour", () => {
  const setting = aJobWithOffers("open");

  test("asks who offered to read it again", () => {
    const edited = outcomeOf(editJob({ ...setting, edit: EDIT, signals: [] }, aContext()));
    expect(jobAfter(edited)).toMatchObject({
      state: "open",
      title: EDIT.title,
      revision: 2,
      hasOffers: true,
    });
    expect(offerAfter(edited, setting.waiting.id).state).toBe("outdated");
    expect(mailsOf(edited)).toEqual(["offerOutdated hugo@example.com"]);
  });

  test("a suspicious edit is held, and nobody is sent to a page that can't be read", () => {
    const edited = outcomeOf(
      editJob({ ...setting, edit: EDIT, signals: ["mule", "fakeEscrow", "wordingFaint"] }, aContext()),
    );
    expect(edited.state).toBe("held");
    expect(mailsOf(edited)).toEqual(["jobHeld paula@example.com"]);
    expect(offerAfter(edited, setting.waiting.id).state).toBe("outdated");
  });

  test("an earlier deadline brings the end forward; the end of a renewed one is kept", () => {
    const sooner = { ...EDIT, deadline: "2026-06-12" };
    const edited = outcomeOf(editJob({ ...setting, edit: sooner, signals: [] }, aContext()));
    expect(jobAfter(edited).expiresAt).toBe(endOfMadridDay("2026-06-12"));
    const renewed = { ...setting, job: { ...setting.job, expiresAt: NOW + 50 * DAY } };
    const kept = outcomeOf(editJob({ ...renewed, edit: EDIT, signals: [] }, aContext()));
    expect(jobAfter(kept).expiresAt).toBe(NOW + 50 * DAY);
  });

  test("is not possible once it ran out", () => {
    const late = aContext({ now: setting.job.expiresAt + 1 });
    expect(codeOf(editJob({ ...setting, edit: EDIT, signals: [] }, late))).toBe("jobExpired");
  });
});

describe("erasing a favour", () => {
  test("leaves nothing that anybody typed and nothing of the poster", () => {
    const setting = aJobWithOffers("open");
    const erased = jobAfter(outcomeOf(eraseJob(setting, aContext())));
    const left = JSON.stringify(erased);
    for (const typed of ["perra", "Luna", "Utebo", "Paula", "paula@example.com", "600 000", "hash-paula"]) {
      expect(left).not.toContain(typed);
    }
    expect(Job.parse(erased)).toEqual(erased);
    expect(visibility(erased)).toBe("erased");
  });
});
