import { stopwords } from "@orama/stopwords/spanish";
import { foldText } from "../domain/kernel/fold.ts";
import { SITE } from "../site.ts";
import { lemmaOf } from "./pipeline.ts";

/** In the list of @orama/stopwords, and yet what somebody may be looking for here. */
const KEPT = `acuerdo conocer conseguir considera cuenta detras diferente diferentes empleo estado estados horas informo lugar mal
  pais realizado realizar tarde tiempo trabajar trabajo uso valor varias varios verdad verdadera verdadero esto aqui`;

/** What the list leaves out: other persons and tenses of its verbs, courtesy, and the words of the other language of the trade. */
const ADDED = `vas veo ves vemos ven seria serian fuese haria harias hagas haga hagan hare haras dime digo dices decis puedes podais
  pudiera podre podras quiero quieres queria quisiera quieran quieren debo debes deberia deberias debemos tienes tenga tengas
  tenia tuve hubiera hayan habeis haz das doy demos gracias hola saludos perdona oye vale ok etc cuyo cuya of the and to for`;

/** How people shorten and greet in a chat: «xq no sale mi favor», «porfa», «ola». */
const OF_CHATS = `porfa porfi porfis porfavor xfa xfavor plis pls please xq xk pq pk porq xke ke tb tmb tbn tambn dnd qn cmo kiero kiere
  bn msj msg ola holi wenas wena hey ey aver aber aki aora ahi ntp grax grcs gracia jaja jajaja jeje`;

/** Words that carry a question without being what it is about. They may help to rank; nobody misses them. */
const LIGHT = `esto aqui persona personas gente informacion info cosa forma formas tipo tipos pagina web sitio idea explicacion significado
  definicion concepto exactamente realmente importante funciona funcionan funcionar llama llaman llamar significa significan ${SITE.name}`;
/** The same, in any of their forms. */
const LIGHT_VERBS = `hacer tener poder querer deber dar decir ver ir saber usar utilizar poner pongo puesto dejar llevar tomar coger
  pasar necesitar gustar encontrar encuentro buscar explicar significar servir sirve consistir definir entender entiendo refiere
  ocurrir suceder intentar mirar leer importar`;

function list(words: string): string[] {
  return words.split(/\s+/).map(foldText);
}

const kept = new Set(list(KEPT));

/** Folded, sorted, each once. */
export const STOPWORDS: readonly string[] = [
  // «quedó», «aseguró», «comentó»: words of news that fold into verbs of ours.
  ...new Set([
    ...stopwords.filter((word) => !word.endsWith("ó")).map(foldText),
    ...list(ADDED),
    ...list(OF_CHATS),
  ]),
]
  .filter((word) => !kept.has(word))
  .sort();

/** Folded words and stems of verbs, sorted, each once. */
export const LIGHT_WORDS: readonly string[] = [
  ...new Set([...list(LIGHT), ...list(LIGHT_VERBS).map((verb) => lemmaOf(verb).stem)]),
].sort();

/** What is said for courtesy or to begin with. Each word of them may mean something elsewhere: «cuánto vale una hora». */
export const FILLERS: readonly string[] =
  `merece la pena, vale la pena, me iba a, iba a, me gustaria saber, me gustaria, queria saber, quisiera saber,
  me podeis decir, podeis decirme, me podrias decir, me puedes decir, puedes decirme, alguien sabe, sabe alguien, alguien me puede,
  alguien puede, resulta que, se supone que, se supone, no me aclaro con, no me aclaro, no entiendo, de verdad, la verdad,
  es verdad que, en realidad, os importaria, te importaria, por favor, buenos dias, buenas tardes, buenas noches, buenas,
  tengo una duda, una duda, una pregunta, tengo una pregunta, que tal, a ver si, a ver, haber si, ando buscando, estoy buscando, lo de, eso de,
  a lo mejor, seria posible, es posible, tambien, alguna vez, no se como, no se si, no se que, me aclarais, me explicais, y luego,
  si luego, estoy pensando en, se me ha ocurrido, me pregunto, antes de nada, un saludo, muchas gracias`
    .split(",")
    .map((phrase) => phrase.trim().replace(/\s+/g, " "))
    .sort((a, b) => b.length - a.length);
