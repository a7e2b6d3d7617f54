import { REPORTERS_TO_HOLD } from "../../domain/kernel/limits.ts";
import { commentPath } from "../../views/public-view.ts";
import { blockedUntilWords } from "../../copy/signals.ts";
import { own, say } from "../letter.ts";
import { button, link as toPage, paragraph, quote, type Writers } from "./parts.ts";

/** To the commenter. */
export const COMMENT_LETTERS: Writers<"commentHeld" | "commentApproved" | "commentRejected"> = {
  commentHeld: ({ link, article, why, blockedUntil }, { tokenUrl }) => ({
    subject: say`Tu comentario está en revisión`,
    parts: [
      paragraph(
        why === "reports"
          ? say`${own(String(REPORTERS_TO_HOLD))} personas distintas han avisado de un problema con tu comentario en «${own(article.title)}». Por eso deja de verse hasta que lo mire una persona. No tienes que hacer nada: te escribiremos con lo que decida y, si no vuelve, con el motivo.`
          : say`Tu comentario en «${own(article.title)}» nos ha llegado bien. Antes de publicarlo lo va a leer una persona, como hacemos con el primero de cada dirección y con lo que genera dudas. No tienes que hacer nada: te escribiremos en cuanto esté decidido.`,
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

  commentRejected: ({ link, article, reason }, { tokenUrl, owner }) => ({
    subject: say`No hemos publicado tu comentario`,
    parts: [
      paragraph(say`Hemos leído tu comentario en «${own(article.title)}» y no lo hemos publicado.`),
      quote(say`El motivo, en palabras de quien lo ha revisado:`, reason),
      paragraph(
        say`Si crees que nos hemos equivocado, escríbenos a ${own(owner.email)} y lo volvemos a mirar.`,
      ),
      button("Ver mi comentario", tokenUrl(link)),
    ],
  }),
};
