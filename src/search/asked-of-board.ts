import { ALL_ERRANDS } from "../copy/errands.ts";

const THE_BOARD_ITSELF = [
  "ver favores abiertos",
  "anuncios de gente que pide ayuda",
  "favores cerca de mí",
  "lista de favores",
  "quién necesita ayuda",
];

/** Whoever looks for one of these is best served by the favours that are open, and may ask for theirs there. */
const TRADES_AND_ERRANDS = [
  "profesor particular",
  "cuidador de animales",
  "transportista con furgoneta",
  "jardinero",
  "pintor",
  "manitas",
  "peluquera y maquilladora",
  "costurera",
  "fotógrafo",
  "informático",
  "dibujante",
  "músico para una fiesta",
  "traductor",
  "cocinero",
];

/** What people type who are best served by the board. */
export const ASKED_OF_BOARD: readonly string[] = [
  ...THE_BOARD_ITSELF,
  ...TRADES_AND_ERRANDS,
  ...ALL_ERRANDS.map(({ text }) => text),
];
