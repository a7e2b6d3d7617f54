import { PAGES } from "../../urls.ts";
import { say } from "../letter.ts";
import { button, paragraph, quote, type LetterWriters } from "./parts.ts";

/** About a favour that is done and whose helper misses the reward. */
export const MISSING_REWARD_LETTERS: LetterWriters<"rewardMissing" | "missingDecided"> = {
  rewardMissing: ({ link, job, helper, reason }, { tokenUrl }) => ({
    subject: say`Falta la recompensa de tu favor`,
    parts: [
      paragraph(say`${helper} dice que no le ha llegado la recompensa de «${job.title}».`),
      quote(say`Esto es lo que cuenta:`, reason),
      paragraph(
        say`Habla con esa persona y entrégale lo que acordasteis; tienes su contacto detrás de este enlace. En cuanto nos diga que la tiene, queda resuelto. Si crees que hay un error, dínoslo: lo está mirando la moderación.`,
      ),
      button("Ver el favor y el contacto", tokenUrl(link)),
      paragraph(say`Mientras no se resuelva, este favor no cuenta como hecho para ninguno de los dos.`),
    ],
  }),

  missingDecided: ({ job, role, state }, { siteUrl }) => ({
    subject:
      state === "settled"
        ? say`Ya está entregada la recompensa que faltaba`
        : say`La recompensa sigue sin entregarse`,
    parts: [
      paragraph(
        state === "settled"
          ? say`La recompensa de «${job.title}» ya está entregada.`
          : say`Falta la recompensa de «${job.title}».`,
      ),
      paragraph(
        state === "settled"
          ? say`Queda resuelto y el favor vuelve a contar.`
          : role === "helper"
            ? say`Lo hemos mirado y te damos la razón. Makethejobs no guarda ni garantiza dinero, así que no podemos dártela, pero este favor no contará para quien lo pidió.`
            : say`Lo hemos mirado y no se ha entregado lo que acordasteis. Este favor no contará entre los tuyos.`,
      ),
      button("Ver los consejos de seguridad", siteUrl + PAGES.safety),
    ],
  }),
};
