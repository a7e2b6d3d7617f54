import * as z from "zod/mini";
import { MY_DATA_MAX } from "../domain/kernel/own-data-limits.ts";
import type { Millis } from "../domain/kernel/time.ts";
import type { Thing } from "../domain/links/lost.ts";
import { idOf } from "../domain/links/thing.ts";
import type { ContactMessage } from "../domain/records/contact-message.ts";
import type { Link } from "../domain/records/link.ts";
import type { Job } from "../domain/records/job.ts";
import type { LogEntry } from "../domain/records/log-entry.ts";
import type { MailEvent } from "../domain/records/mail-event.ts";
import type { MyData } from "../domain/records/my-data.ts";
import type { Notice } from "../domain/records/notice.ts";
import type { Report } from "../domain/records/report.ts";
import { MAILS_DEAD, MAILS_DUE } from "./keys.ts";
import {
  allOfKey,
  decidedReportsOfKey,
  decisionsOfKey,
  ERASURES,
  messagesOfKey,
  waitingOfKey,
} from "./address-keys.ts";
import { mailKey } from "./passing-keys.ts";
import { parseEntry } from "./outbox-entry.ts";
import { createReads } from "./reads.ts";
import { ask, Ids, readKept, type RedisClient, TextReplies } from "./redis/client.ts";
import { createThingsOf } from "./things-of.ts";

/** Letters that are looked through for those of one address, due and given up. */
const LETTERS_LOOKED_AT = 1000;
/** Records that are asked for at once. */
const AT_ONCE = 100;

/** Everything of an address, the newest first; ended, unconfirmed and alive. */
export interface AllOf {
  readonly things: readonly { readonly thing: Thing; readonly link: Link | null }[];
  /** Favours that it did. */
  readonly deeds: readonly Job[];
  /** Conversations that it is told of, or was. */
  readonly notices: readonly Notice[];
  readonly messages: readonly ContactMessage[];
  /** Those that it sent. */
  readonly reports: readonly Report[];
  /** Those of moderators about what it wrote. */
  readonly decisions: readonly LogEntry[];
  /** Whether there is more than was read. */
  readonly more: boolean;
}

/** An alert is managed by the link that its letters carry at present. */
function linkIdOf(thing: Thing): string {
  return thing.kind === "digest" ? (thing.digest.link?.id ?? idOf(thing)) : idOf(thing);
}

const Lists = z.tuple([Ids, Ids, Ids, Ids, Ids]);

/** How a report, a favour that somebody did and a conversation that they hear of are named among what is kept. */
const REPORT = "report ";
const DEED = "deed ";
const NOTICE = "notice ";
/** What is none of the things that have a link of their own. */
const OTHERS = [REPORT, DEED, NOTICE];

export function createAllOf(redis: RedisClient) {
  const { readMany } = createReads(redis);
  const { thingOf } = createThingsOf(redis);

  return {
    /** At most `limit` things of an address (its keyed hash), and its messages. */
    async allOf(address: string, now: Millis, limit = MY_DATA_MAX): Promise<AllOf> {
      const [all, waiting, messageIds, decidedReports, decisionIds] = await ask(
        "list everything of an address",
        Lists,
        () =>
          redis.runAll([
            ["zrange", allOfKey(address), 0, limit, "rev"],
            ["zrange", waitingOfKey(address), 0, limit, "rev"],
            ["zrange", messagesOfKey(address), 0, limit - 1, "rev"],
            ["zrange", decidedReportsOfKey(address), 0, limit - 1, "rev"],
            ["zrange", decisionsOfKey(address), 0, limit - 1, "rev"],
          ]),
      );
      const listed = [...waiting, ...all];
      const idsOf = (prefix: string): string[] =>
        listed.filter((member) => member.startsWith(prefix)).map((member) => member.slice(prefix.length));
      const members = listed.filter((member) => !OTHERS.some((prefix) => member.startsWith(prefix)));
      const things: Thing[] = [];
      for (let at = 0; at < Math.min(members.length, limit); at += AT_ONCE) {
        const chunk = members.slice(at, Math.min(at + AT_ONCE, limit));
        const read = await Promise.all(chunk.map((member) => thingOf(member, now)));
        things.push(...read.filter((thing) => thing !== null));
      }
      const [links, deeds, notices, messages, reports, decisions] = await Promise.all([
        readMany("link", things.map(linkIdOf)),
        readMany("job", idsOf(DEED)),
        readMany("notice", idsOf(NOTICE)),
        readMany("contact", messageIds),
        readMany("report", [...idsOf(REPORT), ...decidedReports]),
        readMany("logEntry", decisionIds),
      ]);
      return {
        things: things.map((thing, at) => ({ thing, link: links[at] ?? null })),
        deeds: deeds.filter((job) => job !== null),
        notices: notices.filter((notice) => notice !== null),
        messages: messages.filter((message) => message !== null),
        reports: reports.filter((report) => report !== null),
        decisions: decisions.filter((decision) => decision !== null),
        more: listed.length > limit,
      };
    },

    /** Letters that wait, or were given up, among the first `LETTERS_LOOKED_AT` of each. */
    async lettersTo(isOwn: (email: string) => boolean): Promise<MailEvent[]> {
      const lists = await ask("list the letters of an address", z.tuple([Ids, Ids]), () =>
        redis.runAll([
          ["zrange", MAILS_DUE, 0, LETTERS_LOOKED_AT - 1],
          ["zrange", MAILS_DEAD, 0, LETTERS_LOOKED_AT - 1, "rev"],
        ]),
      );
      const ids = lists.flat();
      const found: MailEvent[] = [];
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        const keys = ids.slice(at, at + AT_ONCE).map(mailKey);
        const texts = await ask("read the letters of an address", TextReplies, () =>
          redis.run(["mget", ...keys]),
        );
        const events = texts
          .filter((text) => text !== null)
          .map((text) => readKept("read a letter", () => parseEntry(text)).event);
        found.push(...events.filter(({ to }) => isOwn(to)));
      }
      return found;
    },

    /** Requests to erase everything that are not through and may be gone on with now, longest due first. */
    async erasuresDue(now: Millis, limit: number): Promise<MyData[]> {
      const ids = await ask("list what is to be erased", Ids, () =>
        redis.run(["zrange", ERASURES, "-inf", now, "byscore", "limit", 0, limit]),
      );
      const requests = await readMany("myData", ids);
      return requests.filter((data) => data !== null);
    },
  };
}
