import type { Transition } from "../kernel/transitions.ts";

/** A reward that somebody adds to another person's favour. */
export type JoinedRewardState = "unconfirmed" | "joined" | "revoked" | "used" | "lapsed";

export const JOINED_REWARD_TRANSITIONS: readonly Transition<
  JoinedRewardState,
  "join" | "confirm" | "revoke" | "use" | "lapse"
>[] = [
  { from: null, to: "unconfirmed", action: "join", by: "joiner" },
  { from: "unconfirmed", to: "joined", action: "confirm", by: "joiner" },
  // Only until a helper is accepted.
  { from: "joined", to: "revoked", action: "revoke", by: "joiner" },
  // The favour was done.
  { from: "joined", to: "used", action: "use", by: "poster" },
  { from: "joined", to: "used", action: "use", by: "sweeper" },
  // The favour ended without being done.
  { from: "joined", to: "lapsed", action: "lapse", by: "poster" },
  { from: "joined", to: "lapsed", action: "lapse", by: "sweeper" },
  { from: "joined", to: "lapsed", action: "lapse", by: "moderator" },
];

/** "Avisar de un problema". */
export type ReportState = "received" | "upheld" | "dismissed";

export const REPORT_TRANSITIONS: readonly Transition<ReportState, "report" | "uphold" | "dismiss">[] = [
  { from: null, to: "received", action: "report", by: "reporter" },
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
