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
  const [now = 0, offset = 0, count = 0, most = 0] = numbers.map(Number);
  const [board = "", ending = "", ...words] = keys;
  const sizes = keys.map((key) => sets.size(key));
  if (sizes.includes(0)) return [0, []];
  const rarest = keys[sizes.indexOf(Math.min(...sizes))] ?? board;
  const looked =
    rarest === board && order === "asc"
      ? sets.rangeByScore(board, from(now), from(Infinity), 0, most)
      : sets.range(rarest, 0, most - 1, true);
  let fitting = looked;
  for (const word of words) {
    if (word === rarest) continue;
    const inWord = sets.scores(word, fitting);
    fitting = fitting.filter((id) => inWord.has(id));
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

function from(at: number): { at: number; exclusive: boolean } {
  return { at, exclusive: false };
}
