import { describe, expect, test } from "vitest";
import { offerSentence } from "../../src/copy/own-states.ts";
import { OFFER_STATES } from "../../src/domain/records/offer.ts";
import { JOB_STATES } from "../../src/domain/records/job.ts";
import { editComment } from "../../src/domain/comments/changing.ts";
import { approveComment, markSpam, rejectComment } from "../../src/domain/comments/moderating.ts";
import { editJob } from "../../src/domain/favours/changing.ts";
import { acceptOffer, declineOffer } from "../../src/domain/favours/choosing.ts";
import { approveJob, hideJob } from "../../src/domain/favours/moderating.ts";
import { editOffer, reconfirmOffer } from "../../src/domain/favours/changing-offers.ts";
import type { Decided } from "../../src/domain/records/decision.ts";
import { parseCommentForm } from "../../src/domain/comments/form.ts";
import { parseForm } from "../../src/domain/kernel/form.ts";
import { SHOWN_FORM } from "../../src/domain/kernel/shown.ts";
import {
  ARTICLE,
  JOB_DRAFT,
  aComment,
  aContext,
  aJob,
  aJobWithOffers,
  anOffer,
  commentAfter,
  jobAfter,
  offerAfter,
  outcomeOf,
} from "../support/builders/fixtures.ts";

const context = aContext();
const { poster, ...draft } = JOB_DRAFT;
const EDIT = { ...draft, name: poster.name, phone: poster.phone };
const LESS = { kind: "money", amountCents: 500, text: null } as const;
const OFFER_EDIT = { name: "Hugo", phone: null, message: "Puedo los martes.", reward: LESS };

function refusal(result: Decided<string>) {
  if (result.ok) throw new Error("not refused");
  return { kind: result.error.kind, changed: result.error.changed };
}

describe("deciding on another version than the one that was read", () => {
  test("names what changed: an offer whose reward went up can't be accepted or declined unread", () => {
    const { job, waiting, offers, seen } = aJobWithOffers("open");
    const edited = outcomeOf(
      editOffer({ offer: waiting, job, offers, seen, edit: OFFER_EDIT, signals: [] }, context),
    );
    const offer = offerAfter(edited, waiting.id);
    const choice = { job, offers: [offer], seen, offerId: offer.id };
    const conflict = {
      kind: "conflict",
      changed: ["message", "rewardKind", "rewardAmount"],
    };
    expect(refusal(acceptOffer({ ...choice, offerVersion: waiting.version }, context))).toEqual(conflict);
    expect(refusal(declineOffer({ ...choice, offerVersion: waiting.version }, context))).toEqual(conflict);
    expect(outcomeOf(acceptOffer({ ...choice, offerVersion: offer.version }, context)).state).toBe(
      "assigned",
    );
    expect(outcomeOf(acceptOffer(choice, context)).state).toBe("assigned");
  });

  test("a helper does not answer a favour whose reward went down unread", () => {
    const before = aJob();
    const edit = { ...EDIT, reward: LESS };
    const job = jobAfter(
      outcomeOf(editJob({ job: before, offers: [], seen: 0, edit, signals: [] }, context)),
    );
    const offer = anOffer(before, { state: "outdated" });
    const stale = { offer, job, offers: [offer], seen: 0, jobVersion: before.version };
    const conflict = { kind: "conflict", changed: ["rewardAmount"] };
    expect(refusal(reconfirmOffer(stale, context))).toEqual(conflict);
    expect(refusal(editOffer({ ...stale, edit: OFFER_EDIT, signals: [] }, context))).toEqual(conflict);
    expect(outcomeOf(reconfirmOffer({ ...stale, jobVersion: job.version }, context)).state).toBe("sent");
  });

  test("a moderator decides on what was read, of favours and of comments", () => {
    const before = aComment({ state: "held" });
    const edit = { comment: before, text: "Otra cosa.", signals: [], article: ARTICLE };
    const comment = commentAfter(outcomeOf(editComment({ ...edit, by: "link" }, context)));
    const input = { comment, address: null, article: ARTICLE, reason: "x", version: before.version };
    const conflict = { kind: "conflict", changed: ["text"] };
    expect(refusal(approveComment(input, context))).toEqual(conflict);
    expect(refusal(rejectComment(input, context))).toEqual(conflict);
    expect(refusal(markSpam(input, context))).toEqual(conflict);

    const job = aJob({ state: "held", version: 5, edits: { title: 5, town: 2 } });
    const held = { job, offers: [], seen: 0, reason: "x", version: 4 };
    expect(refusal(approveJob(held, context)).changed).toEqual(["title"]);
    expect(refusal(hideJob(held, context)).changed).toEqual(["title"]);
  });

  test("two windows of one person don't overwrite each other", () => {
    const job = aJob({ edits: { description: 3 } });
    const edit = { ...EDIT, title: "Paseo para mi perra los jueves" };
    const input = { job, offers: [], seen: 0, edit, signals: [], version: 2 };
    expect(refusal(editJob(input, context)).changed).toEqual(["description"]);
  });

  test("what was done before stays done, whatever was read", () => {
    const { job, accepted, offers, seen } = aJobWithOffers("assigned");
    const again = acceptOffer({ job, offers, seen, offerId: accepted.id, offerVersion: 1 }, context);
    expect(outcomeOf(again).alreadyDone).toBe(true);
    const comment = aComment({ state: "approved" });
    const approved = approveComment({ comment, address: null, article: ARTICLE, version: 9 }, context);
    expect(outcomeOf(approved).alreadyDone).toBe(true);
  });

  test.each(["abc", "-1", "1e3", "0", "1.5", "0x1", "99999999999999999999"])("%s is no version", (text) => {
    const parsed = parseForm(SHOWN_FORM, { version: text, jobVersion: text });
    expect(parsed).toEqual({
      ok: false,
      error: { version: "versionInvalid", jobVersion: "versionInvalid" },
    });
  });

  test("without a version nothing is compared", () => {
    expect(parseForm(SHOWN_FORM, { version: "", offerVersion: "3" })).toEqual({
      ok: true,
      value: { offerVersion: 3 },
    });
  });
});

describe("what is held", () => {
  test("keeps what it was held for, however innocent its edit", () => {
    const comment = aComment({ state: "held", signals: ["mule", "link"] });
    const input = { comment, text: "Gracias.", signals: ["stampMissing", "link"], article: ARTICLE };
    const edited = outcomeOf(editComment({ ...input, by: "link" }, context));
    expect(commentAfter(edited)).toMatchObject({ state: "held", signals: ["mule", "link", "stampMissing"] });
  });

  test("is settled by a moderator's approval", () => {
    const comment = aComment({ state: "held", signals: ["mule", "fakeEscrow", "wordingFaint"] });
    const approved = outcomeOf(approveComment({ comment, address: null, article: ARTICLE }, context));
    expect(commentAfter(approved).signals).toEqual([]);
    const job = aJob({ state: "held", signals: ["mule", "fakeEscrow", "wordingFaint"] });
    expect(jobAfter(outcomeOf(approveJob({ job, offers: [], seen: 0 }, context))).signals).toEqual([]);
  });
});

test.each(["none", "each", "daily", "author"])("a comment can ask for notices: %s", (notify) => {
  const parsed = parseCommentForm({
    article: "a",
    text: "Hola",
    name: "Eva",
    email: "eva@example.com",
    notify,
  });
  expect(parsed).toMatchObject({ ok: true, value: { notify } });
});

test("who made an offer is never spoken of as somebody else", () => {
  const sentences = OFFER_STATES.flatMap((offer) => JOB_STATES.map((job) => offerSentence(offer, job)));
  expect(sentences.filter((sentence) => sentence.includes("Quien se ofreció"))).toEqual([]);
  expect(sentences.filter((sentence) => sentence.includes("quien se ofrece"))).toEqual([]);
  expect(offerSentence("withdrawn", "open")).toBe("La retiraste.");
  expect(offerSentence("accepted", "delivered")).not.toBe(offerSentence("accepted", "assigned"));
});
