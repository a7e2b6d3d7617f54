import { REPORTERS_TO_HOLD } from "../../domain/kernel/limits.ts";
import { maskContactData } from "../../language/contact-data.ts";
import { own, say } from "../letter.ts";
import {
  appealWords,
  button,
  jobUrl,
  link as plainLink,
  paragraph,
  quote,
  type LetterWriters,
} from "./parts.ts";

/** About what both sides of a favour that is done say of each other. */
export const THANKS_LETTERS: LetterWriters<
  "thanksWritten" | "thanksPublished" | "thanksHeld" | "thanksRejected"
> = {
  thanksWritten: ({ link, job, name, text }, { tokenUrl }) => ({
    subject: say`Te dan las gracias`,
    parts: [
      paragraph(say`El favor «${job.title}» está hecho, y ${name} te ha escrito unas palabras.`),
      quote(say`Esto es lo que te dice:`, maskContactData(text)),
      paragraph(
        say`De momento no lo lee nadie más. Si te parece bien, se publica en la página del favor, firmado por quien lo escribió; si prefieres que no, queda entre vosotros. Se dice aquí, y también puedes dar tú las gracias:`,
      ),
      button("Decidir si se publica", tokenUrl(link)),
    ],
  }),

  thanksPublished: ({ link, job }, context) => ({
    subject: say`Tu agradecimiento ya se ve`,
    parts: [
      paragraph(
        say`A quien le diste las gracias por el favor «${job.title}» le parece bien que se publique, y ya se ve en la página del favor.`,
      ),
      plainLink("Ver la página del favor", jobUrl(job, context)),
      paragraph(say`Si un día quieres que desaparezca, se borra desde tu enlace:`),
      button("Abrir mi enlace", context.tokenUrl(link)),
    ],
  }),

  thanksHeld: ({ link, job }, { tokenUrl }) => ({
    subject: say`Tu agradecimiento está en revisión`,
    parts: [
      paragraph(say`Tu agradecimiento por el favor «${job.title}» está en revisión.`),
      paragraph(
        say`${own(String(REPORTERS_TO_HOLD))} personas distintas han avisado de un problema con él. Por eso deja de verse hasta que lo mire una persona. No tienes que hacer nada: te escribiremos con lo que decida y, si no vuelve, con el motivo.`,
      ),
      paragraph(appealWords(true)),
      button("Ver el favor", tokenUrl(link)),
    ],
  }),

  thanksRejected: ({ link, job, reason, canAppeal }, { tokenUrl }) => ({
    subject: say`Tu agradecimiento no se publica`,
    parts: [
      paragraph(say`Una persona ha mirado lo que escribiste sobre el favor «${job.title}» y no se publica.`),
      quote(say`El motivo:`, reason),
      paragraph(appealWords(canAppeal)),
      button("Ver el favor", tokenUrl(link)),
    ],
  }),
};
