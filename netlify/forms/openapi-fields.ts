import * as z from "zod/mini";
import { COMMENT_EDIT_FORM, COMMENT_FORM } from "../../src/domain/comments/form.ts";
import { OWN_COMMENT_FORM } from "../../src/domain/comments/own.ts";
import { optional, ticked } from "../../src/domain/kernel/fields.ts";
import type { Fields, Form } from "../../src/domain/kernel/form.ts";
import { DEADLINE_MAX_DAYS } from "../../src/domain/kernel/limits.ts";
import { SHOWN_FORM } from "../../src/domain/kernel/shown.ts";
import { ACTION_FORM, DESK_FORM, LINK_FORMS, REASON_FORM } from "../../src/domain/links/forms.ts";
import { ADDRESS_FORM } from "../../src/domain/people/person.ts";

/** A JSON Schema, as far as this document needs one. */
export type Schema = Readonly<Record<string, unknown>>;

/** One form: its fields by name, and which of them must be there. */
export interface FormFields {
  readonly required: readonly string[];
  readonly fields: Readonly<Record<string, Schema>>;
}

/** Fields that every form takes, whatever it is about. */
export const PROOF_FIELDS: Readonly<Record<string, Schema>> = {
  formId: {
    type: "string",
    format: "uuid",
    description: "El mismo formulario enviado otra vez recibe la primera respuesta.",
  },
  stamp: { type: "string", description: "Cuándo se mostró el formulario, firmado." },
  emailSure: {
    const: "on",
    description: "La dirección es la que se quería escribir; a un programa no se le pregunta.",
  },
  website: { const: "", description: "Debe ir vacío." },
};

const version = (of: string): string => `La versión ${of} que se ha leído; si ya es otra, 409 con «changed».`;

/** What a field's own rules don't say by themselves. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  deadline: `De hoy a ${DEADLINE_MAX_DAYS} días.`,
  rewardAmount: "Euros, de 0,01 a 10000,00; hace falta con «money».",
  standing: "Que se vea cuántos favores hechos tiene la misma dirección; por defecto, no.",
  parent: "El comentario al que responde.",
  question: "La pregunta, tal como sale en su dirección.",
  offer: "La propuesta que se acepta o se rechaza.",
  about: "El mensaje o el agradecimiento que se recurre; sin él, lo que hay detrás del enlace.",
  version: version("de lo que hay detrás del enlace"),
  offerVersion: version("de la propuesta"),
  jobVersion: version("del favor"),
};

/** A form's fields, as its schema has them. */
export function formFields(form: Form<Fields>, descriptions = DESCRIPTIONS): FormFields {
  const { properties = {}, required = [] } = z.toJSONSchema(form, {
    io: "input",
    override: ({ jsonSchema }) => {
      // A constant is text already.
      if (jsonSchema.const !== undefined) delete jsonSchema.type;
    },
  });
  const fields = Object.entries(properties).map(([name, schema]) => {
    if (typeof schema !== "object") throw new TypeError(`The field ${name} has no schema.`);
    const description = descriptions[name];
    return [name, description === undefined ? schema : { ...schema, description }] as const;
  });
  return { required, fields: Object.fromEntries(fields) };
}

/** `/api/links/{token}` takes an action, and the fields of whichever it is. */
export const LINK_FIELDS = formFields(
  z.object({
    ...ACTION_FORM.shape,
    ...z.partial(
      z.object({
        offer: z.string(),
        about: z.string(),
        remember: COMMENT_FORM.shape.remember,
        ...SHOWN_FORM.shape,
        ...allOf(LINK_FORMS),
      }),
    ).shape,
  }),
);

/** `/api/comments/{id}`; only `edit` has a text. */
export const OWN_COMMENT_FIELDS = formFields(
  z.object({ ...OWN_COMMENT_FORM.shape, ...z.partial(COMMENT_EDIT_FORM).shape }),
  {
    editKey: "La que trajo la respuesta al comentario; un navegador recordado no la necesita.",
    version: version("del comentario"),
  },
);

export const RECEIPT_FIELDS = formFields(z.object({ receipt: z.string() }), {
  receipt: "El recibo de la página que da las gracias.",
});

/** The fields of several forms. Where two of them call a field the same, it takes what either does. */
function allOf(forms: Readonly<Record<string, Form<Fields>>>): Fields {
  const all = new Map<string, z.ZodMiniType>();
  for (const [name, row] of Object.values(forms).flatMap(({ shape }) => Object.entries(shape))) {
    const other = all.get(name);
    all.set(name, other === undefined || other === row ? row : z.union([other, row]));
  }
  return Object.fromEntries(all);
}

export const FORGET_FIELDS = formFields(
  z.object({ all: ticked(), email: optional(ADDRESS_FORM.shape.email, null) }),
  {
    all: "Todos los navegadores de la misma dirección.",
    email: "Solo si la cookie es anterior a diciembre de 2026.",
  },
);

/** `/api/moderation`: what is decided, and the reason where the action has one. */
export const DESK_FIELDS = formFields(z.object({ ...DESK_FORM.shape, ...z.partial(REASON_FORM).shape }), {
  ids: "«<id>:<versión>»: uno, varios con espacios en medio, el campo repetido o una lista.",
});

export const NO_FIELDS: FormFields = { required: [], fields: {} };
