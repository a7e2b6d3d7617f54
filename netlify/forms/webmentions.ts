import { MENTION_FORM, receiveMention } from "../../src/domain/comments/mentions.ts";
import { type FieldErrors, invalid } from "../../src/domain/kernel/errors.ts";
import { parseForm } from "../../src/domain/kernel/form.ts";
import { MENTION_RATE } from "../../src/domain/kernel/outside-limits.ts";
import { articlePath } from "../../src/urls.ts";
import type { TypedFields } from "../http/body.ts";
import { jsonResponse } from "../http/responses.ts";
import { publicUrl } from "../outside/addresses.ts";
import { type Deps, ruleContext } from "./deps.ts";
import { withTypedText } from "./pipeline.ts";
import { isWithinRate } from "./rates.ts";
import { refuseByRule, refuseRequest } from "./refuse.ts";
import { resource } from "./resource.ts";
import { settle } from "./settle.ts";

interface Mentioned {
  readonly article: string;
  readonly source: string;
}

/** Which article, by which page; a string says what is wrong. Nothing is fetched and no name is looked up to tell. */
function mentioned(fields: TypedFields, { config, articles }: Deps): Mentioned | FieldErrors {
  const parsed = parseForm(MENTION_FORM, fields);
  if (!parsed.ok) return parsed.error;
  const home = new URL(config.siteUrl);
  const target = URL.parse(parsed.value.target);
  const slug = target?.pathname.split("/")[2] ?? "";
  const article = articles.find(slug);
  if (article === null || target?.host !== home.host || target.pathname !== articlePath(slug))
    return { target: "targetUnknown" };
  const source = publicUrl(parsed.value.source);
  if (source === null || source.host === home.host) return { source: "sourceInvalid" };
  source.hash = "";
  return { article: slug, source: source.href };
}

/** Programs of other sites send forms as browsers do, and read the status alone: all answers are JSON. */
async function take(fields: TypedFields, deps: Deps): Promise<Response> {
  const audience = { json: true, typed: {} };
  if (!(await isWithinRate(MENTION_RATE, deps))) return refuseRequest("tooManyRequests", audience);
  const about = mentioned(fields, deps);
  if (!isMentioned(about)) {
    // The recommendation asks for 400 where ours would say 422.
    const { body, headers } = refuseByRule(invalid(about), audience);
    return new Response(body, { status: 400, headers });
  }
  const id = deps.signer.mentionId(about.source, about.article);
  const read = () => deps.store.read("mention", id);
  const { result } = await settle(deps, {
    found: await read(),
    readAgain: read,
    decide: (before) => receiveMention({ ...about, id, before }, ruleContext(deps)),
    formKey: null,
    request: null,
  });
  // What became of it is nobody's business: the answer is the same each time.
  return result.ok ? jsonResponse(202, { state: "received" }) : refuseByRule(result.error, audience);
}

function isMentioned(about: Mentioned | FieldErrors): about is Mentioned {
  return "article" in about;
}

/** `/api/webmentions`: another site says that a page of its own links to an article (https://www.w3.org/TR/webmention/). */
export const webmentions = resource({
  POST: (request, deps) => withTypedText(request, (fields) => take(fields, deps)),
});
