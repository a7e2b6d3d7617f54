import {
  BOUNCED_DAYS,
  TRUST_DAYS,
  COMPLAINED_DAYS,
  ASSIGNED_LAPSES_DAYS,
  ASSIGNED_WARNED_DAYS,
  BLOCK_DAYS,
  COMMENT_MAX_LENGTH,
  CONFIRM_LINK_TTL_HOURS,
  CONTACT_MESSAGE_TTL_DAYS,
  DEAD_MAIL_TTL,
  DECLINE_UNDO_MINUTES,
  DELIVERED_DONE_DAYS,
  DELIVERED_REMINDER_DAYS,
  DESCRIPTION_MAX_LENGTH,
  EDIT_WINDOW_MINUTES,
  ENDED_OFFER_TTL_DAYS,
  EXPIRY_WARNED_DAYS,
  JOB_LIFE_DAYS,
  JOB_LIFE_WITH_RENEWALS_DAYS,
  KEPT_FORM_TTL,
  LOG_DAYS,
  MANAGE_LINK_TTL_DAYS,
  MAX_LIVE_JOBS,
  MAX_OFFERS_A_DAY,
  MODERATOR_LETTERS_EVERY_MINUTES,
  MODERATOR_SESSION_HOURS,
  DROP_OUTS_COUNT_DAYS,
  OFFER_LIFE_DAYS,
  OFFER_REMINDER_DAYS,
  QUESTIONS_A_SIDE,
  REMEMBER_DAYS,
  RENEW_WITHIN_DAYS,
  REWARD_MISSING_DAYS,
  REPORT_TTL_DAYS,
  REPORTERS_TO_HOLD,
  TITLE_MAX_LENGTH,
  TITLE_MIN_LENGTH,
  UNCONFIRMED_TTL_HOURS,
  UNDO_HOURS,
  VISITOR_KEY_TTL,
} from "../domain/kernel/limits.ts";
import { ECHO_DAYS, REJECTIONS_KEPT_DAYS } from "../domain/kernel/suspicion-limits.ts";
import { STANDING_MIN, THANK_YOU_MAX_LENGTH, THANK_YOU_MIN_LENGTH } from "../domain/kernel/thanks-limits.ts";
import { ERASING_KEPT_DAYS, MY_DATA_LINK_TTL_HOURS } from "../domain/kernel/own-data-limits.ts";
import { PAGE_MAX_AGE_SECONDS, PAGE_STALE_SECONDS } from "../domain/kernel/request-limits.ts";
import { DAY, HOUR, MINUTE } from "../domain/kernel/time.ts";

const counted = (one: string, many: string) => (n: number) => `${String(n)}\u00a0${n === 1 ? one : many}`;
const days = counted("día", "días");
const hours = counted("hora", "horas");
const minutes = counted("minuto", "minutos");

/**
 * What the code's limits are called in texts, by the name that editors write in `<Limit name="…" />`. A number in a text of the
 * site comes from here, so that it is the one that the code keeps to.
 */
export const LIMIT_WORDS = {
  confirm: hours(CONFIRM_LINK_TTL_HOURS),
  moderationLog: days(LOG_DAYS),
  blocked: days(BLOCK_DAYS),
  trusted: days(TRUST_DAYS),
  erasingKept: days(ERASING_KEPT_DAYS),
  undo: hours(UNDO_HOURS),
  moderatorLetters: minutes(MODERATOR_LETTERS_EVERY_MINUTES),
  reportersToHold: counted("persona", "personas")(REPORTERS_TO_HOLD),
  unconfirmed: hours(UNCONFIRMED_TTL_HOURS),
  report: days(REPORT_TTL_DAYS),
  echoes: days(ECHO_DAYS),
  rejectionsKept: days(REJECTIONS_KEPT_DAYS),
  bounced: days(BOUNCED_DAYS),
  complained: days(COMPLAINED_DAYS),
  remember: days(REMEMBER_DAYS),
  myDataLink: hours(MY_DATA_LINK_TTL_HOURS),
  manageLink: days(MANAGE_LINK_TTL_DAYS),
  dropOutsCount: days(DROP_OUTS_COUNT_DAYS),
  subscriptionEnded: days(MANAGE_LINK_TTL_DAYS),
  moderatorSession: hours(MODERATOR_SESSION_HOURS),
  jobLife: days(JOB_LIFE_DAYS),
  jobLifeInAll: days(JOB_LIFE_WITH_RENEWALS_DAYS),
  renewWithin: days(RENEW_WITHIN_DAYS),
  expiryWarned: days(EXPIRY_WARNED_DAYS[0]),
  expiryWarnedAgain: hours(EXPIRY_WARNED_DAYS[1] * 24),
  offerLife: days(OFFER_LIFE_DAYS),
  offerReminder: days(OFFER_REMINDER_DAYS),
  deliveredReminder: days(DELIVERED_REMINDER_DAYS),
  deliveredDone: days(DELIVERED_DONE_DAYS),
  assignedWarned: days(ASSIGNED_WARNED_DAYS),
  assignedLapses: days(ASSIGNED_LAPSES_DAYS),
  declineUndo: minutes(DECLINE_UNDO_MINUTES),
  rewardMissing: days(REWARD_MISSING_DAYS),
  contactsKept: days(ENDED_OFFER_TTL_DAYS),
  undelivered: days(DEAD_MAIL_TTL / DAY),
  visitorKept: hours(VISITOR_KEY_TTL / HOUR),
  keptForm: minutes(KEPT_FORM_TTL / MINUTE),
  contactMessage: days(CONTACT_MESSAGE_TTL_DAYS),
  editWindow: minutes(EDIT_WINDOW_MINUTES),
  pageAge: minutes((PAGE_MAX_AGE_SECONDS + PAGE_STALE_SECONDS) / 60),
  titleLength: `entre ${String(TITLE_MIN_LENGTH)} y ${String(TITLE_MAX_LENGTH)} caracteres`,
  descriptionLength: counted("carácter", "caracteres")(DESCRIPTION_MAX_LENGTH),
  commentLength: counted("carácter", "caracteres")(COMMENT_MAX_LENGTH),
  liveJobs: counted("favor vivo", "favores vivos")(MAX_LIVE_JOBS),
  questionsASide: counted("mensaje", "mensajes")(QUESTIONS_A_SIDE),
  thankYou: `${String(THANK_YOU_MIN_LENGTH)} a ${String(THANK_YOU_MAX_LENGTH)} caracteres`,
  standingDone: counted("favor hecho", "favores hechos")(STANDING_MIN),
  standing: counted("persona", "personas")(STANDING_MIN),
  offersADay: counted("propuesta", "propuestas")(MAX_OFFERS_A_DAY),
} as const satisfies Readonly<Record<string, string>>;

export function isLimitName(name: unknown): name is keyof typeof LIMIT_WORDS {
  return typeof name === "string" && Object.hasOwn(LIMIT_WORDS, name);
}
