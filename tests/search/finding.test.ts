import { describe, expect, test } from "vitest";
import { buildIndex } from "../../src/search/build-index.ts";
import { createSearch } from "../../src/search/engine.ts";
import { page, searchIn, titles } from "./small-site.ts";

describe("order", () => {
  test("title before heading before description before text", () => {
    const find = searchIn([
      page("Uno", { sections: [[null, "", "Aquí se habla de la floristería."]] }),
      page("Dos", { description: "Una floristería de barrio." }),
      page("Tres", {
        sections: [
          [null, "", ""],
          ["a", "La floristería", "Otra cosa."],
        ],
      }),
      page("Floristería"),
    ]);
    expect(titles(find("floristería"))).toEqual(["Floristería", "Tres", "Dos", "Uno"]);
  });

  test("everything asked for before a part of it, and the very title first", () => {
    const find = searchIn([
      page("Crisis"),
      page("Plan"),
      page("Plantilla de plan de crisis"),
      page("Plan de crisis"),
    ]);
    expect(titles(find("plan de crisis")).slice(0, 2)).toEqual([
      "Plan de crisis",
      "Plantilla de plan de crisis",
    ]);
  });

  test("small words tell questions apart", () => {
    const find = searchIn([page("¿Qué hace una gestora?"), page("¿Qué es una gestora?")]);
    expect(titles(find("qué es una gestora"))[0]).toBe("¿Qué es una gestora?");
    expect(titles(find("qué hace una gestora"))[0]).toBe("¿Qué hace una gestora?");
  });
});

describe("place", () => {
  const find = searchIn([
    page("Guía", {
      sections: [
        [null, "", "Para empezar."],
        ["fotos", "Fotos", "Encuadre y luz."],
        ["textos", "Textos", "Ortografía y tono."],
      ],
    }),
  ]);

  test("a hit leads to the section that has the words", () => {
    expect(find("ortografía")[0]).toMatchObject({ section: 2 });
    expect(find("encuadre luz")[0]).toMatchObject({ section: 1 });
  });

  test("what is in the title leads to the beginning", () => {
    expect(find("guía")[0]).toMatchObject({ section: 0 });
  });
});

describe("what was meant", () => {
  const find = searchIn(
    [
      page("Algoritmo"),
      page("Boletín"),
      page("Hashtag"),
      page("Escucha social"),
      page("Guía de estilo"),
      page("¿Puedo echarlo del grupo?"),
      page("¿Cómo reconozco una estafa?"),
    ],
    [
      { from: ["boletín", "newsletter"] },
      { from: ["escucha social", "social listening"] },
      { from: ["timo", "me quieren timar"], to: ["estafa"] },
    ],
  );

  test.each([
    ["without accents", "boletin", "Boletín"],
    ["a slip", "algortimo", "Algoritmo"],
    ["a slip at the start", "lgoritmo", "Algoritmo"],
    ["a beginning", "algor", "Algoritmo"],
    ["a beginning with a slip", "agloritm", "Algoritmo"],
    ["a synonym", "newsletter", "Boletín"],
    ["a synonym with a slip", "newsleter", "Boletín"],
    ["the beginning of a synonym", "newsl", "Boletín"],
    ["a synonym of several words", "social listening", "Escucha social"],
    ["a synonym one way", "timo", "¿Cómo reconozco una estafa?"],
    ["a whole question", "¿y qué puedo hacer si me quieren timar?", "¿Cómo reconozco una estafa?"],
    ["two words typed as one", "escuchasocial", "Escucha social"],
    ["one word typed as two", "hash tag", "Hashtag"],
    ["words typed as one", "guiadeestilo", "Guía de estilo"],
    ["spelled as it sounds", "voletin", "Boletín"],
    ["spelled as it sounds, in another form", "eskuchar", "Escucha social"],
    ["a short verb with a pronoun, without it", "echar del grupo", "¿Puedo echarlo del grupo?"],
    ["a pronoun glued to it", "¿cómo reconocerla, la estafa?", "¿Cómo reconozco una estafa?"],
  ])("%s: %s", (_, query, title) => {
    expect(titles(find(query))[0]).toBe(title);
  });

  test("another way of asking leads to its page, and shows on none", () => {
    const other = searchIn([
      page("¿Cuánto cuesta?", { alsoAsked: ["tengo que pagar por colgar un anuncio"] }),
      page("¿Puedo pagar con un favor?", { description: "Un anuncio puede ofrecer un favor a cambio." }),
    ]);
    const hits = other("¿hay que pagar por colgar anuncios?");
    expect(titles(hits)[0]).toBe("¿Cuánto cuesta?");
    expect(JSON.stringify(hits[0]?.page)).not.toContain("anuncio");
  });

  test("a synonym that goes one way does not come back", () => {
    const two = searchIn(
      [page("Instagram"), page("Red social")],
      [{ from: ["instagram"], to: ["red social"] }],
    );
    expect(titles(two("instagram"))).toEqual(["Instagram", "Red social"]);
    expect(titles(two("red social"))).toEqual(["Red social"]);
  });
});

describe("what is written nowhere", () => {
  const search = createSearch(
    buildIndex([page("Plan de crisis"), page("Hashtag"), page("Tono"), page("Spam"), page("Otra cosa")], []),
  );

  test("does not empty the result, and is told", () => {
    const { hits, without } = search.find("Metricool plan de crisis");
    expect(titles(hits)).toEqual(["Plan de crisis"]);
    expect(without).toEqual(["metricool"]);
    expect(search.find("plan de crisis").without).toEqual([]);
  });

  test("stays nothing when the rest names no page", () => {
    expect(search.find("croquetas xkcd hashtag").hits).toEqual([]);
    expect(search.find("croquetas caseras").without).toEqual([]);
  });

  test("a letter missing in a short name is found", () => {
    for (const typed of ["spm", "sam", "tno", "ton"]) expect(search.find(typed).hits, typed).toHaveLength(1);
  });

  test("what was nearly meant is asked about", () => {
    expect(search.find("sono").better).toBe("tono");
    expect(search.find("croquetas").better).toBeNull();
  });

  test("courtesy weighs nothing", () => {
    expect(
      titles(search.find("hola, por favor, me gustaría saber si merece la pena un plan de crisis").hits),
    ).toEqual(["Plan de crisis"]);
  });

  test("nor do the words of a chat", () => {
    for (const query of ["ola, xfa, tb un plan de crisis", "aver, porfa, xq hey tono", "kiero spam, grax"])
      expect(search.find(query).hits, query).toHaveLength(1);
  });

  test("a letter typed too early or too late in a long name", () => {
    expect(titles(search.find("hahsatg").hits)).toEqual(["Hashtag"]);
  });
});

describe("nothing", () => {
  const find = searchIn([
    page("Tono", { sections: [[null, "", "Una receta para hablar, de vez en cuando."]] }),
    page("¿Para qué sirve un plan?"),
    page("Año 2024"),
  ]);

  test.each([
    "",
    "   ",
    "¿?",
    "qué es",
    "¿para qué sirve?",
    "de la",
    "a",
    "asdfgh",
    "xkcd plugh",
    "receta de paella",
    "1234",
    "tomo",
  ])("«%s»", (query) => {
    expect(titles(find(query))).toEqual([]);
  });

  test("numbers are taken at their word", () => {
    expect(titles(find("2024"))).toEqual(["Año 2024"]);
    expect(titles(find("2025"))).toEqual([]);
    expect(titles(find("202"))).toEqual([]);
  });

  test("an endless query is answered all the same", () => {
    expect(find("tono ".repeat(10_000))).toHaveLength(1);
  });
});
