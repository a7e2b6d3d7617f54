import { NOTICE_TEXT_LENGTH } from "../domain/kernel/digest-limits.ts";
import { maskContactData } from "../language/contact-data.ts";
import type { Comment } from "../domain/records/comment.ts";
import type { MailEvent } from "../domain/records/mail-event.ts";
import type { Notice } from "../domain/records/notice.ts";

/** What has to be remembered for letters that tell of answers. */
export interface NoticeStore {
  noticeWithAnswers(
    id: string,
    commentIds: readonly string[],
  ): Promise<{ readonly notice: Notice | null; readonly answers: readonly Comment[] }>;
}

/** The letter with what its answers say now; null where none of them is public any more, or the notices were ended: then no letter leaves. */
export async function withAnswers<M extends Extract<MailEvent, { name: "answers" }>>(
  store: NoticeStore,
  event: M,
): Promise<M | null> {
  const found = await store.noticeWithAnswers(event.data.notice, event.data.ids);
  if (found.notice?.state !== "on") return null;
  const answers = found.answers
    .filter(({ state }) => state === "approved")
    .map(({ id, writer, text }) => ({ id, name: writer.name, text: shortened(maskContactData(text)) }));
  return answers.length === 0 ? null : { ...event, data: { ...event.data, answers } };
}

function shortened(text: string): string {
  const letters = Array.from(text);
  if (letters.length <= NOTICE_TEXT_LENGTH) return text;
  return `${letters.slice(0, NOTICE_TEXT_LENGTH).join("").trimEnd()}…`;
}
