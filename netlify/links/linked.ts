import { isAgreedUpon } from "../../src/domain/favours/drop-outs.ts";
import { rowOf } from "../../src/domain/links/actions.ts";
import type { Found } from "../../src/domain/links/row.ts";
import type { Desk } from "../../src/domain/moderation/desk.ts";
import { writerOf } from "../../src/domain/links/thing.ts";
import { maskContactData } from "../../src/language/contact-data.ts";
import type { Address } from "../../src/domain/records/address.ts";
import type { Link, LinkAction, ThingKind } from "../../src/domain/records/link.ts";
import type { Deps } from "../forms/deps.ts";
import { openReports, readReport } from "../forms/reported.ts";
import { readFavour, readLinked } from "../forms/things.ts";

/** What the form of a link's page asks for, as far as it says what has to be read. */
export interface Use {
  /** Null: nothing that any link can do. */
  readonly action: LinkAction | null;
  readonly remember: boolean;
}

/** A link, what it is used for, what it leads to and what is kept of the address that it proves. */
export interface FoundLink extends Use {
  readonly link: Link;
  /** Null when it is not there any more. */
  readonly linked: Found | null;
  /** Read where the browser shall be remembered with it; null also where nothing is kept. */
  readonly proven: Address | null;
  /** What a moderator decides with; null for everybody else. */
  readonly desk: Desk | null;
  /** What the cookie of a session says that begins with it. */
  readonly cookieValue: string;
}

/**
 * Reads all that deciding about a link's form needs; null: there is no such link. A poster's link has the id of the favour:
 * reading it at the same time as the link brings both in one round trip.
 */
export async function readLink(token: string, use: Use, deps: Deps): Promise<FoundLink | null> {
  const id = deps.signer.idOf(token);
  if (id === null) return null;
  const favour = readFavour(id, deps);
  // Whoever waits for it hears of a failure; a link to something else has nobody waiting.
  favour.catch(() => null);

  const link = await deps.store.read("link", id);
  if (link === null || !deps.signer.isValid(token, link)) return null;
  const isOwnFavour = link.object.kind === "job" && link.object.id === link.id;
  const [linked, proven, open] = await Promise.all([
    isOwnFavour ? favour : readLinked(link.object, needsOffers(link, use.action), deps),
    link.role === "confirm" && use.remember ? readProven(link, deps) : null,
    link.role === "moderator" ? openReports(link.object.id, deps) : null,
  ]);

  const cookieValue = deps.signer.keptFormId();
  const begun = linked ?? (await readOther(link, cookieValue, deps));
  const desk = linked && linkDesk(link, linked, open, deps);
  return {
    ...use,
    desk,
    link,
    linked: begun && (await withAddress(begun, link, use.action, deps)),
    proven,
    cookieValue,
  };
}

function needsOffers(link: Link, action: LinkAction | null): boolean {
  return action !== null && rowOf(link, "offer", action)?.needs === "offers";
}

/** What a link leads to that is nothing to be published. */
async function readOther(
  link: Link,
  cookieValue: string,
  deps: Deps,
): Promise<Found<"report" | "digest" | "session"> | null> {
  if (link.object.kind === "session")
    return { kind: "session", link, fresh: deps.signer.sessionId(cookieValue) };
  if (link.object.kind === "digest") {
    const digest = await deps.store.read("digest", link.object.id);
    return digest && { kind: "digest", digest };
  }
  if (link.object.kind !== "report") return null;
  const found = await readReport(link.object.id, deps);
  return found && { kind: "report", ...found };
}

/** A letter's link decides about the thing alone: what is kept of its writer is not looked at. */
function linkDesk(link: Link, found: Found<ThingKind>, open: Desk["open"], { signer }: Deps): Desk | null {
  if (link.role !== "moderator") return null;
  const writer = { id: writerOf(found).address, address: null };
  return {
    // Links of before December 2026 don't say whose they are.
    moderator: link.recipient === undefined ? "" : signer.addressId(link.recipient),
    writer,
    mailbox: writer,
    verdict: null,
    open,
    mask: maskContactData,
  };
}

/** The address that a link of this object proves. */
export function emailOf(found: Found): string {
  if (found.kind === "session") return found.link.recipient ?? "";
  if (found.kind === "report") return found.report.email;
  if (found.kind === "digest") return found.digest.email;
  return writerOf(found).email;
}

/** The favour with what is remembered of its poster's address, where the action breaks an agreement of theirs. */
async function withAddress(
  found: Found,
  link: Link,
  action: LinkAction | null,
  { store }: Deps,
): Promise<Found> {
  if (found.kind !== "job" || action === null || !isAgreedUpon(found.job)) return found;
  if (rowOf(link, "job", action)?.needs !== "address") return found;
  return { ...found, address: await store.read("address", found.job.poster.address) };
}

/** What is kept of the address that a confirm link proves. Links of before December 2026 to favours and offers don't name it. */
async function readProven(link: Link, deps: Deps): Promise<Address | null> {
  const { address: named } = link.object;
  if (named !== undefined) return deps.store.read("address", named);
  const linked = await readLinked(link.object, false, deps);
  return linked && deps.store.read("address", deps.signer.addressId(emailOf(linked)));
}
