import {
  DROP_OUTS_COUNT_DAYS,
  DROP_OUTS_TO_HOLD,
  REPORTERS_TO_HOLD,
  RENEW_WITHIN_DAYS,
} from "../../domain/kernel/limits.ts";
import { formatDate } from "../../copy/format.ts";
import { heldWhy } from "../../copy/signals.ts";
import { own, say } from "../letter.ts";
import {
  appealWords,
  button,
  jobUrl,
  link as toPage,
  list,
  paragraph,
  quote,
  type LetterWriters,
} from "./parts.ts";

const KEEP_LINK = say`Guarda este correo: el enlace es solo tuyo y con él no necesitas contraseña. No se lo pases a nadie.`;
const WHAT_THE_LINK_DOES = list(
  say`ver las propuestas y aceptar una`,
  say`corregir el texto`,
  say`retirarlo si ya no lo necesitas`,
);

/** To the poster, about the favour's own life. */
export const JOB_LETTERS: LetterWriters<
  "jobPublished" | "jobHeld" | "jobApproved" | "jobHidden" | "jobExpired"
> = {
  jobPublished: ({ link, job, expiresAt }, context) => ({
    subject: say`Tu favor ya está en el tablón`,
    parts: [
      paragraph(say`Tu favor «${job.title}» ya está en el tablón.`),
      paragraph(
        say`Se verá hasta el ${own(formatDate(expiresAt))}. Te escribiremos cuando alguien se ofrezca.`,
      ),
      paragraph(say`Con este enlace puedes:`),
      WHAT_THE_LINK_DOES,
      button("Gestionar mi favor", context.tokenUrl(link)),
      paragraph(KEEP_LINK),
      toPage("Así lo ven los demás", jobUrl(job, context)),
    ],
  }),

  jobApproved: ({ link, job, expiresAt }, context) => ({
    subject: say`Revisado: tu favor ya está en el tablón`,
    parts: [
      paragraph(say`Hemos revisado tu favor «${job.title}» y ya está en el tablón.`),
      paragraph(
        say`Se verá hasta el ${own(formatDate(expiresAt))}. Te escribiremos cuando alguien se ofrezca.`,
      ),
      paragraph(say`Con este enlace puedes:`),
      WHAT_THE_LINK_DOES,
      button("Gestionar mi favor", context.tokenUrl(link)),
      paragraph(KEEP_LINK),
      toPage("Así lo ven los demás", jobUrl(job, context)),
    ],
  }),

  jobHeld: ({ link, job, why, blockedUntil }, { tokenUrl }) => ({
    subject: say`Tu favor está en revisión`,
    parts: [
      paragraph(say`Tu favor «${job.title}» está en revisión.`),
      paragraph(
        why === "reports"
          ? say`${own(String(REPORTERS_TO_HOLD))} personas distintas han avisado de un problema con él. Por eso deja de verse hasta que lo mire una persona. No tienes que hacer nada: te escribiremos con lo que decida y, si no vuelve, con el motivo.`
          : why === "dropOuts"
            ? say`Has roto ${own(String(DROP_OUTS_TO_HOLD))} acuerdos o más en ${own(String(DROP_OUTS_COUNT_DAYS))} días. Por eso deja de verse en el tablón hasta que lo mire una persona. No tienes que hacer nada: te escribiremos en cuanto esté decidido.`
            : say`Nos ha llegado bien. Antes de publicarlo lo va a leer una persona, como hacemos cuando algo nos genera dudas. No tienes que hacer nada: te escribiremos en cuanto esté decidido.`,
      ),
      ...(why !== undefined ? [] : [paragraph(say`${own(heldWhy(blockedUntil))}`)]),
      paragraph(say`Mientras tanto, con este enlace puedes corregirlo o retirarlo:`),
      button("Gestionar mi favor", tokenUrl(link)),
      paragraph(KEEP_LINK),
    ],
  }),

  jobHidden: ({ link, job, reason, canAppeal }, { tokenUrl }) => ({
    subject: say`Tu favor no se va a mostrar en el tablón`,
    parts: [
      paragraph(say`Tu favor «${job.title}» no se va a mostrar en el tablón.`),
      quote(say`El motivo, en palabras de quien lo ha revisado:`, reason),
      paragraph(appealWords(canAppeal)),
      button("Ver mi favor", tokenUrl(link)),
    ],
  }),

  jobExpired: ({ link, job }, { tokenUrl }) => ({
    subject: say`Tu favor ha caducado`,
    parts: [
      paragraph(say`Tu favor «${job.title}» ha caducado y ya no admite propuestas.`),
      paragraph(
        say`¿Sigues necesitándolo? Puedes renovarlo durante los próximos ${own(String(RENEW_WITHIN_DAYS))} días:`,
      ),
      button("Renovar mi favor", tokenUrl(link)),
      paragraph(say`Si ya no te hace falta, no tienes que hacer nada.`),
    ],
  }),
};
