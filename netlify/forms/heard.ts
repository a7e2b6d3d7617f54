import { echoesIn, echoMarksOf } from "../../src/domain/suspicion/echoes.ts";
import { reportFailure } from "../http/report.ts";
import type { Deps } from "./deps.ts";
import { visitorOf } from "./rates.ts";

/** What was sent lately, as it counts for one text. */
export interface Heard {
  /** Texts like it. */
  readonly duplicates: number;
  /** Texts of the same visitor. */
  readonly sentBefore: number;
  /** Counts the text itself, once it was taken; null: nothing is counted. */
  readonly count: (() => Promise<void>) | null;
}

const NOTHING: Heard = { duplicates: 0, sentBefore: 0, count: null };

/** What was sent lately that a text is to be compared with. One round trip; none where limits are off. */
export async function hear(texts: readonly (string | null)[] | null, deps: Deps): Promise<Heard> {
  const { store, signer, config } = deps;
  if (texts === null || !config.limits) return NOTHING;
  const sent = {
    marks: echoMarksOf(texts).map((mark) => signer.echoId(mark)),
    visitor: await visitorOf(deps),
  };
  const before = await store.sentBefore(sent);
  return {
    duplicates: echoesIn(before.marks),
    sentBefore: before.visitor,
    count: () => store.countText(sent).catch((error: unknown) => reportFailure("countText", error)),
  };
}
