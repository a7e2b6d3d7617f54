import { PAGES } from "../../urls.ts";
import { LIMIT_WORDS } from "../../copy/limits.ts";
import { RECEIPT_TTL_MINUTES, SIGN_IN_MINUTES } from "../../domain/kernel/limits.ts";
import { CHECK_MAIL, FAVOUR_THANKS, type Thanks } from "./_favour-thanks.ts";

/** Where a plain form lands when it was accepted: what happens next. Handlers redirect to these addresses. */
export const THANKS_PAGES: Readonly<Record<string, Thanks>> = {
  ...FAVOUR_THANKS,
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
