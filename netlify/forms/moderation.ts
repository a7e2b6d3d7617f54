import { PAGES } from "../../src/urls.ts";
import {
  err,
  fail,
  invalid,
  ok,
  orInvalid,
  type DomainError,
  type Result,
} from "../../src/domain/kernel/errors.ts";
import { parseForm } from "../../src/domain/kernel/form.ts";
import { MODERATED_AT_ONCE } from "../../src/domain/kernel/limits.ts";
import { DESK_RATE } from "../../src/domain/kernel/request-limits.ts";
import { decideAtDesk } from "../../src/domain/links/desk-rows.ts";
import type { DeskAction } from "../../src/domain/records/log-entry.ts";
import { DESK_FORM } from "../../src/domain/links/forms.ts";
import type { Session } from "../../src/domain/records/session.ts";
import type { HttpCode } from "../../src/copy/http-codes.ts";
import type { TypedFields } from "../http/body.ts";
import { jsonResponse, seeOther } from "../http/responses.ts";
import { wantsJson } from "../http/wants-json.ts";
import { type Deps, ruleContext } from "./deps.ts";
import { readAtDesk } from "./desk.ts";
import { withTypedText } from "./pipeline.ts";
import { isWithinRate } from "./rates.ts";
import { refuseByRule } from "./refuse.ts";
import { resource } from "./resource.ts";
import { sessionOf } from "./sessions.ts";
import { settle } from "./settle.ts";

/** One thing as the moderator's page showed it. */
interface Shown {
  readonly id: string;
  readonly version: number;
}
interface Asked {
  readonly action: DeskAction;
  readonly things: readonly Shown[];
}
/** What the moderator decided on no longer stands as it was shown. */
interface Conflict {
  readonly id: string;
  readonly changed: readonly string[];
}

/** `/api/moderation`: what a moderator who signed in decides about one thing or several, each in a commit of its own. */
export const moderation = resource({
  POST: (request, deps) => withTypedText(request, (fields) => answer(request, fields, deps)),
});

async function answer(request: Request, fields: TypedFields, deps: Deps): Promise<Response | HttpCode> {
  const audience = { json: wantsJson(request), typed: fields };
  const [session, isAllowed] = await Promise.all([sessionOf(request, deps), isWithinRate(DESK_RATE, deps)]);
  if (!isAllowed) return "tooManyRequests";
  if (session === null) return refuseByRule(fail("notSignedIn"), audience);
  const asked = parseAsked(fields);
  if (!asked.ok) return refuseByRule(asked.error, audience);

  const done: string[] = [];
  const conflicts: Conflict[] = [];
  const refusals: DomainError[] = [];
  for (const thing of asked.value.things) {
    const result = await decide(asked.value.action, thing, { session, fields, deps });
    if (result.ok) {
      done.push(thing.id);
      continue;
    }
    conflicts.push({ id: thing.id, changed: result.error.changed ?? [] });
    refusals.push(result.error);
  }
  const [refused] = refusals.filter(({ kind }) => kind !== "conflict");
  // Where nothing was done and not because it had changed, the reason is told: a missing reason, an action that it hasn't.
  if (done.length === 0 && refused !== undefined) return refuseByRule(refused, audience);
  if (audience.json) return jsonResponse(done.length > 0 ? 200 : 409, { done, conflicts });
  const told = new URLSearchParams({ hecho: String(done.length), cambiado: String(conflicts.length) });
  return seeOther(`${PAGES.moderation}?${told.toString()}`);
}

async function decide(
  action: DeskAction,
  { id, version }: Shown,
  { session, fields, deps }: { readonly session: Session; readonly fields: TypedFields; readonly deps: Deps },
): Promise<Result<unknown, DomainError>> {
  // Nothing that a moderator writes is looked at for spam.
  const context = { ...ruleContext(deps), assess: () => [], desk: null };
  const read = () => readAtDesk(id, version, session, deps);
  const { result } = await settle(deps, {
    found: await read(),
    readAgain: read,
    decide: (at) =>
      at === null
        ? err(fail("nothingToModerate"))
        : decideAtDesk(
            action,
            at.found,
            { ...fields, version: String(version) },
            { ...context, desk: at.desk },
          ),
    formKey: null,
    request: null,
  });
  return result;
}

const THING = /^([a-z2-7]{16,32}):([1-9]\d{0,14})$/;

function parseAsked(fields: TypedFields): Result<Asked, DomainError> {
  const form = orInvalid(parseForm(DESK_FORM, fields));
  if (!form.ok) return form;
  const texts = form.value.ids.split(" ");
  const things = texts.flatMap((text) => {
    const [, id, version] = THING.exec(text) ?? [];
    return id === undefined ? [] : [{ id, version: Number(version) }];
  });
  if (things.length < texts.length) return err(invalid({ ids: "idsInvalid" }));
  if (things.length > MODERATED_AT_ONCE) return err(invalid({ ids: "idsTooMany" }));
  return ok({ action: form.value.action, things });
}
