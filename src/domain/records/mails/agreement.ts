import * as z from "zod/mini";
import { MaybeText, Text } from "../../kernel/shapes.ts";
import { Reward } from "../reward.ts";
import { LinkRef, namedJob, day } from "./parts.ts";

const contact = z.object({ name: Text, email: Text, phone: MaybeText });
/** What others joined with; `email` only for the helper, to whom it is promised. Mails from before it could be have none. */
const joined = z.array(z.object({ name: Text, email: MaybeText, reward: Reward }));

/**
 * Both sides of an agreement get each other's contact, what was agreed and safety advice; with a calendar entry of the agreed day, else of the
 * `deadline` (the favour's, `YYYY-MM-DD`).
 */
export const agreement = () =>
  z.object({
    link: LinkRef,
    job: namedJob,
    other: contact,
    reward: Reward,
    deadline: MaybeText,
    day: z.optional(z.nullable(day)),
    joined: z.optional(joined),
  });
