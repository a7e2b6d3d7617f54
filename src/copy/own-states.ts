import type { Comment, CommentState } from "../domain/records/comment.ts";
import type { DigestState } from "../domain/records/digest.ts";
import type { JobState } from "../domain/records/job.ts";
import type { OfferState } from "../domain/records/offer.ts";
import type { ReportState } from "../domain/records/report.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { formatTime } from "./format.ts";
import { COMMENT_STATES_COPY, JOB_STATES_COPY, OFFER_STATES_COPY } from "./states.ts";

/** How a state is said to the person whose own thing it is: who did something is spoken to, not of. */

const OWN_JOB: Readonly<Partial<Record<JobState, string>>> = {
  unconfirmed: "Falta que lo confirmes desde tu correo.",
  open: "Está en el tablón y cualquiera puede ofrecerse.",
  held: "Una persona lo está mirando; mientras tanto no se ve en el tablón.",
  delivered: "Quien se encarga dice que está hecho; falta que lo confirmes.",
  withdrawn: "Lo retiraste.",
};

/** How a favour stands, said to who asks for it. */
export function jobSentence(state: JobState): string {
  return OWN_JOB[state] ?? JOB_STATES_COPY[state].sentence;
}

const OWN_COMMENT: Readonly<Partial<Record<CommentState, string>>> = {
  unconfirmed: "Falta que lo confirmes desde tu correo.",
  deleted: "Lo borraste.",
};

/** How a comment stands, said to who wrote it. */
export function commentSentence(state: CommentState): string {
  return OWN_COMMENT[state] ?? COMMENT_STATES_COPY[state].sentence;
}

const OWN_WAITING: Readonly<Partial<Record<CommentState, string>>> = {
  unconfirmed: "Solo lo ves tú: mira tu correo y confírmalo con el enlace que te hemos enviado.",
  held: "Solo lo ves tú: lo leerá una persona antes de que salga.",
};

/** What its writer's browser reads below a comment; empty: nothing. `until`: when it stops being able to change it; null: it can't. */
export function ownCommentNote(state: CommentState, until: Millis | null): string {
  const change =
    until === null
      ? undefined
      : `Puedes corregirlo o borrarlo hasta las ${formatTime(until)}, si nadie te contesta antes.`;
  return [OWN_WAITING[state], change].filter((sentence) => sentence !== undefined).join(" ");
}

/** How their offer stands, said to the helper who made it. */
const OWN_OFFER_SENTENCES: Readonly<Record<OfferState, string>> = {
  unconfirmed: "Falta que la confirmes desde tu correo.",
  held: "Una persona la está leyendo antes de enviársela a quien pide el favor. Te escribiremos en cuanto esté decidido.",
  sent: OFFER_STATES_COPY.sent.sentence,
  accepted: "Tu propuesta es la elegida.",
  declined: OFFER_STATES_COPY.declined.sentence,
  withdrawn: "La retiraste.",
  standby: "Se aceptó otra propuesta; si no sale adelante, la tuya vuelve a contar.",
  outdated: "El favor cambió después de enviarla; falta que digas si sigue en pie.",
  expired: OFFER_STATES_COPY.expired.sentence,
  notChosen: "El favor terminó sin tu propuesta.",
  rejected: "La moderación decidió no enviarla.",
};

/** The sentence of an offer for who made it; an accepted one goes on with the favour. */
export function offerSentence(offer: OfferState, job: JobState): string {
  if (offer === "accepted" && job === "delivered") {
    return "Dijiste que está hecho; falta que quien lo pidió lo confirme.";
  }
  if (offer === "standby" && job === "held") {
    return "El acuerdo con otra persona no siguió adelante y el favor está en revisión; si vuelve al tablón, tu propuesta vuelve a contar.";
  }
  if (offer === "accepted" && job === "done") return "Hiciste este favor. Gracias.";
  return OWN_OFFER_SENTENCES[offer];
}

/** How an alert stands, said to who asked for it. */
export const ALERT_SENTENCES: Readonly<Record<DigestState, string>> = {
  unconfirmed: "Falta que la confirmes desde tu correo.",
  on: "Te escribimos cuando hay favores nuevos.",
  off: "La dejaste.",
};

/** What somebody who commented is told of answers, unless a letter's link said something else. */
export const HEARD_SENTENCES: Readonly<Record<Comment["notify"], string>> = {
  none: "",
  each: "Pediste un aviso de cada respuesta en esa conversación.",
  daily: "Pediste un resumen al día de las respuestas en esa conversación.",
  author: "Pediste un aviso si responde quien escribe el artículo.",
};

/** How a report stands, said to who sent it. */
export const REPORT_SENTENCES: Readonly<Record<ReportState, string>> = {
  unconfirmed: "Falta que lo confirmes desde tu correo.",
  received: "Lo está mirando una persona.",
  upheld: "Se te dio la razón.",
  dismissed: "Se decidió que no había motivo.",
};
