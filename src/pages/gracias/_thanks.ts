import { PAGES } from "../../urls.ts";
import { LIMIT_WORDS } from "../../copy/limits.ts";
import { CONFIRM_LINK_TTL_HOURS, RECEIPT_TTL_MINUTES, SIGN_IN_MINUTES } from "../../domain/kernel/limits.ts";
import type { JobState } from "../../domain/records/job.ts";
import type { IconName } from "../../ui/base/icons.ts";
import type { NavId } from "../../site.ts";

/** Where a plain form lands when it was accepted: what happens next. Handlers redirect to these addresses. */
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

const CHECK_MAIL = `Si en unos minutos no lo ves, mira en la carpeta de spam. El enlace vale ${String(CONFIRM_LINK_TTL_HOURS)} horas.`;
export const THANKS_PAGES: Readonly<Record<string, Thanks>> = {
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
  aviso: {
    title: "Mira tu correo para confirmar el aviso",
    text: [
      "Lo hemos recibido. Te acabamos de enviar un acuse con un enlace: cuando lo abras y pulses el botón, lo mirará una persona y te escribiremos con lo que decida.",
      CHECK_MAIL,
    ],
    icon: "mail",
    current: undefined,
    next: { text: "Leer los consejos de seguridad", href: PAGES.safety },
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
  comentario: {
    title: "Mira tu correo para publicarlo",
    text: [
      "Hemos guardado tu comentario. Te acabamos de enviar un mensaje con un enlace para confirmar que eres tú quien lo ha escrito.",
      CHECK_MAIL,
    ],
    icon: "mail",
    current: "articulos",
    next: { text: "Seguir leyendo", href: PAGES.articles },
    formHref: PAGES.articles,
  },
  "navegador-olvidado": {
    title: "Navegador olvidado",
    text: [
      "Este navegador ya no recuerda tu correo. Lo próximo que envíes desde aquí tendrás que confirmarlo con el enlace que te enviaremos.",
    ],
    icon: "check",
    current: undefined,
    next: { text: "Volver a la portada", href: "/" },
  },
  "navegadores-olvidados": {
    title: "Navegadores olvidados",
    text: [
      "Si este navegador recordaba tu correo, ya no lo recuerda ni este ni ningún otro. Lo próximo que envíes tendrás que confirmarlo con el enlace que te enviaremos.",
    ],
    icon: "check",
    current: undefined,
    next: { text: "Volver a la portada", href: "/" },
  },
  enlaces: {
    title: "Mira tu correo",
    text: [
      "Si con esa dirección hay algo en marcha, te acabamos de enviar los enlaces. Si en unos minutos no ves nada, mira en la carpeta de spam o prueba con otra dirección.",
      "Por seguridad decimos lo mismo con cualquier dirección: así nadie averigua quién usa esto.",
    ],
    icon: "mail",
    current: "favores",
    next: { text: "Ver el tablón", href: PAGES.board },
  },
  "mis-datos": {
    title: "Mira tu correo",
    text: [
      `Si guardamos algo de esa dirección, te acabamos de enviar un enlace para verlo, descargarlo o borrarlo. Vale ${LIMIT_WORDS.myDataLink}. Si en unos minutos no ves nada, mira en la carpeta de spam.`,
      "Por seguridad decimos lo mismo con cualquier dirección: así nadie averigua quién usa esto.",
    ],
    icon: "mail",
    current: undefined,
    next: { text: "Leer qué guardamos y cuánto tiempo", href: PAGES.privacy },
  },
  reenviado: {
    title: "Mira tu correo",
    text: [
      `Si lo que enviaste seguía esperando, te lo hemos enviado otra vez. Se puede pedir durante ${String(RECEIPT_TTL_MINUTES)} minutos; después, rellena el formulario de nuevo.`,
    ],
    icon: "mail",
    current: undefined,
    next: { text: "Volver a la portada", href: PAGES.home },
  },
  mensaje: {
    title: "Mensaje recibido, gracias",
    text: [
      "Te hemos enviado un acuse de recibo. Leemos todo lo que llega y contestamos en cuanto podemos a la dirección que nos has dado.",
    ],
    icon: "check",
    current: undefined,
    next: { text: "Volver a la portada", href: "/" },
  },
  moderacion: {
    title: "Mira tu correo para entrar",
    text: [
      `Si esa dirección es de alguien que modera, le acabamos de enviar un enlace. Ábrelo y pulsa el botón. Vale ${String(SIGN_IN_MINUTES)} minutos y una sola vez.`,
      "Contestamos lo mismo a cualquier dirección, para que nadie pueda averiguar quién modera.",
    ],
    icon: "mail",
    current: undefined,
    next: { text: "Volver a moderación", href: PAGES.moderation },
  },
};
