import type { HttpCode } from "../../src/copy/http-codes.ts";

/** Status of what can go wrong with a request before any rule of the domain is asked. */
export const HTTP_STATUS: Readonly<Record<HttpCode, number>> = {
  unreadable: 400,
  wrongOrigin: 403,
  notFound: 404,
  methodNotAllowed: 405,
  conflict: 409,
  gone: 410,
  tooLarge: 413,
  unsupportedMediaType: 415,
  invalid: 422,
  tooManyRequests: 429,
  internal: 500,
  storeDown: 503,
};

const TITLES: Readonly<Record<number, string>> = {
  400: "No hemos podido leer lo que has enviado",
  403: "Esto no se puede enviar",
  404: "Aquí no hay nada",
  405: "Así no se puede usar esta dirección",
  409: "Las cosas han cambiado mientras tanto",
  410: "Esto ya no existe",
  413: "Es demasiado largo",
  415: "No reconocemos ese formato",
  422: "Hay algo que corregir",
  429: "Espera un poco, por favor",
  503: "Ahora mismo no podemos guardarlo",
};

/** Heading of the small page that a person gets with this status. */
export function problemTitle(status: number): string {
  return TITLES[status] ?? "Algo ha fallado por nuestra parte";
}
