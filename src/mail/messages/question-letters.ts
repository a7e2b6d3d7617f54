import { own, say } from "../letter.ts";
import { reasons } from "./moderation-letters.ts";
import { facts, link, paragraph, quote, type Writers } from "./parts.ts";

/** To the editors: what somebody thinks of an answer of the FAQ. There is nobody to reply to. */
export const QUESTION_LETTERS: Writers<"questionFeedback"> = {
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
