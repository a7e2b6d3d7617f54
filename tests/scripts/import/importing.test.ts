import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readAliases } from "../../../scripts/aliases.ts";
import { importTexts, report, type Imported } from "../../../scripts/import-texts.ts";
import { ROOT, smallSite, TODAY } from "../small-site.ts";
import { tempFolder } from "../temp-folder.ts";

const EXPORTS = join(ROOT, "tests/scripts/import/exports");

function imported(
  kind: string,
  name: string,
  root = smallSite(),
  withEmails = false,
): Imported & { root: string } {
  return { root, ...importTexts(root, kind, join(EXPORTS, name), { today: TODAY, withEmails }) };
}

function draft({ root }: { readonly root: string }, slug: string): string {
  return readFileSync(join(root, "content/articles", `${slug}.mdx`), "utf8");
}

const told = ({ leftOut }: Imported): string =>
  leftOut.map(({ where, what }) => `${where}: ${what}`).join("\n");

describe("npm run importar -- wordpress", () => {
  test("drafts with author, day, topics and old addresses, and nothing to mend before they are built", () => {
    const result = imported("wordpress", "wordpress.xml");
    expect(result.files).toEqual(["content/articles/escuchar-antes.mdx", "content/articles/responder.mdx"]);
    expect(result.faults).toEqual([]);
    expect(draft(result, "escuchar-antes")).toBe(`---
title: Escuchar antes de publicar
description: Antes de abrir la boca, una semana de escuchar. Se apunta quién habla, de qué y a qué hora {así}. La hoja Sigue en cómo se responde y en una guía.
publishedAt: 2014-05-12
author: equipo
topics:
  - conversacion
aliases:
  - /2014/05/escuchar-antes/
  - /?p=12
draft: true
---

Antes de abrir la boca, **una semana** de escuchar. Se apunta quién habla, de qué y a qué hora \\{así\\}.

## Qué se apunta

- Quién lo dice.
- Dónde & cuándo, si \\< 10 minutos.

*(Aquí iba una imagen: La hoja de escucha)*

La hoja

Sigue en [cómo se responde](/articulos/responder/) y en [una guía](https://otra.example/guia).
`);
    expect(draft(result, "responder")).toContain(
      "description: Una respuesta a tiempo vale más que tres perfectas.\n",
    );
    expect(draft(result, "responder")).toContain("&#101;xport no es una orden");
  });

  test("what was left out is told, with why", () => {
    const words = told(imported("wordpress", "wordpress.xml"));
    for (const one of [
      "Notas privadas: era privado",
      "hoja.png: es un archivo subido",
      "comentario en «Escuchar antes de publicar»: era spam",
      "es un aviso de otra web (pingback)",
      "imagen https://blog.example/wp-content/uploads/hoja.png",
      '[gallery ids="1,2,3"]: se ha quitado',
      "«trucos»: no hay un tema que se llame así",
      "«invitada»: no hay una firma que se llame así",
      "Responder: <script>: se ha quitado",
      "<iframe> https://www.youtube.com/embed/abc",
    ]) {
      expect(words).toContain(one);
    }
  });

  test("comments keep whom they answer and when; addresses come only when asked for, network addresses never", () => {
    const { comments } = imported("wordpress", "wordpress.xml");
    const [first, second, ...others] = comments;
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      article: "escuchar-antes",
      parent: null,
      name: "Lectora",
      email: "",
      writtenAt: Date.UTC(2014, 4, 13, 8),
      text: "Yo lo hago *con papel*.\n\nY funciona.",
    });
    expect(second).toMatchObject({ parent: first?.id, name: "Equipo" });
    expect(JSON.stringify(comments)).not.toMatch(/198\.51|@/);
    const withEmails = imported("wordpress", "wordpress.xml", smallSite(), true).comments;
    expect(withEmails.map(({ email }) => email)).toEqual([
      "lectora@correo.example",
      "redaccion@blog.example",
    ]);
    expect(JSON.stringify(withEmails)).not.toContain("198.51");
    expect(withEmails.map(({ id }) => id)).toEqual(comments.map(({ id }) => id));
  });

  test("a second time nothing is written over", () => {
    const { root } = imported("wordpress", "wordpress.xml");
    writeFileSync(join(root, "content/articles/responder.mdx"), "mío");
    rmSync(join(root, "content/articles/responder.mdx"));
    const again = imported("wordpress", "wordpress.xml", root);
    expect(again.files).toEqual(["content/articles/responder.mdx"]);
    expect(told(again)).toContain("ya hay un content/articles/escuchar-antes.mdx");
  });

  test("once published, the old addresses lead to it", () => {
    const { root } = imported("wordpress", "wordpress.xml");
    const file = join(root, "content/articles/responder.mdx");
    writeFileSync(file, readFileSync(file, "utf8").replace("draft: true\n", ""));
    expect(readAliases(join(root, "content"), TODAY)["/2014/06/responder/"]?.destination).toBe(
      "/articulos/responder/",
    );
  });
});

describe("npm run importar -- blogger", () => {
  test("as it was exported until 2024", () => {
    const result = imported("blogger", "blogger-2014.xml");
    expect(result.faults).toEqual([]);
    const text = draft(result, "medir-poco");
    // In Madrid it was the next day.
    expect(text).toContain("publishedAt: 2014-05-13\n");
    expect(text).toContain("aliases:\n  - /2014/05/medir-poco.html\n");
    expect(text).toContain("topics:\n  - metricas\n");
    expect(text).toContain(
      "Tres números bastan. **Uno** para saber si llega, otro para saber si importa.\n\n",
    );
    expect(text).toContain("\n\nEl tercero, para saber si vuelve.\n");
    const [first, second] = result.comments;
    expect(first).toMatchObject({ name: "Anónimo", email: "", parent: null, text: "¿Y si son cuatro?" });
    expect(second).toMatchObject({ parent: first?.id });
  });

  test("as Takeout exports it since", () => {
    const result = imported("blogger", "blogger-2024.xml");
    expect(result.faults).toEqual([]);
    expect(draft(result, "una-errata")).toContain("aliases:\n  - /2024/02/una-errata.html\n");
    expect(result.comments.map(({ name }) => name)).toEqual(["Lectora"]);
    expect(told(result)).toContain("no estaba publicado (SPAM_COMMENT)");
  });
});

describe("npm run importar -- markdown", () => {
  test("takes the names that the usual programs give to things", () => {
    const result = imported("markdown", "markdown");
    expect(result.faults).toEqual([]);
    const text = draft(result, "el-calendario");
    expect(text).toContain("publishedAt: 2014-07-01\n");
    expect(text).toContain("topics:\n  - contenidos\n");
    expect(text).toContain("aliases:\n  - /2014/07/el-calendario.html\n");
    expect(text).toContain("uno \\{\\{ perfecto \\}\\}. Empieza por *una* casilla");
    expect(text).toContain("## Lo primero\n\n1. Una casilla.\n2. Otra, si sobra tiempo.");
    expect(text).toContain("Y \\`\\{código\\}\\` también.");
    expect(text).not.toContain("onclick");
    const other = draft(result, "borrador");
    expect(other).toContain(`publishedAt: ${TODAY}\n`);
    expect(other).toContain("aliases:\n  - /ideas/una/\n");
  });

  test("a link within the folder is not followed", () => {
    const folder = tempFolder({ "a.md": "---\ntitle: Uno de verdad\n---\n\nUn texto.\n" });
    const secret = tempFolder({ "s.md": "---\ntitle: Secreto\n---\n\nSecreto.\n" });
    symlinkSync(join(secret, "s.md"), join(folder, "s.md"));
    symlinkSync(secret, join(folder, "below"));
    const result = importTexts(smallSite(), "markdown", folder, { today: TODAY });
    expect(result.files).toEqual(["content/articles/a.mdx"]);
  });
});

describe("what is written", () => {
  test("stays in content/articles, whatever an export calls itself", () => {
    const root = smallSite();
    const before = readdirSync(root, { recursive: true }).length;
    const folder = tempFolder({
      "a.md": "---\ntitle: Uno\nslug: ../../../public/malo\n---\n\nUn texto.\n",
      "b.md": "---\ntitle: Dos\nslug: /etc/passwd\n---\n\nUn texto.\n",
      "c.md":
        '---\ntitle: Tres\nslug: "%2e%2e%2fmalo"\naliases: ["/../x", "//otra.example/y", "/articulos/una-polemica/"]\n---\n\nUn texto.\n',
    });
    const { files } = importTexts(root, "markdown", folder, { today: TODAY });
    expect(files.every((file) => /^content\/articles\/[a-z0-9-]+\.mdx$/.test(file))).toBe(true);
    expect(readdirSync(root, { recursive: true })).toHaveLength(before + files.length);
    expect(draft({ root }, "malo")).not.toContain("una-polemica");
  });

  test("not through a folder that leads elsewhere", () => {
    const root = smallSite();
    const elsewhere = tempFolder();
    rmSync(join(root, "content/articles"), { recursive: true });
    symlinkSync(elsewhere, join(root, "content/articles"));
    expect(() => imported("wordpress", "wordpress.xml", root)).toThrow("es un enlace");
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test("the report says what came, what didn't and what to do", () => {
    const words = report(imported("wordpress", "wordpress.xml"), "c.jsonl");
    expect(words).toMatch(/^Escrito: content\/articles\/escuchar-antes\.mdx\n/);
    expect(words).toContain("Comentarios: 2, en c.jsonl.");
    expect(words).toContain("- Notas privadas: era privado\n");
    expect(words).toContain("npm run data:import -- c.jsonl");
  });
});
