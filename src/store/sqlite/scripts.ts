import { ARITY, FOR_EVER, type Instruction } from "../instructions.ts";
import type { Keyspace, Reply } from "./keyspace.ts";

/** What `COMMIT_SCRIPT` does, on SQLite. The caller wraps it in a transaction. */
export function runCommit(keyspace: Keyspace, keys: readonly string[], args: readonly string[]): Reply {
  for (const step of decode(keys, args)) {
    const refusal = runStep(keyspace, step);
    if (refusal !== null) return refusal;
  }
  return ["committed"];
}

function decode(keys: readonly string[], args: readonly string[]): Instruction[] {
  const steps: Instruction[] = [];
  for (let at = 0; at < args.length;) {
    const name = args[at] ?? "";
    if (!isInstruction(name)) throw new TypeError(`The commit script knows no "${name}"`);
    const [keyCount, argCount] = ARITY[name];
    const places = args.slice(at + 1, at + 1 + keyCount);
    const own = args.slice(at + 1 + keyCount, at + 1 + keyCount + argCount);
    steps.push({ name, keys: places.map((place) => keys[Number(place) - 1] ?? ""), args: own });
    at += 1 + keyCount + argCount;
  }
  return steps;
}

function isInstruction(name: string): name is Instruction["name"] {
  return Object.hasOwn(ARITY, name);
}

/** Null to go on; otherwise what the commit answers. Guards come before writes, so nothing has been written then. */
function runStep({ entries, sets, hashes }: Keyspace, { name, keys, args }: Instruction): Reply {
  const [key = "", second = "", third = ""] = keys;
  const [a = "", b = "", c = ""] = args;
  switch (name) {
    case "once": {
      const kept = entries.find(key, "text");
      return kept === undefined ? null : ["repeated", kept.text];
    }
    case "absent":
      return entries.exists(key) ? ["conflict"] : null;
    case "starts":
      return entries.find(key, "text")?.text.startsWith(a) === true ? null : ["conflict"];
    case "fieldAbsent":
      return hashes.get(key, a) === null ? null : ["conflict"];
    case "fieldStarts": {
      const kept = hashes.get(key, a) ?? entries.find(second, "text")?.text;
      return kept?.startsWith(b) === true ? null : ["conflict"];
    }
    case "stands":
      return (entries.find(key, "text")?.text ?? "0") === a ? null : ["conflict"];
    case "atMost":
      return Number(entries.find(key, "text")?.text ?? 0) > Number(a) ? ["limit", b] : null;
    case "among":
      return !sets.scores(key, [a]).has(a) && sets.size(key) >= Number(b) ? ["limit", c] : null;
    case "set":
      entries.setText(key, a, lifetime(b));
      return null;
    case "del":
      entries.remove(key);
      return null;
    case "hset":
      hashes.set(key, a, b);
      return null;
    case "hdel":
      hashes.remove(key, a);
      return null;
    case "zadd":
      sets.add(key, Number(a), b);
      return null;
    case "zrem":
      sets.remove(key, a);
      return null;
    case "incr":
      if (entries.add(key, Number(a)) === 0) entries.remove(key);
      else if (b !== FOR_EVER && !entries.hasLifetime(key)) entries.setLifetime(key, lifetime(b));
      return null;
    case "life":
      entries.setLifetime(key, lifetime(a));
      return null;
    case "head": {
      const size = sets.size(second);
      if (size === 0) hashes.remove(key, a);
      else hashes.set(key, a, [size, ...sets.range(second, 0, Number(b) - 1, false)].join(" "));
      return null;
    }
    case "mail":
      if (entries.exists(key) || entries.exists(second)) return null;
      entries.setText(key, c, null);
      sets.add(third, Number(a), b);
      return null;
  }
}

function lifetime(text: string): number | null {
  return text === FOR_EVER ? null : Number(text);
}

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
