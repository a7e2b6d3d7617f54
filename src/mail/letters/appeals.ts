import { OWN_THINGS } from "../../copy/names.ts";
import { own, say } from "../letter.ts";
import { button, paragraph, quote, type LetterWriters } from "./parts.ts";

/** About what somebody says against a decision of ours. */
export const APPEAL_LETTERS: LetterWriters<"appealDecided"> = {
  appealDecided: ({ link, kind, title, decided, reason, isTooLate }, { tokenUrl }) => ({
    subject:
      decided === "won"
        ? say`Hemos vuelto a mirarlo: tenías razón`
        : say`Hemos vuelto a mirarlo y se queda como estaba`,
    parts: [
      paragraph(
        decided === "won"
          ? say`Tienes razón en lo que recurriste sobre ${own(OWN_THINGS[kind])} «${title}».`
          : say`Sigue en pie lo que decidimos sobre ${own(OWN_THINGS[kind])} «${title}».`,
      ),
      paragraph(
        decided === "won"
          ? isTooLate
            ? say`Lo ha vuelto a mirar una persona. No se lo hemos podido pasar a la otra parte, porque la propuesta ya no espera respuesta. Perdona la molestia.`
            : say`Lo ha vuelto a mirar una persona y deshacemos lo que decidimos. Perdona la molestia.`
          : say`Lo ha vuelto a mirar una persona, con lo que nos contaste, y se queda como estaba.`,
      ),
      ...(reason === null ? [] : [quote(say`El motivo, en palabras de quien lo ha revisado:`, reason)]),
      ...(decided === "lost"
        ? [
            paragraph(
              say`Aquí ya no se puede recurrir otra vez. Esto no te quita el derecho a reclamar por otras vías, también ante los tribunales.`,
            ),
          ]
        : []),
      button("Ver cómo está", tokenUrl(link)),
    ],
  }),
};
