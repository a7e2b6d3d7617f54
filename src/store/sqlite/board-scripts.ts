import type { Keyspace, Reply } from "./keyspace.ts";

/** What `BOARDS_SCRIPT` does, on SQLite. */
export function runBoards({ sets }: Keyspace, keys: readonly string[], args: readonly string[]): Reply {
  const [order = "", ...numbers] = args;
  const [now = 0, offset = 0, count = 0] = numbers.map(Number);
  const endings = keys.slice(keys.length / 2);
  const found = keys.slice(0, keys.length / 2).flatMap((key) => {
    const ids =
      order === "asc"
        ? sets.rangeByScore(key, from(now), from(Infinity), 0, offset + count)
        : sets.range(key, 0, offset + count - 1, true);
    const scores = sets.scores(key, ids);
    return ids.map((id) => ({ id, score: scores.get(id) ?? 0 }));
  });
  const before = { at: now, exclusive: true };
  return [
    pageOf(found, order, offset, count),
    sum(endings.map((key) => sets.size(key))),
    sum(endings.map((key) => sets.count(key, from(-Infinity), before))),
  ];
}

/** What `SEARCH_SCRIPT` does, on SQLite. */
export function runSearch({ sets }: Keyspace, keys: readonly string[], args: readonly string[]): Reply {
  const [order = "", ...numbers] = args;
  const [now = 0, offset = 0, count = 0, most = 0, boards = 1, ...counts] = numbers.map(Number);
  const words = grouped(keys, [boards, boards, ...counts]);
  const [board = [], ending = []] = words;
  const sizes = words.map((ofWord) => sum(ofWord.map((key) => sets.size(key))));
  if (sizes.includes(0)) return [0, []];
  const size = Math.min(...sizes);
  const rarest = sizes.indexOf(size);
  const looked = (words[rarest] ?? []).flatMap((key) => {
    // Of several sets each gives its part.
    const share = Math.ceil(sets.size(key) * Math.min(1, most / size));
    return rarest === 0 && order === "asc"
      ? sets.rangeByScore(key, from(now), from(Infinity), 0, share)
      : sets.range(key, 0, share - 1, true);
  });
  const scoresIn = (ofWord: readonly string[], ids: readonly string[]): ReadonlyMap<string, number> =>
    new Map(ofWord.flatMap((key) => [...sets.scores(key, ids)]));
  let fitting = [...new Set(looked)];
  for (const [place, ofWord] of words.entries()) {
    if (place < 2 || place === rarest) continue;
    const inAny = scoresIn(ofWord, fitting);
    fitting = fitting.filter((id) => inAny.has(id));
  }
  const where = { boards: board, endings: ending, now, backwards: order !== "asc", offset, count };
  const { total, page } = sets.listed(fitting, where);
  return [total, page];
}

/** By score, then by id. */
function pageOf(
  found: readonly { readonly id: string; readonly score: number }[],
  order: string,
  offset: number,
  count: number,
): string[] {
  const sign = order === "asc" ? 1 : -1;
  const sorted = found.toSorted((a, b) => sign * (a.score - b.score || (a.id < b.id ? -1 : 1)));
  return sorted.slice(offset, offset + count).map(({ id }) => id);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
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
