/** Where a favour happens: `remoto` or one of Spain's 50 provinces and 2 autonomous cities; names are in `copy/places.ts`. */
export const PLACES = [
  "remoto",
  "a-coruna",
  "alava",
  "albacete",
  "alicante",
  "almeria",
  "asturias",
  "avila",
  "badajoz",
  "barcelona",
  "bizkaia",
  "burgos",
  "caceres",
  "cadiz",
  "cantabria",
  "castellon",
  "ceuta",
  "ciudad-real",
  "cordoba",
  "cuenca",
  "gipuzkoa",
  "girona",
  "granada",
  "guadalajara",
  "huelva",
  "huesca",
  "illes-balears",
  "jaen",
  "la-rioja",
  "las-palmas",
  "leon",
  "lleida",
  "lugo",
  "madrid",
  "malaga",
  "melilla",
  "murcia",
  "navarra",
  "ourense",
  "palencia",
  "pontevedra",
  "salamanca",
  "santa-cruz-de-tenerife",
  "segovia",
  "sevilla",
  "soria",
  "tarragona",
  "teruel",
  "toledo",
  "valencia",
  "valladolid",
  "zamora",
  "zaragoza",
] as const;
export type Place = (typeof PLACES)[number];

/**
 * What else people call a province, in its other official language or by its older name, folded to one word. What differs in accents,
 * articles («La Coruña») or an apposition («Islas Baleares») alone isn't listed. Islands and capitals aren't either: they are less than
 * their province.
 */
export const OTHER_PLACE_NAMES: readonly (readonly string[])[] = [
  ["alava", "araba"],
  ["alicante", "alacant"],
  ["asturias", "asturies"],
  ["bizkaia", "vizcaya", "biscaia"],
  ["castellon", "castello"],
  ["gipuzkoa", "guipuzcoa"],
  ["girona", "gerona"],
  ["lleida", "lerida"],
  ["navarra", "nafarroa"],
  ["ourense", "orense"],
];

/** What is found in several provinces, or in the province of an island that lends it most of its people. */
export interface Region {
  /** Its names, folded; each is looked for as a whole. */
  readonly names: readonly string[];
  /** The word that tells it from others where somebody writes it; none where every word is of another place too. */
  readonly word?: string;
  readonly places: readonly Place[];
}

/** Regions of one province are called as it is. */
export const REGIONS: readonly Region[] = [
  {
    names: ["andalucia"],
    word: "andalucia",
    places: ["almeria", "cadiz", "cordoba", "granada", "huelva", "jaen", "malaga", "sevilla"],
  },
  { names: ["aragon"], word: "aragon", places: ["huesca", "teruel", "zaragoza"] },
  { names: ["gran canaria"], word: "canaria", places: ["las-palmas"] },
  {
    names: ["islas canarias", "canarias"],
    word: "canarias",
    places: ["las-palmas", "santa-cruz-de-tenerife"],
  },
  {
    names: ["castilla la mancha"],
    word: "mancha",
    places: ["albacete", "ciudad-real", "cuenca", "guadalajara", "toledo"],
  },
  {
    names: ["castilla y leon"],
    places: ["avila", "burgos", "leon", "palencia", "salamanca", "segovia", "soria", "valladolid", "zamora"],
  },
  { names: ["cataluna"], word: "cataluna", places: ["barcelona", "girona", "lleida", "tarragona"] },
  { names: ["catalunya"], word: "catalunya", places: ["barcelona", "girona", "lleida", "tarragona"] },
  {
    names: ["comunidad valenciana", "comunitat valenciana", "pais valencia", "pais valenciano"],
    word: "valenciana",
    places: ["alicante", "castellon", "valencia"],
  },
  { names: ["extremadura"], word: "extremadura", places: ["badajoz", "caceres"] },
  { names: ["galicia"], word: "galicia", places: ["a-coruna", "lugo", "ourense", "pontevedra"] },
  { names: ["galiza"], word: "galiza", places: ["a-coruna", "lugo", "ourense", "pontevedra"] },
  { names: ["pais vasco"], word: "vasco", places: ["alava", "bizkaia", "gipuzkoa"] },
  { names: ["euskadi"], word: "euskadi", places: ["alava", "bizkaia", "gipuzkoa"] },
];
