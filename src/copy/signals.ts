import { formatDate } from "./format.ts";
import { DROP_OUTS_COUNT_DAYS, DROP_OUTS_TO_HOLD } from "../domain/kernel/limits.ts";
import { BUSY_MINUTES, ECHO_DAYS, REJECTIONS_KEPT_DAYS } from "../domain/kernel/suspicion-limits.ts";
import {
  APPROVED_BEFORE,
  REJECTED_OFTEN,
  BUSY_TEXTS,
  DUPLICATES_MANY,
  LINKS_MAX,
  FILL_TIME_MIN_SECONDS,
} from "../domain/suspicion/thresholds.ts";
import { foldForSpam } from "../domain/suspicion/fold-for-spam.ts";
import { SIGNAL_CODES, type SignalCode } from "../domain/suspicion/signals.ts";
import { wordingOf } from "../domain/suspicion/wording.ts";

/** What made something suspicious, explained to a moderator. */
export const SIGNAL_EXPLANATIONS: Readonly<Record<SignalCode, string>> = {
  honeypot: "Rellenó un campo que las personas no ven.",
  stampMissing: "Llegó sin la marca de hora del formulario; solo, no dice nada.",
  tooFast: `Se envió menos de ${String(FILL_TIME_MIN_SECONDS)} segundos después de abrir el formulario.`,
  link: "Lleva algún enlace.",
  manyLinks: `Lleva más de ${String(LINKS_MAX)} enlaces.`,
  shortener: "Lleva un enlace acortado que esconde adónde va.",
  spamWord: "Usa una palabra frecuente en el spam.",
  spamWords: "Usa varias palabras, o una muy clara, de spam.",
  contactData: "Lleva datos de contacto en el texto.",
  mixedScripts: "Mezcla alfabetos dentro de una palabra, como se hace para esquivar filtros.",
  officialName: "Firma como si fuera el equipo, quien modera o quien escribe los artículos.",
  mule: "Se parece al fraude de las «mulas»: mover dinero o paquetes ajenos.",
  paidLikes: "Se parece al fraude de las tareas pagadas: dinero por «me gusta» o reseñas.",
  advanceMoney: "Pide dinero por adelantado.",
  fakeEscrow: "Se parece al fraude del intermediario falso, o pide datos de tarjeta o códigos.",
  asksSecrets: "Pide documentos, tarjetas, contraseñas o códigos.",
  bigPromise: "Promete mucho dinero, o dinero seguro.",
  cantMeet: "Quien escribe no se deja ver, o dice que irá otra persona en su lugar.",
  hush: "Pide discreción o insiste en que no pasa nada.",
  hurry: "Mete prisa.",
  movesElsewhere: "Quiere seguir la conversación en otro sitio.",
  illegal: "Se parece a la venta de algo que no se puede vender.",
  loan: "Ofrece préstamos.",
  advert: "Suena a anuncio de una empresa o de un sitio.",
  wordingUnknown: "Está en otra lengua o usa palabras poco corrientes: lo que suenan en conjunto no cuenta.",
  wordingFaint: "Sus palabras suenan un poco a fraude o a spam.",
  wordingWeak: "Sus palabras suenan algo a fraude o a spam.",
  wordingDoubtful: "Sus palabras podrían ser de un fraude o de spam.",
  wordingLikely: "Sus palabras suenan bastante a fraude o a spam.",
  wordingSure: "Sus palabras, en conjunto, suenan claramente a fraude o a spam.",
  duplicate: `Un texto igual o casi igual ya se había enviado en los últimos ${String(ECHO_DAYS)} días.`,
  manyDuplicates: `Textos iguales o casi iguales se han enviado ${String(DUPLICATES_MANY)} veces o más en los últimos ${String(ECHO_DAYS)} días.`,
  busy: `Desde la misma conexión ya habían llegado ${String(BUSY_TEXTS)} textos o más en ${String(BUSY_MINUTES)} minutos; puede ser una biblioteca.`,
  rejectedBefore: `En los últimos ${String(REJECTIONS_KEPT_DAYS)} días se rechazó algo de la misma dirección.`,
  rejectedOften: `En los últimos ${String(REJECTIONS_KEPT_DAYS)} días se rechazaron ${String(REJECTED_OFTEN)} textos o más de la misma dirección.`,
  approvedBefore: `De la misma dirección se han publicado ${String(APPROVED_BEFORE)} comentarios o más y no se ha rechazado nada: pesa un poco a su favor.`,
  reports: "Varias personas distintas han avisado de un problema.",
  dropOuts: `Quien lo pide ha roto ${String(DROP_OUTS_TO_HOLD)} acuerdos o más en ${String(DROP_OUTS_COUNT_DAYS)} días: puede estar reuniendo contactos.`,
};

/** To the poster, above the text of an offer that is suspicious. */
export const OFFER_WARNING =
  "Esta propuesta se parece a los mensajes con los que se engaña a la gente. No adelantes dinero, no envíes documentos, claves ni códigos y no prestes tu cuenta. Puede ser de alguien honrado: léela con calma y decide tú.";

/** To whoever wrote something that is held for what it says or how it was sent. */
const HELD_WHY =
  "Algo en cómo está escrito o enviado se parece a los mensajes de fraude o de spam. El programa que lo mira se equivoca a veces, y por eso decide una persona.";

/** To whoever wrote something that is held because a moderator blocked their mailbox. */
export function blockedUntilWords(until: number): string {
  return `Hasta el ${formatDate(until)}, una persona lee antes todo lo que llega desde tu dirección, porque la moderación así lo decidió. Nada se pierde, y lo que ya tengas acordado sigue igual.`;
}

/** Why something is held, in general words. */
export function heldWhy(blockedUntil: number | undefined): string {
  return blockedUntil === undefined ? HELD_WHY : blockedUntilWords(blockedUntil);
}

/** Stored signals as a moderator reads them; one of a later version stays as it is. */
export function explainSignals(signals: readonly string[]): string[] {
  const known: ReadonlySet<string> = new Set(SIGNAL_CODES);
  return signals.map((signal) => (isSignal(signal, known) ? SIGNAL_EXPLANATIONS[signal] : signal));
}

/** The same with the words of the text that weigh most, where its words count. They are read from the text and never stored. */
export function explainText(signals: readonly string[], text: string): string[] {
  const explained = explainSignals(signals);
  if (!signals.some((signal) => signal.startsWith("wording"))) return explained;
  const { words } = wordingOf(foldForSpam(text));
  return words.length === 0 ? explained : [...explained, `Las palabras que más pesan: ${words.join(", ")}.`];
}

function isSignal(signal: string, known: ReadonlySet<string>): signal is SignalCode {
  return known.has(signal);
}
