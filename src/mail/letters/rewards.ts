import { formatReward } from "../../copy/format.ts";
import { heldWhy } from "../../copy/signals.ts";
import { own, say, type Words } from "../letter.ts";
import {
  appealWords,
  button,
  type DataOf,
  jobUrl,
  link as toPage,
  paragraph,
  quote,
  type LetterWriters,
} from "./parts.ts";

type RewardMail = "rewardJoined" | "rewardHeld" | "rewardReceived" | "rewardAgreed" | "rewardEnded";

const KEEP_LINK = say`Guarda este correo: el enlace es solo tuyo y con él no necesitas contraseña. No se lo pases a nadie.`;

/** About a reward that somebody adds to another person's favour. */
export const REWARD_LETTERS: LetterWriters<RewardMail> = {
  rewardJoined: ({ link, job, reward }, context) => ({
    subject: say`Tu recompensa ya está sumada`,
    parts: [
      paragraph(say`Tu recompensa ya está sumada a «${job.title}»: ${formatReward(reward)}.`),
      paragraph(say`Se ve en la página del favor, con tu nombre.`),
      paragraph(
        say`Cuando quien lo pide acepte a alguien, daremos tu correo a esa persona, y solo a ella, para que os pongáis de acuerdo. Hasta entonces puedes retirarla:`,
      ),
      button("Ver mi recompensa", context.tokenUrl(link)),
      paragraph(
        say`La entregas tú, de mano a mano, cuando el favor esté hecho. Makethejobs no guarda, mueve ni garantiza dinero. Si el favor termina sin hacerse, no debes nada y te lo diremos.`,
      ),
      paragraph(KEEP_LINK),
      toPage("Ver el favor", jobUrl(job, context)),
    ],
  }),

  rewardHeld: ({ link, job, reward, blockedUntil }, { tokenUrl }) => ({
    subject: say`Tu recompensa está en revisión`,
    parts: [
      paragraph(say`Tu recompensa para «${job.title}» está en revisión: ${formatReward(reward)}.`),
      paragraph(
        say`Nos ha llegado bien. Antes de publicarla la va a leer una persona, como hacemos cuando algo nos genera dudas. Te escribiremos en cuanto esté decidido.`,
      ),
      paragraph(say`${own(heldWhy(blockedUntil))}`),
      paragraph(say`Mientras tanto, con este enlace puedes retirarla:`),
      button("Ver mi recompensa", tokenUrl(link)),
      paragraph(KEEP_LINK),
    ],
  }),

  rewardReceived: ({ link, job, name, reward }, { tokenUrl }) => ({
    subject: say`Alguien suma una recompensa a tu favor`,
    parts: [
      paragraph(say`${name} suma una recompensa a «${job.title}»: ${formatReward(reward)}.`),
      paragraph(
        say`Se ve en la página del favor, junto a la tuya. Puede retirarla hasta que aceptes una propuesta; después se la entrega a quien haga el favor. No tienes que hacer nada.`,
      ),
      button("Ver mi favor", tokenUrl(link)),
    ],
  }),

  rewardAgreed: ({ link, job, reward, helper }, { tokenUrl }) => ({
    subject: say`Ya hay quien hace el favor al que te sumaste`,
    parts: [
      paragraph(say`${helper} va a hacer «${job.title}», el favor al que te sumaste.`),
      paragraph(
        say`Le hemos dado tu nombre y tu correo para que os pongáis de acuerdo sobre lo que sumaste: ${formatReward(reward)}.`,
      ),
      paragraph(
        say`Desde ahora ya no puedes retirarla. Entrégala cuando el favor esté hecho, nunca antes: te avisaremos. Si el acuerdo se rompe, también te servirá este enlace:`,
      ),
      button("Ver mi recompensa", tokenUrl(link)),
    ],
  }),

  rewardEnded: ({ link, job, reward, why, reason }, { siteUrl, tokenUrl }) => ({
    subject: ENDINGS[why].subject,
    parts: [
      paragraph(ENDINGS[why].sentence),
      paragraph(say`Lo que sumaste a «${job.title}»: ${formatReward(reward)}.`),
      ...(reason === null ? [] : [quote(say`El motivo, en palabras de quien la ha revisado:`, reason)]),
      ...(link === undefined
        ? [
            paragraph(say`Ya hemos borrado tu correo de este favor.`),
            button("Ver el tablón", `${siteUrl}/favores/`),
          ]
        : [
            paragraph(appealWords(true)),
            paragraph(say`Guardamos tu correo por si recurres, hasta que el favor termine.`),
            button("Ver mi recompensa", tokenUrl(link)),
          ]),
    ],
  }),
};

type Ending = DataOf<"rewardEnded">["why"];

const NOTHING_OWED = say`no debes nada ni tienes que hacer nada`;

const ENDINGS: Readonly<Record<Ending, { readonly subject: Words; readonly sentence: Words }>> = {
  used: {
    subject: say`Está hecho el favor al que te sumaste`,
    sentence: say`El favor al que sumaste una recompensa está hecho: te toca entregarla a quien lo ha hecho, que puede escribirte al correo que le dimos.`,
  },
  revoked: {
    subject: say`Has retirado tu recompensa`,
    sentence: say`Has retirado tu recompensa y ya no cuenta: ${own(NOTHING_OWED)}.`,
  },
  rejected: {
    subject: say`No vamos a mostrar tu recompensa`,
    sentence: say`Hemos revisado tu recompensa y no la vamos a mostrar: ${own(NOTHING_OWED)}.`,
  },
  heldTooLong: {
    subject: say`El favor ya está hecho, sin tu recompensa`,
    sentence: say`El favor se ha hecho antes de que pudiéramos revisar tu recompensa, así que no ha contado: ${own(NOTHING_OWED)}.`,
  },
  jobWithdrawn: {
    subject: say`Han retirado el favor al que te sumaste`,
    sentence: say`Quien pedía el favor al que te sumaste lo ha retirado: ${own(NOTHING_OWED)}. Gracias por sumarte.`,
  },
  jobExpired: {
    subject: say`Ha caducado el favor al que te sumaste`,
    sentence: say`El favor al que te sumaste ha caducado sin hacerse: ${own(NOTHING_OWED)}. Si vuelve al tablón, puedes sumarte otra vez.`,
  },
  jobHidden: {
    subject: say`Ya no está en el tablón el favor al que te sumaste`,
    sentence: say`Hemos ocultado el favor al que te sumaste después de revisarlo: ${own(NOTHING_OWED)}.`,
  },
};
