import type { Keyspace, Reply } from "./embedded-keyspace.ts";

/** What `THREAD_SCRIPT` does, on SQLite. */
export function runThread(
  { entries, sets, hashes }: Keyspace,
  keys: readonly string[],
  args: readonly string[],
): Reply {
  const [roots = "", heads = "", counter = ""] = keys;
  const [order, offset, count] = args;
  const first = Number(offset);
  const ids = sets.range(roots, first, first + Number(count) - 1, order === "desc");
  return [
    entries.find(counter, "text")?.text ?? "0",
    sets.size(roots),
    ids,
    ids.map((id) => hashes.get(heads, id) ?? ""),
  ];
}

/** What `OFFERS_SCRIPT` does, on SQLite. */
export function runOffers(
  { entries, sets }: Keyspace,
  keys: readonly string[],
  args: readonly string[],
): Reply {
  const [offers = "", counter = ""] = keys;
  const [prefix = ""] = args;
  const texts = sets.range(offers, 0, -1, false).map((id) => entries.find(prefix + id, "text")?.text ?? "");
  return [entries.find(counter, "text")?.text ?? "0", texts];
}

/** What `SEARCH_SCRIPT` does, on SQLite. */
export function runSearch({ sets }: Keyspace, keys: readonly string[], args: readonly string[]): Reply {
  const [order, ...numbers] = args;
  const [now = 0, offset = 0, count = 0, most = 0, ...counts] = numbers.map(Number);
  const [board = "", ending = ""] = keys;
  const words = [[board], [ending], ...grouped(keys.slice(2), counts)];
  const sizes = words.map((ofWord) => ofWord.reduce((sum, key) => sum + sets.size(key), 0));
  if (sizes.includes(0)) return [0, []];
  const rarest = sizes.indexOf(Math.min(...sizes));
  const looked = (words[rarest] ?? []).flatMap((key) =>
    rarest === 0 && order === "asc"
      ? sets.rangeByScore(key, from(now), from(Infinity), 0, most)
      : sets.range(key, 0, most - 1, true),
  );
  let fitting = [...new Set(looked)];
  for (const [place, ofWord] of words.entries()) {
    if (place < 2 || place === rarest) continue;
    const inAny = ofWord.map((key) => sets.scores(key, fitting));
    fitting = fitting.filter((id) => inAny.some((inSet) => inSet.has(id)));
  }
  const ends = sets.scores(ending, fitting);
  const scores = sets.scores(board, fitting);
  const found = fitting.flatMap((id) => {
    const score = scores.get(id);
    return score === undefined || (ends.get(id) ?? -Infinity) < now ? [] : [{ id, score }];
  });
  const sign = order === "asc" ? 1 : -1;
  found.sort((a, b) => sign * (a.score - b.score || (a.id < b.id ? -1 : 1)));
  return [found.length, found.slice(offset, offset + count).map(({ id }) => id)];
}

/** The sets of each word; one each where no count is left. */
function grouped(keys: readonly string[], counts: readonly number[]): string[][] {
  const groups: string[][] = [];
  for (let at = 0; at < keys.length; at += groups.at(-1)?.length || 1) {
    groups.push(keys.slice(at, at + (counts[groups.length] ?? 1)));
  }
  return groups;
}

function from(at: number): { at: number; exclusive: boolean } {
  return { at, exclusive: false };
}
