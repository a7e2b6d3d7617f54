import { MODERATOR_LETTER_SHOWS } from "../../src/domain/kernel/limits.ts";
import { gatheredLetters } from "../../src/domain/links/gathering.ts";
import { tellingNow, type Unheard } from "../../src/domain/moderation/telling.ts";
import { NOTHING } from "../../src/domain/records/decision.ts";
import type { Services } from "../../src/services.ts";
import { ruleContext } from "./deps.ts";

/** Puts one letter to each moderator into the outbox, where it is time for one; the ids of these letters. */
export async function tellModerators(services: Services): Promise<readonly string[]> {
  const { store, now } = services;
  const unheard = await store.unheard();
  switch (tellingNow(unheard, now())) {
    case "nothing":
      return [];
    case "watch":
      await store.tell(
        { before: null, after: { version: 1, at: now() }, members: [], decision: NOTHING },
        now(),
      );
      return [];
    case "letter":
      return gather(services, unheard);
  }
}

/** Everything new that waits, in one letter each, whatever time it is. */
export async function gather(services: Services, unheard: Unheard): Promise<readonly string[]> {
  const { store, articles } = services;
  const context = ruleContext(services);
  const members = await store.unheardMembers();
  const things = await store.thingsWaiting(members.slice(0, MODERATOR_LETTER_SHOWS), context.now);
  const titleOf = (slug: string): string => articles.find(slug)?.title ?? slug;
  const letters = gatheredLetters({ things, unheard, titleOf }, context);
  const told = await store.tell(
    {
      before: unheard.told,
      after: { version: (unheard.told?.version ?? 0) + 1, at: context.now },
      members,
      decision: { ...NOTHING, ...letters },
    },
    context.now,
  );
  return told ? letters.mails.map(({ id }) => id) : [];
}
