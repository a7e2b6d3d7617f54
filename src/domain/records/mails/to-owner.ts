import * as z from "zod/mini";
import { Text, Whole } from "../../kernel/shapes.ts";
import { CONTACT_SUBJECTS } from "../contact-message.ts";
import { RUNS } from "../failing-run.ts";
import { signals } from "./parts.ts";

/** To the owner and the editors of the site. */
export const TO_OWNER = {
  /** To the owner, with Reply-To the sender's parsed address. */
  contactMessage: () =>
    z.object({ name: Text, replyTo: Text, subject: z.enum(CONTACT_SUBJECTS), message: Text, signals }),
  /** To the editors: what somebody wrote when voting whether an answer of the FAQ helped. Nobody's address is known. */
  questionFeedback: () =>
    z.object({
      question: z.object({ slug: Text, title: Text }),
      value: z.enum(["yes", "no"]),
      text: Text,
      signals,
    }),
  /** To the owner: what runs by the clock keeps failing. Nothing of any visitor. */
  runFailing: () => z.object({ run: z.enum(RUNS), times: Whole, since: Whole, what: Text }),
} as const;
