import type { Millis } from "../domain/time.ts";
import { isBusy, whenFree } from "../files/busy.ts";
import type { Command, RedisClient } from "./client.ts";
import { createCommands } from "./embedded-commands.ts";
import { openDatabase } from "./embedded-database.ts";
import { CommandError } from "./embedded-entries.ts";
import { createKeyspace, type Reply } from "./embedded-keyspace.ts";

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
  const sql = openDatabase(file);
  const keyspace = createKeyspace(sql, clock);
  const runCommand = createCommands(sql, keyspace);
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
        replies.push(await whenFree(() => runCommand(command.map(String))));
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
