import { PLACES, type Place } from "./place.ts";

/**
 * The provinces that share a border on land with each one. Islands, Ceuta and Melilla have none: nobody crosses the sea for an errand.
 * Nor has `remoto`, which is nowhere.
 */
export const NEIGHBOURS: Readonly<Record<Place, readonly Place[]>> = {
  remoto: [],
  "a-coruna": ["lugo", "pontevedra"],
  alava: ["bizkaia", "burgos", "gipuzkoa", "la-rioja", "navarra"],
  albacete: ["alicante", "ciudad-real", "cuenca", "granada", "jaen", "murcia", "valencia"],
  alicante: ["albacete", "murcia", "valencia"],
  almeria: ["granada", "murcia"],
  asturias: ["cantabria", "leon", "lugo"],
  avila: ["caceres", "madrid", "salamanca", "segovia", "toledo", "valladolid"],
  badajoz: ["caceres", "ciudad-real", "cordoba", "huelva", "sevilla", "toledo"],
  barcelona: ["girona", "lleida", "tarragona"],
  bizkaia: ["alava", "burgos", "cantabria", "gipuzkoa"],
  burgos: ["alava", "bizkaia", "cantabria", "la-rioja", "palencia", "segovia", "soria", "valladolid"],
  caceres: ["avila", "badajoz", "salamanca", "toledo"],
  cadiz: ["huelva", "malaga", "sevilla"],
  cantabria: ["asturias", "bizkaia", "burgos", "leon", "palencia"],
  castellon: ["tarragona", "teruel", "valencia"],
  ceuta: [],
  "ciudad-real": ["albacete", "badajoz", "cordoba", "cuenca", "jaen", "toledo"],
  cordoba: ["badajoz", "ciudad-real", "granada", "jaen", "malaga", "sevilla"],
  cuenca: ["albacete", "ciudad-real", "guadalajara", "madrid", "teruel", "toledo", "valencia"],
  gipuzkoa: ["alava", "bizkaia", "navarra"],
  girona: ["barcelona", "lleida"],
  granada: ["albacete", "almeria", "cordoba", "jaen", "malaga", "murcia"],
  guadalajara: ["cuenca", "madrid", "segovia", "soria", "teruel", "zaragoza"],
  huelva: ["badajoz", "cadiz", "sevilla"],
  huesca: ["lleida", "navarra", "zaragoza"],
  "illes-balears": [],
  jaen: ["albacete", "ciudad-real", "cordoba", "granada"],
  "la-rioja": ["alava", "burgos", "navarra", "soria", "zaragoza"],
  "las-palmas": [],
  leon: ["asturias", "cantabria", "lugo", "ourense", "palencia", "valladolid", "zamora"],
  lleida: ["barcelona", "girona", "huesca", "tarragona", "zaragoza"],
  lugo: ["a-coruna", "asturias", "leon", "ourense", "pontevedra"],
  madrid: ["avila", "cuenca", "guadalajara", "segovia", "toledo"],
  malaga: ["cadiz", "cordoba", "granada", "sevilla"],
  melilla: [],
  murcia: ["albacete", "alicante", "almeria", "granada"],
  navarra: ["alava", "gipuzkoa", "huesca", "la-rioja", "zaragoza"],
  ourense: ["leon", "lugo", "pontevedra", "zamora"],
  palencia: ["burgos", "cantabria", "leon", "valladolid"],
  pontevedra: ["a-coruna", "lugo", "ourense"],
  salamanca: ["avila", "caceres", "valladolid", "zamora"],
  "santa-cruz-de-tenerife": [],
  segovia: ["avila", "burgos", "guadalajara", "madrid", "soria", "valladolid"],
  sevilla: ["badajoz", "cadiz", "cordoba", "huelva", "malaga"],
  soria: ["burgos", "guadalajara", "la-rioja", "segovia", "zaragoza"],
  tarragona: ["barcelona", "castellon", "lleida", "teruel", "zaragoza"],
  teruel: ["castellon", "cuenca", "guadalajara", "tarragona", "valencia", "zaragoza"],
  toledo: ["avila", "badajoz", "caceres", "ciudad-real", "cuenca", "madrid"],
  valencia: ["albacete", "alicante", "castellon", "cuenca", "teruel"],
  valladolid: ["avila", "burgos", "leon", "palencia", "salamanca", "segovia", "zamora"],
  zamora: ["leon", "ourense", "salamanca", "valladolid"],
  zaragoza: ["guadalajara", "huesca", "la-rioja", "lleida", "navarra", "soria", "tarragona", "teruel"],
};

/** These places and, with `nearby`, those beside them, each once and in the order of `PLACES`. */
export function placesAround(places: readonly Place[], nearby: boolean): readonly Place[] {
  const around = new Set(nearby ? places.flatMap((place) => [place, ...NEIGHBOURS[place]]) : places);
  return PLACES.filter((place) => around.has(place));
}
