import { CONFIRM_LINK_TTL_HOURS } from "../../domain/kernel/limits.ts";
import { own, say } from "../letter.ts";
import { button, paragraph, type LetterWriters } from "./parts.ts";

const HOURS = own(String(CONFIRM_LINK_TTL_HOURS));

/** Mails to an address that nobody has proved to be theirs: they carry nothing that a visitor typed. */
export const CONFIRM_LETTERS: LetterWriters<
  "confirmJob" | "confirmOffer" | "confirmReward" | "confirmComment"
> = {
  confirmJob: ({ link }, { tokenUrl }) => ({
    subject: say`Confirma tu favor en Makethejobs`,
    parts: [
      paragraph(
        say`Has pedido un favor en Makethejobs con esta dirección: confirma que has sido tú y se publicará.`,
      ),
      button("Confirmar mi favor", tokenUrl(link)),
      paragraph(say`Tienes ${HOURS} horas. Si no lo confirmas, lo borramos y no llega a verlo nadie.`),
      paragraph(say`¿No has sido tú? No hagas nada: sin tu confirmación no se publica.`),
    ],
  }),

  confirmOffer: ({ link }, { tokenUrl }) => ({
    subject: say`Confirma tu propuesta en Makethejobs`,
    parts: [
      paragraph(
        say`Te has ofrecido para un favor en Makethejobs con esta dirección: confirma que has sido tú y enviaremos tu propuesta.`,
      ),
      button("Confirmar mi propuesta", tokenUrl(link)),
      paragraph(say`Tienes ${HOURS} horas. Si no la confirmas, la borramos y no llega a verla nadie.`),
      paragraph(say`¿No has sido tú? No hagas nada: sin tu confirmación no se envía.`),
    ],
  }),

  confirmReward: ({ link }, { tokenUrl }) => ({
    subject: say`Confirma tu recompensa en Makethejobs`,
    parts: [
      paragraph(
        say`Has sumado una recompensa a un favor de Makethejobs con esta dirección: confirma que has sido tú y contará.`,
      ),
      button("Confirmar mi recompensa", tokenUrl(link)),
      paragraph(say`Tienes ${HOURS} horas. Si no la confirmas, la borramos y no llega a verla nadie.`),
      paragraph(say`¿No has sido tú? No hagas nada: sin tu confirmación no se publica.`),
    ],
  }),

  confirmComment: ({ link, article }, { tokenUrl }) => ({
    subject: say`Confirma tu comentario en Makethejobs`,
    parts: [
      paragraph(say`Has comentado «${own(article.title)}» con esta dirección: confirma que has sido tú.`),
      button("Confirmar mi comentario", tokenUrl(link)),
      paragraph(say`Tienes ${HOURS} horas. Si no lo confirmas, lo borramos y no llega a verlo nadie.`),
      paragraph(say`¿No has sido tú? No hagas nada: sin tu confirmación no se publica.`),
    ],
  }),
};
