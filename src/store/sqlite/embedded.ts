import type { Millis } from "../../domain/kernel/time.ts";
import { isBusy, whenFree } from "../../files/busy.ts";
import { type Sql, openDatabase } from "../../files/database.ts";
import { createGroup } from "../../files/group.ts";
import type { Command, RedisClient } from "../redis/client.ts";
import { BOARDS_SCRIPT, SEARCH_SCRIPT } from "../redis/board-scripts.ts";
import { COMMIT_SCRIPT, type Script, THREAD_SCRIPT } from "../redis/scripts.ts";
import { runBoards, runSearch } from "./board-scripts.ts";
import { CommandError } from "./entries.ts";
import { type Keyspace, type Reply, type ScoreBound, createKeyspace } from "./keyspace.ts";
import { runCommit, runThread } from "./scripts.ts";
import { makeTables } from "./tables.ts";

/** Runs one command of Redis; only those that the store uses. */
export type RunCommand = (command: readonly string[]) => Reply;

type RunScript = (keyspace: Keyspace, keys: readonly string[], args: readonly string[]) => Reply;

/** What Redis calls the kinds of what is kept. */
const TYPES = { text: "string", set: "zset", hash: "hash", none: "none" } as const;

/** Scripts are not interpreted: each one that we send has its counterpart here, and either writes or only reads. */
const SCRIPTS: readonly (readonly [Script, RunScript, keyof Pick<Sql, "transaction" | "snapshot">])[] = [
  [COMMIT_SCRIPT, runCommit, "transaction"],
  [THREAD_SCRIPT, runThread, "snapshot"],
  [BOARDS_SCRIPT, runBoards, "snapshot"],
  [SEARCH_SCRIPT, runSearch, "snapshot"],
];

export function createCommands(sql: Sql, keyspace: Keyspace): RunCommand {
  const { entries, sets, hashes } = keyspace;

  function runScript(found: (script: Script) => boolean, [count = "0", ...rest]: readonly string[]): Reply {
    const known = SCRIPTS.find(([script]) => found(script));
    if (known === undefined)
      throw new CommandError("NOSCRIPT The embedded store runs only the store's own scripts");
    const [, run, within] = known;
    const keys = rest.slice(0, Number(count));
    const args = rest.slice(Number(count));
    return sql[within](() => entries.declaring(keys, () => run(keyspace, keys, args)));
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
      case "type":
        return TYPES[entries.kindOf(first) ?? "none"];
      case "pttl":
        return entries.lifetime(first);
      case "scan":
        return scan(keyspace, Number(first), args.slice(1));
      case "hget":
        return hashes.get(first, second);
      case "hgetall":
        return hashes.pairs(first);
      case "hvals":
        return hashes.texts(first);
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

/** Whether a command changes anything, and so has to wait for the disk. */
function writes([name = "", script = ""]: readonly string[]): boolean {
  const known = SCRIPTS.find(([{ server }]) => server.sha === script || server.lua === script);
  return name.toLowerCase() === "set" || known?.[2] === "transaction";
}

function set({ entries }: Keyspace, key: string, text: string, options: readonly string[]): Reply {
  const { nx, px } = optionsOf("set", options, { nx: 0, px: 1 });
  if (nx !== undefined && entries.exists(key)) return null;
  const [ttl] = px ?? [];
  entries.setText(key, text, ttl === undefined ? null : Number(ttl));
  return "OK";
}

/** Every key that is there from the first question to the last is found, as in Redis; `match` may be a start and `*`. */
function scan({ entries }: Keyspace, cursor: number, options: readonly string[]): Reply {
  const { match, count } = optionsOf("scan", options, { match: 1, count: 1 });
  const [pattern = "*"] = match ?? [];
  if (!/^[\w:-]*\*$/.test(pattern)) {
    throw new CommandError(`ERR The embedded store does not know the pattern "${pattern}"`);
  }
  const { next, keys } = entries.keysAfter(cursor, Number(count?.[0] ?? 10));
  return [String(next), keys.filter((key) => key.startsWith(pattern.slice(0, -1)))];
}

function range(
  { sets }: Keyspace,
  key: string,
  start: string,
  stop: string,
  options: readonly string[],
): Reply {
  if (!options.some((option) => option.toLowerCase() === "byscore")) {
    const { rev, withscores } = optionsOf("zrange", options, { rev: 0, withscores: 0 });
    const members = sets.range(key, Number(start), Number(stop), rev !== undefined);
    if (withscores === undefined) return members;
    const scores = sets.scores(key, members);
    return members.flatMap((member) => [member, String(scores.get(member))]);
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

export interface EmbeddedClient extends RedisClient {
  close(): void;
}

/** After this many requests the room of what ran out is given back. */
const CLEAR_EVERY = 500;

/**
 * Redis in a file instead of behind a network: its commands run in this process, on `node:sqlite`. Any number of processes may
 * open the same file.
 * @param file made, with its folder, if it is not there.
 * @param clock what lifetimes are measured with.
 */
export function createEmbeddedClient(file: string, clock: () => Millis = Date.now): EmbeddedClient {
  const sql = openDatabase(file, makeTables);
  const keyspace = createKeyspace(sql, clock);
  const runCommand = createCommands(sql, keyspace);
  const inGroup = createGroup(sql);
  let requests = 0;
  clearExpired();

  /** It can wait: what ran out is not found any more, cleared away or not. */
  function clearExpired(): void {
    try {
      keyspace.entries.clearExpired();
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
  }

  /** As Redis does: a command that is refused doesn't keep the next ones from being run. */
  async function runEach(commands: readonly Command[]): Promise<Reply[]> {
    requests += 1;
    if (requests % CLEAR_EVERY === 0) clearExpired();
    const refused: CommandError[] = [];
    const replies: Reply[] = [];
    for (const command of commands) {
      try {
        const words = command.map(String);
        const work = (): Reply => runCommand(words);
        replies.push(await (writes(words) ? inGroup(work) : whenFree(work)));
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        refused.push(error);
        replies.push(null);
      }
    }
    if (refused[0] !== undefined) throw refused[0];
    return replies;
  }

  return {
    locking: "server",
    run: async (command) => (await runEach([command]))[0],
    runAll: runEach,
    close: sql.close,
  };
}
