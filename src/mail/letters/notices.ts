import { counted } from "../../copy/format.ts";
import { NOTICES_PER_LETTER } from "../../domain/kernel/digest-limits.ts";
import { commentPath } from "../../views/public-view.ts";
import { own, say } from "../letter.ts";
import { link as toPage, paragraph, quote, type LetterWriters } from "./parts.ts";

/** To who asked to be told of answers. */
export const NOTICE_LETTERS: LetterWriters<"answers"> = {
  answers: ({ link, article, root, answers }, { siteUrl }) => ({
    subject: say`${own(counted(answers.length, "respuesta nueva", "respuestas nuevas"))} en una conversación en la que participas`,
    unsubscribe: link,
    parts: [
      paragraph(
        say`${own(answers.length === 1 ? "Hay una respuesta nueva" : "Hay respuestas nuevas")} donde comentaste.`,
      ),
      paragraph(say`Es la conversación de «${own(article.title)}».`),
      ...answers.flatMap(({ id, name, text }) => [
        quote(say`Ha contestado ${name}:`, text),
        toPage("Leerla y contestar", siteUrl + commentPath({ id, article: article.slug, root })),
      ]),
      ...(answers.length < NOTICES_PER_LETTER
        ? []
        : [
            paragraph(say`Son las ${own(String(NOTICES_PER_LETTER))} últimas. En la página puede haber más.`),
          ]),
    ],
  }),
};
