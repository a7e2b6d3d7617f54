import * as z from "zod/mini";
import { Text, Whole } from "../kernel/shapes.ts";

const AppealRecord = z.object({
  /** Why, in the words of who appeals. */
  text: Text,
  at: Whole,
  /** What a moderator made of it; null: it waits. */
  decided: z.nullable(z.enum(["won", "lost"])),
});
/** What somebody says against what was decided about something of theirs: once for each thing. */
export type Appeal = z.infer<typeof AppealRecord>;
/** Null: nobody appealed. Records of before December 2026 have none. */
export const MaybeAppeal = z._default(z.nullable(AppealRecord), null);

type Appealed = Pick<{ readonly appeal: Appeal | null }, "appeal">;

/** Whether it waits for a moderator. */
export function isAppealed({ appeal }: Appealed): boolean {
  return appeal?.decided === null;
}

/** The appeal once a moderator has said that what was decided was right after all, or decided anew: one that was won is over, and another may follow. */
export function lostAppeal({ appeal }: Appealed): Appeal | null {
  if (appeal === null || appeal.decided === "won") return null;
  return { ...appeal, decided: "lost" };
}

/** The appeal once what was decided is taken back. */
export function wonAppeal({ appeal }: Appealed): Appeal | null {
  return appeal?.decided === null ? { ...appeal, decided: "won" } : appeal;
}
