import type { HttpCode } from "./http-codes.ts";

/** What happened to a request that never reached a rule, and what to do. */
export const HTTP_MESSAGES: Readonly<Record<HttpCode, string>> = {
  unreadable: "No hemos podido leer lo que has enviado. Vuelve al formulario e inténtalo otra vez.",
  wrongOrigin: "Esto solo se puede enviar desde makethejobs.com. Abre nuestra página y hazlo desde allí.",
  notFound: "No encontramos lo que buscas. Comprueba la dirección o vuelve a la portada.",
  methodNotAllowed: "Esta dirección no se puede usar así. Vuelve a la página anterior y usa su formulario.",
  conflict: "Alguien ha cambiado esto a la vez que tú. Vuelve a cargar la página y mira cómo está ahora.",
  gone: "Esto ya no existe o el enlace ha caducado. Vuelve a la portada para seguir.",
  tooLarge: "Lo que has enviado ocupa demasiado. Acórtalo y envíalo otra vez.",
  unsupportedMediaType: "No reconocemos el formato de lo que has enviado. Usa el formulario de la página.",
  invalid: "Hay algo que corregir. Revisa los campos marcados y vuelve a enviarlo.",
  tooManyRequests: "Has enviado muchas cosas en poco tiempo. Espera un rato y vuelve a intentarlo.",
  storeDown:
    "Ahora mismo no podemos guardar lo que has escrito. Cópialo por si acaso y vuelve a intentarlo dentro de unos minutos.",
  internal: "Algo ha fallado por nuestra parte. Vuelve a intentarlo dentro de unos minutos.",
};
