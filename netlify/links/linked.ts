import { isAgreedUpon } from "../../src/domain/favours/drop-outs.ts";
import { rowOf } from "../../src/domain/links/actions.ts";
import type { Found } from "../../src/domain/links/linked.ts";
import type { Desk } from "../../src/domain/moderation/desk.ts";
import { appealOf, writerOf } from "../../src/domain/links/thing.ts";
import { mailboxOf } from "../../src/domain/people/mailbox.ts";
import type { Address, Trust } from "../../src/domain/records/address.ts";
import { isAppealed } from "../../src/domain/records/appeal.ts";
import type { Link, LinkAction, WrittenKind } from "../../src/domain/records/link.ts";
import type { OwnData } from "../../src/views/own-data.ts";
import type { Deps } from "../forms/deps.ts";
import { moderatorsDesk, reportsDesk } from "../forms/desk.ts";
import { openReports, readReport } from "../forms/reported.ts";
import { readFavour, linkedForDeciding } from "../forms/things.ts";
import { readTrust } from "../forms/trust.ts";
import { readData, readOwn } from "./own-data.ts";

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
  /** Everything of an address as its owner takes it away; absent where that is not asked for. */
  readonly own?: OwnData;
  /** What moderators said of who wrote it, where that decides; undefined elsewhere. */
  readonly trust: Trust | undefined;
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
  if (link.object.kind === "data") {
    const data = await readData(link.object, deps);
    const own = data && use.action === "export" ? { own: await readOwn(data, deps) } : {};
    return {
      ...use,
      link,
      linked: data,
      proven: null,
      trust: undefined,
      desk: null,
      cookieValue: "",
      ...own,
    };
  }
  const [linked, proven, open, named] = await Promise.all([
    isOwnFavour ? favour : linkedForDeciding(link.object, needsOffers(link, use.action), deps),
    link.role === "confirm" && use.remember ? readProven(link, deps) : null,
    link.role === "moderator" ? openReports(link.object.id, deps) : null,
    counts(link, use.action) ? trustNamedBy(link.object, deps) : undefined,
  ]);

  const cookieValue = deps.signer.keptFormId();
  const thing = linked && (await withMailbox(linked, link, use.action, deps));
  const begun = thing ?? (await readOther(link, cookieValue, deps));
  const asked = begun && (await withNotice(begun, use.action, deps));
  const desk = await linkDesk(link, begun, open, deps);
  const trust = named ?? (thing && counts(link, use.action) ? await trustOfWriter(thing, deps) : undefined);
  return {
    ...use,
    trust,
    desk,
    link,
    linked: asked && (await withAddress(asked, link, use.action, deps)),
    proven,
    cookieValue,
  };
}

/** What brings words before others, which a blocked mailbox can't without a moderator. */
const BRINGING: ReadonlySet<LinkAction> = new Set<LinkAction>(["confirm", "edit", "reconfirm"]);

function counts({ role, object }: Link, action: LinkAction | null): boolean {
  const isTheirs = role !== "moderator" && object.kind !== "report" && object.kind !== "session";
  return isTheirs && action !== null && BRINGING.has(action);
}

/** Undefined where the link is from before links named both. */
async function trustNamedBy({ address, mailbox }: Link["object"], deps: Deps): Promise<Trust | undefined> {
  if (address === undefined || mailbox === undefined) return undefined;
  return (await readTrust({ address, mailbox }, deps)).trust;
}

async function trustOfWriter(found: Found<WrittenKind>, deps: Deps): Promise<Trust> {
  const { address, email } = writerOf(found);
  return (await readTrust({ address, mailbox: deps.signer.addressId(mailboxOf(email)) }, deps)).trust;
}

function needsOffers(link: Link, action: LinkAction | null): boolean {
  return action !== null && rowOf(link, "offer", action)?.needs === "offers";
}

/** What a link leads to that is nothing to be published. */
async function readOther(
  link: Link,
  cookieValue: string,
  deps: Deps,
): Promise<Found<"report" | "digest" | "notice" | "session"> | null> {
  if (link.object.kind === "session")
    return { kind: "session", link, fresh: deps.signer.sessionId(cookieValue) };
  if (link.object.kind === "digest") {
    const digest = await deps.store.read("digest", link.object.id);
    return digest && { kind: "digest", digest };
  }
  if (link.object.kind === "notice") {
    const notice = await deps.store.read("notice", link.object.id);
    return notice && { kind: "notice", notice };
  }
  if (link.object.kind !== "report") return null;
  const found = await readReport(link.object.id, deps);
  return found && { kind: "report", ...found };
}

/** With what is kept of the writer's mailbox, where an appeal is made or decided: it may be against a block. */
async function withMailbox(
  found: Found<WrittenKind>,
  { role }: Link,
  action: LinkAction | null,
  { signer, store }: Deps,
): Promise<Found<WrittenKind>> {
  const isAsked = role === "moderator" ? isAppealed({ appeal: appealOf(found) }) : action === "appeal";
  if (!isAsked) return found;
  return {
    ...found,
    mailbox: await store.read("address", signer.addressId(mailboxOf(writerOf(found).email))),
  };
}

/** With what its writer is told of answers, where they want no more of it. */
async function withNotice(found: Found, action: LinkAction | null, { signer, store }: Deps): Promise<Found> {
  if (found.kind !== "comment" || action !== "unsubscribe") return found;
  const { writer, root, id: own } = found.comment;
  const id = signer.noticeId(writer.address, root ?? own);
  return { ...found, heard: { id, before: await store.read("notice", id) } };
}

/** A letter's link decides about the thing alone: what is kept of its writer is not looked at, unless they appeal. */
async function linkDesk(
  link: Link,
  found: Found | null,
  open: Desk["open"],
  deps: Deps,
): Promise<Desk | null> {
  if (link.role !== "moderator" || found === null) return null;
  // Links of before December 2026 don't say whose they are.
  const by = moderatorsDesk(link.recipient === undefined ? "" : deps.signer.addressId(link.recipient));
  if (found.kind === "report") return reportsDesk(found, by, deps);
  if (!isWritten(found)) return null;
  const writer = { id: writerOf(found).address, address: null };
  const { mailbox = null } = found;
  return { ...by, open, writer, mailbox: mailbox === null ? writer : { id: mailbox.id, address: mailbox } };
}

function isWritten(found: Found): found is Found<WrittenKind> {
  return !["session", "data", "report", "digest", "notice"].includes(found.kind);
}

/** The address that a link of this object proves. */
export function emailOf(found: Found): string {
  if (found.kind === "data") return found.data.email;
  if (found.kind === "session") return found.link.recipient ?? "";
  if (found.kind === "report") return found.report.email;
  if (found.kind === "digest") return found.digest.email;
  // Its address stands with the comments: nothing is remembered with such a link.
  if (found.kind === "notice") return "";
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
  const linked = await linkedForDeciding(link.object, false, deps);
  return linked && deps.store.read("address", deps.signer.addressId(emailOf(linked)));
}
