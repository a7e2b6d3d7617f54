import {
  LINKS_MAX,
  FILL_TIME_MIN_SECONDS,
  DROP_OUTS_COUNT_DAYS,
  DROP_OUTS_TO_HOLD,
} from "../domain/kernel/limits.ts";
import type { SignalCode } from "../domain/suspicion/signals.ts";

/** What made something suspicious, explained to a moderator. */
export const SIGNAL_EXPLANATIONS: Readonly<Record<SignalCode, string>> = {
  honeypot: "Rellenó un campo que las personas no ven.",
  stampMissing: "Llegó sin la marca de hora del formulario.",
  tooFast: `Se envió menos de ${String(FILL_TIME_MIN_SECONDS)} segundos después de abrir el formulario.`,
  link: "Lleva algún enlace.",
  manyLinks: `Lleva más de ${String(LINKS_MAX)} enlaces.`,
  shortener: "Lleva un enlace acortado que esconde adónde va.",
  spamWord: "Usa una palabra frecuente en el spam.",
  spamWords: "Usa varias palabras, o una muy clara, de spam.",
  contactData: "Lleva datos de contacto en el texto.",
  mixedScripts: "Mezcla alfabetos dentro de una palabra, como se hace para esquivar filtros.",
  officialName: "Firma como si fuera el equipo, quien modera o quien escribe los artículos.",
  mule: "Se parece al fraude de las «mulas»: mover dinero o paquetes ajenos.",
  paidLikes: "Se parece al fraude de las tareas pagadas: dinero por «me gusta» o reseñas.",
  advanceMoney: "Pide dinero por adelantado.",
  fakeEscrow: "Se parece al fraude del intermediario falso, o pide datos de tarjeta o códigos.",
  duplicate: "El mismo texto ya se había enviado una vez.",
  manyDuplicates: "El mismo texto se ha enviado varias veces.",
  reports: "Varias personas distintas han avisado de un problema.",
  dropOuts: `Quien lo pide ha roto ${String(DROP_OUTS_TO_HOLD)} acuerdos o más en ${String(DROP_OUTS_COUNT_DAYS)} días: puede estar reuniendo contactos.`,
};
