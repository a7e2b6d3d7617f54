import type { Place } from "../domain/records/place.ts";

/** A place that is somewhere: a province or an autonomous city. */
export type Province = Exclude<Place, "remoto">;

interface Tile {
  readonly column: number;
  readonly row: number;
  /** The letters that number plates once had: everybody knows them. */
  readonly letters: string;
}

const tile = (column: number, row: number, letters: string): Tile => ({ column, row, letters });

/** Columns and rows of the map: each province once, beside those that it has beside it, as far as squares can. */
export const TILES: Readonly<Record<Province, Tile>> = {
  "a-coruna": tile(0, 0, "C"),
  lugo: tile(1, 0, "LU"),
  asturias: tile(2, 0, "O"),
  cantabria: tile(3, 0, "S"),
  bizkaia: tile(4, 0, "BI"),
  gipuzkoa: tile(5, 0, "SS"),
  pontevedra: tile(0, 1, "PO"),
  ourense: tile(1, 1, "OU"),
  leon: tile(2, 1, "LE"),
  burgos: tile(3, 1, "BU"),
  alava: tile(4, 1, "VI"),
  navarra: tile(5, 1, "NA"),
  huesca: tile(6, 1, "HU"),
  lleida: tile(7, 1, "L"),
  girona: tile(8, 1, "GI"),
  zamora: tile(1, 2, "ZA"),
  palencia: tile(2, 2, "P"),
  valladolid: tile(3, 2, "VA"),
  "la-rioja": tile(4, 2, "LO"),
  zaragoza: tile(5, 2, "Z"),
  tarragona: tile(6, 2, "T"),
  barcelona: tile(7, 2, "B"),
  salamanca: tile(1, 3, "SA"),
  avila: tile(2, 3, "AV"),
  segovia: tile(3, 3, "SG"),
  soria: tile(4, 3, "SO"),
  teruel: tile(5, 3, "TE"),
  castellon: tile(6, 3, "CS"),
  caceres: tile(1, 4, "CC"),
  toledo: tile(2, 4, "TO"),
  madrid: tile(3, 4, "M"),
  guadalajara: tile(4, 4, "GU"),
  cuenca: tile(5, 4, "CU"),
  valencia: tile(6, 4, "V"),
  "illes-balears": tile(8, 4, "IB"),
  badajoz: tile(1, 5, "BA"),
  cordoba: tile(2, 5, "CO"),
  "ciudad-real": tile(3, 5, "CR"),
  albacete: tile(4, 5, "AB"),
  murcia: tile(5, 5, "MU"),
  alicante: tile(6, 5, "A"),
  huelva: tile(1, 6, "H"),
  sevilla: tile(2, 6, "SE"),
  jaen: tile(3, 6, "J"),
  granada: tile(4, 6, "GR"),
  almeria: tile(5, 6, "AL"),
  cadiz: tile(2, 7, "CA"),
  malaga: tile(3, 7, "MA"),
  ceuta: tile(2.7, 8.35, "CE"),
  melilla: tile(4.2, 8.35, "ML"),
  "santa-cruz-de-tenerife": tile(0, 8.35, "TF"),
  "las-palmas": tile(1, 8.35, "GC"),
};
export const PROVINCES = Object.keys(TILES) as readonly Province[]; // Its keys are what its type says.
