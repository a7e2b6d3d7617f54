/** Two letters, two check digits and 11 to 30 letters or digits, in groups of any size with a space, dot or hyphen between. */
const IBAN = /(?<![a-z0-9])[a-z]{2}[ .-]?\d{2}(?:[ .-]?[a-z0-9]){11,30}(?![a-z0-9])/g;
/** The same for Spain, even with wrong check digits: ES and 22 digits. */
const SPANISH_IBAN = /(?<![a-z0-9])es[\s.-]{0,2}\d{2}(?:[\s.-]{0,2}\d){20}(?!\d)/g;
/** Spanish account number before IBAN: bank, branch, check digits, account. */
const SPANISH_ACCOUNT = /(?<!\d)\d{4}[ .-]?\d{4}[ .-]?\d{2}[ .-]?\d{10}(?!\d)/g;

const FEWEST_DIGITS = 12;
/** Characters of an account number by country: those of the SEPA area (SWIFT's IBAN registry). */
const IBAN_LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    "ad24 al28 at20 be16 bg22 ch21 cy28 cz24 de22 dk18 ee20 es24 fi18 fr27 gb22 gi23 gr27 hr21 hu28 ie22 is26 it27 " +
    "li21 lt20 lu20 lv21 mc27 md24 me22 mk19 mt31 nl18 no15 pl28 pt25 ro24 rs22 se24 si19 sk24 sm27 va22"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Spans of account numbers in a text read by `readText`. */
export function findIbans(folded: string): { start: number; end: number }[] {
  const spans = [SPANISH_IBAN, SPANISH_ACCOUNT].flatMap((pattern) =>
    Array.from(folded.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  for (const match of folded.matchAll(IBAN)) {
    const length = validLength(match[0]);
    if (length > 0) spans.push({ start: match.index, end: match.index + length });
  }
  return spans;
}

/**
 * Length of the part of `candidate` that has its country's number of characters and passes the check of ISO 13616
 * (mod 97 = 1), or 0. Words may follow the number, and prose may look like the beginning of one ("al 84…").
 */
function validLength(candidate: string): number {
  const wanted = IBAN_LENGTHS[candidate.slice(0, 2)] ?? 0;
  let compact = "";
  let end = 0;
  while (end < candidate.length && compact.length < wanted) {
    const character = candidate.charAt(end);
    if (/[a-z0-9]/.test(character)) compact += character;
    end += 1;
  }
  const isWhole = compact.length === wanted && !/[a-z0-9]/.test(candidate.charAt(end));
  const isNumber = compact.replace(/[a-z]/g, "").length >= FEWEST_DIGITS;
  return isWhole && isNumber && mod97(compact.slice(4) + compact.slice(0, 4)) === 1 ? end : 0;
}

function mod97(compact: string): number {
  let rest = 0;
  for (const character of compact) {
    for (const digit of String(parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest;
}
