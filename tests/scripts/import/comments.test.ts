import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { asComments, readComments, writeComments } from "../../../scripts/import/comments-file.ts";
import type { ForeignComment } from "../../../scripts/import/foreign.ts";
import { COMMENT_MAX_LENGTH } from "../../../src/domain/kernel/limits.ts";
import { createStore } from "../../../src/store/store.ts";
import { createEmbeddedClient } from "../../../src/store/sqlite/embedded.ts";
import { ROOT } from "../small-site.ts";
import { tempFolder } from "../temp-folder.ts";

const FIRST: ForeignComment = {
  id: "1",
  text: "12",
  parent: null,
  name: "Lectora",
  email: "lectora@correo.example",
  writtenAt: Date.UTC(2014, 4, 13),
  html: "Hola, <b>buenas</b>.",
};
const SECOND: ForeignComment = { ...FIRST, id: "2", parent: "1", name: "", writtenAt: FIRST.writtenAt + 1 };
const THIRD: ForeignComment = { ...FIRST, id: "3", parent: "2", writtenAt: FIRST.writtenAt + 2 };
const SLUGS = new Map([["12", "las-cinco-funciones-de-un-community-manager"]]);

const of = (...comments: readonly ForeignComment[]) => asComments(comments, SLUGS, { withEmails: false });

async function run(env: Record<string, string>, ...args: readonly string[]) {
  const command = ["--disable-warning=ExperimentalWarning", join(ROOT, "scripts/data.ts"), ...args];
  const child = spawn(process.execPath, command, { env: { PATH: process.env["PATH"], ...env } });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += String(part)));
  await once(child, "close");
  return output;
}

describe("comments of another site", () => {
  test("what can't come is told", () => {
    const { comments, leftOut } = of(
      { ...FIRST, text: "13" },
      { ...FIRST, id: "4", html: "<script>x</script>" },
      { ...FIRST, id: "5", html: "a".repeat(COMMENT_MAX_LENGTH + 1) },
      { ...FIRST, id: "6", parent: "99" },
    );
    expect(comments).toMatchObject([{ parent: null }]);
    expect(leftOut.map(({ what }) => what)).toEqual([
      "su entrada no se ha traído",
      "<script>: se ha quitado",
      "no tiene texto",
      `pasa de ${COMMENT_MAX_LENGTH} letras`,
      "contestaba a otro que no se ha traído: queda suelto",
    ]);
  });

  test("come into a store that has others, under whom they answer, as old as they are, and only once", async () => {
    const folder = tempFolder();
    const file = join(folder, "c.jsonl");
    await writeComments(file, of(THIRD, SECOND, FIRST).comments);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(file, "utf8")).not.toContain("@");
    expect(await readComments(file)).toHaveLength(3);
    await expect(writeComments(file, [])).rejects.toThrow("EEXIST");

    const DATA_DIR = join(folder, "data");
    const env = { DATA_DIR, SECRET_KEY: "a secret for tests" };
    expect(await run(env, "import", file)).toContain("Añadidos 3 comentarios de 3.");
    expect(await run(env, "import", file)).toContain("Añadidos 0 comentarios de 3.");
    expect(existsSync(join(DATA_DIR, "store.sqlite"))).toBe(true);
    const client = createEmbeddedClient(join(DATA_DIR, "store.sqlite"));
    const store = createStore(client, "embedded");
    const article = SLUGS.get("12") ?? "";
    const { branches } = await store.thread(article, { order: "oldest", page: 1 });
    expect(branches).toHaveLength(1);
    const [branch] = branches;
    expect(branch?.root).toMatchObject({ text: "Hola, **buenas**.", publishedAt: FIRST.writtenAt });
    expect(branch?.replies.map(({ writer, parent }) => [writer.name, parent])).toEqual([
      ["Anónimo", branch?.root.id],
      ["Lectora", branch?.replies[0]?.id],
    ]);
    expect(await store.commentCounts([article])).toEqual([3]);
  }, 60_000);

  test("a line that isn't understood stops everything before anything is written", async () => {
    const folder = tempFolder({ "c.jsonl": '{"makethejobs":"comments","format":1}\n{"id":"x"}\n' });
    const env = { DATA_DIR: join(folder, "data"), SECRET_KEY: "a secret for tests" };
    expect(await run(env, "import", join(folder, "c.jsonl"))).toContain("La línea 2 no se entiende.");
  }, 30_000);
});
