import type { BoardQuery } from "../domain/favours/board.ts";
import type { Suppression } from "../domain/people/suppression.ts";
import type { Category } from "../domain/records/category.ts";
import type { Place } from "../domain/records/place.ts";
import type { RecordKind } from "../domain/records/records.ts";
import type { RewardKind } from "../domain/records/reward.ts";
import type { VoteValue } from "../domain/records/vote.ts";

/**
 * Every name that Redis knows. Ids and hashes stand in them; no address, name or text of a visitor ever does. A test holds stores against
 * this table.
 *
 * | key                                | type       | how long it lives                                                         |
 * | ---------------------------------- | ---------- | ------------------------------------------------------------------------- |
 * | `job:<id>`                         | text       | `UNCONFIRMED_TTL_HOURS`; for ever once confirmed                          |
 * | `offer:<id>`                       | text       | `UNCONFIRMED_TTL_HOURS`; moves to `offers:` once confirmed                |
 * | `offers:<job>`                     | hash       | as its job; an ended one is not read after its `forgetAt`, then swept     |
 * | `offers-ended`                     | sorted set | a member until its offer is swept or erased                               |
 * | `offers-of:<job>`                  | sorted set | until it is migrated; nothing is added                                    |
 * | `reward:<id>`                      | text       | `UNCONFIRMED_TTL_HOURS`; moves into `job:` once confirmed                 |
 * | `comment:<id>`                     | text       | `UNCONFIRMED_TTL_HOURS`; for ever once confirmed                          |
 * | `contact:<id>`                     | text       | `CONTACT_MESSAGE_TTL_DAYS`                                                |
 * | `link:<id>`                        | text       | `MANAGE_LINK_TTL_DAYS`, a moderator's `MODERATION_LINK_TTL_DAYS`          |
 * | `address:<hash>`                   | text       | for ever; `DROP_OUTS_COUNT_DAYS` where nothing but drop-outs is known     |
 * | `vote:<hash>`                      | text       | `VOTE_TTL_HOURS`                                                          |
 * | `myData:<id>`                      | text       | `MY_DATA_LINK_TTL_HOURS`; longer while it is being erased                 |
 * | `receipt:<id>`                     | text       | `RECEIPT_TTL_MINUTES`                                                     |
 * | `session:<hash>`                   | text       | `MODERATOR_SESSION_HOURS`                                                 |
 * | `logEntry:<id>`                    | text       | `LOG_DAYS`                                                                |
 * | `log`                              | sorted set | a member until the sweeper comes by after its entry's life                |
 * | `report:<id>`                      | text       | 48 h while unconfirmed; `REPORT_TTL_DAYS` once decided                    |
 * | `reported:<thing id>`              | text       | for ever                                                                  |
 * | `verdict:<id>-<version>`           | text       | `UNDO_HOURS`                                                              |
 * | `waiting`                          | sorted set | a member while it waits for a moderator                                   |
 * | `unheard:<urgent or calm>`         | sorted set | a member until it is decided or the moderators were told                  |
 * | `moderators-told`                  | text       | for ever                                                                  |
 * | `counter:<name>`                   | text       | while it isn't 0; those that a decision counts, until it says             |
 * | `board:<order>:<filters>`          | sorted set | a member while its job is open                                            |
 * | `word:<stem>`                      | sorted set | a member while its job is open                                            |
 * | `favours-due`                      | sorted set | a member while the calendar has something to do with its favour or offer  |
 * | `outcomes:<outcome>:<place>`       | sorted set | a member once its job has ended, for ever                                 |
 * | `first-offers:<place>`             | sorted set | a member once its job has had an offer, for ever                          |
 * | `jobs-of:<hash>`                   | sorted set | a member while its job is live                                            |
 * | `things-of:<hash>`                 | sorted set | a member while its job, offer or comment is alive                         |
 * | `deeds:<hash>`                     | sorted set | a member while its job is done and its reward isn't missing; until erased |
 * | `all-of:<hash>`                    | sorted set | a member while its job, offer, reward, comment, alert or deed is kept       |
 * | `waiting-of:<hash>`                | sorted set | `UNCONFIRMED_TTL_HOURS` after its newest member came                      |
 * | `messages-of:<hash>`               | sorted set | `CONTACT_MESSAGE_TTL_DAYS` after its newest member came                   |
 * | `reports-of:<hash>`                | sorted set | `REPORT_TTL_DAYS` after its newest member came                            |
 * | `decisions-of:<hash>`              | sorted set | `LOG_DAYS` after its newest member came                                   |
 * | `erasures`                         | sorted set | a member until everything of its address is erased                        |
 * | `roots:<article>`                  | sorted set | a member from when its comment was public, for ever                       |
 * | `replies:<root>`                   | sorted set | a member from when its comment was public, for ever                       |
 * | `approved`, `approved:<article>`   | sorted set | a member while its comment is public                                      |
 * | `heads:<article>`                  | hash       | a field while its root has replies                                        |
 * | `mentions:<article>`, `mentions-due` | sorted set | a member while its mention is public, or its page is to be read           |
 * | `mentions`                         | sorted set | a member while its mention has words                                      |
 * | `digest:<id>`                      | text       | `UNCONFIRMED_TTL_HOURS`; while it is on; `MANAGE_LINK_TTL_DAYS` once off  |
 * | `digests-due`, `notices-due`       | sorted set | a member while its alert is on; while answers wait to be told             |
 * | `notice:<id>`                      | text       | `MANAGE_LINK_TTL_DAYS`; once its link said something, until erased        |
 * | `answers-seen`                     | text       | for ever                                                                  |
 * | `watchers:<root>`                  | sorted set | a member while its comment is public and asks to be told of answers       |
 * | `once:<hash>`                      | text       | `REPEATED_FORM_HOURS`, or `REPEATED_PLAIN_FORM_MINUTES`                   |
 * | `form:<id>`                        | text       | `KEPT_FORM_TTL`                                                           |
 * | `rate:<name>:<hash>`               | text       | the rate's own window                                                     |
 * | `echo:<hash>`                      | text       | `ECHO_DAYS`                                                               |
 * | `visitor-key:<day>`                | text       | `VISITOR_KEY_TTL`                                                         |
 * | `mail:<id>`                        | text       | until it leaves; `DEAD_MAIL_TTL` once it is given up                      |
 * | `mail-sent:<id>`                   | text       | `SENT_MARKER_TTL`                                                         |
 * | `mail-count:<hash>:<hour>`         | text       | 2 hours                                                                   |
 * | `mail-queue:<name>`                | text       | `SENDER_QUEUE_TTL`, or `GROUP_TTL`                                        |
 * | `mails-due`                        | sorted set | a member until its mail leaves or is given up                             |
 * | `mails-dead`                       | sorted set | a member for `DEAD_MAIL_TTL`, then swept                                  |
 * | `mailboxes-of:<hash>:<hour>`       | sorted set | `MAILBOXES_TTL`                                                           |
 * | `bounced:<hash>`                   | text       | `BOUNCED_DAYS` after it happened                                          |
 * | `complained:<hash>`                | text       | `COMPLAINED_DAYS` after it happened                                       |
 * | `failing-run:<name>`               | text       | `FAILING_RUN_TTL` after it failed last, or until it works                 |
 * | `purges`                           | sorted set | a member until its copies are thrown away                                 |
 * | `mention:<id>`, `migration:<name>` | text       | for ever                                                                  |
 */

/** One record as JSON text: `job:<id>`, `offer:<id>`, `reward:<id>`, `comment:<id>`, `contact:<id>`, `link:<id>`, `address:<hash>`, `vote:<hash>`, `receipt:<id>`, `mention:<id>`, `myData:<id>`. */
export function recordKey(kind: RecordKind, id: string): string {
  return `${kind}:${id}`;
}

/** A number: what `atMost` guards look at and what the indexes count. Absent is 0. */
export function counterKey(name: string): string {
  return `counter:${name}`;
}

/** Counter name: live offers of a job. */
export function liveOffersCounter(jobId: string): string {
  return `live-offers:${jobId}`;
}

/** Counter name: how often a confirmed offer of a job changed; the `offersSeen` guard compares it. Only ever goes up. */
export function offerChangesCounter(jobId: string): string {
  return `offer-changes:${jobId}`;
}

/** Counter name: approved comments of an article. */
export function commentsCounter(article: string): string {
  return `comments:${article}`;
}

/** Counter name: how many visitors found an answer of the FAQ helpful (`yes`) or not (`no`). Outlives the votes themselves. */
export function votesCounter(question: string, value: VoteValue): string {
  return `votes:${question}:${value}`;
}

/** What the board can be narrowed to; what is left out means "any". */
export interface BoardFilter {
  readonly category?: Category | undefined;
  readonly place?: Place | undefined;
  readonly rewardKind?: RewardKind | undefined;
  readonly offers?: "with" | "without" | undefined;
}

/** Sorted set of the ids of open jobs: one for each order and each combination of filters, `*` standing for "any". */
export function boardKey(order: BoardQuery["order"], filter: BoardFilter): string {
  const { category = "*", place = "*", rewardKind = "*", offers = "*" } = filter;
  return `board:${order}:${category}:${place}:${rewardKind}:${offers}`;
}

/** What `outcomesKey` and `firstOffersKey` make begins with these. */
export const OUTCOMES = "outcomes:";
export const FIRST_OFFERS = "first-offers:";

/** Sorted set of the ids of jobs that ended, or that were done, in one place or (`*`) anywhere; score: when, 0 if erased since. */
export function outcomesKey(outcome: "all" | "done", place: Place | null): string {
  return `${OUTCOMES}${outcome}:${place ?? "*"}`;
}

/** Sorted set of the ids of jobs that somebody offered to do; score: how long after publishing, in milliseconds. */
export function firstOffersKey(place: Place | null): string {
  return `${FIRST_OFFERS}${place ?? "*"}`;
}

/** Sorted set of the ids of open jobs in whose public text a word stem occurs; score: when it was published. */
export function wordKey(stem: string): string {
  return `word:${stem}`;
}

/** Hash of a job's confirmed offers: offer id → its record as JSON text, with `forgetAt` where it has ended. */
export function offersKey(jobId: string): string {
  return `offers:${jobId}`;
}

/** What `olderOffersKey` makes of a job's id begins with this. */
export const OLDER_OFFERS = "offers-of:";

/** Sorted set of the ids of a job's confirmed offers that are still records of their own (`offer:<id>`); nothing is added to it. */
export function olderOffersKey(jobId: string): string {
  return OLDER_OFFERS + jobId;
}

/** Sorted set of the ids of an article's root comments; score: when it was published. */
export function rootsKey(article: string): string {
  return `roots:${article}`;
}

/** Sorted set of the ids of the replies below a root, at any depth; score: when it was published. */
export function repliesKey(root: string): string {
  return `replies:${root}`;
}

/** Sorted set of the ids of approved comments at any depth, of one article or of all; score: when it was published. */
export function approvedKey(article: string | null): string {
  return article === null ? "approved" : `approved:${article}`;
}

/** Hash of an article: root id → `<number of replies> <id of the first> <id of the second> …`. */
export function headsKey(article: string): string {
  return `heads:${article}`;
}

/** Until when nothing is sent to an address that bounced (its hash), or to a mailbox whose owner complained (its hash). */
export function suppressedKey(why: Suppression["why"], hash: string): string {
  return `${why}:${hash}`;
}

/** How often in a row a run by the clock failed, as JSON text. */
export function failingRunKey(run: string): string {
  return `failing-run:${run}`;
}

/** How far a migration is; what it means is the migration's own. */
export function migrationKey(name: string): string {
  return `migration:${name}`;
}

/**
 * Sorted set of what waits for a moderator: `job <id>`, `comment <id>`, `offer <job> <id>`, `reward <job> <id>`, `missing <job> <offer>`, `question <job> <question>`, `thanks <job> <thanks>`.
 * Lowest score first: the riskiest, then what has waited longest.
 */
export const WAITING = "waiting";
/** Sorted set of what of `WAITING` the moderators have not been told of; score: when it began to wait for one reason more. */
export function unheardKey(urgent: boolean): string {
  return urgent ? "unheard:urgent" : "unheard:calm";
}
/** When the moderators were last told of what waits, as JSON text. */
export const MODERATORS_TOLD = "moderators-told";
/** Sorted set of the ids of moderators' decisions; score: when. */
export const LOG = "log";
/** Sorted set of the ids of mails to be sent; score: when they are due. */
export const MAILS_DUE = "mails-due";
/** Sorted set of the ids of dead letters; score: when they were given up. */
export const MAILS_DEAD = "mails-dead";
/** Sorted set of `<job id>` and `<job id> <offer id>`; score: when the calendar next has something to do with it. */
export const FAVOURS_DUE = "favours-due";
/** Sorted set of `<job id> <offer id>` of ended offers; score: when they are forgotten. */
export const OFFERS_ENDED = "offers-ended";
/** Sorted set of cache tags whose purge failed or has to wait for a build; score: since when. */
export const PURGES = "purges";
