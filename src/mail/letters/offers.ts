import { formatReward } from "../../copy/format.ts";
import { heldWhy, OFFER_WARNING } from "../../copy/signals.ts";
import { ASSIGNED_LAPSES_DAYS, OFFER_LIFE_DAYS } from "../../domain/kernel/limits.ts";
import { maskContactData } from "../../language/contact-data.ts";
import { own, say, type Words } from "../letter.ts";
import {
  appealWords,
  button,
  type DataOf,
  jobUrl,
  link as toPage,
  paragraph,
  quote,
  type LetterWriters,
} from "./parts.ts";

const KEEP_LINK = say`Guarda este correo: el enlace es solo tuyo y con él no necesitas contraseña. No se lo pases a nadie.`;
const LIFE = own(String(OFFER_LIFE_DAYS));

type OfferMail =
  | "offerReceived"
  | "offerHeld"
  | "offerRejected"
  | "offerSent"
  | "offerStandby"
  | "offerInvitedAgain"
  | "offerOutdated"
  | "offerEnded"
  | "offerWithdrawn";

/** About an offer, to the poster and to the helper. */
export const OFFER_LETTERS: LetterWriters<OfferMail> = {
  offerReceived: ({ link, job, helper, message, reward, warned = false }, { tokenUrl }) => ({
    subject: say`Alguien se ofrece para tu favor`,
    parts: [
      paragraph(say`${helper} se ofrece para «${job.title}».`),
      ...(warned ? [paragraph(say`Atención. ${own(OFFER_WARNING)}`)] : []),
      quote(say`Esto es lo que te escribe:`, maskContactData(message)),
      paragraph(
        reward === null
          ? say`Le parece bien la recompensa que ofreces.`
          : say`Te propone otra recompensa: ${formatReward(reward)}.`,
      ),
      button("Ver la propuesta y decidir", tokenUrl(link)),
      paragraph(
        say`Tienes ${LIFE} días para contestar; después la propuesta caduca. Si la aceptas, os damos a cada uno el contacto del otro. Hasta entonces nadie ve tu correo ni tu teléfono.`,
      ),
      paragraph(say`¿No te convence? Puedes rechazarla desde el mismo enlace.`),
    ],
  }),

  offerHeld: ({ link, job, blockedUntil }, { tokenUrl }) => ({
    subject: say`Tu propuesta está en revisión`,
    parts: [
      paragraph(say`Tu propuesta para «${job.title}» está en revisión.`),
      paragraph(
        say`Nos ha llegado bien. Antes de enviársela a quien lo pide la va a leer una persona, como hacemos cuando algo nos genera dudas. No tienes que hacer nada: te escribiremos en cuanto esté decidido.`,
      ),
      paragraph(say`${own(heldWhy(blockedUntil))}`),
      paragraph(say`Mientras tanto, con este enlace puedes corregirla o retirarla:`),
      button("Ver mi propuesta", tokenUrl(link)),
      paragraph(KEEP_LINK),
    ],
  }),

  offerRejected: ({ link, job, reason, canAppeal }, { tokenUrl }) => ({
    subject: say`No hemos enviado tu propuesta`,
    parts: [
      paragraph(
        say`Hemos revisado tu propuesta para «${job.title}» y no se la vamos a enviar a quien lo pide.`,
      ),
      quote(say`El motivo, en palabras de quien la ha revisado:`, reason),
      button("Ver mi propuesta", tokenUrl(link)),
      paragraph(appealWords(canAppeal)),
    ],
  }),

  offerSent: ({ link, job }, context) => ({
    subject: say`Hemos enviado tu propuesta`,
    parts: [
      paragraph(say`Quien pide «${job.title}» ya tiene tu propuesta.`),
      paragraph(
        say`Tiene ${LIFE} días para contestar y te escribiremos en cuanto decida. Si la acepta, os daremos a cada uno el contacto del otro. Mientras tanto puedes cambiarla o retirarla:`,
      ),
      button("Ver mi propuesta", context.tokenUrl(link)),
      paragraph(KEEP_LINK),
      toPage("Ver el favor", jobUrl(job, context)),
    ],
  }),

  offerStandby: ({ link, job }, { tokenUrl }) => ({
    subject: say`Tu propuesta queda en espera`,
    parts: [
      paragraph(say`Tu propuesta para «${job.title}» queda en espera.`),
      paragraph(
        say`Quien lo pide ha aceptado otra. Si ese acuerdo no sale adelante, la tuya volverá a contar y te avisaremos.`,
      ),
      paragraph(say`No tienes que hacer nada. Si ya no te interesa, puedes retirarla:`),
      button("Ver mi propuesta", tokenUrl(link)),
    ],
  }),

  offerInvitedAgain: ({ link, job }, { tokenUrl }) => ({
    subject: say`Vuelve a estar libre un favor para el que te ofreciste`,
    parts: [
      paragraph(
        say`Tu propuesta para «${job.title}» vuelve a contar: el acuerdo que había no ha salido adelante.`,
      ),
      paragraph(
        say`Si sigues queriendo hacerlo, no tienes que hacer nada: quien lo pide puede aceptarla cuando quiera durante los próximos ${LIFE} días. Si ya no puedes, retírala para que no cuente contigo:`,
      ),
      button("Ver mi propuesta", tokenUrl(link)),
    ],
  }),

  offerOutdated: ({ link, job }, context) => ({
    subject: say`Ha cambiado un favor para el que te ofreciste`,
    parts: [
      paragraph(say`Ha cambiado el favor «${job.title}», para el que te ofreciste.`),
      paragraph(
        say`Échale un vistazo y dinos si tu propuesta sigue en pie; hasta que lo confirmes no se puede aceptar.`,
      ),
      button("Leerlo y confirmar mi propuesta", context.tokenUrl(link)),
      paragraph(
        say`Si ya no te encaja, puedes retirarla desde el mismo enlace o dejarlo estar: caducará sola.`,
      ),
      toPage("Ver el favor", jobUrl(job, context)),
    ],
  }),

  offerEnded: ({ job, why }, { siteUrl }) => ({
    subject: ENDINGS[why].subject,
    parts: [
      paragraph(say`Tu propuesta para «${job.title}» ha terminado.`),
      paragraph(ENDINGS[why].sentence),
      paragraph(
        say`No hace falta que hagas nada. Si te apetece echar una mano en otra cosa, en el tablón hay más favores:`,
      ),
      button("Ver el tablón", `${siteUrl}/favores/`),
    ],
  }),

  offerWithdrawn: ({ link, job, helper }, { tokenUrl }) => ({
    subject: say`Han retirado una propuesta para tu favor`,
    parts: [
      paragraph(say`${helper} ha retirado su propuesta para «${job.title}».`),
      paragraph(say`Las demás siguen igual.`),
      button("Ver las propuestas", tokenUrl(link)),
      paragraph(say`Tu favor sigue en el tablón: no tienes que hacer nada.`),
    ],
  }),
};

type Ending = DataOf<"offerEnded">["why"];

const ENDINGS: Readonly<Record<Ending, { readonly subject: Words; readonly sentence: Words }>> = {
  declined: {
    subject: say`Esta vez han rechazado tu propuesta`,
    sentence: say`Quien pide el favor la ha leído y la ha rechazado. Gracias por ofrecerte.`,
  },
  withdrawn: {
    subject: say`Has retirado tu propuesta`,
    sentence: say`La has retirado y ya no cuenta. Hemos avisado a quien lo pide.`,
  },
  expired: {
    subject: say`Tu propuesta ha caducado`,
    sentence: say`Han pasado ${LIFE} días sin respuesta y ha caducado. Sentimos que no te hayan contestado.`,
  },
  notChosen: {
    subject: say`El favor para el que te ofreciste ya está hecho`,
    sentence: say`El favor ya está hecho, con otra persona. Gracias por estar disponible.`,
  },
  jobWithdrawn: {
    subject: say`Han retirado el favor para el que te ofreciste`,
    sentence: say`Quien lo pedía ha retirado el favor, así que tu propuesta termina aquí. Gracias por ofrecerte.`,
  },
  jobExpired: {
    subject: say`Ha caducado el favor para el que te ofreciste`,
    sentence: say`El favor ha caducado sin que se aceptara tu propuesta. Gracias por ofrecerte.`,
  },
  lapsed: {
    subject: say`El acuerdo del favor que ibas a hacer ha terminado`,
    sentence: say`Han pasado ${own(String(ASSIGNED_LAPSES_DAYS))} días sin noticias de ninguno de los dos, así que damos el acuerdo por terminado y hemos olvidado tus datos de contacto. Si el plazo no ha pasado, el favor vuelve al tablón.`,
  },
  jobHidden: {
    subject: say`Ya no está en el tablón el favor para el que te ofreciste`,
    sentence: say`Hemos ocultado el favor después de revisarlo, así que tu propuesta termina aquí. Gracias por ofrecerte.`,
  },
};
