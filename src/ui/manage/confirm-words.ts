import { commentSentence, jobSentence, offerSentence } from "../../copy/own-states.ts";
import { JOINED_STATES_COPY } from "../../copy/states.ts";
import { isPublicComment } from "../../domain/comments/states.ts";
import type { Comment, CommentState } from "../../domain/records/comment.ts";
import type { DigestState } from "../../domain/records/digest.ts";
import type { ReportState } from "../../domain/records/report.ts";
import { boardWords } from "../../copy/board-words.ts";
import { FREQUENCY_NAMES, REPORT_REASON_NAMES } from "../../copy/names.ts";
import { boardWith } from "../../urls.ts";
import { boardQuery } from "../../views/board-filters.ts";
import { visibility } from "../../domain/favours/job-states.ts";
import type { JobState } from "../../domain/records/job.ts";
import type { Linked } from "../../domain/links/linked.ts";
import type { JoinedRewardState } from "../../domain/records/joined-reward.ts";
import type { OfferState } from "../../domain/records/offer.ts";
import { maskContactData } from "../../language/contact-data.ts";
import { commentPath, jobPath } from "../../views/public-view.ts";

export interface ArticleRef {
  readonly title: string;
  readonly url: string;
}

/** What the page behind a confirm link says about what was written, before and after it is confirmed. */
export interface ConfirmWords {
  readonly title: string;
  readonly heading: string;
  /** What it is about, with the page of it where there is one. */
  readonly about: { readonly text: string; readonly href: string | null };
  readonly button: string;
  /** What happens once the button is pressed. */
  readonly next: string;
  readonly state: JobState | OfferState | JoinedRewardState | CommentState | ReportState | DigestState;
  /** How it stands, once it is confirmed. */
  readonly sentence: string;
  readonly link: { readonly text: string; readonly href: string } | null;
}

/** What follows for who has just confirmed; the other states say of themselves what they mean. */
const JOB_SENTENCES: Partial<Readonly<Record<JobState, string>>> = {
  open: "Tu favor está en el tablón. Te hemos enviado otro correo con tu enlace para gestionarlo: guárdalo bien.",
  held: "Una persona lo leerá antes de que salga en el tablón. Te escribiremos en cuanto esté decidido.",
};
const OFFER_SENTENCES: Partial<Readonly<Record<OfferState, string>>> = {
  held: "Una persona la leerá antes de enviársela a quien pide el favor. Te escribiremos en cuanto esté decidido.",
  sent: "Ya le ha llegado a quien pide el favor. Te hemos enviado un correo con tu enlace para cambiarla o retirarla.",
};
/** Confirming is the second opt-in: the page says to what. */
const HEARD_NEXT: Readonly<Record<Comment["notify"], string>> = {
  none: "",
  each: "Además te avisaremos por correo de las respuestas en esa conversación; en cada aviso podrás dejarlos.",
  daily:
    "Además te enviaremos cada día, si las hay, las respuestas en esa conversación; en cada correo podrás dejarlo.",
  author:
    "Además te avisaremos por correo si responde quien escribe el artículo; en cada aviso podrás dejarlos.",
};
const COMMENT_SENTENCES: Partial<Readonly<Record<CommentState, string>>> = {
  held: "Una persona lo leerá antes de que salga. Te escribiremos en cuanto esté decidido.",
  approved:
    "Tu comentario ya está publicado. Te hemos enviado un correo con tu enlace para corregirlo o borrarlo.",
};

export function confirmWords(linked: Linked, article: ArticleRef | null): ConfirmWords {
  if (linked.kind === "job") return jobWords(linked);
  if (linked.kind === "reward") return rewardWords(linked);
  if (
    linked.kind === "session" ||
    linked.kind === "question" ||
    linked.kind === "thanks" ||
    linked.kind === "notice" ||
    linked.kind === "data"
  )
    throw new TypeError("it is not confirmed");
  if (linked.kind === "report") return reportWords(linked);
  if (linked.kind === "digest") return digestWords(linked);
  return linked.kind === "offer" ? offerWords(linked) : commentWords(linked, article);
}

function reportWords({ report }: Extract<Linked, { kind: "report" }>): ConfirmWords {
  return {
    title: "Confirma tu aviso",
    heading: "Avisas de un problema",
    about: { text: REPORT_REASON_NAMES[report.reason], href: null },
    button: "Confirmar el aviso",
    next: "Lo mirará una persona y te escribiremos con lo que decida. A quien lo escribió no le diremos quién ha avisado.",
    state: report.state,
    sentence:
      report.state === "received"
        ? "Tu aviso está confirmado. Lo mirará una persona y te escribiremos con lo que decida."
        : "Tu aviso ya está decidido. Te hemos escrito con lo que se decidió.",
    link: null,
  };
}

function digestWords({ digest }: Extract<Linked, { kind: "digest" }>): ConfirmWords {
  const { filter, asked, frequency, state } = digest;
  const isOff = state === "off";
  return {
    title: "Confirma tu alerta",
    heading: `Alerta de favores nuevos: ${FREQUENCY_NAMES[asked ?? frequency].toLowerCase()}`,
    about: {
      text: isOff ? "Ya no está en marcha" : boardWords(boardQuery(new URLSearchParams(filter))),
      href: isOff ? null : boardWith(filter),
    },
    button: "Confirmar la alerta",
    next: "Te escribiremos solo cuando haya favores nuevos que encajen. En cada correo tendrás un enlace para cambiarla o dejarla.",
    state,
    sentence: isOff
      ? "Dejaste esta alerta y no te enviamos más correos. Puedes pedirla otra vez en el tablón."
      : "Tu alerta está en marcha. Te hemos enviado otro correo con el enlace para cambiarla o dejarla.",
    link: { text: "Ver el tablón", href: boardWith(isOff ? "" : filter) },
  };
}

function jobWords({ job }: Extract<Linked, { kind: "job" }>): ConfirmWords {
  return {
    title: "Confirma tu favor",
    heading: "Lo que pides",
    about: { text: job.title, href: null },
    button: "Confirmar y publicarlo",
    next: "Saldrá en el tablón y te enviaremos otro correo con tu enlace para gestionarlo. Guárdalo bien.",
    state: job.state,
    sentence: JOB_SENTENCES[job.state] ?? jobSentence(job.state),
    link: visibility(job) === "public" ? { text: "Ver el favor en el tablón", href: jobPath(job) } : null,
  };
}

function offerWords({ offer, job }: Extract<Linked, { kind: "offer" }>): ConfirmWords {
  const isShown = visibility(job) === "public";
  return {
    title: "Confirma tu propuesta",
    heading: "Te ofreces para",
    about: { text: maskContactData(job.title), href: isShown ? jobPath(job) : null },
    button: "Confirmar y enviarla",
    next: "Le llegará a quien pide el favor, y a ti un correo con tu enlace para cambiarla o retirarla.",
    state: offer.state,
    sentence: OFFER_SENTENCES[offer.state] ?? offerSentence(offer.state, job.state),
    link: isShown ? { text: "Volver al favor", href: jobPath(job) } : null,
  };
}

function rewardWords({ reward, job }: Extract<Linked, { kind: "reward" }>): ConfirmWords {
  const isShown = visibility(job) === "public";
  return {
    title: "Confirma tu recompensa",
    heading: "Sumas una recompensa a",
    about: { text: maskContactData(job.title), href: isShown ? jobPath(job) : null },
    button: "Confirmar y sumarla",
    next: "Se verá en la página del favor, con tu nombre. Podrás retirarla hasta que se acepte a alguien; a esa persona le daremos tu correo y se la entregas tú cuando el favor esté hecho.",
    state: reward.state,
    sentence: JOINED_STATES_COPY[reward.state].sentence,
    link: isShown ? { text: "Volver al favor", href: jobPath(job) } : null,
  };
}

function commentWords(
  { comment }: Extract<Linked, { kind: "comment" }>,
  article: ArticleRef | null,
): ConfirmWords {
  return {
    title: "Confirma tu comentario",
    heading: "Comentas en",
    about: { text: article?.title ?? "un artículo que ya no está", href: article?.url ?? null },
    button: "Confirmar el comentario",
    next: `El primero de cada dirección lo lee antes una persona; los siguientes suelen salir al momento. ${HEARD_NEXT[comment.notify]}`.trim(),
    state: comment.state,
    sentence: COMMENT_SENTENCES[comment.state] ?? commentSentence(comment.state),
    link: isPublicComment(comment)
      ? { text: "Ver el comentario", href: commentPath(comment) }
      : article && { text: "Volver al artículo", href: article.url },
  };
}
