import { expect, it } from "vitest";
import { askAgainValues, canAskAgain } from "../../../src/domain/favours/asking-again.ts";
import { parseJobForm } from "../../../src/domain/favours/job-form.ts";
import { JOB_STATES } from "../../../src/domain/records/job.ts";
import { DAY } from "../../../src/domain/kernel/time.ts";
import { job, NOW } from "../../support/builders/records.ts";

it("is for what is over, and for nothing that a moderator took away or that still runs", () => {
  const over = JOB_STATES.filter((state) => canAskAgain({ ...job(), state, expiresAt: NOW + DAY }, NOW));
  expect([...over].sort()).toEqual(["done", "expired", "withdrawn"]);
  expect(canAskAgain({ ...job(), state: "open", expiresAt: NOW - 1 }, NOW)).toBe(true);
});

it("fills in a form that can be sent once its consent is given, whatever day it was for", () => {
  for (const deadline of [null, "2020-02-01", "2099-01-01"]) {
    const values = askAgainValues({ ...job(), state: "done", deadline }, NOW);
    expect(values["deadline"]).toBe("");
    expect(values).toMatchObject({ title: job().title, email: job().poster.email });
    expect(values).not.toHaveProperty("consent");
    expect(parseJobForm({ ...values, consent: "on" }, NOW).ok).toBe(true);
  }
});

it("of somebody whose contact data are forgotten leaves those fields empty", () => {
  const forgotten = { ...job(), state: "done" as const, poster: { ...job().poster, email: "", phone: null } };
  expect(askAgainValues(forgotten, NOW)).toMatchObject({ email: "", phone: "" });
});
