/**
 * Turns of speech: who warns of a fraud uses the fraud's words, but tells it otherwise. They are no rules; the model weighs them, and each
 * two of them together, like any word. Patterns are tried on `foldForSpam`'s text.
 */
const TURNS = {
  /** "cuidado con", "no os fiéis", "es una estafa". */
  warns:
    /\b(?:cuidado|ojo|no os fi\w+|no te fies|estaf\w+|tim(?:o|os|ado|ada|an|aron|ar|ando)|fraude\w*|denunci\w+|engan\w+|pique|picar|picado|sospech\w+|desconfi\w+|trampas?|bloquead[oa]|fals[oa]s?|no caig\w+|colg(?:ue|o|ad|ar)|no contest\w+|rar[oa]s?|no deis|no mandeis|no pongais|no abrais|jamas|me fio|de fiar|no pagues|mosque\w*|huele|huid|desconfiad|menos mal|por poco|ni caso|comisaria|policia|guardia civil|juzgado|nadie serio|ningun banco|no piqu\w+|cae[rn]?|cayo|cai)\b/g,
  /** "me han pedido", "le llamaron". */
  told: /\b(?:me|le|nos|les|te) (?:ha|han|habian|pidieron|pidio|dijeron|dijo|escribio|escribieron|escribe|escriben|llamo|llamaron|llega|llegan|llego|ofrecieron|ofrecio|ofrecen|ofrecia|contestaron|quitaron|vaciaron|cobraron|intentaron|salvo|piden|pide|pedia|pedian|ofreciendo|cobraba|cobraban|paso|pasaron|contaron|conto|devolvieron|salio|enseno|ensenaron|la hicieron|lo hicieron)\b|\b(?:perdi|ponia|decia|decian|decis|pique|pedi|pague|recibi|borre|busque|lei|vi|probe|dicen que|digan|hicieron)\b/g,
  quotes: /[«»“”"]/g,
  asks: /[¿?]/g,
  /** "mándame", "dime", "págame". */
  wants:
    /\b(?:mand|envi|pas|ingres|transfier|escrib|contact|dig|dict|copi|pon|dej|llam|habl|agreg|rellen|adelant|hag|haz|pag|facilit|pid|compr|entr|prest)(?:a|e|i|ad|ed|id|ar|er|ir)?(?:me|nos|noslo|mela|melo|melos|melas)\b|\b(?:dime|dame|deme|dimelo|dadme|decidme|hazme)\b/g,
  formal:
    /\b(?:usted\w*|llame(?:nos)?|visite(?:nos)?|escriba(?:nos)?|solicite|pida|consulte|su (?:cuenta|banco|tarjeta|dni|correo|ordenador|pension|nombre|domicilio|casa|web|negocio))\b/g,
  yours:
    /\b(?:tu|tus) (?:cuenta\w*|banco|tarjeta|dni|nombre|movil|datos|clave\w*|contrasena|correo|numero|usuario|firma|carnet?|casa|perfil|web|negocio|dinero)\b/g,
  meets:
    /\b(?:en mano|en persona|quedamos|quedar en|cafeteria|biblioteca|portal|calle|plaza|barrio|pueblo|delante|conmigo|contigo|al lado|vecin[oa]s?|local|asociacion|escalera|tercero|quinto|mercado|parque)\b/g,
  food: /\b(?:cafe\w*|meriend\w+|comer|comida|cen[ao]r?|tarta\w*|rosquill\w+|bizcocho\w*|croqueta\w*|tortilla\w*|canas?|cervezas?|pizzas?|paella|huevos|tomates|jam\w*|mermelada|queso|vino|aceite|empanada|arroz|bocadillo|desayuno|churros|bote|galletas|pasteles?|pan|pincho|lomo|embutido)\b/g,
  /** "no hace falta que", "al acabar". */
  spares:
    /\bno (?:hace falta|hay que|tienes que|teneis que|cobr\w+|quiero|pido|necesito|pide|vendo|es un trabajo)\b|\bsin (?:fianza|comision|vender\w*|prisa)\b|\bnada de\b|\bni un euro\b|\bal (?:acabar|terminar)\b|\bcuando (?:este|lo veas|acabes?|termines?|funcione)\b/g,
  family:
    /\b(?:a mi|mi (?:madre|padre|hij[oa]|abuel[oa]|marido|mujer|suegr[oa]|tia|tio|herman[oa]|vecin[oa]|primo|cunad[oa]|niet[oa]))\b/g,
  us: /\b(?:nosotros|somos|nuestr[oa]s?|hacemos|tenemos|ofrecemos|te (?:ingresamos|pagamos|mandamos|damos|enviamos|llamamos|asignamos|regalamos))\b/g,
} as const satisfies Readonly<Record<string, RegExp>>;

/** The turns of a text, where they come twice, and each two of them, with the words that the first of them stands in. */
export function turnsOf(folded: string): ReadonlyMap<string, string> {
  const found = Object.entries(TURNS)
    .map(([turn, pattern]) => [turn, folded.match(pattern) ?? []] as const)
    .filter(([, words]) => words.length > 0);
  return new Map([
    ...found.map(([turn, words]) => [`<${turn}>`, words[0] ?? ""] as const),
    ...found
      .filter(([, words]) => words.length > 1)
      .map(([turn, words]) => [`<${turn}+>`, words[1] ?? ""] as const),
    ...found.flatMap(([one], at) => found.slice(at + 1).map(([other]) => [`<${one}&${other}>`, ""] as const)),
  ]);
}
