/** What can go wrong with a request before any rule of the domain is asked. */
export const HTTP_CODES = [
  "unreadable",
  "wrongOrigin",
  "notFound",
  "methodNotAllowed",
  "conflict",
  "gone",
  "tooLarge",
  "unsupportedMediaType",
  "invalid",
  "tooManyRequests",
  "storeDown",
  "internal",
] as const;
export type HttpCode = (typeof HTTP_CODES)[number];
