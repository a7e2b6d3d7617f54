import { boardWords } from "../../copy/board-words.ts";
import { counted, formatDate, formatDay, formatReward } from "../../copy/format.ts";
import { FREQUENCY_NAMES } from "../../copy/names.ts";
import { PLACE_NAMES } from "../../copy/places.ts";
import { DIGEST_JOBS_MAX } from "../../domain/kernel/digest-limits.ts";
import { CONFIRM_LINK_TTL_HOURS } from "../../domain/kernel/limits.ts";
import { PLACES } from "../../domain/records/place.ts";
import { boardWith } from "../../urls.ts";
import { boardQuery } from "../../views/board-filters.ts";
import { own, say, type Part } from "../letter.ts";
import type { MailContext } from "../mail-context.ts";
import { button, facts, jobUrl, link, paragraph, type DataOf, type LetterWriters } from "./parts.ts";

/** Alerts of new favours. */
export const DIGEST_LETTERS: LetterWriters<"confirmDigest" | "digestOn" | "digest"> = {
  confirmDigest: ({ link }, { tokenUrl }) => ({
    subject: say`Confirma tu alerta de Makethejobs`,
    parts: [
      paragraph(
        say`Con esta dirección se ha pedido una alerta de favores nuevos: confirma que has sido tú y empezará a llegarte.`,
      ),
      button("Confirmar mi alerta", tokenUrl(link)),
      paragraph(
        say`Tienes ${own(String(CONFIRM_LINK_TTL_HOURS))} horas. Hasta entonces no te enviamos nada.`,
      ),
      paragraph(say`¿No has sido tú? No hagas nada: sin tu confirmación no hay alerta y se borra sola.`),
    ],
  }),

  digestOn: ({ link, frequency, filter, dueAt }) => ({
    subject: say`Tu alerta de Makethejobs está en marcha`,
    unsubscribe: link,
    parts: [
      paragraph(
        say`Te escribiremos cuando haya favores nuevos que encajen con esto. Si no hay ninguno, no te escribimos.`,
      ),
      facts(
        ["Qué", wordsOf(filter)],
        ["Cuándo", say`${own(FREQUENCY_NAMES[frequency])}`],
        ["Primer correo, como pronto", say`el ${own(formatDate(dueAt))}`],
      ),
      paragraph(say`En cada correo tienes un enlace para cambiarla o dejarla.`),
    ],
  }),

  digest: ({ link: ref, filter, jobs }, context) => ({
    subject: say`${own(counted(jobs.length, "favor nuevo", "favores nuevos"))} en Makethejobs`,
    unsubscribe: ref,
    parts: [
      paragraph(
        say`${own(jobs.length === 1 ? "Hay un favor nuevo que encaja" : `Hay ${String(jobs.length)} favores nuevos que encajan`)} con tu alerta.`,
      ),
      facts(["Tu alerta", wordsOf(filter)]),
      ...jobs.flatMap((job) => aboutJob(job, context)),
      ...(jobs.length < DIGEST_JOBS_MAX
        ? []
        : [
            paragraph(
              say`Son los ${own(String(DIGEST_JOBS_MAX))} más recientes. En el tablón puede haber más.`,
            ),
          ]),
      link("Ver el tablón con estos filtros", `${context.siteUrl}${boardWith(filter)}`),
    ],
  }),
};

function wordsOf(filter: string) {
  return say`${boardWords(boardQuery(new URLSearchParams(filter)))}`;
}

function aboutJob(job: DataOf<"digest">["jobs"][number], context: MailContext): Part[] {
  const place = PLACES.find((one) => one === job.place);
  const where = place ? PLACE_NAMES[place] : job.place;
  const until = job.deadline === null ? "cuando se pueda" : `hasta el ${formatDay(job.deadline)}`;
  return [
    paragraph(say`«${job.title}»`),
    facts(
      ["Recompensa", say`${formatReward(job.reward)}`],
      [
        "Dónde",
        job.town !== null && job.town !== where ? say`${job.town} (${own(where)})` : say`${own(where)}`,
      ],
      ["Para cuándo", say`${own(until)}`],
    ),
    link("Ver este favor", jobUrl(job, context)),
  ];
}
