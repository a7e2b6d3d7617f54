import { expect, it } from "vitest";
import { HOUR } from "../../src/domain/kernel/time.ts";
import { idsOf, money, storeWith } from "../support/builders/board-of.ts";
import { idOf, job, NOW } from "../support/builders/records.ts";
import { describeOnBoth } from "../support/host/transports.ts";

/** One or two of each region of several provinces, and one of none. */
const SOME_PLACES = [
  "sevilla",
  "jaen",
  "alicante",
  "valencia",
  "girona",
  "ciudad-real",
  "leon",
  "bizkaia",
  "a-coruna",
  "huesca",
  "badajoz",
  "madrid",
] as const;

describeOnBoth("free text on the board", (transport) => {
  const walk = job({ id: idOf(1), publishedAt: NOW - 3 * HOUR });
  const paint = job({
    id: idOf(2),
    title: "Pintar el salón de mi abuela",
    description:
      "Es un salón pequeño de Getafe. Tengo la pintura y los rodillos. Mi correo es marta@ejemplo.es",
    category: "decoracion",
    town: "Getafe",
    publishedAt: NOW - 2 * HOUR,
    reward: money(5000),
  });
  const dogs = job({
    id: idOf(3),
    title: "Cuidar dos perros un fin de semana",
    description: "Son muy buenos. Les encantan los paseos largos por la montaña.",
    place: "segovia",
    publishedAt: NOW - HOUR,
    reward: money(3000),
  });
  const jobs = [walk, paint, dogs];

  it.each([
    ["perro", [dogs.id, walk.id]],
    ["PERRAS", [dogs.id, walk.id]],
    ["paseo", [dogs.id, walk.id]],
    ["salon", [paint.id]],
    ["salón de la abuela", [paint.id]],
    ["pintar Getafe", [paint.id]],
    ["segovia", [dogs.id]],
    ["decoración", [paint.id]],
    ["paseo montaña", [dogs.id]],
    ["paseo salón", []],
    ["submarino", []],
    ["de la", []],
    ["   ", [dogs.id, paint.id, walk.id]],
    ["ejemplo", []],
  ])("%j", async (text, expected) => {
    const store = await storeWith(transport.freshStore, jobs);
    const page = await store.board({ order: "newest", text, page: 1 }, NOW);
    expect(page.jobs.map(({ job: { id } }) => id)).toEqual(expected);
    expect(page.total).toBe(expected.length);
  });

  it.each([
    ["bizkaia", ["Vizcaya", "Bizkaia", "VIZCAYA", "Biscaia"]],
    ["gipuzkoa", ["Guipúzcoa", "guipuzcoa", "Gipuzkoa"]],
    ["alava", ["Álava", "Araba", "Araba/Álava"]],
    ["navarra", ["Nafarroa", "Comunidad Foral de Navarra"]],
    ["girona", ["Gerona", "Girona"]],
    ["lleida", ["Lérida", "lerida", "Lleida"]],
    ["ourense", ["Orense", "Ourense"]],
    ["a-coruna", ["La Coruña", "A Coruña", "coruna"]],
    ["illes-balears", ["Islas Baleares", "Illes Balears", "Baleares", "balears"]],
    ["alicante", ["Alacant", "Alicante/Alacant"]],
    ["castellon", ["Castelló", "Castellón"]],
    ["valencia", ["València"]],
    ["las-palmas", ["Gran Canaria", "Las Palmas", "Islas Canarias", "canarias"]],
    ["asturias", ["Asturies", "Principado de Asturias"]],
    ["santa-cruz-de-tenerife", ["Sta. Cruz de Tenerife", "Santa Cruz de Tenerife", "Tenerife", "Canarias"]],
    ["la-rioja", ["Rioja", "La Rioja"]],
    ["jaen", ["Jaén", "jaen"]],
  ] as const)("%s is found by each of its names, and so is who writes another one", async (place, names) => {
    const there = job({ id: idOf(1), place, town: null, publishedAt: NOW });
    const elsewhere = job({ id: idOf(2), title: "Una mudanza", place: "soria", publishedAt: NOW - HOUR });
    const store = await storeWith(transport.freshStore, [there, elsewhere]);
    for (const text of names) expect(await idsOf(store, { text }), text).toEqual([there.id]);
  });

  it("finds a province by any name wherever it is written", async () => {
    const written = job({ id: idOf(1), title: "Mudanza a Vizcaya", place: "soria", publishedAt: NOW - HOUR });
    const there = job({ id: idOf(2), title: "Mudanza de piso", place: "bizkaia", publishedAt: NOW });
    const store = await storeWith(transport.freshStore, [written, there]);
    for (const text of ["vizcaya", "bizkaia", "mudanza vizcaya", "Bizkaia mudanzas"]) {
      expect(await idsOf(store, { text }), text).toEqual([there.id, written.id]);
    }
  });

  it.each([
    ["Andalucía", ["sevilla", "jaen"]],
    ["Comunidad Valenciana", ["alicante", "valencia"]],
    ["comunitat valenciana", ["alicante", "valencia"]],
    ["Cataluña", ["girona"]],
    ["Catalunya", ["girona"]],
    ["Castilla-La Mancha", ["ciudad-real"]],
    ["Castilla y León", ["leon"]],
    ["País Vasco", ["bizkaia"]],
    ["Euskadi", ["bizkaia"]],
    ["Galicia", ["a-coruna"]],
    ["mudanza en Aragón", ["huesca"]],
    ["Extremadura", ["badajoz"]],
  ] as const)("%s: a region is all its provinces", async (text, expected) => {
    const all = SOME_PLACES.map((place, n) =>
      job({ id: idOf(n), title: "Una mudanza", place: place, town: null, publishedAt: NOW - n * HOUR }),
    );
    const store = await storeWith(transport.freshStore, all);
    expect(await idsOf(store, { text })).toEqual(expected.map((place) => idOf(SOME_PLACES.indexOf(place))));
  });

  it("finds a region by its name wherever it is written", async () => {
    const written = job({ id: idOf(1), title: "Fotos de un viaje a Galicia", place: "soria" });
    const store = await storeWith(transport.freshStore, [written, job({ id: idOf(2), place: "lugo" })]);
    expect(await idsOf(store, { text: "fotos galicia" })).toEqual([written.id]);
    expect((await idsOf(store, { text: "galicia" })).toSorted()).toEqual([idOf(1), idOf(2)]);
  });

  it.each([
    ["gipuzkoa", "San Sebastián"],
    ["alava", "Vitoria"],
    ["navarra", "Pamplona"],
    ["la-rioja", "Logroño"],
    ["cantabria", "Santander"],
    ["asturias", "Oviedo"],
    ["illes-balears", "Palma de Mallorca"],
  ] as const)("%s is not another name of %s, which is a town", async (place, town) => {
    const there = job({ id: idOf(1), place, town, publishedAt: NOW });
    const nearby = job({ id: idOf(2), place, town: null, publishedAt: NOW - HOUR });
    const store = await storeWith(transport.freshStore, [there, nearby]);
    expect(await idsOf(store, { text: town })).toEqual([there.id]);
  });

  it.each([
    ["San Sebastián", ["Donostia", "san sebastian", "Donostia / San Sebastián", "mudanza Donostia"]],
    ["Donostia", ["San Sebastián", "Donostia-San Sebastián"]],
    ["Vitoria", ["Gasteiz", "Vitoria-Gasteiz"]],
    ["Bilbo", ["Bilbao"]],
    ["Palma", ["Palma de Mallorca", "palma"]],
    ["Palma de Mallorca", ["Palma"]],
    ["Iruña", ["Pamplona", "Iruñea", "Pamplona/Iruña"]],
    ["Gijón", ["Xixón"]],
    ["Elx", ["Elche"]],
    ["Sant Cugat", ["San Cugat"]],
    ["Mahón", ["Maó"]],
  ] as const)("who writes %s is found by each name of that town", async (town, names) => {
    const isPalma = town.startsWith("Palma");
    const there = job({
      id: idOf(1),
      title: "Una mudanza",
      place: isPalma ? "illes-balears" : "remoto",
      town,
    });
    const other = job({ id: idOf(2), title: "Una mudanza", place: "soria", town: "Ágreda" });
    const store = await storeWith(transport.freshStore, [there, other]);
    for (const text of names) expect(await idsOf(store, { text }), text).toEqual([there.id]);
  });

  it.each([
    ["Palma", 1],
    ["palma", 1],
    ["Las Palmas", 2],
    ["La Palma", 3],
    ["Palma del Río", 4],
  ])("%s is not looked for in the other places that are called so", async (text, found) => {
    const store = await storeWith(transport.freshStore, [
      job({ id: idOf(1), place: "illes-balears", town: "Palma" }),
      job({ id: idOf(2), place: "las-palmas", town: null }),
      job({ id: idOf(3), place: "santa-cruz-de-tenerife", town: "Los Llanos, La Palma" }),
      job({ id: idOf(4), place: "cordoba", town: "Palma del Río" }),
    ]);
    expect(await idsOf(store, { text })).toEqual([idOf(found)]);
  });

  it("Palma de Mallorca is neither in Córdoba nor in the Canary Islands", async () => {
    const store = await storeWith(transport.freshStore, [
      job({ id: idOf(1), place: "cordoba", town: "Palma del Río" }),
      job({ id: idOf(2), place: "las-palmas", town: null }),
    ]);
    expect(await idsOf(store, { text: "Palma de Mallorca" })).toEqual([]);
  });

  it("finds short plurals", async () => {
    const store = await storeWith(transport.freshStore, [
      job({ id: idOf(1), title: "Arreglar dos PCs viejos" }),
    ]);
    for (const text of ["PC", "PCs", "pcs"]) expect(await idsOf(store, { text }), text).toEqual([idOf(1)]);
  });

  it("goes with filters and the other orders", async () => {
    const store = await storeWith(transport.freshStore, jobs);
    expect(await idsOf(store, { text: "perro", places: ["madrid"] })).toEqual([walk.id]);
    expect(await idsOf(store, { text: "perro", places: ["toledo"] })).toEqual([]);
    expect(await idsOf(store, { text: "perro", order: "reward" })).toEqual([dogs.id, walk.id]);
    expect(await idsOf(store, { text: "perro", order: "ending" })).toEqual([walk.id, dogs.id]);
  });

  it("has pages", async () => {
    const many = Array.from({ length: 25 }, (_, n) => job({ id: idOf(n), publishedAt: NOW - n * HOUR }));
    const store = await storeWith(transport.freshStore, many);
    const second = await store.board({ order: "newest", text: "perra", page: 2 }, NOW);
    expect(second).toMatchObject({ total: 25, page: 2, pages: 2 });
    expect(second.jobs.map(({ job: { id } }) => id)).toEqual(many.slice(20).map(({ id }) => id));
  });
});
