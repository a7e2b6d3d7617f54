import type { PublicJob } from "../../domain/favours/board.ts";
import { parseAmount } from "../../domain/favours/amount.ts";
import { BLANK_JOB, JOB_WORDS } from "../../domain/favours/job-form.ts";
import { fieldsOf } from "../../domain/kernel/form.ts";
import { type Millis, DAY } from "../../domain/kernel/time.ts";
import { CATEGORIES } from "../../domain/records/category.ts";
import { PLACES } from "../../domain/records/place.ts";
import { REWARD_KINDS } from "../../domain/records/reward.ts";
import { maskContactData } from "../../language/contact-data.ts";

/** As a ticket shows it: what is not chosen yet says what belongs there. */
export type HungJob = Omit<PublicJob, "category" | "place"> & Readonly<Record<"category" | "place", string>>;

/** What a ticket shows where nothing is chosen yet. */
const NOT_YET = { title: "Lo que necesitas", category: "Categoría", place: "Dónde" } as const;

/** A favour as it would hang on the board, of a form as far as it is filled in. */
export function draftJob(values: Readonly<Record<string, string>>, now: Millis): HungJob {
  const typed = (name: string): string => maskContactData((values[name] ?? "").trim());
  const kind = REWARD_KINDS.find((one) => one === values["rewardKind"]);
  const amount = kind === "money" ? parseAmount(values["rewardAmount"] ?? "") : null;
  return {
    ...fieldsOf(JOB_WORDS, BLANK_JOB),
    id: "",
    title: typed("title") || NOT_YET.title,
    description: "",
    category: CATEGORIES.find((one) => one === values["category"]) ?? NOT_YET.category,
    place: PLACES.find((one) => one === values["place"]) ?? NOT_YET.place,
    town: typed("town") || null,
    deadline: values["deadline"] || null,
    state: "open",
    rewards: kind
      ? [
          {
            kind,
            amountCents: amount?.ok ? amount.value : null,
            text: typed("rewardText") || null,
            name: typed("name"),
          },
        ]
      : [],
    offers: 0,
    name: typed("name"),
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + DAY).toISOString(),
    example: false,
    url: "",
  };
}
