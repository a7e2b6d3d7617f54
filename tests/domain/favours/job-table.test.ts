import { describe, expect, test } from "vitest";
import {
  type Decision,
  alreadyDone,
  type Context,
  type Decided,
} from "../../../src/domain/records/decision.ts";
import { JOB_STATES, type JobState } from "../../../src/domain/records/job.ts";
import { completeJob, deliverJob, disputeJob, dropOut } from "../../../src/domain/favours/agreement.ts";
import { editJob, eraseJob, renewJob, withdrawJob } from "../../../src/domain/favours/changing.ts";
import { acceptOffer } from "../../../src/domain/favours/choosing.ts";
import { approveJob, hideJob, restoreJob } from "../../../src/domain/favours/moderating.ts";
import { confirmJob, publishJob, requestJob } from "../../../src/domain/favours/asking.ts";
import { expireJob } from "../../../src/domain/favours/expiry.ts";
import { JOB_STATE_CODES, JOB_TRANSITIONS, type JobAction } from "../../../src/domain/favours/job-states.ts";
import { lapseJob } from "../../../src/domain/favours/lapsing.ts";
import type { Offer } from "../../../src/domain/records/offer.ts";
import { OFFER_TRANSITIONS } from "../../../src/domain/favours/offer-states.ts";
import { DAY } from "../../../src/domain/kernel/time.ts";
import { allows, type Actor } from "../../../src/domain/kernel/transitions.ts";
import {
  JOB_DRAFT,
  NOW,
  aContext,
  aJobWithOffers,
  codeOf,
  outcomeOf,
} from "../../support/builders/fixtures.ts";

type Setting = ReturnType<typeof aJobWithOffers> & { readonly context: Context };

const EDIT = { ...JOB_DRAFT, title: "Paseo para mi perra los jueves", name: "Paula", phone: null };

/** When everything that the calendar does to an agreement is due; a favour that is open is so still. */
const muchLater = (setting: Setting): Setting => ({
  ...setting,
  job: { ...setting.job, expiresAt: NOW + 60 * DAY },
  context: { ...setting.context, now: NOW + 45 * DAY },
});

/** Every action with a rule, asked of a favour in any state. Later rules: report. */
const ACTIONS: readonly { action: JobAction; by: Actor; ask: (setting: Setting) => Decided<JobState> }[] = [
  { action: "confirm", by: "poster", ask: ({ context, job }) => confirmJob({ job }, context) },
  { action: "edit", by: "poster", ask: (s) => editJob({ ...s, edit: EDIT, signals: [] }, s.context) },
  {
    action: "edit",
    by: "poster",
    ask: (s) => editJob({ ...s, edit: EDIT, signals: ["mule", "fakeEscrow", "wordingFaint"] }, s.context),
  },
  { action: "accept", by: "poster", ask: (s) => acceptOffer({ ...s, offerId: s.waiting.id }, s.context) },
  { action: "dropOut", by: "poster", ask: (s) => dropOut({ ...s, by: "poster", reason: "x" }, s.context) },
  {
    action: "dropOut",
    by: "helper",
    ask: (s) => dropOut({ ...s, by: "helper", offerId: s.accepted.id, reason: "x" }, s.context),
  },
  { action: "deliver", by: "helper", ask: (s) => deliverJob({ ...s, offer: s.accepted }, s.context) },
  { action: "dispute", by: "poster", ask: (s) => disputeJob({ ...s, reason: "falta" }, s.context) },
  { action: "complete", by: "poster", ask: (s) => completeJob(s, s.context) },
  {
    action: "complete",
    by: "sweeper",
    ask: (s) => completeJob({ ...muchLater(s), by: "sweeper" }, muchLater(s).context),
  },
  { action: "lapse", by: "sweeper", ask: (s) => lapseJob(muchLater(s), muchLater(s).context) },
  { action: "expire", by: "sweeper", ask: (s) => expireJob(s, { ...s.context, now: NOW + 30 * DAY }) },
  { action: "renew", by: "poster", ask: (s) => renewJob(s, { ...s.context, now: NOW + 28 * DAY }) },
  { action: "withdraw", by: "poster", ask: (s) => withdrawJob({ ...s, reason: "ya-no" }, s.context) },
  { action: "erase", by: "poster", ask: (s) => eraseJob(s, s.context) },
  { action: "approve", by: "moderator", ask: (s) => approveJob(s, s.context) },
  { action: "hide", by: "moderator", ask: (s) => hideJob({ ...s, reason: "estafa" }, s.context) },
  { action: "restore", by: "moderator", ask: (s) => restoreJob(s, s.context) },
];

const PAIRS = JOB_STATES.flatMap((state) => ACTIONS.map((asked) => ({ state, ...asked })));
const possible = PAIRS.filter(({ state, action, by }) => allows(JOB_TRANSITIONS, state, action, by));
const forbidden = PAIRS.filter(({ state, action, by }) => !allows(JOB_TRANSITIONS, state, action, by));

function settingOf(state: JobState): Setting {
  return { ...aJobWithOffers(state), context: aContext() };
}

/** Every move that a decision makes, as rows of the tables would say it. */
function movesOf({ changes }: Decision) {
  return changes.flatMap((change) => {
    if (change.kind !== "job" && change.kind !== "offer") return [];
    return [{ kind: change.kind, from: change.before?.state ?? null, to: change.after?.state ?? null }];
  });
}

describe("what the table of a favour lists can be done", () => {
  test.each(possible)("$action by $by from $state", ({ state, action, by, ask }) => {
    const result = ask(settingOf(state));
    expect(result).toMatchObject({ ok: true });
    if (!result.ok) return;
    expect(result.value.alreadyDone).toBeUndefined();
    const row = { from: state, to: result.value.state, action, by };
    expect(JOB_TRANSITIONS).toContainEqual(row);
  });

  test("asking for a favour, with and without a browser that remembers", () => {
    const request = { draft: JOB_DRAFT, address: "hash", signals: [] };
    const asked = requestJob(request, aContext());
    const published = publishJob(request, aContext());
    const held = publishJob({ ...request, signals: ["mule", "fakeEscrow", "wordingFaint"] }, aContext());
    expect([asked, published, held].map((result) => result.ok && result.value.state)).toEqual([
      "unconfirmed",
      "open",
      "held",
    ]);
  });

  test.each(["open", "assigned", "delivered", "done", "expired", "withdrawn"] as const)(
    "a favour that reports held goes back to %s, and so does a hidden one",
    (stateBefore) => {
      const held = { ...aJobWithOffers("held", { stateBefore }), context: aContext() };
      const hidden = { ...aJobWithOffers("hidden", { stateBefore }), context: aContext() };
      expect(approveJob(held, held.context)).toMatchObject({ ok: true, value: { state: stateBefore } });
      expect(restoreJob(hidden, hidden.context)).toMatchObject({ ok: true, value: { state: stateBefore } });
    },
  );
});

/** Where a second asking is told that it was done: the state is what the action leads to, or one behind it. */
const DONE_BEFORE: Readonly<Partial<Record<JobAction, readonly JobState[]>>> = {
  confirm: JOB_STATES.filter((state) => state !== "unconfirmed" && state !== "erased"),
  deliver: ["delivered"],
  complete: ["done"],
  expire: ["expired"],
  withdraw: ["withdrawn"],
  hide: ["hidden"],
  erase: ["erased"],
};

/** A favour that nobody agreed on has no offer that could be delivered, whatever its own state. */
function refusalOf(state: JobState, action: JobAction): string {
  return action === "deliver" ? "offerAccepted" : JOB_STATE_CODES[state];
}

describe("what the table of a favour does not list can't be done", () => {
  test.each(forbidden)("$action by $by from $state", ({ state, action, ask }) => {
    const setting = settingOf(state);
    const result = ask(setting);
    if (DONE_BEFORE[action]?.includes(state)) {
      expect(result).toEqual(alreadyDone(setting.job.id, state));
    } else {
      expect(codeOf(result)).toBe(refusalOf(state, action));
    }
  });
});

describe("whatever is done", () => {
  test.each(possible)("$action by $by from $state makes only moves that a table lists", ({ state, ask }) => {
    const moves = movesOf(outcomeOf(ask(settingOf(state))).decision);
    const tables: Readonly<Record<"job" | "offer", readonly { from: string | null; to: string }[]>> = {
      job: JOB_TRANSITIONS,
      offer: OFFER_TRANSITIONS,
    };
    const unlisted = moves.filter(
      ({ kind, from, to }) => from !== to && !tables[kind].some((row) => row.from === from && row.to === to),
    );
    expect(moves.length).toBeGreaterThan(0);
    expect(unlisted).toEqual([]);
  });

  test.each(possible)(
    "every change of $action by $by from $state counts the version up by one",
    ({ state, ask }) => {
      const { changes } = outcomeOf(ask(settingOf(state))).decision;
      const steps = changes.flatMap(({ before, after }) =>
        after === null ? [] : [after.version - (before?.version ?? 0)],
      );
      expect(new Set(steps)).toEqual(new Set([1]));
    },
  );
});

/** The setting as it is once a decision is committed. */
function afterwards(setting: Setting, { changes }: Decision): Setting {
  let job = setting.job;
  const changed = new Map<string, Offer>();
  for (const change of changes) {
    if (change.kind === "job" && change.after !== null) job = change.after;
    if (change.kind === "offer" && change.after !== null) changed.set(change.after.id, change.after);
  }
  const now = (offer: Offer) => changed.get(offer.id) ?? offer;
  const { accepted, waiting, offers } = setting;
  return { ...setting, job, offers: offers.map(now), accepted: now(accepted), waiting: now(waiting) };
}

test.each(possible)(
  "$action by $by from $state: the second POST says that it was done",
  ({ ask, state, action }) => {
    const setting = settingOf(state);
    const first = outcomeOf(ask(setting));
    const second = ask(afterwards(setting, first.decision));
    // What is held now says nothing about how it came there: it answers by its state until somebody has looked at it.
    if (first.state === "held" && action !== "confirm") expect(codeOf(second)).toBe("jobHeld");
    // Nobody asks for it twice but the sweeper, which needs no friendly answer.
    else if (action === "lapse") expect(codeOf(second)).toBe("jobOpen");
    else expect(outcomeOf(second)).toMatchObject({ alreadyDone: true, state: first.state });
  },
);
