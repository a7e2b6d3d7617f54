import type { DecidedKind } from "../../src/domain/links/desk-rows.ts";
import { writerOf } from "../../src/domain/links/thing.ts";
import type { Found, Linked } from "../../src/domain/links/linked.ts";
import type { Desk } from "../../src/domain/moderation/desk.ts";
import { verdictId } from "../../src/domain/moderation/log.ts";
import { mailboxOf } from "../../src/domain/people/mailbox.ts";
import { offerOfQuestion } from "../../src/domain/records/asked-question.ts";
import type { Link, WrittenKind } from "../../src/domain/records/link.ts";
import type { Session } from "../../src/domain/records/session.ts";
import { maskContactData } from "../../src/language/contact-data.ts";
import { REPORT_REASON_NAMES } from "../../src/copy/names.ts";
import type { FoundReport } from "../../src/domain/reports/reporting.ts";
import type { Deps } from "./deps.ts";
import { openReports, readReport } from "./reported.ts";
import { linkedForDeciding } from "./things.ts";

/** What stands for a writer where nobody signed with an address. */
const NOBODY: Desk["writer"] = { id: "", address: null };

/** A thing as a moderator decides about it. */
export interface AtDesk {
  readonly found: Found<DecidedKind>;
  readonly desk: Desk;
}

/** Reads all that a moderator's decision needs; null: there is nothing with this id. */
export async function readAtDesk(
  id: string,
  version: number,
  session: Session,
  deps: Deps,
): Promise<AtDesk | null> {
  const { signer, store } = deps;
  const [object, mention, report, verdict, open] = await Promise.all([
    objectOf(id, deps),
    store.read("mention", id),
    readReport(id, deps),
    store.read("verdict", verdictId(id, version)),
    openReports(id, deps),
  ]);
  const by = { ...moderatorsDesk(signer.addressId(session.email)), verdict, open };
  if (mention !== null)
    return { found: { kind: "mention", mention }, desk: { ...by, writer: NOBODY, mailbox: NOBODY } };
  if (report !== null)
    return { found: { kind: "report", ...report }, desk: await reportsDesk(report, by, deps) };
  const found = object && (await linkedForDeciding(object, true, deps));
  return found && { found, desk: { ...by, ...(await writersOf(found, deps)) } };
}

/** What every decision of a moderator is made with, as long as nothing more is known. */
export function moderatorsDesk(moderator: string): Omit<Desk, "writer" | "mailbox"> {
  return {
    moderator,
    verdict: null,
    open: null,
    mask: maskContactData,
    wordsOf: (reason) => `Nos han avisado: ${lowerFirst(REPORT_REASON_NAMES[reason])}.`,
  };
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** Upholding a report decides about what it is about, with every report about it. */
export async function reportsDesk(
  { report, target }: FoundReport,
  by: Omit<Desk, "writer" | "mailbox">,
  deps: Deps,
): Promise<Desk> {
  const open = await openReports(report.about.id, deps);
  if (target !== null) return { ...by, open, ...(await writersOf(target, deps)) };
  const gone = { id: report.address, address: null };
  return { ...by, open, writer: gone, mailbox: gone };
}

async function writersOf(
  found: Linked<WrittenKind | "mention">,
  { signer, store }: Deps,
): Promise<Pick<Desk, "writer" | "mailbox">> {
  if (found.kind === "mention") return { writer: NOBODY, mailbox: NOBODY };
  const { email } = writerOf(found);
  const [own, mailbox] = [signer.addressId(email), signer.addressId(mailboxOf(email))];
  const [address = null, ofMailbox = null] = await store.readMany("address", [own, mailbox]);
  return { writer: { id: own, address }, mailbox: { id: mailbox, address: ofMailbox } };
}

/** What an id is the id of: the link of who wrote it says so; older things than links live are favours and comments. */
async function objectOf(id: string, { store }: Deps): Promise<Link["object"] | null> {
  const [link, asked, job, comment] = await Promise.all([
    store.read("link", id),
    store.read("link", offerOfQuestion(id)),
    store.read("job", id),
    store.read("comment", id),
  ]);
  if (job !== null) return { kind: "job", id };
  if (comment !== null) return { kind: "comment", id, address: comment.writer.address };
  // A favour's own link has the favour's id, with which that of a thank-you begins.
  if (asked?.object.kind === "job") return { kind: "thanks", id };
  if (asked?.object.kind === "offer") return { kind: "question", id, jobId: asked.object.jobId };
  return link?.object.id === id ? link.object : null;
}
