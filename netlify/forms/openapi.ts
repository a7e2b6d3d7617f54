import { API, commentApi, jobApi, linkApi, offersApi, rewardsApi } from "../../src/urls.ts";
import { COMMENT_EDIT_FORM, COMMENT_FORM } from "../../src/domain/comments/form.ts";
import { MENTION_FORM } from "../../src/domain/comments/mentions.ts";
import { DIGEST_FORM } from "../../src/domain/favours/digest-form.ts";
import { JOB_FORM } from "../../src/domain/favours/job-form.ts";
import { JOINING_FORM } from "../../src/domain/favours/joining-form.ts";
import { OFFER_FORM } from "../../src/domain/favours/offer-form.ts";
import { CONTACT_FORM } from "../../src/domain/feedback/contact.ts";
import { VOTE_FORM } from "../../src/domain/feedback/voting.ts";
import { RECOVER_FORM } from "../../src/domain/links/forms.ts";
import { SIGN_IN_FORM } from "../../src/domain/moderation/sessions.ts";
import { COMMENT_STATES } from "../../src/domain/records/comment.ts";
import { JOB_STATES } from "../../src/domain/records/job.ts";
import { JOINED_REWARD_STATES } from "../../src/domain/records/joined-reward.ts";
import { OFFER_STATES } from "../../src/domain/records/offer.ts";
import { REPORT_FORM } from "../../src/domain/reports/report-form.ts";
import { VOTE_VALUES } from "../../src/domain/records/vote.ts";
import { BOARD_PARAMS } from "../../src/views/board-filters.ts";
import { HTTP_STATUS } from "../http/problem.ts";
import { jsonResponse } from "../http/responses.ts";
import {
  DESK_FIELDS,
  FORGET_FIELDS,
  NO_FIELDS,
  formFields,
  LINK_FIELDS,
  OWN_COMMENT_FIELDS,
  PROOF_FIELDS,
  RECEIPT_FIELDS,
  type FormFields,
  type Schema,
} from "./openapi-fields.ts";
import { COMMENT, DECIDED, ERROR, JOB, object, page, started, TEXT } from "./openapi-schemas.ts";
import { resource } from "./resource.ts";

/** What a comment answers beside the rest: whoever has it may change the comment for a while. */
const KEY = { editKey: TEXT };
/** `schema` is null where the answer has no body. */
function answers(status: 200 | 202 | 204, schema: Schema | null): Record<string, unknown> {
  const done = schema === null ? {} : { content: { "application/json": { schema } } };
  const error = { "application/json": { schema: { $ref: "#/components/schemas/Error" } } };
  const responses: Record<string, unknown> = { [status]: { description: "Hecho", ...done } };
  for (const code of Object.values(HTTP_STATUS)) responses[code] = { description: "Error", content: error };
  return responses;
}

function get(summary: string, schema: Schema, query: readonly string[] = []): Record<string, unknown> {
  const parameters = query.map((name) => ({
    ...{ name, in: "query" },
    // Of the places any number: `lugar=madrid&lugar=toledo`.
    schema: name === "lugar" ? { type: "array", items: TEXT } : TEXT,
  }));
  return { summary, parameters, responses: answers(200, schema) };
}

function post(
  summary: string,
  { required, fields }: FormFields,
  status: 200 | 202 | 204,
  schema: Schema | null,
): Record<string, unknown> {
  const body: Schema = { type: "object", required, properties: { ...fields, ...PROOF_FIELDS } };
  const types = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"];
  const content = Object.fromEntries(types.map((type) => [type, { schema: body }]));
  return { summary, requestBody: { required: true, content }, responses: answers(status, schema) };
}

function withPathParameter(name: string, operations: Record<string, unknown>): Record<string, unknown> {
  return { parameters: [{ name, in: "path", required: true, schema: TEXT }], ...operations };
}

function describe(siteUrl: string, version: string): Schema {
  const jobs = page("jobs", { $ref: "#/components/schemas/Job" });
  const comments = page("comments", { $ref: "#/components/schemas/Comment" });
  const done = { ...object({ state: TEXT }), properties: { state: TEXT, alreadyDone: { const: true } } };
  const health = object({ ok: { type: "boolean" }, store: TEXT, mail: TEXT, version: TEXT });
  return {
    openapi: "3.1.0",
    info: { title: "Makethejobs", version },
    servers: [{ url: siteUrl }],
    paths: {
      [API.jobs]: {
        get: get("Los favores del tablón", jobs, BOARD_PARAMS),
        post: post("Pedir un favor", formFields(JOB_FORM), 202, started(JOB_STATES)),
      },
      [jobApi("{id}")]: withPathParameter("id", {
        get: get("Un favor", { $ref: "#/components/schemas/Job" }),
      }),
      [offersApi("{id}")]: withPathParameter("id", {
        post: post("Ofrecerse", formFields(OFFER_FORM), 202, started(OFFER_STATES)),
      }),
      [rewardsApi("{id}")]: withPathParameter("id", {
        post: post("Sumar una recompensa", formFields(JOINING_FORM), 202, started(JOINED_REWARD_STATES)),
      }),
      [API.comments]: {
        get: get("Los comentarios de un artículo", comments, ["article", "page", "orden"]),
        post: post("Comentar", formFields(COMMENT_FORM), 202, started(COMMENT_STATES, KEY)),
      },
      [commentApi("{id}")]: withPathParameter("id", {
        post: post("Corregir o borrar un comentario recién escrito", OWN_COMMENT_FIELDS, 200, done),
      }),
      [API.commentPreview]: {
        post: post("Ver cómo queda", formFields(COMMENT_EDIT_FORM), 200, object({ html: TEXT })),
      },
      [API.contact]: { post: post("Escribirnos", formFields(CONTACT_FORM), 202, object({ id: TEXT })) },
      [API.reports]: {
        post: post("Avisar de un problema", formFields(REPORT_FORM), 202, object({ id: TEXT })),
      },
      [API.votes]: {
        post: post(
          "Decir si una respuesta ha servido",
          formFields(VOTE_FORM),
          202,
          object({ value: { type: "string", enum: VOTE_VALUES } }),
        ),
      },
      [linkApi("{token}")]: withPathParameter("token", {
        post: post("Usar un enlace", LINK_FIELDS, 200, done),
      }),
      [API.forgetBrowser]: { post: post("Olvidar el navegador", FORGET_FIELDS, 204, null) },
      [API.digests]: {
        post: post(
          "Pedir una alerta de favores nuevos",
          formFields(DIGEST_FORM),
          202,
          object({ state: TEXT }),
        ),
      },
      [API.recover]: {
        post: post("Pedir los enlaces perdidos", formFields(RECOVER_FORM), 202, object({ state: TEXT })),
      },
      [API.myData]: {
        post: post("Pedir los datos propios", formFields(RECOVER_FORM), 202, object({ state: TEXT })),
      },
      [API.resendConfirmation]: {
        post: post("Pedir otra vez el correo de confirmación", RECEIPT_FIELDS, 202, object({ state: TEXT })),
      },
      [API.discard]: {
        post: post(
          "Anular lo enviado sin confirmar",
          RECEIPT_FIELDS,
          200,
          object({ fields: { type: "object" } }),
        ),
      },
      [API.webmentions]: {
        post: post(
          "Avisar de una mención (Webmention)",
          formFields(MENTION_FORM),
          202,
          object({ state: TEXT }),
        ),
      },
      [API.session]: {
        post: post("Pedir el enlace para moderar", formFields(SIGN_IN_FORM), 202, object({ state: TEXT })),
      },
      [API.endSession]: { post: post("Salir de la moderación", NO_FIELDS, 204, null) },
      [API.moderation]: {
        post: post("Decidir sobre una o varias cosas", DESK_FIELDS, 200, DECIDED),
      },
      [API.health]: { get: get("Cómo está el sitio", health) },
    },
    components: { schemas: { Job: JOB, Comment: COMMENT, Error: ERROR } },
  };
}

/** `/api/openapi.json`: the API described for programs, made from the same lists and limits that the rules use. */
export const openapi = resource({
  GET: (_request, { config }) =>
    Promise.resolve(
      jsonResponse(200, describe(config.siteUrl, config.version), {
        "cache-control": "public, max-age=3600",
      }),
    ),
});
