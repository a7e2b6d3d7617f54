import type { JobAction } from "../domain/favours/job-states.ts";
import type { Actor } from "../domain/kernel/transitions.ts";

/** What happens to a favour, as the table of its states tells it. */
export const JOB_ACTION_NAMES: Readonly<Record<JobAction, string>> = {
  request: "Se escribe",
  publish: "Se escribe desde un navegador que ya recordamos",
  confirm: "Se confirma desde el correo",
  approve: "Se da por bueno",
  hide: "Se oculta, con un motivo",
  restore: "Se vuelve a mostrar",
  undo: "Se vuelve a revisar",
  report: "Tres personas distintas avisan de un problema",
  correct: "Se corrige antes de confirmarlo",
  edit: "Se corrige",
  accept: "Se acepta una propuesta",
  dropOut: "Se rompe el acuerdo",
  dropOutAgain: "Rompe acuerdos una y otra vez",
  deliver: "Se dice que está hecho",
  lapse: "Pasa mucho tiempo sin noticias",
  dispute: "Se dice que todavía no está",
  complete: "Se da por hecho",
  expire: "Se acaba el plazo",
  renew: "Se renueva",
  withdraw: "Se retira",
  erase: "Se borra para siempre",
};

/** Who makes it happen. */
export const ACTOR_NAMES: Readonly<Record<Actor, string>> = {
  poster: "Quien lo pide",
  helper: "Quien lo hace",
  joiner: "Quien suma una recompensa",
  writer: "Quien lo escribió",
  reporter: "Quien avisa",
  reporters: "Quienes avisan",
  subscriber: "Quien recibe la alerta",
  moderator: "La moderación",
  sweeper: "El calendario",
};
