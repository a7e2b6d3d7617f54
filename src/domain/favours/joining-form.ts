import * as z from "zod/mini";
import { type FieldErrors, type Result, ok } from "../kernel/errors.ts";
import { type FormValues, parseForm } from "../kernel/form.ts";
import { ADDRESS_FORM, CONSENT, type PersonDraft } from "../people/person.ts";
import type { Reward } from "../records/reward.ts";
import { REWARD_FORM, rewardOf } from "./reward-form.ts";

/** The form of `/api/jobs/:id/rewards`. */
export const JOINING_FORM = z.object({ ...REWARD_FORM.shape, ...ADDRESS_FORM.shape, consent: CONSENT });

/** A joined reward as the form gives it. */
export interface JoinedDraft {
  readonly reward: Reward;
  readonly joiner: PersonDraft;
}

/** Reads the form of `/api/jobs/:id/rewards`. */
export function parseJoiningForm(values: FormValues): Result<JoinedDraft, FieldErrors> {
  const parsed = parseForm(JOINING_FORM, values);
  if (!parsed.ok) return parsed;
  const { name, email } = parsed.value;
  return ok({ reward: rewardOf(parsed.value), joiner: { name, email, phone: null } });
}
