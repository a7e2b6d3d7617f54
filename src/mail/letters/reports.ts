import { CONFIRM_LINK_TTL_HOURS } from "../../domain/kernel/limits.ts";
import { REPORT_KIND_NAMES as ABOUT } from "../../copy/names.ts";
import type { ReportKind } from "../../domain/records/report.ts";
import { own, say } from "../letter.ts";
import { button, paragraph, type LetterWriters } from "./parts.ts";

/** What somebody reported, as a decision about it begins. */
const THE: Readonly<Record<ReportKind, string>> = {
  job: "El favor",
  comment: "El comentario",
  offer: "La propuesta",
  question: "El mensaje",
  mention: "La mención",
  thanks: "El agradecimiento",
};
/** What becomes of it: what only one person reads has reached them. */
const DONE: Readonly<Record<ReportKind, string>> = {
  job: "hemos actuado",
  comment: "hemos actuado",
  offer: "lo hemos dejado apuntado",
  question: "lo hemos dejado apuntado",
  mention: "hemos actuado",
  thanks: "hemos actuado",
};

/** To who tells of a problem. */
export const REPORT_LETTERS: LetterWriters<"confirmReport" | "reportDecided"> = {
  confirmReport: ({ link, kind }, { tokenUrl }) => ({
    subject: say`Confirma tu aviso en Makethejobs`,
    parts: [
      paragraph(
        say`Con esta dirección se ha avisado de un problema con ${own(ABOUT[kind])}: confirma que has sido tú y lo mirará una persona.`,
      ),
      button("Confirmar mi aviso", tokenUrl(link)),
      paragraph(
        say`Este correo es el acuse de recibo. Tienes ${own(String(CONFIRM_LINK_TTL_HOURS))} horas. Te escribiremos con lo que se decida. A quien lo escribió no le diremos quién ha avisado.`,
      ),
      paragraph(say`¿No has sido tú? No hagas nada: sin tu confirmación el aviso no cuenta y se borra.`),
    ],
  }),

  reportDecided: ({ kind, state }, { owner }) => ({
    subject: say`Qué hemos decidido sobre tu aviso`,
    parts: [
      paragraph(
        state === "upheld"
          ? say`Te damos la razón. ${own(THE[kind])} incumple las normas y ${own(DONE[kind])}.`
          : say`${own(THE[kind])} de tu aviso no incumple las normas.`,
      ),
      paragraph(
        state === "upheld"
          ? say`Lo ha mirado una persona.`
          : say`Lo ha mirado una persona. Sigue como estaba o vuelve a mostrarse.`,
      ),
      paragraph(
        say`A quien lo escribió no le hemos dicho quién avisó. Si crees que nos equivocamos, escribe a ${own(owner.email)} y lo volvemos a mirar. También puedes acudir a los tribunales.`,
      ),
    ],
  }),
};
