import type { Millis } from "../domain/time.ts";
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
  keyspace.entries.clearExpired();

  /** As Redis does: a command that is refused doesn't keep the next ones from being run. */
  function runEach(commands: readonly Command[]): Reply[] {
    requests += 1;
    if (requests % CLEAR_EVERY === 0) keyspace.entries.clearExpired();
    const refused: CommandError[] = [];
    const replies = commands.map((command) => {
      try {
        return runCommand(command.map(String));
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        refused.push(error);
        return null;
      }
    });
    if (refused[0] !== undefined) throw refused[0];
    return replies;
  }

  return {
    locking: "server",
    // A failure is the answer's, not the caller's.
    run: (command) => Promise.resolve().then(() => runEach([command])[0]),
    runAll: (commands) => Promise.resolve().then(() => runEach(commands)),
    close: sql.close,
  };
}
