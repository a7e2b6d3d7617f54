import { HTTP_CODES } from "../../src/copy/http-codes.ts";
import { JOB_WORDS } from "../../src/domain/favours/job-form.ts";
import { COMMENT_ROLES } from "../../src/domain/records/comment.ts";
import { JOB_STATES } from "../../src/domain/records/job.ts";
import { REWARD_KINDS } from "../../src/domain/records/reward.ts";
import { formFields, type Schema } from "./openapi-fields.ts";

export const TEXT: Schema = { type: "string" };
const NUMBER: Schema = { type: "integer" };
const nullable = (type: string): Schema => ({ type: [type, "null"] });

export function object(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: "object", required: Object.keys(properties), properties };
}

export const page = (name: string, item: Schema): Schema =>
  object({ [name]: { type: "array", items: item }, total: NUMBER, page: NUMBER, pages: NUMBER });

const { fields: WORDS, required: NEVER_NULL } = formFields(JOB_WORDS);
const JOB_ANSWER = Object.fromEntries(
  Object.keys(WORDS).map((name) => [name, NEVER_NULL.includes(name) ? TEXT : nullable("string")]),
);

export const JOB = object({
  id: TEXT,
  ...JOB_ANSWER,
  state: { type: "string", enum: JOB_STATES },
  rewards: {
    type: "array",
    items: object({
      kind: { type: "string", enum: REWARD_KINDS },
      amountCents: nullable("integer"),
      text: nullable("string"),
      name: TEXT,
    }),
  },
  offers: NUMBER,
  name: TEXT,
  createdAt: { type: "string", format: "date-time" },
  expiresAt: { type: "string", format: "date-time" },
  url: TEXT,
});

export const COMMENT = object({
  id: TEXT,
  parent: nullable("string"),
  name: TEXT,
  role: { enum: [...COMMENT_ROLES, null] },
  html: TEXT,
  createdAt: { type: "string", format: "date-time" },
  editedAt: nullable("string"),
  url: TEXT,
});

export const ERROR = object({
  code: { type: "string", examples: HTTP_CODES },
  message: TEXT,
  fields: { type: "object", additionalProperties: object({ code: TEXT, message: TEXT }) },
});

export const DECIDED = object({
  done: { type: "array", items: TEXT },
  conflicts: {
    type: "array",
    items: object({ id: TEXT, changed: { type: "array", items: TEXT } }),
  },
});

export const started = (states: readonly string[], more: Readonly<Record<string, Schema>> = {}): Schema =>
  object({ id: TEXT, state: { type: "string", enum: states }, ...more });
