import {
  BLOCK_DAYS,
  DAY_REMINDER_TIME,
  DECLINE_UNDO_MINUTES,
  JOB_LIFE_DAYS,
  TRUST_DAYS,
} from "../domain/kernel/limits.ts";
import type { LinkAction } from "../domain/records/link.ts";
import type { ReportKind } from "../domain/records/report.ts";
import type { DeskAction } from "../domain/records/log-entry.ts";

/** What the button of an action says on the page behind a link. */
export const ACTION_LABELS: Readonly<Record<LinkAction, string>> = {
  confirm: "Confirmar",
  accept: "Aceptar y compartir los contactos",
  decline: "Rechazarla",
  undo: "Deshacer",
  remind: "Recordármelo el día antes",
  ask: "Enviar el mensaje",
  closeQuestions: "No quiero más preguntas",
  thank: "Enviar el agradecimiento",
  agree: "Sí, que se publique",
  withhold: "Mejor que no se publique",
  edit: "Guardar los cambios",
  withdraw: "Retirar",
  dropOut: "Romper el acuerdo",
  complete: "Confirmar que está hecho",
  dispute: "Todavía no está hecho",
  renew: `Renovar hasta ${String(JOB_LIFE_DAYS)} días más`,
  appeal: "Recurrir",
  erase: "Borrar para siempre",
  reconfirm: "Sigo queriendo ayudar",
  deliver: "Ya está hecho",
  rewardMissing: "Me falta la recompensa",
  settle: "La recompensa está entregada",
  uphold: "La recompensa no se ha entregado",
  dismiss: "No hay motivo",
  revoke: "Retirar mi recompensa",
  delete: "Borrar el comentario",
  approve: "Publicar",
  reject: "No publicar",
  spam: "Marcar como spam",
  export: "Descargar todo en un archivo",
  forgetBrowsers: "Olvidar los navegadores recordados",
  signIn: "Entrar a moderar",
  unsubscribe: "No quiero más de estos correos",
  change: "Cambiar cada cuánto llega",
};

/** What the page says once the action is done. */
export const ACTION_DONE: Readonly<Record<LinkAction, string>> = {
  confirm: "Confirmado. Gracias.",
  accept: "Propuesta aceptada. Os hemos enviado a los dos el contacto del otro.",
  decline: `Hecho. Durante ${String(DECLINE_UNDO_MINUTES)} minutos puedes deshacerlo; después avisamos a quien se ofreció.`,
  undo: "Deshecho: la propuesta vuelve a contar, y a quien se ofreció no le hemos dicho nada.",
  remind: `Hecho: te escribiremos el día antes, a las ${DAY_REMINDER_TIME}.`,
  ask: "Enviado. Si antes lo tiene que mirar una persona, lo verás marcado en la conversación.",
  closeQuestions: "Hecho: en esta propuesta ya no habrá más preguntas de ninguna de las dos partes.",
  thank:
    "Enviado. Se publica si la otra parte está de acuerdo; si antes lo tiene que mirar una persona, lo verás marcado.",
  agree: "Publicado: ya se ve en la página del favor.",
  withhold: "Hecho: no se publica. Lo habéis leído solo vosotros dos.",
  edit: "Cambios guardados.",
  withdraw: "Retirado. Hemos avisado a quien hacía falta.",
  dropOut: "Acuerdo roto: hemos avisado a la otra persona.",
  complete: "Favor hecho. ¡Enhorabuena!",
  dispute: "Hecho: hemos contado tu motivo a quien se encarga.",
  renew: "Renovado. Tu favor vuelve a estar en el tablón.",
  appeal: "Recibido. Lo va a mirar otra vez una persona y te escribiremos con lo que decida.",
  erase: "Borrado para siempre.",
  reconfirm: "Gracias: tu propuesta vuelve a contar.",
  deliver: "Gracias: hemos avisado a quien lo pidió para que lo confirme.",
  rewardMissing: "Hecho: hemos pedido la recompensa a quien pidió el favor y lo está mirando la moderación.",
  settle: "Gracias: queda resuelto y se lo hemos dicho a las dos partes.",
  uphold: "Decidido. Se lo hemos dicho a quien corresponde.",
  dismiss: "Decidido: no hay motivo. Se lo hemos dicho a quien avisó.",
  revoke: "Recompensa retirada.",
  delete: "Comentario borrado.",
  approve: "Publicado.",
  reject: "No se publica. Hemos explicado el motivo a quien lo escribió.",
  spam: "Marcado como spam.",
  export: "Descargado.",
  forgetBrowsers: "Hecho: ningún navegador recuerda ya tu correo.",
  signIn: "Has entrado.",
  unsubscribe: "Hecho: no te enviaremos más de estos correos.",
  change: "Hecho: a partir de ahora llegará cuando has dicho.",
};

/** What a moderator's page calls its decisions, on buttons and in the list of what was decided. */
export const DESK_ACTION_LABELS: Readonly<Record<DeskAction, string>> = {
  approve: "Publicar",
  reject: "No publicar",
  spam: "Es spam",
  hide: "Ocultar",
  restore: "Volver a mostrar",
  undo: "Deshacer",
  mask: "Tapar los datos de contacto",
  trust: `Fiarse de esta dirección ${String(TRUST_DAYS)} días`,
  block: `Bloquear esta dirección ${String(BLOCK_DAYS)} días`,
  settle: ACTION_LABELS.settle,
  uphold: "Dar la razón",
  dismiss: ACTION_LABELS.dismiss,
};

/** Whether upholding a report takes away what it is about: what only one person reads has reached them. */
export function upholdLabel(kind: ReportKind): string {
  return kind === "job" || kind === "comment" ? "Ocultarlo y dar la razón" : DESK_ACTION_LABELS.uphold;
}

/** The same where an appeal waits. */
export const APPEAL_LABELS: Readonly<Partial<Record<DeskAction, string>>> = {
  approve: "Darle la razón",
  reject: "Mantener lo decidido",
};

/** The same, said of what was decided. */
export const DESK_DECISIONS: Readonly<Record<DeskAction, string>> = {
  approve: "Publicado",
  reject: "No publicado",
  spam: "Marcado como spam",
  hide: "Ocultado",
  restore: "Vuelto a mostrar",
  undo: "Deshecho",
  mask: "Datos tapados",
  trust: "De fiar",
  block: "Bloqueada",
  settle: "Recompensa entregada",
  uphold: "Se da la razón",
  dismiss: "Aviso desestimado",
};

/** What the page says when the action had been done before. */
export const ALREADY_DONE = "Ya estaba hecho: no ha cambiado nada.";
