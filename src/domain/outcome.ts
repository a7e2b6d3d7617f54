import type { CacheTag, Change, Count, Decision, Guard } from "./decision.ts";
import type { DomainError } from "./errors.ts";
import type { NewId } from "./id.ts";
import type { MailEvent } from "./mail-event.ts";
import { ok } from "./result.ts";
import type { Result } from "./result.ts";
import type { Millis } from "./time.ts";

/** What every rule needs to know of the world around it, since it reads no clock, no dice and no environment. */
export interface Context {
  readonly now: Millis;
  readonly newId: NewId;
  /** Addresses that are told about what waits for a moderator. */
  readonly moderators: readonly string[];
  /** False where `LIMITS=off`: decisions carry no guards that count per address. */
  readonly limits: boolean;
}

/** What a rule decided and what comes of it once it is committed. */
export interface Outcome<S extends string> {
  readonly decision: Decision;
  /** The favour, offer, comment or message that the action was about. */
  readonly id: string;
  readonly state: S;
  /** The action had been done before: `decision` is `NOTHING` and `state` the present one. */
  readonly alreadyDone?: true;
}

export type Decided<S extends string> = Result<Outcome<S>, DomainError>;

/** A decision that changes nothing. */
export const NOTHING: Decision = { guards: [], changes: [], counts: [], mails: [], purge: [] };

export function isNothing(decision: Decision): boolean {
  return decision.changes.length + decision.counts.length + decision.mails.length === 0;
}

interface DecisionParts {
  readonly guards?: readonly Guard[];
  readonly changes: readonly Change[];
  readonly counts?: readonly Count[];
  readonly mails?: readonly MailEvent[];
  readonly purge?: readonly CacheTag[];
}

export function decided<S extends string>(id: string, state: S, parts: DecisionParts): Decided<S> {
  return ok({ decision: { ...NOTHING, ...parts }, id, state });
}

export function alreadyDone<S extends string>(id: string, state: S): Decided<S> {
  return ok({ decision: NOTHING, id, state, alreadyDone: true });
}
