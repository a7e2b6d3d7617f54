import { MODERATOR_SESSION_HOURS, SIGN_IN_MINUTES } from "../../domain/kernel/limits.ts";
import { formatReward } from "../../copy/format.ts";
import { explainSignals } from "../../copy/signals.ts";
import { plainText } from "../../markdown/comment-markdown.ts";
import { own, type Part, say } from "../letter.ts";
import { button, facts, list, paragraph, quote, type LetterWriters } from "./parts.ts";

/** To each moderator: something waits. They see it as it was written, contact data included. */
export const MODERATION_LETTERS: LetterWriters<
  "signIn" | "moderateJob" | "moderateOffer" | "moderateReward" | "moderateComment"
> = {
  signIn: ({ link }, { tokenUrl }) => ({
    subject: say`Entrar a moderar`,
    parts: [
      paragraph(say`Has pedido entrar en la moderación de Makethejobs.`),
      button("Entrar a moderar", tokenUrl(link)),
      paragraph(
        say`El enlace vale ${own(String(SIGN_IN_MINUTES))} minutos y una sola vez. Abrirlo no hace nada: dentro hay un botón. Después no tendrás que volver a entrar en ${own(String(MODERATOR_SESSION_HOURS))} horas.`,
      ),
      paragraph(say`¿No has sido tú? No hagas caso: sin este correo no entra nadie.`),
    ],
  }),

  moderateJob: ({ link, job, description, name, signals }, { tokenUrl }) => ({
    subject: say`Moderación: un favor espera`,
    parts: [
      paragraph(say`Hay un favor en revisión. No es público hasta que alguien lo apruebe.`),
      facts(["De", say`${name}`]),
      quote(say`El título y lo que pide:`, `${job.title}\n\n${description}`),
      ...reasons(signals),
      button("Revisar el favor", tokenUrl(link)),
      paragraph(
        say`El enlace abre una página con los botones; abrirla no decide nada. Si ya se ha encargado otra persona, te lo dirá.`,
      ),
    ],
  }),

  moderateOffer: ({ link, job, message, reward, name, signals }, { tokenUrl }) => ({
    subject: say`Moderación: una propuesta espera`,
    parts: [
      paragraph(
        say`Hay una propuesta en revisión, para el favor «${job.title}». No le llega a quien lo pide hasta que alguien la apruebe.`,
      ),
      facts(
        ["De", say`${name}`],
        ["Recompensa", reward === null ? say`la que ofrece el favor` : say`${formatReward(reward)}`],
      ),
      quote(say`Lo que ha escrito:`, message),
      ...reasons(signals),
      button("Revisar la propuesta", tokenUrl(link)),
      paragraph(
        say`El enlace abre una página con los botones; abrirla no decide nada. Si ya se ha encargado otra persona, te lo dirá.`,
      ),
    ],
  }),

  moderateReward: ({ link, job, reward, name, signals }, { tokenUrl }) => ({
    subject: say`Moderación: una recompensa espera`,
    parts: [
      paragraph(
        say`Hay una recompensa en revisión, sumada al favor «${job.title}». No es pública hasta que alguien la apruebe.`,
      ),
      facts(["De", say`${name}`]),
      quote(say`Lo que suma:`, formatReward(reward)),
      ...reasons(signals),
      button("Revisar la recompensa", tokenUrl(link)),
      paragraph(
        say`El enlace abre una página con los botones; abrirla no decide nada. Si ya se ha encargado otra persona, te lo dirá.`,
      ),
    ],
  }),

  moderateComment: ({ link, article, text, name, signals }, { tokenUrl }) => ({
    subject: say`Moderación: un comentario espera`,
    parts: [
      paragraph(
        say`Hay un comentario en revisión en «${own(article.title)}». No es público hasta que alguien lo apruebe.`,
      ),
      facts(["De", say`${name}`]),
      quote(say`Lo que ha escrito:`, plainText(text)),
      ...reasons(signals),
      button("Revisar el comentario", tokenUrl(link)),
      paragraph(
        say`El enlace abre una página con los botones; abrirla no decide nada. Si ya se ha encargado otra persona, te lo dirá.`,
      ),
    ],
  }),
};

/** Why it waits: what each signal means. */
export function reasons(signals: readonly string[]): Part[] {
  if (signals.length === 0) return [];
  const told = explainSignals(signals).map((reason) => say`${reason}`);
  return [paragraph(say`Lo que ha llamado la atención:`), list(...told)];
}
