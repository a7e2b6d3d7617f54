import { ID_PATTERN } from "../../src/domain/kernel/shapes.ts";
import type { FoundReport } from "../../src/domain/reports/reporting.ts";
import type { Target } from "../../src/domain/reports/target.ts";
import { offerOfQuestion } from "../../src/domain/records/asked-question.ts";
import type { OpenReports, Report, ReportKind } from "../../src/domain/records/report.ts";
import type { Deps } from "./deps.ts";
import { linkedForDeciding } from "./things.ts";

/** What somebody reports, by the id that its page names; null: there is no such thing. */
export async function readTarget(kind: ReportKind, id: string, deps: Deps): Promise<Target | null> {
  if (!ID_PATTERN.test(id)) return null;
  if (kind === "job" || kind === "comment" || kind === "mention" || kind === "thanks")
    return readAbout({ kind, id }, deps);
  // An offer's own link, which has its id, knows its favour; the id of a message begins with its offer's.
  const offerId = kind === "question" ? offerOfQuestion(id) : id;
  const link = await deps.store.read("link", offerId);
  const object = link?.object.kind === "offer" && link.object.id === offerId ? link.object : null;
  return object?.jobId === undefined ? null : readAbout({ kind, id, jobId: object.jobId }, deps);
}

/** What a report is about, as it is now. */
export async function readAbout(about: Report["about"], deps: Deps): Promise<Target | null> {
  const { kind, id } = about;
  if (kind === "mention") {
    const mention = await deps.store.read("mention", id);
    return mention && { kind, mention };
  }
  const found = await linkedForDeciding({ ...about, kind }, false, deps);
  return found === null || found.kind === "reward" ? null : found;
}

/** All that deciding about a report needs, whoever decides. */
export async function readReport(id: string, deps: Deps): Promise<FoundReport | null> {
  const report = await deps.store.read("report", id);
  if (report === null) return null;
  const [target, reported] = await Promise.all([
    readAbout(report.about, deps),
    deps.store.read("reported", report.about.id),
  ]);
  return { report, target, reported };
}

/** The reports about a thing that wait for a moderator; null: none does. */
export async function openReports(thing: string, { store }: Deps): Promise<OpenReports | null> {
  const reported = await store.read("reported", thing);
  if (reported === null || reported.open.length === 0) return null;
  const reports = await store.readMany(
    "report",
    reported.open.map(({ id }) => id),
  );
  return { reported, reports: reports.filter((report) => report !== null) };
}
