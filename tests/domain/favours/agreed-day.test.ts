import { describe, expect, test } from "vitest";
import {
  askForReminder,
  canAskForReminder,
  dayReminderAt,
  parseAgreement,
  remindOfDay,
} from "../../../src/domain/favours/agreed-day.ts";
import { acceptOffer } from "../../../src/domain/favours/choosing.ts";
import { dropOut } from "../../../src/domain/favours/agreement.ts";
import { MINUTE, addDays, madridDay, madridInstant } from "../../../src/domain/kernel/time.ts";
import type { AgreedDay } from "../../../src/domain/records/job.ts";
import {
  NOW,
  aContext,
  aJobWithOffers,
  codeOf,
  jobAfter,
  mailNamed,
  mailsOf,
  outcomeOf,
} from "../../support/builders/fixtures.ts";

const TODAY = madridDay(NOW);
const IN_A_WEEK = addDays(TODAY, 7);
const REMINDED = madridInstant(addDays(IN_A_WEEK, -1), "09:00");

function agreedOn(over: Partial<AgreedDay> = {}) {
  const { job, ...rest } = aJobWithOffers("assigned");
  const agreed: AgreedDay = { date: IN_A_WEEK, time: "18:30", remind: [], remindedAt: null, ...over };
  return { ...rest, job: { ...job, agreed } };
}

describe("the day that is said when an offer is accepted", () => {
  test.each([
    ["nothing", {}, null],
    ["a day", { agreedDate: IN_A_WEEK }, { date: IN_A_WEEK, time: null, remind: [] }],
    [
      "a day, an hour and a reminder",
      { agreedDate: IN_A_WEEK, agreedTime: " 18:30 ", remind: "on" },
      { date: IN_A_WEEK, time: "18:30", remind: ["poster"] },
    ],
    [
      "tomorrow, too late to be reminded of",
      { agreedDate: addDays(TODAY, 1), remind: "on" },
      { date: addDays(TODAY, 1), remind: [] },
    ],
  ])("%s", (_, values, agreed) => {
    const late = madridInstant(TODAY, "15:00");
    const parsed = parseAgreement(values, late);
    if (agreed === null) expect(parsed).toEqual({ ok: true, value: null });
    else expect(parsed).toMatchObject({ ok: true, value: agreed });
  });

  test.each([
    [{ agreedTime: "18:30" }, { agreedDate: "agreedDateMissing" }],
    [{ remind: "on" }, { agreedDate: "agreedDateMissing" }],
    [{ agreedDate: "2026-02-30" }, { agreedDate: "deadlineInvalid" }],
    [{ agreedDate: addDays(TODAY, -1) }, { agreedDate: "deadlinePast" }],
    [{ agreedDate: addDays(TODAY, 91) }, { agreedDate: "deadlineTooFar" }],
    [{ agreedDate: IN_A_WEEK, agreedTime: "a las seis" }, { agreedTime: "agreedTimeInvalid" }],
    [{ agreedDate: IN_A_WEEK, agreedTime: "24:00" }, { agreedTime: "agreedTimeInvalid" }],
    [{ agreedDate: TODAY, agreedTime: "00:00" }, { agreedTime: "agreedTimePast" }],
  ])("%o is refused", (values, error) => {
    expect(parseAgreement(values, NOW)).toEqual({ ok: false, error });
  });

  test("goes into the favour and both letters, and ends with the agreement", () => {
    const { job, offers, seen, waiting } = aJobWithOffers("open");
    const agreed: AgreedDay = { date: IN_A_WEEK, time: "18:30", remind: ["poster"], remindedAt: null };
    const accepted = outcomeOf(acceptOffer({ job, offers, seen, offerId: waiting.id, agreed }, aContext()));
    expect(jobAfter(accepted).agreed).toEqual(agreed);
    for (const name of ["contactForPoster", "contactForHelper"] as const)
      expect(mailNamed(accepted, name).data.day).toEqual({ date: IN_A_WEEK, time: "18:30" });

    const broken = outcomeOf(dropOut({ ...agreedOn(), by: "poster", reason: "No puedo" }, aContext()));
    expect(jobAfter(broken).agreed).toBeNull();
  });
});

describe("the reminder of the day before", () => {
  test("is asked for by either side, until it would leave", () => {
    const { job } = agreedOn();
    const asked = outcomeOf(askForReminder({ job, by: "helper" }, aContext()));
    expect(jobAfter(asked).agreed?.remind).toEqual(["helper"]);
    const again = askForReminder({ job: jobAfter(asked), by: "helper" }, aContext());
    expect(outcomeOf(again).alreadyDone).toBe(true);
    expect(canAskForReminder(job, "poster", REMINDED - 1)).toBe(true);
    expect(canAskForReminder(job, "poster", REMINDED)).toBe(false);
    const late = askForReminder({ job, by: "poster" }, aContext({ now: REMINDED }));
    expect(codeOf(late)).toBe("reminderTooLate");
    expect(codeOf(askForReminder({ job: { ...job, agreed: null }, by: "poster" }, aContext()))).toBe(
      "dayNotAgreed",
    );
    const open = aJobWithOffers("open").job;
    expect(codeOf(askForReminder({ job: open, by: "poster" }, aContext()))).toBe("jobOpen");
  });

  test("leaves once, at nine in Madrid, to who asked for it", () => {
    const favour = agreedOn({ remind: ["helper", "poster"] });
    expect(dayReminderAt(favour.job)).toBe(REMINDED);
    expect(codeOf(remindOfDay(favour, aContext({ now: REMINDED - 1 })))).toBe("jobAssigned");
    const reminded = outcomeOf(remindOfDay(favour, aContext({ now: REMINDED + MINUTE })));
    expect(mailsOf(reminded).map((mail) => mail.split(" ")[0])).toEqual(["dayReminder", "dayReminder"]);
    const after = { ...favour, job: jobAfter(reminded) };
    expect(dayReminderAt(after.job)).toBeNull();
    expect(codeOf(remindOfDay(after, aContext({ now: REMINDED + MINUTE })))).toBe("jobAssigned");
  });

  test("goes to nobody who didn't ask, nor once it is done, nor when the day is over", () => {
    expect(dayReminderAt(agreedOn().job)).toBeNull();
    const delivered = { ...agreedOn({ remind: ["poster"] }).job, state: "delivered" as const };
    expect(dayReminderAt(delivered)).toBeNull();
    const over = aContext({ now: madridInstant(IN_A_WEEK, "19:00") });
    expect(mailsOf(outcomeOf(remindOfDay(agreedOn({ remind: ["poster"] }), over)))).toEqual([]);
  });
});

test.each([
  ["2026-07-01", "18:30", "2026-07-01T16:30:00.000Z"],
  ["2026-12-01", "18:30", "2026-12-01T17:30:00.000Z"],
  ["2026-03-29", "01:59", "2026-03-29T00:59:00.000Z"],
  ["2026-03-29", "03:00", "2026-03-29T01:00:00.000Z"],
  ["2026-10-25", "02:30", "2026-10-25T01:30:00.000Z"],
])("%s at %s in Madrid is %s", (day, time, utc) => {
  expect(new Date(madridInstant(day, time)).toISOString()).toBe(utc);
});
