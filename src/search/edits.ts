/** Whether one slip of the fingers makes `a` of `b`: a letter more, less, changed, or two side by side swapped. */
export function isOneSlipAway(a: string, b: string): boolean {
  if (a.length < b.length) return isOneSlipAway(b, a);
  if (a.length - b.length > 1 || a === b) return false;
  let at = 0;
  while (at < b.length && a[at] === b[at]) at += 1;
  if (a.length > b.length) return a.slice(at + 1) === b.slice(at);
  return (
    a.slice(at + 1) === b.slice(at + 1) || (a.slice(at + 2) === b.slice(at + 2) && haveSameLetters(a, b))
  );
}

/** Whether only their order tells them apart: «conctato», «contacto». */
export function haveSameLetters(a: string, b: string): boolean {
  return a.length === b.length && sorted(a) === sorted(b);
}

function sorted(word: string): string {
  return Array.from(word).sort().join("");
}

/**
 * A folded word as it sounds in Spanish, whatever its spelling tells apart: «yave» and «llave», «combersion» and «conversion»,
 * «erramienta» and «herramienta».
 */
export function soundOf(folded: string): string {
  return folded
    .replace(/(?<!c)h/g, "")
    .replace(/ll/g, "y")
    .replace(/m(?=[bpv])/g, "n")
    .replace(/qu(?=[ei])/g, "k")
    .replace(/g(?=[ei])/g, "j")
    .replace(/gu(?=[ei])/g, "g")
    .replace(/c(?=[ei])|s/g, "z")
    .replace(/x/g, "z")
    .replace(/[cq](?!h)/g, "k")
    .replace(/v/g, "b");
}

/** What irregular verbs do to the last vowel of their stem, both ways: pedir/pido, perder/pierdo, contar/cuento, jugar/juego. */
const VOWELS = ["e i", "e ie", "o ue", "u ue"];
/** What spelling does to its last consonant, both ways: publicar/publique, empezar/empiece, pagar/pague, elegir/elija, ofrecer/ofrezco. */
const CONSONANTS = ["c qu", "z c", "g gu", "g j", "c zc"];

/** The other stems that this one, folded, takes when it is conjugated; most of them are no word at all. */
export function otherStems(stem: string): string[] {
  const [, head = "", vowel, tail = ""] = /^(.+?)(ie|ue|[eiou])([^aeiou]*|[^aeiou]*[gq]u)$/.exec(stem) ?? [];
  const changed = new Set([stem]);
  for (const pair of VOWELS) {
    const [a = "", b = ""] = pair.split(" ");
    if (vowel === a) changed.add(head + b + tail);
    if (vowel === b) changed.add(head + a + tail);
  }
  for (const one of [...changed]) {
    for (const pair of CONSONANTS) {
      const [a = "", b = ""] = pair.split(" ");
      if (one.endsWith(a)) changed.add(one.slice(0, -a.length) + b);
      if (one.endsWith(b)) changed.add(one.slice(0, -b.length) + a);
    }
  }
  // Who does it, and what they do: paseador/pasear, cuidadora/cuidar, vendedor/vender.
  const [, verb] = /^(.{3,})[aei]dor$/.exec(stem) ?? [];
  if (verb) changed.add(verb.replace(/e$/, ""));
  // Nouns in -eo and their verbs: sorteo/sortear, paseo/pasear.
  changed.add(stem.endsWith("e") ? stem.slice(0, -1) : `${stem}e`);
  changed.delete(stem);
  return [...changed];
}
