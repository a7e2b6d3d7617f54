import type { Place } from "./place.ts";

/** Towns that have an official and an older name, or one in each of two languages, folded. Names that differ only in accents are one already. */
export const TOWN_NAMES: readonly (readonly string[])[] = [
  ["alcira", "alzira"],
  ["alcoy", "alcoi"],
  ["baracaldo", "barakaldo"],
  ["benicasim", "benicassim"],
  ["bilbao", "bilbo"],
  ["burriana", "borriana"],
  ["calpe", "calp"],
  ["carcagente", "carcaixent"],
  ["ciudadela", "ciutadella"],
  ["elche", "elx"],
  ["estella", "lizarra"],
  ["figueras", "figueres"],
  ["fuenterrabia", "hondarribia"],
  ["galdacano", "galdakao"],
  ["gijon", "xixon"],
  ["guecho", "getxo"],
  ["guernica", "gernika"],
  ["ibiza", "eivissa"],
  ["jativa", "xativa"],
  ["javea", "xabia"],
  ["lejona", "leioa"],
  ["llodio", "laudio"],
  ["mahon", "mao"],
  ["mondragon", "arrasate"],
  ["onteniente", "ontinyent"],
  ["orihuela", "oriola"],
  ["oviedo", "uvieu"],
  ["pamplona", "iruna", "irunea"],
  ["renteria", "errenteria"],
  ["sagunto", "sagunt"],
  // Of many names: San Cugat and Sant Cugat.
  ["san", "sant"],
  ["sangenjo", "sanxenxo"],
  ["santurce", "santurtzi"],
  ["tarrasa", "terrassa"],
  ["vergara", "bergara"],
  ["vich", "vic"],
  ["vinaroz", "vinaros"],
  ["vitoria", "gasteiz"],
  ["zarauz", "zarautz"],
];

/** Towns with a name of several words. */
export interface TownPhrase {
  /** Folded; each is looked for as a whole. */
  readonly names: readonly string[];
  /** Any of these words tells it where somebody writes it. */
  readonly words: readonly string[];
  /** Where those words alone would say too little. */
  readonly within?: { readonly word: string; readonly place: Place };
}

export const TOWN_PHRASES: readonly TownPhrase[] = [
  { names: ["san sebastian", "donostia"], words: ["sebastian", "donostia"] },
  {
    names: ["palma de mallorca", "ciutat de mallorca"],
    words: ["palma"],
    within: { word: "mallorca", place: "illes-balears" },
  },
  // Cut to a stem these are one word: each is looked for where it lies.
  { names: ["palma del rio"], words: ["palma"], within: { word: "rio", place: "cordoba" } },
  { names: ["palma del condado"], words: ["palma"], within: { word: "condado", place: "huelva" } },
  {
    names: ["isla de la palma", "la palma"],
    words: ["palma"],
    within: { word: "isla", place: "santa-cruz-de-tenerife" },
  },
  { names: ["las palmas"], words: ["palmas"], within: { word: "canaria", place: "las-palmas" } },
  { names: ["palma"], words: ["palma"], within: { word: "mallorca", place: "illes-balears" } },
];
