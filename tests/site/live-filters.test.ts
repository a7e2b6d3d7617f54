import { describe, expect, test } from "vitest";
import { boardHref, boardQuery } from "../../src/views/board-filters.ts";
import { replyTarget, threadHref, threadQuery } from "../../src/views/thread-filters.ts";

const board = (search: string) => boardQuery(new URLSearchParams(search));

describe("the address of a board", () => {
  test("without filters is the whole board, newest first", () => {
    expect(board("")).toEqual({ order: "newest", page: 1 });
    expect(boardHref(board(""))).toBe("/favores/");
  });

  test.each([
    "categoria=mascotas",
    "lugar=a-coruna",
    "lugar=madrid&lugar=toledo",
    "lugar=madrid&lugar=toledo&cerca=si",
    "recompensa=money",
    "propuestas=con",
    "propuestas=sin",
    "q=perro+grande",
    "orden=terminan",
    "orden=recompensa",
    "pagina=3",
    "categoria=otra&lugar=remoto&recompensa=open&propuestas=sin&q=%C3%B1u&orden=terminan&pagina=2",
  ])("%s comes back the same", (search) => {
    expect(boardHref(board(search))).toBe(`/favores/?${search}`);
  });

  test.each([
    "categoria=coches",
    "lugar=narnia",
    "recompensa=oro",
    "propuestas=quizas",
    "orden=constructor",
    "orden=nuevos",
    "pagina=0",
    "pagina=-1",
    "pagina=1e3",
    "pagina=dos",
    "q=+++",
    "utm_source=boletin",
  ])("%s asks for nothing that anybody knows, and shows the whole board", (search) => {
    expect(boardHref(board(search))).toBe("/favores/");
  });

  test("the same places have one address, however they were typed", () => {
    expect(boardHref(board("lugar=toledo&lugar=&lugar=madrid&lugar=toledo&lugar=marte&cerca=si"))).toBe(
      "/favores/?lugar=madrid&lugar=toledo&cerca=si",
    );
    expect(boardHref(board("lugar=&cerca=si"))).toBe("/favores/");
  });

  test("a search is cut where nobody types any more, never inside a character", () => {
    expect(board(`q=${"🎹".repeat(300)}`).text).toBe("🎹".repeat(100));
  });
});

describe("the address of a thread", () => {
  const id = "abcdefghij234567abcd";

  test.each(["", "?orden=nuevos", "?pagina=2", "?orden=nuevos&pagina=2", `?rama=${id}`])(
    "%s comes back the same",
    (search) => {
      expect(threadHref("un-articulo", threadQuery(new URLSearchParams(search)))).toBe(
        `/articulos/un-articulo/comentarios/${search}`,
      );
    },
  );

  test("an id that can't be one is not asked for", () => {
    expect(threadQuery(new URLSearchParams("rama=../../x")).branch).toBeUndefined();
    expect(replyTarget(new URLSearchParams("responder=<script>"))).toBeNull();
    expect(replyTarget(new URLSearchParams(`responder=${id}`))).toBe(id);
  });
});
