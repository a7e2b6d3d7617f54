import type { Reward } from "../domain/records/reward.ts";
import { DAY, HOUR, type Millis, MINUTE } from "../domain/kernel/time.ts";
import { REWARD_KIND_NAMES } from "./names.ts";

const TIME_ZONE = "Europe/Madrid";

// Each is made when it is first used: together they would be the dearest part of a function's cold start.
const wholeEuros = whenUsed(
  () =>
    new Intl.NumberFormat("es-ES", {
      style: "currency",
      currency: "EUR",
      minimumFractionDigits: 0,
      maximumFractionDigits: 0,
    }),
);
const exactEuros = whenUsed(() => new Intl.NumberFormat("es-ES", { style: "currency", currency: "EUR" }));

const day = whenUsed(() => new Intl.DateTimeFormat("es-ES", { dateStyle: "long", timeZone: "UTC" }));
const date = whenUsed(() => new Intl.DateTimeFormat("es-ES", { dateStyle: "long", timeZone: TIME_ZONE }));
const month = whenUsed(
  () => new Intl.DateTimeFormat("es-ES", { month: "long", year: "numeric", timeZone: TIME_ZONE }),
);
const time = whenUsed(() => new Intl.DateTimeFormat("es-ES", { timeStyle: "short", timeZone: TIME_ZONE }));

function whenUsed<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Cents to `15 €` or `15,50 €`, with a non-breaking space. */
export function formatMoney(cents: number): string {
  const euros = cents % 100 === 0 ? wholeEuros : exactEuros;
  return euros().format(cents / 100);
}

/** A reward in a few words: `15 €`, `15 € (más la gasolina)`, `Un favor a cambio: te corto el pelo`. */
export function formatReward({ kind, amountCents, text }: Reward): string {
  if (kind === "money" && amountCents !== null) {
    return text === null ? formatMoney(amountCents) : `${formatMoney(amountCents)} (${text})`;
  }
  return text === null ? REWARD_KIND_NAMES[kind] : `${REWARD_KIND_NAMES[kind]}: ${text}`;
}

/** `1 favor hecho`, `1.204 favores hechos`. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("es-ES")} ${count === 1 ? one : many}`;
}

/** `3 favores hechos, desde noviembre de 2026`. */
export function formatStanding({ count, since }: { readonly count: number; readonly since: Millis }): string {
  return `${counted(count, "favor hecho", "favores hechos")}, desde ${formatMonth(since)}`;
}

/** About how long, in the unit that says it best: `25 minutos`, `3 horas`, `2 días`. */
export function formatSpan(span: Millis): string {
  const minutes = Math.max(1, Math.round(span / MINUTE));
  if (minutes < 90) return counted(minutes, "minuto", "minutos");
  const hours = Math.round(span / HOUR);
  if (hours < 48) return counted(hours, "hora", "horas");
  return counted(Math.round(span / DAY), "día", "días");
}

/** A calendar day, `2026-05-31`, as `31 de mayo de 2026`. */
export function formatDay(isoDay: string): string {
  return day().format(new Date(`${isoDay}T00:00:00Z`));
}

/** A day that was agreed on, with its hour where it was said: `31 de mayo de 2026, a las 18:30`. */
export function formatAgreedDay(agreed: { readonly date: string; readonly time: string | null }): string {
  const named = formatDay(agreed.date);
  return agreed.time === null ? named : `${named}, a las ${agreed.time}`;
}

/** The month in Europe/Madrid: `mayo de 2026`. */
function formatMonth(at: Millis): string {
  return month().format(at);
}

/** The day in Europe/Madrid: `31 de mayo de 2026`. */
export function formatDate(at: Millis): string {
  return date().format(at);
}

/** The hour in Europe/Madrid: `18:30`. */
export function formatTime(at: Millis): string {
  return time().format(at);
}

/** Day and hour in Europe/Madrid: `31 de mayo de 2026, 18:30`. */
export function formatDateTime(at: Millis): string {
  return `${date().format(at)}, ${time().format(at)}`;
}
