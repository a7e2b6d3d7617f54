import { REPORTERS_TO_HOLD } from "../../domain/kernel/limits.ts";
import { commentPath } from "../../views/public-view.ts";
import { blockedUntilWords } from "../../copy/signals.ts";
import { own, say } from "../letter.ts";
import { appealWords, button, link as toPage, paragraph, quote, type LetterWriters } from "./parts.ts";

/** To the commenter. */
export const COMMENT_LETTERS: LetterWriters<
  "commentHeld" | "commentApproved" | "commentEdited" | "commentRejected"
> = {
  commentHeld: ({ link, article, why, blockedUntil }, { tokenUrl }) => ({
    subject: say`Tu comentario está en revisión`,
    parts: [
      paragraph(say`Tu comentario en «${own(article.title)}» está en revisión.`),
      paragraph(
        why === "reports"
          ? say`${own(String(REPORTERS_TO_HOLD))} personas distintas han avisado de un problema con él. Por eso deja de verse hasta que lo mire una persona. No tienes que hacer nada: te escribiremos con lo que decida y, si no vuelve, con el motivo.`
          : say`Nos ha llegado bien. Antes de publicarlo lo va a leer una persona, como hacemos con el primero de cada dirección y con lo que genera dudas. No tienes que hacer nada: te escribiremos en cuanto esté decidido.`,
      ),
      ...(blockedUntil === undefined ? [] : [paragraph(say`${own(blockedUntilWords(blockedUntil))}`)]),
      paragraph(say`Mientras tanto puedes ver cómo va, corregirlo o borrarlo:`),
      button("Ver mi comentario", tokenUrl(link)),
      paragraph(say`Guarda este correo: el enlace es solo tuyo. No se lo pases a nadie.`),
    ],
  }),

  commentApproved: ({ link, article, commentId, root }, { siteUrl, tokenUrl }) => ({
    subject: say`Tu comentario ya está publicado`,
    parts: [
      paragraph(say`Tu comentario en «${own(article.title)}» ya se puede leer. ¡Gracias por participar!`),
      toPage(
        "Verlo en la conversación",
        siteUrl + commentPath({ id: commentId, article: article.slug, ...(root !== undefined && { root }) }),
      ),
      paragraph(say`Si quieres corregirlo o borrarlo, hazlo con este enlace, que es solo tuyo:`),
      button("Corregir o borrar mi comentario", tokenUrl(link)),
    ],
  }),

  commentEdited: ({ link, article }, { tokenUrl }) => ({
    subject: say`Has corregido tu comentario`,
    parts: [
      paragraph(
        say`El texto de tu comentario en «${own(article.title)}» se ha cambiado desde el navegador en el que se escribió.`,
      ),
      paragraph(
        say`Si has sido tú, no tienes que hacer nada. Si no, míralo y bórralo con este enlace, que es solo tuyo:`,
      ),
      button("Ver mi comentario", tokenUrl(link)),
    ],
  }),

  commentRejected: ({ link, article, reason, canAppeal }, { tokenUrl }) => ({
    subject: say`No hemos publicado tu comentario`,
    parts: [
      paragraph(say`No hemos publicado tu comentario en «${own(article.title)}».`),
      quote(say`El motivo, en palabras de quien lo ha revisado:`, reason),
      paragraph(appealWords(canAppeal)),
      button("Ver mi comentario", tokenUrl(link)),
    ],
  }),
};
