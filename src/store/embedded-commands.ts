import { COMMIT_SCRIPT } from "./commit-script.ts";
import { runCommit } from "./embedded-commit.ts";
import type { Sql } from "./embedded-database.ts";
import { CommandError } from "./embedded-entries.ts";
import type { Keyspace, Reply } from "./embedded-keyspace.ts";
import { runOffers, runSearch, runThread } from "./embedded-reads.ts";
import type { ScoreBound } from "./embedded-sets.ts";
import { OFFERS_SCRIPT } from "./offers-script.ts";
import type { Script } from "./script.ts";
import { SEARCH_SCRIPT } from "./search-script.ts";
import { THREAD_SCRIPT } from "./thread-script.ts";

/** Runs one command of Redis; only those that the store uses. */
export type RunCommand = (command: readonly string[]) => Reply;

type RunScript = (keyspace: Keyspace, keys: readonly string[], args: readonly string[]) => Reply;

/** Scripts are not interpreted: each one that we send has its counterpart here, and either writes or only reads. */
const SCRIPTS: readonly (readonly [Script, RunScript, keyof Pick<Sql, "transaction" | "snapshot">])[] = [
  [COMMIT_SCRIPT, runCommit, "transaction"],
  [THREAD_SCRIPT, runThread, "snapshot"],
  [OFFERS_SCRIPT, runOffers, "snapshot"],
  [SEARCH_SCRIPT, runSearch, "snapshot"],
];

export function createCommands(sql: Sql, keyspace: Keyspace): RunCommand {
  const { entries, sets } = keyspace;

  function runScript(found: (script: Script) => boolean, [count = "0", ...rest]: readonly string[]): Reply {
    const known = SCRIPTS.find(([script]) => found(script));
    if (known === undefined)
      throw new CommandError("NOSCRIPT The embedded store runs only the store's own scripts");
    const [, run, within] = known;
    const keys = rest.slice(0, Number(count));
    return sql[within](() => run(keyspace, keys, rest.slice(Number(count))));
  }

  return function run([name = "", ...args]) {
    const [first = "", second = "", third = ""] = args;
    switch (name.toLowerCase()) {
      case "ping":
        // Answers only while the file does.
        sql.get("SELECT count(*) FROM sqlite_schema");
        return "PONG";
      case "get":
        return entries.find(first, "text")?.text ?? null;
      case "mget":
        return args.map((key) => entries.textOrNull(key));
      case "set":
        return sql.transaction(() => set(keyspace, first, second, args.slice(2)));
      case "zcard":
        return sets.size(first);
      case "zcount":
        return sets.count(first, bound(second), bound(third));
      case "zrange":
        return range(keyspace, first, second, third, args.slice(3));
      case "eval":
        return runScript(({ server }) => server.lua === first, args.slice(1));
      case "evalsha":
        return runScript(({ server }) => server.sha === first, args.slice(1));
      default:
        throw new CommandError(`ERR The embedded store does not know the command "${name}"`);
    }
  };
}

function set({ entries }: Keyspace, key: string, text: string, options: readonly string[]): Reply {
  const { nx, px } = optionsOf("set", options, { nx: 0, px: 1 });
  if (nx !== undefined && entries.exists(key)) return null;
  const [ttl] = px ?? [];
  entries.setText(key, text, ttl === undefined ? null : Number(ttl));
  return "OK";
}

function range(
  { sets }: Keyspace,
  key: string,
  start: string,
  stop: string,
  options: readonly string[],
): Reply {
  if (!options.some((option) => option.toLowerCase() === "byscore")) {
    const { rev } = optionsOf("zrange", options, { rev: 0 });
    return sets.range(key, Number(start), Number(stop), rev !== undefined);
  }
  const { limit } = optionsOf("zrange", options, { byscore: 0, limit: 2 });
  const [offset = "0", count = "-1"] = limit ?? [];
  return sets.rangeByScore(key, bound(start), bound(stop), Number(offset), Number(count));
}

/** The options behind a command's arguments, each with as many values as `known` says. */
function optionsOf<Name extends string>(
  command: string,
  words: readonly string[],
  known: Readonly<Record<Name, number>>,
): Partial<Record<Name, string[]>> {
  const arity = new Map<string, number>(Object.entries(known));
  const found: Partial<Record<string, string[]>> = {};
  for (let at = 0; at < words.length;) {
    const name = (words[at] ?? "").toLowerCase();
    const values = arity.get(name);
    if (values === undefined) {
      throw new CommandError(`ERR The embedded store does not know "${name}" of the command "${command}"`);
    }
    found[name] = words.slice(at + 1, at + 1 + values);
    at += 1 + values;
  }
  return found;
}

function bound(text: string): ScoreBound {
  const exclusive = text.startsWith("(");
  const number = exclusive ? text.slice(1) : text;
  if (number === "-inf") return { at: -Infinity, exclusive };
  if (number === "+inf") return { at: Infinity, exclusive };
  return { at: Number(number), exclusive };
}
