import { boardWords } from "../../copy/board-words.ts";
import { formatDate } from "../../copy/format.ts";
import { LOST_LINKS_MAX } from "../../domain/kernel/limits.ts";
import type { LostThing } from "../../domain/records/mails/to-anybody.ts";
import { boardQuery } from "../../views/board-filters.ts";
import { own, say, type Part } from "../letter.ts";
import type { MailContext } from "../mail-context.ts";
import { button, paragraph, type LetterWriters } from "./parts.ts";

/** To who lost a link: one button for each thing. */
export const LOST_LETTERS: LetterWriters<"lostLinks"> = {
  lostLinks: ({ things }, context) => ({
    subject: say`Tus enlaces de Makethejobs`,
    parts: [
      paragraph(say`Estos son los enlaces de lo que tienes en marcha en Makethejobs con esta dirección.`),
      ...things.flatMap((thing) => aboutOne(thing, context)),
      ...(things.length < LOST_LINKS_MAX
        ? []
        : [
            paragraph(
              say`Son los ${own(String(LOST_LINKS_MAX))} más recientes. Si te falta alguno, escríbenos.`,
            ),
          ]),
      paragraph(say`Guarda este correo: los enlaces son solo tuyos. No se lo pases a nadie.`),
      paragraph(say`¿No has sido tú? No hagas nada: quien lo haya pedido no ha visto nada de esto.`),
    ],
  }),
};

function aboutOne(thing: LostThing, { tokenUrl }: MailContext): Part[] {
  const url = tokenUrl(thing.link);
  switch (thing.kind) {
    case "job":
      return [paragraph(say`Tu favor «${thing.job.title}»:`), button("Gestionar mi favor", url)];
    case "offer":
      return [
        paragraph(say`Tu propuesta para el favor «${thing.job.title}»:`),
        button("Gestionar mi propuesta", url),
      ];
    case "reward":
      return [
        paragraph(say`La recompensa que sumaste al favor «${thing.job.title}»:`),
        button("Gestionar mi recompensa", url),
      ];
    case "comment":
      return [
        paragraph(say`Tu comentario del ${own(formatDate(thing.createdAt))}:`),
        button("Ver mi comentario", url),
      ];
    case "digest":
      return [
        paragraph(say`Tu alerta de favores (${boardWords(boardQuery(new URLSearchParams(thing.filter)))}):`),
        button("Cambiar o dejar mi alerta", url),
      ];
  }
}
