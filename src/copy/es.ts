import type { DomainErrorCode, FieldCode } from "../domain/kernel/errors.ts";
import { DOMAIN_MESSAGES } from "./domain-messages.ts";
import { FIELD_MESSAGES } from "./field-messages.ts";
import type { HttpCode } from "./http-codes.ts";
import { HTTP_MESSAGES } from "./http-messages.ts";

// The entry of the Spanish copy: pages and handlers import from here.
export { ACTION_DONE, ACTION_LABELS, ALREADY_DONE } from "./actions.ts";
export { FIELD_LABELS } from "./field-messages.ts";
export { formatDate, formatDateTime, formatDay, formatMoney, formatReward } from "./format.ts";
export {
  CATEGORY_NAMES,
  FILTER_NAMES,
  NOTIFY_NAMES,
  REWARD_KIND_NAMES,
  ROLE_NAMES,
  SUBJECT_NAMES,
  WITHDRAW_REASON_NAMES,
} from "./names.ts";
export { PLACE_NAMES } from "./places.ts";
export { SIGNAL_EXPLANATIONS } from "./signals.ts";
export { COMMENT_STATES_COPY, JOB_STATES_COPY, OFFER_STATES_COPY } from "./states.ts";
export { ACTOR_NAMES, JOB_ACTION_NAMES } from "./transitions.ts";
export { DOMAIN_MESSAGES, FIELD_MESSAGES, HTTP_MESSAGES };

const MESSAGES: Readonly<Record<DomainErrorCode | FieldCode | HttpCode, string>> = {
  ...HTTP_MESSAGES,
  ...DOMAIN_MESSAGES,
  ...FIELD_MESSAGES,
};

/** What a code means for a person, and what to do about it. */
export function errorMessage(code: DomainErrorCode | FieldCode | HttpCode): string {
  return MESSAGES[code];
}
