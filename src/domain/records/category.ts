/** Slugs of the 15 categories of favours, in the order in which a form lists them; names are in `copy/names.ts`. */
export const CATEGORIES = [
  "teleformacion",
  "coaching",
  "servicios-empresariales",
  "mascotas",
  "community-manager",
  "publicidad",
  "soporte-administrativo",
  "ilustracion",
  "transporte",
  "musica-baile-teatro",
  "decoracion",
  "diseno-web",
  "belleza",
  "cuidado-personas",
  "otra",
] as const;
export type Category = (typeof CATEGORIES)[number];
