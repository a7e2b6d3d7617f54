import { describe, expect, test } from "vitest";
import {
  changeNotice,
  endNotices,
  noteAnswer,
  sendNotice,
  type Watcher,
  watchersOf,
} from "../../../src/domain/comments/notices.ts";
import { NOTICE_GATHERS_MINUTES, NOTICES_PER_LETTER } from "../../../src/domain/kernel/digest-limits.ts";
import { MANAGE_LINK_TTL_DAYS } from "../../../src/domain/kernel/limits.ts";
import { DAY, HOUR, MINUTE } from "../../../src/domain/kernel/time.ts";
import type { Comment } from "../../../src/domain/records/comment.ts";
import type { Outcome } from "../../../src/domain/records/decision.ts";
import type { HeardChoice, Notice } from "../../../src/domain/records/notice.ts";
import {
  aComment,
  aContext,
  aPerson,
  ARTICLE,
  codeOf,
  mailNamed,
  NOW,
  outcomeOf,
} from "../../support/builders/fixtures.ts";

/** Midday in Madrid, in summer. */
const AT = NOW;
const writer = { ...aPerson("Carla"), address: "hash-carla" };
const another = { ...aPerson("Luis"), address: "hash-luis" };
const asking = (notify: HeardChoice, over: Partial<Comment> = {}) =>
  aComment({ state: "approved", notify, writer, createdAt: AT - DAY, publishedAt: AT - DAY, ...over });
const watcher = (choice: HeardChoice, over: Partial<Comment> = {}): Watcher => ({
  comment: asking(choice, over),
  choice,
});
const answer = (over: Partial<Comment> = {}) =>
  aComment({ state: "approved", writer: another, createdAt: AT, publishedAt: AT, ...over });
const notice = (over: Partial<Notice> = {}): Notice => ({
  id: "notice",
  version: 3,
  state: "on",
  choice: "each",
  saidAt: null,
  article: ARTICLE.slug,
  root: "root",
  address: writer.address,
  createdAt: AT - DAY,
  toldUntil: AT - HOUR,
  dueAt: null,
  link: null,
  ...over,
});

function noticeAfter(outcome: Outcome<string>): Notice | null {
  for (const change of outcome.decision.changes) if (change.kind === "notice") return change.after;
  throw new Error("the notice does not change");
}
const isUntouched = (outcome: Outcome<string>) => outcome.decision.changes.length === 0;

describe("who is told of answers", () => {
  test("is whoever asks for it in a published comment, each once, as the newest says", () => {
    const first = asking("each");
    const second = asking("daily", { createdAt: AT });
    const unheard = [
      asking("each", { writer: another, notify: "none" }),
      asking("each", { writer: another, state: "held" }),
    ];
    expect(watchersOf([second, ...unheard, first])).toEqual([{ comment: second, choice: "daily" }]);
  });
});

describe("an answer", () => {
  const note = (
    who: Watcher,
    said: Comment,
    before: Notice | null = null,
  ): ReturnType<typeof outcomeOf<"on" | "off">> =>
    outcomeOf(noteAnswer({ id: "notice", watcher: who, answer: said, before }, aContext({ now: AT })));

  test("makes a letter due once the answers of some minutes are gathered", () => {
    const noted = note(watcher("each"), answer());
    expect(noticeAfter(noted)).toMatchObject({
      version: 1,
      state: "on",
      choice: "each",
      saidAt: null,
      address: writer.address,
      article: ARTICLE.slug,
      toldUntil: AT - DAY,
      dueAt: AT + NOTICE_GATHERS_MINUTES * MINUTE,
      link: null,
    });
    // All of it can be found out again from the comments.
    expect(noted.decision.changes[0]).toMatchObject({ forgetAt: AT + MANAGE_LINK_TTL_DAYS * DAY });
  });

  test("makes a daily one due at nine in Madrid, today's or tomorrow's", () => {
    const due = (at: number) =>
      noticeAfter(note(watcher("daily"), answer({ publishedAt: at, createdAt: at })))?.dueAt;
    const [nine, nextNine] = [Date.UTC(2026, 5, 10, 7), Date.UTC(2026, 5, 11, 7)];
    expect(due(nine - MINUTE)).toBe(nine);
    expect(due(nine)).toBe(nextNine);
    expect(due(AT)).toBe(nextNine);
  });

  test("counts from when it was published, or written where it never was", () => {
    const due = (said: Comment) => noticeAfter(note(watcher("each"), said))?.dueAt;
    const later = AT + HOUR;
    expect(due(answer({ publishedAt: later }))).toBe(later + NOTICE_GATHERS_MINUTES * MINUTE);
    expect(due(answer({ publishedAt: null }))).toBe(AT + NOTICE_GATHERS_MINUTES * MINUTE);
  });

  test("is no news to who wrote it, nor before it is published, nor if a letter told of it or is due", () => {
    expect(isUntouched(note(watcher("each"), answer({ writer })))).toBe(true);
    expect(isUntouched(note(watcher("each"), answer({ state: "held" })))).toBe(true);
    expect(isUntouched(note(watcher("each"), answer(), notice({ toldUntil: AT })))).toBe(true);
    expect(isUntouched(note(watcher("each"), answer(), notice({ dueAt: AT + 1 })))).toBe(true);
    expect(isUntouched(note(watcher("each", { publishedAt: AT + 1 }), answer()))).toBe(true);
    expect(noticeAfter(note(watcher("each"), answer(), notice()))).toMatchObject({ version: 4 });
  });

  test("from anybody but the article's author is no news to who wants only those", () => {
    expect(isUntouched(note(watcher("author"), answer()))).toBe(true);
    expect(isUntouched(note(watcher("author"), answer({ role: "moderator" })))).toBe(true);
    expect(isUntouched(note(watcher("author"), answer({ role: "author" })))).toBe(false);
  });

  test("is told as a letter's link said, until a later comment says otherwise", () => {
    const off = notice({ state: "off", saidAt: AT - HOUR });
    expect(isUntouched(note(watcher("each"), answer(), off))).toBe(true);
    const changed = notice({ choice: "daily", saidAt: AT - HOUR });
    expect(noticeAfter(note(watcher("each"), answer(), changed))).toMatchObject({
      choice: "daily",
      saidAt: AT - HOUR,
    });
    const anew = watcher("each", { createdAt: AT - MINUTE, publishedAt: AT - MINUTE });
    expect(noticeAfter(note(anew, answer(), off))).toMatchObject({
      state: "on",
      choice: "each",
      saidAt: null,
    });
  });
});

describe("a letter of answers that is due", () => {
  const send = (over: Partial<Parameters<typeof sendNotice>[0]> = {}) =>
    outcomeOf(
      sendNotice(
        {
          notice: notice({ dueAt: AT }),
          watcher: watcher("each"),
          answers: [answer()],
          until: AT,
          article: ARTICLE,
          isSilenced: false,
          ...over,
        },
        aContext({ now: AT }),
      ),
    );

  test("tells of all that was answered, once, to the address of the comment, with a link to end it", () => {
    const said = [answer({ id: "first" }), answer({ id: "own", writer }), answer({ id: "second" })];
    const sent = send({ answers: said });
    const mail = mailNamed(sent, "answers");
    expect(mail.to).toBe(writer.email);
    expect(mail.data).toMatchObject({ notice: "notice", root: "root", ids: ["first", "second"] });
    const after = noticeAfter(sent);
    expect(after).toMatchObject({ version: 4, toldUntil: AT, dueAt: null });
    expect(after?.link?.id).toBe(mail.data.link.id);
    // The next time that it is due is another letter, the same time is the same.
    expect(mail.id).toContain(String(AT));
  });

  test("leaves out the oldest of too many", () => {
    const many = Array.from({ length: NOTICES_PER_LETTER + 2 }, (_, at) => answer({ id: `answer-${at}` }));
    const { ids } = mailNamed(send({ answers: many }), "answers").data;
    expect([ids.length, ids[0]]).toEqual([NOTICES_PER_LETTER, "answer-2"]);
  });

  test("does not leave early, twice or to an address that nothing is mailed to", () => {
    expect(isUntouched(send({ notice: notice({ dueAt: AT + 1 }) }))).toBe(true);
    expect(isUntouched(send({ notice: notice({ dueAt: null }) }))).toBe(true);
    const silent = send({ isSilenced: true });
    expect([silent.decision.mails, noticeAfter(silent)?.dueAt]).toEqual([[], null]);
  });

  test("does not leave without news, or when a link has ended them meanwhile", () => {
    for (const over of [
      { answers: [] },
      { answers: [answer({ writer })] },
      { notice: notice({ dueAt: AT, state: "off" as const, saidAt: AT }) },
    ]) {
      const sent = send(over);
      expect(sent.decision.mails).toEqual([]);
      expect(noticeAfter(sent)).toMatchObject({ toldUntil: AT, dueAt: null });
    }
  });

  test("forgets about an address whose comments ask for it no more", () => {
    const sent = send({ watcher: null });
    expect([sent.state, sent.decision.mails, noticeAfter(sent)]).toEqual(["off", [], null]);
  });
});

describe("a letter's link", () => {
  const context = aContext({ now: AT });

  test("changes what is told, and that is kept for longer than what comments say", () => {
    const changed = outcomeOf(changeNotice({ notice: notice(), notify: "daily" }, context));
    expect(noticeAfter(changed)).toMatchObject({ version: 4, choice: "daily", saidAt: AT, state: "on" });
    expect(changed.decision.changes[0]).not.toHaveProperty("forgetAt");
    expect(isUntouched(outcomeOf(changeNotice({ notice: notice(), notify: "each" }, context)))).toBe(true);
    expect(codeOf(changeNotice({ notice: notice({ state: "off" }), notify: "daily" }, context))).toBe(
      "noticesOff",
    );
  });

  test("ends it, with the letter that waits, once", () => {
    const ended = outcomeOf(endNotices({ notice: notice({ dueAt: AT + 1 }) }, context));
    expect(noticeAfter(ended)).toMatchObject({ version: 4, state: "off", saidAt: AT, dueAt: null });
    expect(isUntouched(outcomeOf(endNotices({ notice: notice({ state: "off" }) }, context)))).toBe(true);
  });
});
