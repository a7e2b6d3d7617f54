import { expect, it } from "vitest";
import { stemsOfJob, stemsOfQuery } from "../../src/store/words.ts";
import { job } from "../support/builders/records.ts";

it.each([
  ["paseo", "paseos", "pasear"],
  ["perro", "perra", "perros", "PERRAS"],
  ["inglés", "ingleses", "inglesa"],
  ["luz", "luces"],
  ["mujer", "mujeres"],
  ["taller", "talleres"],
  ["hogar", "hogares"],
  ["cuidar", "cuida", "cuidas"],
  ["limpiar", "limpia"],
  ["ordenador", "ordenadores"],
  ["jardín", "jardines", "jardin"],
])("%s is found by its other forms", (...words) => {
  expect(new Set(words.flatMap(stemsOfQuery)).size).toBe(1);
});

it.each([
  ["perro", "pera"],
  ["clase", "claro"],
  ["piano", "pintar"],
  ["mudanza", "muda"],
])("%s is not found by %s", (one, another) => {
  expect(stemsOfQuery(one)).not.toEqual(stemsOfQuery(another));
});

it("asks for at most eight words, and for none of those that say nothing", () => {
  expect(stemsOfQuery("de la que por con un")).toEqual([]);
  expect(stemsOfQuery("uno dos tres cuatro cinco seis siete ocho nueve diez")).toHaveLength(8);
});

it("finds nobody by contact details, which the page doesn't show", () => {
  const secret = job({ description: "Escríbeme a marta@gmail.com o llámame al 612 345 678, por favor" });
  const stems = stemsOfJob(secret);
  for (const word of ["marta", "gmail", "612", "345", "678"]) {
    expect(stems).not.toEqual(expect.arrayContaining(stemsOfQuery(word)));
  }
  expect(stems).toEqual(expect.arrayContaining(stemsOfQuery("llámame favor")));
});
