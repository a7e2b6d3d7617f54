import { KEPT_FORM_TTL } from "../domain/kernel/limits.ts";
import * as z from "zod/mini";
import type { KeptForm } from "../domain/kernel/form.ts";
import { apply } from "./commit.ts";
import { ask, readKept, type RedisClient, TextReply } from "./redis/client.ts";
import { write } from "./instructions.ts";
import { formKey, onceKey } from "./passing-keys.ts";

const StoredForm = z.object({
  endpoint: z.string(),
  values: z.record(z.string(), z.string()),
  errors: z.record(z.string(), z.string()),
});

export function createKeptForms(redis: RedisClient) {
  return {
    /** Keeps a form that came back with errors, for `KEPT_FORM_TTL`. */
    async keepForm(id: string, form: KeptForm): Promise<void> {
      await apply(redis, "keep a form", [], [write.set(formKey(id), JSON.stringify(form), KEPT_FORM_TTL)]);
    },

    /** Null when there is none, or its time is over. */
    async keptForm(id: string): Promise<KeptForm | null> {
      const text = await ask("read a kept form", TextReply, () => redis.run(["get", formKey(id)]));
      return text === null ? null : readKept("read a kept form", () => z.parse(StoredForm, JSON.parse(text)));
    },

    /** The same form may be sent once more and counts anew (`FormKey`). */
    async forgetAnswer(key: string): Promise<void> {
      await apply(redis, "forget the answer to a form", [], [write.del(onceKey(key))]);
    },

    async dropForm(id: string): Promise<void> {
      await apply(redis, "drop a kept form", [], [write.del(formKey(id))]);
    },
  };
}
