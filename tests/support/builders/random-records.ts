import fc from "fast-check";
import { CATEGORIES } from "../../../src/domain/records/category.ts";
import { COMMENT_STATES } from "../../../src/domain/records/comment.ts";
import type { Change } from "../../../src/domain/records/decision.ts";
import { JOB_STATES } from "../../../src/domain/records/job.ts";
import { OFFER_STATES } from "../../../src/domain/records/offer.ts";
import { PLACES } from "../../../src/domain/records/place.ts";
import { REWARD_KINDS } from "../../../src/domain/records/reward.ts";
import { DAY } from "../../../src/domain/kernel/time.ts";
import { comment, idOf, job, NOW, offer, person } from "./records.ts";

/** Records of which several share a job, an article, an address or a moment: what indexes have to keep apart. */

const some = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const moment = fc.integer({ min: NOW - 3, max: NOW + 3 });
const who = some(["Marta", "Luis", "Ana"]).map((name) => person(name));

const jobs = fc
  .record({
    id: fc.integer({ min: 1, max: 4 }).map(idOf),
    state: some(JOB_STATES),
    category: some(CATEGORIES.slice(0, 2)),
    place: some(PLACES.slice(0, 2)),
    title: some(["Pasear a mi perra", "Pintar un salón", "Clases de piano"]),
    reward: some(REWARD_KINDS).map((kind) => ({
      kind,
      amountCents: kind === "money" ? 1500 : null,
      text: null,
    })),
    publishedAt: fc.option(moment),
    expiresAt: moment.map((at) => at + DAY),
    hasOffers: fc.boolean(),
    poster: who,
  })
  .map((fields) => job(fields));

const offers = fc
  .record({
    id: fc.integer({ min: 1001, max: 1006 }).map(idOf),
    state: some(OFFER_STATES),
    closedAt: fc.option(moment),
    createdAt: moment,
    helper: who,
    mailbox: fc.option(some(["box-a", "box-b"]), { nil: undefined }),
  })
  .chain((fields) => {
    // An offer never moves to another job.
    const number = fields.id.codePointAt(fields.id.length - 1) ?? 0;
    return fc.constant(offer({ ...fields, jobId: idOf(1 + (number % 4)) }));
  });

/** Number of the comment → number of its parent and root; it never moves. */
const TREE = new Map([
  [2001, null],
  [2002, null],
  [2003, [2001, 2001]],
  [2004, [2003, 2001]],
  [2005, [2001, 2001]],
  [2006, [2002, 2002]],
] as const);

const comments = fc
  .record({
    number: some([...TREE.keys()]),
    state: some(COMMENT_STATES),
    publishedAt: fc.option(moment),
    writer: who,
  })
  .map(({ number, ...fields }) => {
    const [parent, root] = TREE.get(number) ?? [null, null];
    const above = { parent: parent === null ? null : idOf(parent), root: root === null ? null : idOf(root) };
    return comment({ ...fields, id: idOf(number), ...above });
  });

/** What shall become of a record: stored as it is here, or forgotten. */
export type Wish = Pick<Change, "kind"> & { readonly change: Change; readonly forget: boolean };

export const wishes: fc.Arbitrary<Wish> = fc
  .tuple(
    fc.oneof(
      jobs.map((after): Change => ({ kind: "job", before: null, after })),
      offers.map((after): Change => ({ kind: "offer", before: null, after })),
      comments.map((after): Change => ({ kind: "comment", before: null, after })),
    ),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([change, dice]) => ({ kind: change.kind, change, forget: dice === 0 }));
