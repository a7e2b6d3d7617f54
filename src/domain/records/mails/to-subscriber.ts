import * as z from "zod/mini";
import { Id, MaybeText, Text, Whole } from "../../kernel/shapes.ts";
import { FREQUENCIES } from "../digest.ts";
import { Reward } from "../reward.ts";
import { LinkRef, article } from "./parts.ts";

const frequency = z.enum(FREQUENCIES);
/** A new favour, as a digest tells of it. */
const NewJob = z.object({
  id: Id,
  title: Text,
  place: Text,
  town: MaybeText,
  deadline: MaybeText,
  reward: Reward,
});
/** An answer, as a notice tells of it. */
const NewAnswer = z.object({ id: Id, name: Text, text: Text });

/** To who asked to be told of something again and again. Which things, is known from the start; what they say is looked up when the letter leaves. */
export const TO_SUBSCRIBER = {
  /** Once an alert is confirmed: the link to change or end it. `filter`: as the board's address has it. */
  digestOn: () => z.object({ link: LinkRef, frequency, filter: Text, dueAt: Whole }),
  /** New favours. */
  digest: () =>
    z.object({ link: LinkRef, digest: Id, frequency, filter: Text, ids: z.array(Id), jobs: z.array(NewJob) }),
  /** Answers in a conversation. */
  answers: () =>
    z.object({ link: LinkRef, notice: Id, article, root: Id, ids: z.array(Id), answers: z.array(NewAnswer) }),
} as const;
