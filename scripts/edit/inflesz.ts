const VOWELS = /[aeiouáéíóúü]+/giu;
/** Two strong vowels, or a stressed weak one beside a strong one, are two syllables. */
const HIATUS = /[aeoáéó](?=[aeoáéó])|[aeoáéó](?=[íú])|[íú](?=[aeoáéó])/giu;

/** Syllables of a Spanish word, as far as its letters tell. */
export function syllablesIn(word: string): number {
  const sounded = word
    .toLowerCase()
    .replace(/([gq])u(?=[eiéí])/g, "$1")
    .replace(/y(?=$|[^aeiouáéíóú])/g, "i");
  const groups = sounded.match(VOWELS) ?? [];
  return Math.max(1, groups.length + (sounded.match(HIATUS) ?? []).length);
}

/** A sentence ends at a full stop, a question or an exclamation; not at the stop of an abbreviation that a small letter or a figure follows. */
const SENTENCE_END = /(?<=[.!?…][»”)"’]*)\s+(?=[¿¡«“(—]*[\p{Lu}\d¿¡])/u;

export function sentencesIn(text: string): string[] {
  return text.split(SENTENCE_END).filter((sentence) => /\p{L}/u.test(sentence));
}

export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/**
 * How easily a text is read: the perspicuity of Szigriszt (1993), of which INFLESZ (Barrio, 2008) made a scale: over 80 very easy,
 * over 65 quite easy, over 55 normal, over 40 somewhat hard, else very hard. Null for a text that is too short to say.
 */
export function inflesz(text: string): number | null {
  const words = wordsIn(text);
  const sentences = sentencesIn(text).length;
  if (words.length < MIN_WORDS || sentences === 0) return null;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 206.835 - (62.3 * syllables) / words.length - words.length / sentences;
}
const MIN_WORDS = 100;
