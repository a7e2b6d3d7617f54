import type { DomainErrorCode } from "../domain/kernel/errors.ts";
import type { FieldCode } from "../domain/kernel/field-codes.ts";
import { DOMAIN_MESSAGES } from "./domain-messages.ts";
import { FIELD_MESSAGES } from "./field-messages.ts";
import type { HttpCode } from "./http-codes.ts";
import { HTTP_MESSAGES } from "./http-messages.ts";

const MESSAGES: Readonly<Record<DomainErrorCode | FieldCode | HttpCode, string>> = {
  ...HTTP_MESSAGES,
  ...DOMAIN_MESSAGES,
  ...FIELD_MESSAGES,
};

/** What a code means for a person, and what to do about it. */
export function errorMessage(code: DomainErrorCode | FieldCode | HttpCode): string {
  return MESSAGES[code];
}
