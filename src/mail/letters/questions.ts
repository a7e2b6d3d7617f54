import { QUESTIONS_A_SIDE } from "../../domain/kernel/limits.ts";
import { maskContactData } from "../../language/contact-data.ts";
import { own, say } from "../letter.ts";
import { reasons } from "./moderation.ts";
import { button, facts, paragraph, quote, type LetterWriters } from "./parts.ts";

/** About what both sides of an offer ask each other before the poster decides. */
export const QUESTION_ASKED_LETTERS: LetterWriters<
  "questionAsked" | "questionRejected" | "moderateQuestion"
> = {
  questionAsked: ({ link, job, role, name, text }, { tokenUrl }) => ({
    subject: role === "poster" ? say`Te escribe quien se ofrece` : say`Te escribe quien pide el favor`,
    parts: [
      paragraph(
        role === "poster"
          ? say`Antes de que decidas sobre tu favor «${job.title}» te escribe ${name}, que se ofrece para hacerlo.`
          : say`Antes de decidir sobre tu propuesta para «${job.title}» te escribe ${name}, que pide el favor.`,
      ),
      quote(say`Esto es lo que te escribe:`, maskContactData(text)),
      button("Ver la conversación y contestar", tokenUrl(link)),
      paragraph(
        say`Contesta desde ese enlace, no a este correo. Sois solo vosotros dos, con ${own(String(QUESTIONS_A_SIDE))} mensajes por parte, y los datos de contacto salen tapados hasta que haya acuerdo.`,
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

  moderateQuestion: ({ link, job, name, text, signals }, { tokenUrl }) => ({
    subject: say`Moderación: un mensaje espera`,
    parts: [
      paragraph(say`Un mensaje sobre una propuesta para «${job.title}» está en revisión.`),
      paragraph(say`No le llega a nadie hasta que alguien lo apruebe.`),
      facts(["De", say`${name}`]),
      quote(say`Lo que ha escrito:`, text),
      ...reasons(signals),
      button("Revisar el mensaje", tokenUrl(link)),
      paragraph(
        say`El enlace abre una página con los botones; abrirla no decide nada. Si ya se ha encargado otra persona, te lo dirá.`,
      ),
    ],
  }),
};
