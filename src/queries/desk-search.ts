import { thanksBy } from "../domain/favours/thanks.ts";
import type { Side } from "../domain/records/asked-question.ts";
import type { Job } from "../domain/records/job.ts";
import type { DeskKind } from "../domain/links/deciding.ts";
import { recordOf, textOf, writerOf } from "../domain/links/thing.ts";
import type { Linked } from "../domain/links/linked.ts";
import { foldText } from "../domain/kernel/fold.ts";
import { DESK_FOUND_MAX, DESK_SEARCH_COMMENTS, DESK_SEARCH_WAITING } from "../domain/kernel/limits.ts";
import type { WaitingRef } from "../domain/moderation/waiting.ts";
import { mailboxOf } from "../domain/people/mailbox.ts";
import type { Services } from "../services.ts";

interface Thing {
  readonly why: WaitingRef["kind"];
  readonly linked: Linked<DeskKind>;
}

const ID_IN_PATH = /(?:\/favores\/|\/f\/|#c-|rama=|^)([a-z2-7]{16,32})(?=[-/#?&\s]|$)/g;

/**
 * What a moderator looks for, waiting or public: a path or an id leads to its thing, an address to all that it confirmed and what else of its
 * mailbox waits or is new, other text to what has it. Comments and mentions are looked at newest first, since nothing lists them by their words.
 */
export async function searchDesk(services: Services, query: string): Promise<Thing[]> {
  const { store, now } = services;
  const ids = [...new Set([...query.matchAll(ID_IN_PATH)].map(([, id = ""]) => id))];
  if (ids.length > 0) return byIds(services, ids);

  const isAddress = query.includes("@");
  const [waiting, comments, mentions, listed] = await Promise.all([
    store.waiting(0, DESK_SEARCH_WAITING, now()),
    store.newestComments(null, DESK_SEARCH_COMMENTS),
    // Nobody signed them with an address.
    isAddress ? [] : store.newestMentions(DESK_SEARCH_COMMENTS),
    isAddress
      ? confirmedBy(services, query)
      : store
          .board({ order: "newest", page: 1, text: query }, now())
          .then(({ jobs: found }) =>
            found.map(({ job }) => ({ why: "job", linked: { kind: "job", job } }) as const),
          ),
  ]);
  const mailbox = mailboxOf(query);
  const words = foldText(query);
  const isOf = (linked: Linked<DeskKind>): boolean =>
    linked.kind !== "mention" && mailboxOf(writerOf(linked).email) === mailbox;
  const fits = (linked: Linked<DeskKind>): boolean =>
    isAddress ? isOf(linked) : foldText(textOf(linked)).includes(words);
  const known = [
    ...waiting.things.filter(({ linked }) => fits(linked)),
    ...listed,
    ...comments
      .map((comment) => ({ why: "comment", linked: { kind: "comment", comment } }) as const)
      .filter(({ linked }) => fits(linked)),
    ...mentions
      .map((mention) => ({ why: "mention", linked: { kind: "mention", mention } }) as const)
      .filter(({ linked }) => fits(linked)),
  ];
  const first = new Map(known.toReversed().map((thing) => [recordOf(thing.linked).id, thing]));
  return known.filter((thing) => first.get(recordOf(thing.linked).id) === thing).slice(0, DESK_FOUND_MAX);
}

async function confirmedBy({ store, signer, now }: Services, email: string): Promise<Thing[]> {
  const { things, deeds } = await store.allOf(signer.addressId(email), now(), DESK_FOUND_MAX);
  const written = things
    // An alert is nobody's words.
    .flatMap(({ thing }) => (thing.kind === "digest" ? [] : [thing]))
    .filter((thing) => recordOf(thing).state !== "unconfirmed")
    .flatMap((thing): Thing[] => {
      const said = thing.kind === "job" ? thankedBy(thing.job, "poster") : [];
      return [{ why: thing.kind, linked: thing }, ...said];
    });
  return [...written, ...deeds.flatMap((job) => thankedBy(job, "helper"))];
}

/** What this side of a favour said of the other. */
function thankedBy(job: Job, side: Side): Thing[] {
  const thanks = thanksBy(job, side);
  return thanks === undefined ? [] : [{ why: "thanks", linked: { kind: "thanks", thanks, job } }];
}

async function byIds({ store }: Services, ids: readonly string[]): Promise<Thing[]> {
  const [jobs, comments] = await Promise.all([store.readMany("job", ids), store.readMany("comment", ids)]);
  return [
    ...jobs.flatMap((job) => (job === null ? [] : [{ why: "job", linked: { kind: "job", job } } as const])),
    ...comments.flatMap((comment) =>
      comment === null ? [] : [{ why: "comment", linked: { kind: "comment", comment } } as const],
    ),
  ];
}
