import { PAGES } from "../../urls.ts";
import { CONFIRM_LINK_TTL_HOURS } from "../../domain/kernel/limits.ts";
import type { JobState } from "../../domain/records/job.ts";
import type { IconName } from "../../ui/base/icons.ts";
import type { NavId } from "../../site.ts";

/** What is said of a form that was accepted. */
export interface Thanks {
  title: string;
  text: readonly string[];
  icon: IconName;
  current: NavId | undefined;
  next: { text: string; href: string };
  /** Of a favour: how far it has come. */
  life?: JobState | undefined;
  /** Where it can be sent from anew, of what waits to be confirmed. */
  formHref?: string;
  /** It was accepted because the browser is remembered: the page says how to end that. */
  remembered?: true;
}

export const CHECK_MAIL = `Si en unos minutos no lo ves, mira en la carpeta de spam. El enlace vale ${String(CONFIRM_LINK_TTL_HOURS)} horas.`;

/** What comes after a form of the board: a favour, an offer, a joined reward, an alert. */
export const FAVOUR_THANKS: Readonly<Record<string, Thanks>> = {
  favor: {
    title: "Mira tu correo para publicarlo",
    text: [
      "Hemos guardado tu favor. Te acabamos de enviar un mensaje con un enlace: ábrelo, pulsa el botón y saldrá en el tablón.",
      CHECK_MAIL,
    ],
    icon: "mail",
    current: "favores",
    next: { text: "Ver el tablón", href: PAGES.board },
    life: "unconfirmed",
    formHref: PAGES.newJob,
  },
  "favor-en-revision": {
    title: "Lo estamos mirando",
    text: [
      "Tu favor está confirmado. Antes de que salga en el tablón lo va a leer una persona, porque algo nos ha llamado la atención; a menudo es un enlace o un dato de contacto.",
      "Te escribiremos en cuanto lo decidamos, con el motivo si hay que cambiar algo.",
    ],
    icon: "eye",
    current: "favores",
    next: { text: "Leer las normas", href: PAGES.rules },
    life: "held",
    remembered: true,
  },
  alerta: {
    title: "Mira tu correo para confirmar la alerta",
    text: [
      "Te acabamos de enviar un mensaje con un enlace: ábrelo, pulsa el botón y desde entonces te escribiremos cuando haya favores nuevos que encajen.",
      CHECK_MAIL,
    ],
    icon: "mail",
    current: "favores",
    next: { text: "Volver al tablón", href: PAGES.board },
  },
  propuesta: {
    title: "Mira tu correo para enviarla",
    text: [
      "Hemos guardado tu propuesta. Te acabamos de enviar un mensaje con un enlace: cuando lo abras y pulses el botón, le llegará a quien pide el favor.",
      CHECK_MAIL,
    ],
    icon: "mail",
    current: "favores",
    next: { text: "Volver al tablón", href: PAGES.board },
    formHref: PAGES.board,
  },
  "propuesta-en-revision": {
    title: "La estamos mirando",
    text: [
      "Tu propuesta está confirmada. Antes de enviársela a quien pide el favor la va a leer una persona, porque algo nos ha llamado la atención.",
      "Te escribiremos en cuanto lo decidamos, con el motivo si no la enviamos.",
    ],
    icon: "eye",
    current: "favores",
    next: { text: "Leer las normas", href: PAGES.rules },
    remembered: true,
  },
  "propuesta-enviada": {
    title: "Tu propuesta va de camino",
    text: [
      "Quien pide el favor acaba de recibirla. Si la acepta, os enviaremos a los dos el contacto del otro; si elige otra o pasa el plazo, también te lo diremos.",
      "En tu correo tienes un enlace para cambiarla o retirarla.",
    ],
    icon: "check",
    current: "favores",
    next: { text: "Ver más favores", href: PAGES.board },
    remembered: true,
  },
  recompensa: {
    title: "Mira tu correo para sumarla",
    text: [
      "Hemos guardado tu recompensa. Te acabamos de enviar un mensaje con un enlace: cuando lo abras y pulses el botón, se verá en la página del favor.",
      CHECK_MAIL,
    ],
    icon: "mail",
    current: "favores",
    next: { text: "Volver al tablón", href: PAGES.board },
    formHref: PAGES.board,
  },
  "recompensa-sumada": {
    title: "Recompensa sumada",
    text: [
      "Ya se ve en la página del favor, con tu nombre. En tu correo tienes un enlace para retirarla hasta que se acepte a alguien.",
      "La entregas tú cuando el favor esté hecho; si termina sin hacerse, no debes nada. Te lo diremos.",
    ],
    icon: "check",
    current: "favores",
    next: { text: "Ver más favores", href: PAGES.board },
    remembered: true,
  },
  "recompensa-en-revision": {
    title: "La estamos mirando",
    text: [
      "Tu recompensa está confirmada. Antes de que salga la va a leer una persona, porque algo nos ha llamado la atención.",
      "Te escribiremos en cuanto lo decidamos, con el motivo si no se publica.",
    ],
    icon: "eye",
    current: "favores",
    next: { text: "Leer las normas", href: PAGES.rules },
    remembered: true,
  },
};
