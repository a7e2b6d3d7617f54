import { DELIVERED_DONE_DAYS } from "../domain/kernel/limits.ts";
import type { QuestionState } from "../domain/records/asked-question.ts";
import type { CommentState } from "../domain/records/comment.ts";
import type { JobState, MissingRewardState } from "../domain/records/job.ts";
import type { JoinedRewardState } from "../domain/records/joined-reward.ts";
import type { MentionState } from "../domain/records/mention.ts";
import type { OfferState } from "../domain/records/offer.ts";
import type { ThankYouState } from "../domain/records/thank-you.ts";

/** How a state is shown: a short label for a badge, and a sentence that says what it means. */
export interface StateCopy {
  readonly label: string;
  readonly sentence: string;
}

export const JOB_STATES_COPY: Readonly<Record<JobState, StateCopy>> = {
  unconfirmed: {
    label: "Sin confirmar",
    sentence: "Falta que quien lo pide lo confirme desde su correo.",
  },
  open: { label: "Abierto", sentence: "Busca a alguien que eche una mano." },
  held: { label: "En revisión", sentence: "Una persona lo está mirando antes de publicarlo." },
  assigned: { label: "Asignado", sentence: "Ya hay alguien que se encarga; no admite más propuestas." },
  delivered: {
    label: "Ya está hecho",
    sentence: "Quien se encarga dice que está hecho; falta que quien lo pidió lo confirme.",
  },
  done: { label: "Hecho", sentence: "Este favor ya está hecho." },
  expired: { label: "Caducado", sentence: "Se acabó el plazo; no admite más propuestas." },
  withdrawn: { label: "Retirado", sentence: "Quien lo pidió lo ha retirado." },
  hidden: { label: "Oculto", sentence: "La moderación lo ha ocultado." },
  erased: { label: "Borrado", sentence: "Se ha borrado y ya no queda nada de él." },
};

export const OFFER_STATES_COPY: Readonly<Record<OfferState, StateCopy>> = {
  unconfirmed: {
    label: "Sin confirmar",
    sentence: "Falta que quien se ofrece la confirme desde su correo.",
  },
  held: { label: "En revisión", sentence: "Una persona la está leyendo antes de enviarla." },
  sent: { label: "Enviada", sentence: "Espera la respuesta de quien pide el favor." },
  accepted: { label: "Aceptada", sentence: "Esta propuesta es la elegida." },
  declined: { label: "Rechazada", sentence: "Quien pide el favor la ha rechazado." },
  withdrawn: { label: "Retirada", sentence: "Quien se ofreció la ha retirado." },
  standby: {
    label: "En espera",
    sentence: "Se aceptó otra propuesta; si no sale adelante, esta vuelve a contar.",
  },
  outdated: {
    label: "Por revisar",
    sentence: "El favor cambió después de enviarla; falta que quien se ofrece la confirme de nuevo.",
  },
  expired: { label: "Caducada", sentence: "Se acabó el plazo sin respuesta." },
  notChosen: { label: "No elegida", sentence: "El favor terminó sin esta propuesta." },
  rejected: { label: "No enviada", sentence: "La moderación decidió no enviarla." },
};

/** Said to who joined and to who moderates. */
export const JOINED_STATES_COPY: Readonly<Record<JoinedRewardState, StateCopy>> = {
  unconfirmed: {
    label: "Sin confirmar",
    sentence: "Falta que quien la suma la confirme desde su correo.",
  },
  held: { label: "En revisión", sentence: "Una persona la está mirando antes de publicarla." },
  joined: { label: "Sumada", sentence: "Se ve en la página del favor y cuenta para quien lo haga." },
  revoked: { label: "Retirada", sentence: "Quien la sumó la ha retirado." },
  rejected: { label: "No publicada", sentence: "La moderación decidió no publicarla." },
  used: {
    label: "Para quien lo hizo",
    sentence: "El favor está hecho: la recompensa es para quien lo hizo.",
  },
  lapsed: {
    label: "Sin efecto",
    sentence: "El favor terminó y esta recompensa no llegó a contar: nadie la debe.",
  },
};

export const COMMENT_STATES_COPY: Readonly<Record<CommentState, StateCopy>> = {
  unconfirmed: {
    label: "Sin confirmar",
    sentence: "Falta que quien lo escribió lo confirme desde su correo.",
  },
  held: { label: "En revisión", sentence: "Una persona lo leerá antes de publicarlo." },
  approved: { label: "Publicado", sentence: "Cualquiera puede leerlo." },
  rejected: { label: "No publicado", sentence: "La moderación decidió no publicarlo." },
  spam: { label: "Spam", sentence: "La moderación lo marcó como spam." },
  deleted: { label: "Borrado", sentence: "Quien lo escribió lo ha borrado." },
};

/** Said to who moderates alone. */
export const MENTION_STATE_LABELS: Readonly<Record<MentionState, string>> = {
  received: "Sin leer",
  held: "En revisión",
  approved: "Publicada",
  rejected: "No publicada",
  deleted: "Ya no está",
};

/** Said to who wrote it and to who moderates. */
export const QUESTION_STATES_COPY: Readonly<Record<QuestionState, StateCopy>> = {
  held: { label: "En revisión", sentence: "Una persona lo mira antes de pasarlo a la otra parte." },
  sent: { label: "Enviado", sentence: "Ya lo tiene la otra parte." },
  rejected: { label: "No enviado", sentence: "La moderación decidió no pasarlo a la otra parte." },
};

/** Said to who wrote it and to who moderates. */
export const THANKS_STATES_COPY: Readonly<Record<ThankYouState, StateCopy>> = {
  written: { label: "Sin publicar", sentence: "Falta que la otra parte diga si quiere que se publique." },
  held: { label: "En revisión", sentence: "Una persona lo mira antes de que lo lea nadie más." },
  published: { label: "Publicado", sentence: "Se ve en la página del favor: las dos partes lo quisisteis." },
  withheld: { label: "No publicado", sentence: "No se publica." },
  hidden: { label: "Oculto", sentence: "La moderación lo ha ocultado." },
};

/** How it stands with a reward that the helper misses. */
export const MISSING_REWARD_COPY: Readonly<Record<MissingRewardState, string>> = {
  claimed: "Quien hizo el favor dice que falta la recompensa; hasta que se resuelva, el favor no cuenta.",
  settled: "La recompensa que faltaba ya está entregada.",
  upheld: "La moderación ha comprobado que falta la recompensa: el favor no cuenta.",
};

const COUNTS_AS_DONE = `a los ${String(DELIVERED_DONE_DAYS)} días se da por hecho.`;
/** What becomes of a delivered favour of which its poster says nothing, said to the helper. */
export const THEIR_SILENCE = `Si quien lo pidió no dice nada, ${COUNTS_AS_DONE}`;
/** The same, said to the poster on their page and in the letter. */
export const YOUR_SILENCE = `Si no dices nada, ${COUNTS_AS_DONE}`;
