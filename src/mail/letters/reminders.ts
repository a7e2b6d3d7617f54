import { formatDate } from "../../copy/format.ts";
import {
  ASSIGNED_LAPSES_DAYS,
  DELIVERED_DONE_DAYS,
  OFFER_LIFE_DAYS,
  RENEW_WITHIN_DAYS,
} from "../../domain/kernel/limits.ts";
import { own, say } from "../letter.ts";
import { button, paragraph, type LetterWriters } from "./parts.ts";

type ReminderMail =
  "jobEnding" | "offerReminder" | "deliveryReminder" | "agreementWarned" | "agreementLapsed";

const count = (days: number) => own(String(days));
const day = (at: number) => own(formatDate(at));

/** What the calendar writes because nobody did anything. */
export const REMINDER_LETTERS: LetterWriters<ReminderMail> = {
  jobEnding: ({ link, job, expiresAt, renewable }, { tokenUrl }) => ({
    subject: say`Tu favor está a punto de caducar`,
    parts: [
      paragraph(say`Tu favor «${job.title}» se verá en el tablón hasta el ${day(expiresAt)}.`),
      paragraph(
        renewable
          ? say`¿Lo sigues necesitando? Renuévalo ahora y seguirá en el tablón, con sus propuestas. También podrás renovarlo durante los ${count(RENEW_WITHIN_DAYS)} días después de que caduque.`
          : say`Ese día acaba el plazo. Si puedes esperar más, corrige la fecha límite desde este enlace; si hay propuestas, aún puedes aceptar una.`,
      ),
      button(renewable ? "Renovar mi favor" : "Gestionar mi favor", tokenUrl(link)),
      paragraph(say`Si ya no te hace falta, no tienes que hacer nada.`),
    ],
  }),

  offerReminder: ({ link, job, helper, expiresAt }, { tokenUrl }) => ({
    subject: say`Hay quien espera tu respuesta`,
    parts: [
      paragraph(say`${helper} espera tu respuesta para «${job.title}».`),
      paragraph(
        say`Su propuesta caduca el ${day(expiresAt)}, a los ${count(OFFER_LIFE_DAYS)} días de enviarse.`,
      ),
      paragraph(say`Acéptala o recházala: así nadie se queda esperando.`),
      button("Ver las propuestas y decidir", tokenUrl(link)),
    ],
  }),

  deliveryReminder: ({ link, job, helper, doneAt }, { tokenUrl }) => ({
    subject: say`¿Está hecho tu favor? Falta que lo confirmes`,
    parts: [
      paragraph(
        helper === ""
          ? say`Hace unos días nos dijeron que ya está hecho: «${job.title}».`
          : say`${helper} dijo hace unos días que ya está hecho: «${job.title}».`,
      ),
      paragraph(
        say`Si es así, confírmalo y entrega la recompensa que acordasteis. Si falta algo, dilo desde el mismo enlace. Si no dices nada, el ${day(doneAt)} lo daremos por hecho: habrán pasado ${count(DELIVERED_DONE_DAYS)} días.`,
      ),
      button("Confirmar o decir qué falta", tokenUrl(link)),
    ],
  }),

  agreementWarned: ({ link, job, role, lapsesAt }, { tokenUrl }) => ({
    subject:
      role === "poster" ? say`¿Cómo va tu favor? No sabemos nada` : say`¿Cómo va el favor? No sabemos nada`,
    parts: [
      paragraph(
        role === "poster"
          ? say`No sabemos nada de «${job.title}» desde que aceptaste una propuesta.`
          : say`No sabemos nada de «${job.title}» desde que aceptaron tu propuesta.`,
      ),
      paragraph(
        role === "poster"
          ? say`Si ya está hecho, confírmalo. Si no va a salir, dilo y volverá al tablón.`
          : say`Si ya lo has hecho, dilo. Si al final no puedes, dilo también.`,
      ),
      button(role === "poster" ? "Gestionar mi favor" : "Gestionar mi propuesta", tokenUrl(link)),
      paragraph(
        say`Si nadie dice nada, el ${day(lapsesAt)} daremos el acuerdo por terminado y olvidaremos los datos de contacto.`,
      ),
    ],
  }),

  agreementLapsed: ({ link, job }, { tokenUrl }) => ({
    subject: say`El acuerdo para tu favor ha terminado`,
    parts: [
      paragraph(say`El acuerdo para tu favor «${job.title}» ha terminado.`),
      paragraph(
        say`Han pasado ${count(ASSIGNED_LAPSES_DAYS)} días sin noticias, así que lo damos por terminado y hemos olvidado los datos de contacto de quien lo iba a hacer.`,
      ),
      paragraph(
        say`Si el plazo no ha pasado, tu favor vuelve al tablón y avisamos a quienes estaban en espera. Si ya estaba hecho, no pasa nada: puedes retirarlo.`,
      ),
      button("Gestionar mi favor", tokenUrl(link)),
    ],
  }),
};
