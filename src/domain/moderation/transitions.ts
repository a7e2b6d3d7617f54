import type { Transition } from "../kernel/transitions.ts";
import type { ReportState } from "../records/report.ts";

/** "Avisar de un problema". It counts once its mail confirms it. */
export const REPORT_TRANSITIONS: readonly Transition<
  ReportState,
  "report" | "confirm" | "uphold" | "dismiss"
>[] = [
  { from: null, to: "unconfirmed", action: "report", by: "reporter" },
  { from: "unconfirmed", to: "received", action: "confirm", by: "reporter" },
  { from: "received", to: "upheld", action: "uphold", by: "moderator" },
  { from: "received", to: "dismissed", action: "dismiss", by: "moderator" },
];

/** What both sides may say of each other once a favour is done. */
export type ThankYouState = "written" | "published" | "withheld";

export const THANK_YOU_TRANSITIONS: readonly Transition<ThankYouState, "thank" | "agree" | "withhold">[] = [
  { from: null, to: "written", action: "thank", by: "poster" },
  { from: null, to: "written", action: "thank", by: "helper" },
  // Published only with the consent of both.
  { from: "written", to: "published", action: "agree", by: "poster" },
  { from: "written", to: "published", action: "agree", by: "helper" },
  { from: "written", to: "withheld", action: "withhold", by: "poster" },
  { from: "written", to: "withheld", action: "withhold", by: "helper" },
  { from: "written", to: "withheld", action: "withhold", by: "moderator" },
];
