import { formatDateTime } from "../../copy/format.ts";
import { blockedUntilWords } from "../../copy/signals.ts";
import { SUBJECT_NAMES } from "../../copy/names.ts";
import { own, say } from "../letter.ts";
import { addressOf, emailWords } from "./contact-words.ts";
import { reasons } from "./moderation.ts";
import { facts, link, paragraph, quote, type LetterWriters } from "./parts.ts";

/** The contact form: the message to the owner and the receipt to whoever sent it. */
export const CONTACT_FORM_LETTERS: LetterWriters<"contactMessage" | "contactReceipt"> = {
  contactMessage: ({ name, replyTo, subject, message, signals }) => {
    const address = addressOf(replyTo);
    return {
      subject: say`Contacto: ${own(SUBJECT_NAMES[subject])}`,
      ...(address === null ? {} : { replyTo: address }),
      parts: [
        paragraph(say`Ha llegado un mensaje por el formulario de contacto.`),
        facts(
          ["De", say`${name}`],
          ["Correo", emailWords(replyTo)],
          ["Asunto", say`${own(SUBJECT_NAMES[subject])}`],
        ),
        quote(say`El mensaje:`, message),
        ...reasons(signals),
        paragraph(say`Si respondes a este correo, tu respuesta le llega a quien lo escribió.`),
      ],
    };
  },

  contactReceipt: (_, { siteUrl, owner }) => ({
    subject: say`Hemos recibido tu mensaje`,
    parts: [
      paragraph(say`Nos ha llegado el mensaje que has escrito a Makethejobs.`),
      paragraph(say`Lo leerá una persona y te contestará a esta dirección. No tienes que hacer nada más.`),
      paragraph(
        say`Si quieres añadir algo, escríbenos a ${own(owner.email)}. Puede que tu duda ya esté resuelta en las preguntas frecuentes:`,
      ),
      link("Preguntas frecuentes", `${siteUrl}/preguntas-frecuentes/`),
      paragraph(
        say`¿No has sido tú? No hagas caso de este correo: alguien puso tu dirección por error y no volveremos a escribirte por ello.`,
      ),
    ],
  }),
};

/** To whose mailbox a moderator blocked. */
export const BLOCK_LETTERS: LetterWriters<"mailboxBlocked"> = {
  mailboxBlocked: ({ blockedUntil }, { owner }) => ({
    subject: say`Vamos a leer antes lo que envíes`,
    parts: [
      paragraph(say`Una persona va a leer lo que envíes desde este correo antes de que llegue a nadie.`),
      paragraph(say`${own(blockedUntilWords(blockedUntil))}`),
      paragraph(say`Después de ese día todo vuelve a ser como antes, sin que tengas que hacer nada.`),
      paragraph(say`Si crees que nos hemos equivocado, escríbenos a ${own(owner.email)}.`),
    ],
  }),
};

/** To the editors: what somebody thinks of an answer of the FAQ. There is nobody to reply to. */
export const QUESTION_LETTERS: LetterWriters<"questionFeedback"> = {
  questionFeedback: ({ question, value, text, signals }, { siteUrl }) => ({
    subject: say`Preguntas frecuentes: nos cuentan qué falta`,
    parts: [
      paragraph(say`Alguien ha valorado una respuesta y ha escrito el motivo.`),
      facts(
        ["Pregunta", say`${own(question.title)}`],
        ["¿Le ha servido?", value === "yes" ? say`Sí` : say`No`],
      ),
      quote(say`Lo que cuenta:`, text),
      ...reasons(signals),
      link("La respuesta, tal como está ahora", `${siteUrl}/preguntas-frecuentes/${question.slug}/`),
      paragraph(say`Es anónimo: no hay dirección a la que contestar.`),
    ],
  }),
};

const RUN_NAMES = {
  sweep: "la limpieza que se hace cada cinco minutos",
  digests: "el envío de alertas de favores nuevos",
  notices: "el envío de avisos de respuestas",
  publish: "la petición de construir la web cuando llega el día de un texto",
  outbox: "el envío de correos",
  erase: "el borrado de los datos de alguien que lo pidió",
} as const;

/** To the owner: what runs by the clock keeps failing, and where to look. */
export const RUN_LETTERS: LetterWriters<"runFailing"> = {
  runFailing: ({ run, times, since, what }) => ({
    subject: say`Algo falla en la web: ${own(RUN_NAMES[run])}`,
    parts: [
      paragraph(say`Ha fallado ${own(String(times))} veces seguidas ${own(RUN_NAMES[run])}.`),
      facts(
        ["Desde", say`${own(formatDateTime(since))}`],
        ["Lo último que ha fallado", say`${own(what)}`],
        ["Función", say`${own(run)}`],
      ),
      paragraph(
        say`Mira los registros de esa función en Netlify y qué dice «npm run doctor». Qué hacer en cada caso está en docs/operating.md.`,
      ),
      paragraph(say`No volveremos a avisarte hasta que funcione y vuelva a fallar.`),
    ],
  }),
};
