import { formatAgreedDay, formatDay, formatReward } from "../../copy/format.ts";
import { madridInstant } from "../../domain/kernel/time.ts";
import { YOUR_SILENCE } from "../../copy/states.ts";
import { DELIVERED_DONE_DAYS } from "../../domain/kernel/limits.ts";
import { calendarFile } from "../ics.ts";
import { type Attachment, own, say, type Words } from "../letter.ts";
import type { MailContext } from "../mail-context.ts";
import { addressOf, emailWords, phoneWords } from "./contact-words.ts";
import {
  button,
  type DataOf,
  facts,
  jobUrl,
  link as toPage,
  list,
  paragraph,
  quote,
  type LetterWriters,
} from "./parts.ts";

type ContactData = DataOf<"contactForPoster">;

const SAFETY = [
  paragraph(say`Antes de quedar, por tu seguridad:`),
  list(
    say`La primera vez, quedad en un sitio público y cuéntaselo a alguien de confianza.`,
    say`No adelantes dinero ni des señal o fianza. Makethejobs no cobra, no guarda ni garantiza pagos.`,
    say`No envíes nunca tu DNI, ni fotos de él, ni claves del banco o códigos que te lleguen por SMS.`,
    say`Si algo te da mala espina, déjalo. En una emergencia llama al 112; si sospechas de un fraude por internet, al 017 (INCIBE, gratis y confidencial).`,
  ),
];

const SILENT = say`Lo damos por hecho porque en ${own(String(DELIVERED_DONE_DAYS))} días nadie ha dicho que falte algo.`;

type AgreementMail =
  | "contactForPoster"
  | "contactForHelper"
  | "dayReminder"
  | "droppedOut"
  | "jobDelivered"
  | "jobDisputed"
  | "jobDone";

/** From the moment that an offer is accepted until the favour is done. */
export const AGREEMENT_LETTERS: LetterWriters<AgreementMail> = {
  contactForPoster: (data, context) => ({
    subject: say`Has aceptado una propuesta: aquí tienes el contacto`,
    ...replyTo(data),
    ...attachments(data, context),
    parts: [
      paragraph(say`Has aceptado la propuesta de ${data.other.name} para «${data.job.title}».`),
      paragraph(say`Este es su contacto; también le hemos dado el tuyo.`),
      ...agreed(data),
      paragraph(
        say`Escríbele para concretar cuándo y cómo: puedes responder a este mismo correo y le llegará.`,
      ),
      ...SAFETY,
      paragraph(
        say`Cuando esté hecho, confírmalo aquí. Y si uno de los dos no puede, también se dice aquí, para que el favor vuelva al tablón:`,
      ),
      button("Gestionar mi favor", context.tokenUrl(data.link)),
    ],
  }),

  contactForHelper: (data, context) => ({
    subject: say`Han aceptado tu propuesta: aquí tienes el contacto`,
    ...replyTo(data),
    ...attachments(data, context),
    parts: [
      paragraph(say`${data.other.name} ha aceptado tu propuesta para «${data.job.title}».`),
      paragraph(say`Este es su contacto; también le hemos dado el tuyo.`),
      ...agreed(data),
      paragraph(
        say`Escríbele para concretar cuándo y cómo: puedes responder a este mismo correo y le llegará.`,
      ),
      ...SAFETY,
      paragraph(
        say`Cuando lo hayas hecho, dilo aquí. Y si al final no puedes, dilo también, para que el favor vuelva al tablón:`,
      ),
      button("Gestionar mi propuesta", context.tokenUrl(data.link)),
      toPage("Ver el favor", jobUrl(data.job, context)),
    ],
  }),

  dayReminder: ({ link, job, role, day }, { tokenUrl }) => ({
    subject: say`Mañana toca: ${own(formatAgreedDay(day))}`,
    parts: [
      paragraph(
        role === "poster"
          ? say`Mañana toca tu favor «${job.title}»: quedasteis para el ${own(formatAgreedDay(day))}.`
          : say`Mañana te toca hacer «${job.title}»: quedasteis para el ${own(formatAgreedDay(day))}.`,
      ),
      paragraph(
        say`Nos pediste que te lo recordáramos. El contacto de la otra persona está en el correo que te enviamos al cerrar el acuerdo. Si no puedes, avísala cuanto antes y dilo también aquí:`,
      ),
      button(role === "poster" ? "Gestionar mi favor" : "Gestionar mi propuesta", tokenUrl(link)),
    ],
  }),

  droppedOut: ({ link, job, by, reason }, { tokenUrl }) =>
    by === "helper"
      ? {
          subject: say`Quien iba a hacer tu favor no puede`,
          parts: [
            paragraph(say`Quien iba a hacer tu favor «${job.title}» al final no puede.`),
            quote(say`Esto es lo que cuenta:`, reason),
            paragraph(
              say`El acuerdo queda sin efecto. Si el plazo no ha pasado, tu favor vuelve al tablón y avisamos a quienes estaban en espera.`,
            ),
            button("Ver mi favor y las propuestas", tokenUrl(link)),
          ],
        }
      : {
          subject: say`El favor que ibas a hacer se cancela`,
          parts: [
            paragraph(say`Quien pidió «${job.title}» ha roto el acuerdo contigo.`),
            quote(say`Esto es lo que cuenta:`, reason),
            paragraph(say`Ya no tienes que hacerlo, y tu propuesta termina aquí. Gracias por ofrecerte.`),
            button("Ver mi propuesta", tokenUrl(link)),
          ],
        },

  jobDelivered: ({ link, job, helper }, { tokenUrl }) => ({
    subject: say`¿Está hecho tu favor? Confírmalo`,
    parts: [
      paragraph(say`${helper} dice que ya está hecho: «${job.title}».`),
      paragraph(
        say`Si es así, confírmalo y entrega la recompensa que acordasteis. Si falta algo, dilo desde el mismo enlace y le contaremos qué.`,
      ),
      button("Confirmar o decir qué falta", tokenUrl(link)),
      paragraph(say`Hazlo en cuanto puedas. ${own(YOUR_SILENCE)}`),
    ],
  }),

  jobDisputed: ({ link, job, reason }, { tokenUrl }) => ({
    subject: say`Falta algo en el favor que has hecho`,
    parts: [
      paragraph(say`Quien pidió «${job.title}» cree que todavía no está hecho.`),
      quote(say`Esto es lo que cuenta:`, reason),
      paragraph(
        say`Habladlo entre vosotros: tienes su contacto en el correo que te enviamos cuando aceptó tu propuesta. Cuando esté resuelto, vuelve a decirlo aquí:`,
      ),
      button("Gestionar mi propuesta", tokenUrl(link)),
    ],
  }),

  jobDone: ({ link, job, role, by }, { tokenUrl }) => ({
    subject: role === "poster" ? say`Favor hecho` : say`Favor hecho: gracias por echar una mano`,
    parts: [
      paragraph(
        role === "poster"
          ? say`Tu favor «${job.title}» está hecho.`
          : say`El favor «${job.title}» está hecho. Muchas gracias por echar una mano.`,
      ),
      ...(role === "poster"
        ? [paragraph(say`Si aún no has dado la recompensa que acordasteis, este es el momento.`)]
        : []),
      ...(by === "sweeper" ? [paragraph(SILENT)] : []),
      paragraph(
        say`No tienes que hacer nada más. Si te apetece, desde aquí puedes dar las gracias a la otra persona con unas palabras; se publican solo si las dos queréis.`,
      ),
      button(role === "poster" ? "Ver mi favor" : "Ver mi propuesta", tokenUrl(link)),
    ],
  }),
};

/** Who it is, how to reach them and what was agreed. */
function agreed({ job, other, reward, deadline, day, joined = [] }: ContactData) {
  const rows: [string, Words][] = [
    ["Nombre", say`${other.name}`],
    ["Correo", emailWords(other.email)],
  ];
  if (other.phone !== null) rows.push(["Teléfono", phoneWords(other.phone)]);
  rows.push(["Favor", say`${job.title}`], ["Recompensa acordada", say`${formatReward(reward)}`]);
  if (day) rows.push(["Día acordado", say`${own(formatAgreedDay(day))}`]);
  if (deadline !== null) rows.push(["Fecha límite", say`${own(formatDay(deadline))}`]);
  if (joined.length === 0) return [facts(...rows)];
  const added = joined.map(({ name, email, reward: one }) => {
    const words = say`${name}: ${formatReward(one)}`;
    return email === null ? words : say`${own(words)} (${own(emailWords(email))})`;
  });
  return [
    facts(...rows),
    paragraph(say`Otras personas suman algo. Lo entrega cada una a quien hace el favor, cuando esté hecho:`),
    list(...added),
  ];
}

function replyTo({ other }: ContactData): { replyTo?: string } {
  const address = addressOf(other.email);
  return address === null ? {} : { replyTo: address };
}

function attachments(data: ContactData, context: MailContext): { attachments?: Attachment[] } {
  const { day, deadline } = data;
  const date = day?.date ?? deadline;
  if (date === null) return {};
  const content = calendarFile({
    uid: `favor-${data.job.id}@${new URL(context.siteUrl).hostname}`,
    day: date,
    startsAt: day?.time ? madridInstant(day.date, day.time) : undefined,
    summary: day ? say`${data.job.title}` : say`Fecha límite: ${data.job.title}`,
    description: say`Favor acordado con ${data.other.name} en Makethejobs. Recompensa: ${formatReward(data.reward)}.`,
    url: jobUrl(data.job, context),
    at: context.at,
  });
  return { attachments: [{ filename: "favor.ics", content, contentType: "text/calendar; charset=utf-8" }] };
}
