import { chmodSync, closeSync, existsSync, lstatSync, mkdirSync, openSync } from "node:fs";
import { homedir } from "node:os";
import { resolve, sep } from "node:path";

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;
/** Everybody may put files into such a folder (`/tmp`): it is nobody's own. */
const STICKY = 0o1000;
/** What SQLite keeps beside a database while it works, with the mode of the database. */
const COMPANIONS = ["", "-wal", "-shm", "-journal"];

/** Makes a folder that only its owner may enter. One that was there before is closed to others, unless others need it. */
export function ownFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
  if (isOursAlone(folder)) chmodSync(folder, OWNER_ONLY_FOLDER);
}

/**
 * Makes a file that only its owner may read, empty if it was not there, and closes to others what an earlier start left
 * open: the file itself and what SQLite keeps beside it.
 */
export function ownFile(file: string): void {
  closeSync(openSync(file, "a", OWNER_ONLY_FILE));
  for (const companion of COMPANIONS) {
    if (existsSync(file + companion)) chmodSync(file + companion, OWNER_ONLY_FILE);
  }
}

/** Not somebody else's folder, nor one above the home folder or the project, where more than our files are kept. */
function isOursAlone(folder: string): boolean {
  const { mode, uid } = lstatSync(folder);
  const holds = (place: string): boolean => (resolve(place) + sep).startsWith(resolve(folder) + sep);
  const isOurs = process.getuid === undefined || process.getuid() === uid;
  return isOurs && (mode & STICKY) === 0 && !holds(homedir()) && !holds(process.cwd());
}
