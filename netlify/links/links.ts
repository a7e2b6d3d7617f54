import { LINK_RATE } from "../../src/domain/kernel/limits.ts";
import type { Address } from "../../src/domain/records/address.ts";
import { invalid, fail, type DomainError } from "../../src/domain/kernel/errors.ts";
import type { Link, LinkAction } from "../../src/domain/records/link.ts";
import { holdJob, isOneTooMany } from "../../src/domain/favours/drop-outs.ts";
import { isLinkAlive } from "../../src/domain/links/actions.ts";
import { ACTION_FORM } from "../../src/domain/links/actions.ts";
import { parseForm } from "../../src/domain/kernel/form.ts";
import { err, ok, type Result } from "../../src/domain/kernel/errors.ts";
import { SHOWN_FORM } from "../../src/domain/kernel/shown.ts";
import { ruleContext, type Deps } from "../forms/deps.ts";
import { answerForm, type FormEndpoint, type Submission } from "../forms/form-endpoint.ts";
import { actByLink } from "./link-actions.ts";
import { emailOf, readFavour, readLinked, withAddress, type FoundJob } from "./linked.ts";
import { settle } from "../forms/settle.ts";
import { rememberCookie } from "../forms/remembered.ts";
import { resource } from "../forms/resource.ts";

/** Name of a link's form: the link's id, since the token must not be stored anywhere. */
function formName(token: string, { signer }: Deps): string {
  return `/api/links/${signer.idOf(token) ?? ""}`;
}

/**
 * A poster's link has the id of the favour: reading it at the same time as the link brings both in one round trip.
 */
function readBoth(
  token: string,
  deps: Deps,
): { readonly link: Promise<Link | null>; readonly favour: Promise<FoundJob | null> } {
  const id = deps.signer.idOf(token);
  if (id === null) return { link: Promise.resolve(null), favour: Promise.resolve(null) };
  const favour = readFavour(id, deps);
  // Whoever waits for it hears of a failure; a link to something else has nobody waiting.
  favour.catch(() => null);
  return { link: deps.store.read("link", id), favour };
}

function actionByToken(token: string, deps: Deps): FormEndpoint {
  let breaker: string | null = null;
  let asked: { readonly action: LinkAction; readonly cookie: string | null } | null = null;
  return {
    name: formName(token, deps),
    rate: LINK_RATE,
    once: false,
    formPage: () => `/gestion/${encodeURIComponent(token)}/`,

    async decide(form) {
      const reading = readBoth(token, deps);
      const link = await reading.link;
      if (link === null || !deps.signer.isValid(token, link)) return err(fail("linkUnknown"));
      const action = askedAction(link, form);
      const isOwnFavour = link.object.kind === "job" && link.object.id === link.id;
      const [linked, address] = await Promise.all([
        isOwnFavour ? reading.favour : readLinked(link, action.ok ? action.value : null, deps),
        link.role === "confirm" && asksToBeRemembered(form) ? readAddress(link, deps) : null,
      ]);
      const isAlive = isLinkAlive(link, linked, deps.now(), deps.config.moderators);
      if (linked === null || !isAlive) return err(fail("linkExpired"));
      if (!action.ok) return action;
      const isFirst = action.value === "confirm" && asksToBeRemembered(form);
      asked = {
        action: action.value,
        cookie: isFirst ? rememberCookie(emailOf(linked), address, deps) : null,
      };
      const shown = parseForm(SHOWN_FORM, form.fields);
      if (!shown.ok) return err(invalid(shown.error));
      const found =
        linked.kind === "job" && link.role === "poster"
          ? await withAddress(linked, action.value, deps)
          : linked;
      // Found out now, done when this is committed.
      breaker =
        found.kind === "job" && found.address !== undefined && isOneTooMany(found.address, deps.now())
          ? found.job.poster.address
          : null;
      return actByLink(link, action.value, found, { ...form, shown: shown.value });
    },

    async afterwards() {
      if (breaker !== null) await holdOpenJobs(breaker, deps);
    },

    accepted({ state, alreadyDone }, { fields }) {
      const action = asked?.action ?? fields["action"] ?? "";
      // Only the first confirmation proves that the mail was just read: a used link gives nothing more.
      const cookie = alreadyDone ? null : (asked?.cookie ?? null);
      return {
        status: 200,
        body: alreadyDone ? { state, alreadyDone } : { state },
        location: `/gestion/${token}/?hecho=${alreadyDone ? "ya" : encodeURIComponent(action)}`,
        ...(cookie === null ? {} : { cookie }),
      };
    },
  };
}

function asksToBeRemembered({ fields }: Submission): boolean {
  return fields["remember"] === "on";
}

/** What is kept of the address that a confirm link proves. Links of before December 2026 to favours and offers don't name it. */
async function readAddress(link: Link, deps: Deps): Promise<Address | null> {
  const { address: named } = link.object;
  if (named !== undefined) return deps.store.read("address", named);
  const linked = await readLinked(link, null, deps);
  return linked && deps.store.read("address", deps.signer.addressId(emailOf(linked)));
}

function askedAction(link: Link, { fields }: Submission): Result<LinkAction, DomainError> {
  const parsed = parseForm(ACTION_FORM, fields);
  if (!parsed.ok) return err(invalid(parsed.error));
  const { action } = parsed.value;
  return link.actions.includes(action) ? ok(action) : err(fail("actionNotAllowed"));
}

/** Every open favour of an address that broke too many agreements waits for a moderator, each in a commit of its own. */
async function holdOpenJobs(address: string, deps: Deps): Promise<void> {
  const jobs = await deps.store.liveJobsOf(address);
  for (const { id } of jobs.filter(({ state }) => state === "open")) {
    const decide = async () => {
      const job = await deps.store.read("job", id);
      return job === null ? err(fail("jobNotFound")) : holdJob({ job }, ruleContext(deps));
    };
    await settle(deps, decide, null);
  }
}

/** `/api/links/:token`: does what a magic link's page offers. */
export const links = resource({
  POST: (request, deps, { token = "" }) => answerForm(actionByToken(token, deps), request, deps),
});
