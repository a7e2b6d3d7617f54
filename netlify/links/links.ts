import { eraseAll } from "./erasing.ts";
import { linkApi, linkPage, PAGES } from "../../src/urls.ts";
import { holdJob, isOneTooMany } from "../../src/domain/favours/drop-outs.ts";
import { err, fail, ok } from "../../src/domain/kernel/errors.ts";
import { decideByLink, isLinkAlive } from "../../src/domain/links/actions.ts";
import { ACTION_FORM } from "../../src/domain/links/forms.ts";
import { parseForm } from "../../src/domain/kernel/form.ts";
import { ruleContext, type Deps, type Handler } from "../forms/deps.ts";
import type { SentForm, FormEndpoint } from "../forms/endpoint.ts";
import { seeOther } from "../http/responses.ts";
import { receive } from "../forms/pipeline.ts";
import { LINK_RATE } from "../../src/domain/kernel/request-limits.ts";
import { rememberCookie } from "../forms/remembered.ts";
import { sessionCookie } from "../forms/sessions.ts";
import { resource } from "../forms/resource.ts";
import { settle } from "../forms/settle.ts";
import { emailOf, readLink, type FoundLink, type Use } from "./linked.ts";

/** RFC 8058: a mail program ends a subscription without showing anything. It follows no redirect. */
const ONE_CLICK = { name: "List-Unsubscribe", value: "One-Click" } as const;

function isOneClick(fields: SentForm["fields"]): boolean {
  return fields[ONE_CLICK.name] === ONE_CLICK.value;
}

interface Draft extends Use {
  readonly fields: SentForm["fields"];
}

function tokenOf({ params }: SentForm): string {
  return params["token"] ?? "";
}

const actByLink: FormEndpoint<Draft, FoundLink | null> = {
  // The link's id, since the token must not be stored anywhere.
  name: (form) => linkApi(form.deps.signer.idOf(tokenOf(form)) ?? ""),
  rate: LINK_RATE,
  once: false,
  formPage: (form) => (isOneClick(form.fields) ? null : linkPage(tokenOf(form))),

  // What is wrong with the fields is told only to who has the link: `decide` says it.
  parse({ fields: sent }) {
    const fields = isOneClick(sent) ? { ...sent, action: "unsubscribe" } : sent;
    const asked = parseForm(ACTION_FORM, fields);
    return ok({
      fields,
      action: asked.ok ? asked.value.action : null,
      remember: fields["remember"] === "on",
    });
  },

  read: ({ action, remember }, form) => readLink(tokenOf(form), { action, remember }, form.deps),

  decide({ fields }, found, context) {
    if (found === null) return err(fail("linkUnknown"));
    const { link, linked } = found;
    const isAlive = isLinkAlive(link, linked, context.now, context.moderators);
    if (linked === null || !isAlive) return err(fail("linkExpired"));
    return decideByLink(link, linked, fields, { ...context, desk: found.desk, trust: found.trust });
  },

  accepted({ state, alreadyDone }, form, found) {
    // Only the first confirmation proves that the mail was just read: a used link gives nothing more.
    const isFirst = found?.action === "confirm" && found.remember && !alreadyDone;
    const linked = isFirst && found.linked?.kind !== "data" ? found.linked : null;
    if (found?.own) return { status: 200, body: found.own, location: "", attachment: "mis-datos.json" };
    return {
      status: 200,
      body: alreadyDone ? { state, alreadyDone } : { state },
      location: isOneClick(form.fields) ? null : nextPage(found, form, alreadyDone === true),
      ...(found?.action === "signIn" && { cookie: sessionCookie(found.cookieValue) }),
      ...(linked && { cookie: rememberCookie(emailOf(linked), found?.proven ?? null, form.deps) }),
    };
  },

  async afterwards(found, { deps }) {
    const linked = found?.linked;
    if (linked?.kind === "data" && found?.action === "erase") {
      const data = await deps.store.read("myData", linked.data.id);
      if (data !== null && data.doneAt === null) await eraseAll(data, deps);
    }
    if (linked?.kind !== "job" || linked.address === undefined) return;
    if (isOneTooMany(linked.address, deps.now())) await holdOpenJobs(linked.job.poster.address, deps);
  },
};

function nextPage(found: FoundLink | null, form: SentForm, alreadyDone: boolean): string {
  if (found?.action === "signIn") return PAGES.moderation;
  return linkPage(tokenOf(form), alreadyDone ? "ya" : (found?.action ?? ""));
}

/** A browser that opens the address in a letter's head is led to the page that asks. Nothing is looked up, and nothing changes. */
const showPage: Handler = (_request, _deps, params) =>
  Promise.resolve(seeOther(linkPage(params["token"] ?? ""), { "cache-control": "private, no-store" }));

/** Every open favour of an address that broke too many agreements waits for a moderator, each in a commit of its own. */
async function holdOpenJobs(address: string, deps: Deps): Promise<void> {
  const jobs = await deps.store.liveJobsOf(address);
  for (const { id } of jobs.filter(({ state }) => state === "open")) {
    const read = () => deps.store.read("job", id);
    await settle(deps, {
      found: await read(),
      readAgain: read,
      decide: (job) => (job === null ? err(fail("jobNotFound")) : holdJob({ job }, ruleContext(deps))),
      formKey: null,
      request: null,
    });
  }
}

/** `/api/links/:token`: does what a magic link's page offers. */
export const links = resource({ GET: showPage, POST: receive(actByLink) });
