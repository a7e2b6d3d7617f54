import { QUESTIONS_A_SIDE } from "../../domain/kernel/limits.ts";
import { maskContactData } from "../../language/contact-data.ts";
import { own, say } from "../letter.ts";
import { button, paragraph, quote, type LetterWriters } from "./parts.ts";

/** About what both sides of an offer ask each other before the poster decides. */
export const QUESTION_ASKED_LETTERS: LetterWriters<"questionAsked" | "questionRejected"> = {
  questionAsked: ({ link, job, role, name, text }, { tokenUrl }) => ({
    subject: role === "poster" ? say`Te escribe quien se ofrece` : say`Te escribe quien pide el favor`,
    parts: [
      paragraph(
        role === "poster"
          ? say`${name}, que se ofrece para «${job.title}», te escribe antes de que decidas.`
          : say`${name}, que pide «${job.title}», te escribe antes de decidir sobre tu propuesta.`,
      ),
      quote(say`Esto es lo que te escribe:`, maskContactData(text)),
      button("Ver la conversación y contestar", tokenUrl(link)),
      paragraph(
        say`Contesta desde ese enlace, no a este correo. Solo lo leéis los dos, con ${own(String(QUESTIONS_A_SIDE))} mensajes como mucho cada parte, y los datos de contacto salen tapados hasta que haya acuerdo.`,
      ),
      paragraph(say`¿No quieres más preguntas? Dilo en la misma página y se acaban.`),
    ],
  }),

  questionRejected: ({ link, job, reason }, { tokenUrl }) => ({
    subject: say`No hemos pasado tu mensaje`,
    parts: [
      paragraph(
        say`Una persona ha mirado lo que escribiste en la conversación del favor «${job.title}» y no se lo hemos pasado a la otra parte.`,
      ),
      quote(say`El motivo:`, reason),
      button("Ver la conversación", tokenUrl(link)),
    ],
  }),
};
