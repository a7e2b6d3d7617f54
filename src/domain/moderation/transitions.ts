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
