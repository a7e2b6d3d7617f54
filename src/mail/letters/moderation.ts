import { MODERATOR_SESSION_HOURS, SIGN_IN_MINUTES } from "../../domain/kernel/limits.ts";
import { formatReward } from "../../copy/format.ts";
import { REPORT_KIND_NAMES, REPORT_REASON_NAMES } from "../../copy/names.ts";
import { explainSignals } from "../../copy/signals.ts";
import type { MailName } from "../../domain/records/mail-event.ts";
import type { TellsOfThing } from "../../domain/records/mails/to-moderator.ts";
import type { LinkRef } from "../../domain/records/mails/parts.ts";
import { PAGES } from "../../urls.ts";
import { plainText } from "../../markdown/comment-markdown.ts";
import { type Letter, own, type Part, say, type Words } from "../letter.ts";
import type { MailContext } from "../mail-context.ts";
import { button, facts, list, paragraph, quote, type LetterWriters } from "./parts.ts";

/** What was put into the outbox when each thing that waits had a letter of its own. */
const alone = ({ link }: { readonly link: LinkRef }, { tokenUrl }: MailContext): Letter => ({
  subject: say`Moderación: algo espera`,
  parts: [
    paragraph(say`Hay algo en revisión. No es público hasta que alguien lo apruebe.`),
    button("Revisarlo", tokenUrl(link)),
    paragraph(
      say`El enlace abre una página con los botones; abrirla no decide nada. Si ya se ha encargado otra persona, te lo dirá.`,
    ),
  ],
});

/** What it is, said to who only reads it. */
const KINDS: Readonly<Record<TellsOfThing["kind"], string>> = {
  ...REPORT_KIND_NAMES,
  question: "un mensaje entre las dos partes de una propuesta",
  mention: "una mención en otra web",
};

/** What it is, and why it waits. */
const WAITS: Readonly<Record<TellsOfThing["why"], (what: string) => string>> = {
  held: (what) => `En revisión: ${what}. No lo ve nadie más hasta que alguien lo apruebe.`,
  report: (what) => `Aviso sobre ${what}.`,
  appeal: (what) => `Recurso sobre ${what}. Sigue como está hasta que una persona lo vuelva a mirar.`,
  missing: () => "Falta la recompensa de un favor ya hecho, según quien lo hizo.",
};
const CAPTIONS: Readonly<Record<TellsOfThing["why"], Words>> = {
  held: say`Lo que ha escrito:`,
  report: say`Lo que cuenta quien avisa:`,
  appeal: say`Lo que cuenta:`,
  missing: say`Lo que cuenta:`,
};

function partsOf(thing: TellsOfThing, tokenUrl: MailContext["tokenUrl"]): Part[] {
  const { why, kind, title, name, text, reward, reason, signals, link } = thing;
  return [
    paragraph(say`${own(WAITS[why](KINDS[kind]))}`),
    facts(
      ["Sobre", say`${title}`],
      ["De", say`${name}`],
      ...(reward === null ? [] : [["Recompensa", say`${formatReward(reward)}`] as const]),
      ...(reason === null ? [] : [["Motivo", say`${own(REPORT_REASON_NAMES[reason])}`] as const]),
    ),
    ...(text === null
      ? []
      : [quote(CAPTIONS[why], kind === "comment" && why === "held" ? plainText(text) : text)]),
    ...reasons(signals),
    ...(link === null ? [] : [button("Revisarlo y decidir", tokenUrl(link))]),
  ];
}

/** To each moderator: something waits. They see it as it was written, contact data included. */
export const MODERATION_LETTERS: LetterWriters<Extract<MailName, "signIn" | `moderate${string}`>> = {
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

  moderateQueue: ({ total, fresh, urgent, things }, { tokenUrl, siteUrl }) => ({
    subject: say`Moderación: ${own(urgent > 0 ? "algo espera y corre prisa" : "lo que espera")}`,
    parts: [
      paragraph(
        urgent > 0
          ? say`Ha llegado a la moderación algo que puede ser un fraude, un aviso, un recurso o una recompensa que falta.`
          : say`Ha llegado a la moderación algo que tiene que mirar una persona.`,
      ),
      facts(
        ["Nuevo desde el último correo", say`${own(String(fresh))}`],
        ["De eso, con prisa", say`${own(String(urgent))}`],
        ["En espera en total", say`${own(String(total))}`],
      ),
      ...things.flatMap((thing) => partsOf(thing, tokenUrl)),
      ...(fresh > things.length
        ? [
            paragraph(
              say`Lo demás está en la página de moderación: ${own(String(fresh - things.length))} más.`,
            ),
          ]
        : []),
      button("Ver todo lo que espera", siteUrl + PAGES.moderation),
      paragraph(
        say`Cada enlace abre una página con los botones; abrirla no decide nada. Si ya se ha encargado otra persona, te lo dirá.`,
      ),
    ],
  }),

  moderateJob: alone,
  moderateOffer: alone,
  moderateReward: alone,
  moderateMissing: alone,
  moderateQuestion: alone,
  moderateComment: alone,
  moderateAppeal: alone,
};

/** Why it waits: what each signal means. */
export function reasons(signals: readonly string[]): Part[] {
  if (signals.length === 0) return [];
  const told = explainSignals(signals).map((reason) => say`${reason}`);
  return [paragraph(say`Lo que ha llamado la atención:`), list(...told)];
}
