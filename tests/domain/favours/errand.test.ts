import { describe, expect, it, test } from "vitest";
import { ALL_ERRANDS as ALL, ERRANDS } from "../../../src/copy/errands.ts";
import { similarErrands } from "../../../src/domain/favours/errand.ts";
import { CATEGORIES } from "../../../src/domain/records/category.ts";

describe("the examples of the categories", () => {
  test.each(CATEGORIES)("%s has one to six, each once", (category) => {
    expect(ERRANDS[category].length).toBeGreaterThanOrEqual(1);
    expect(ERRANDS[category].length).toBeLessThanOrEqual(6);
    expect(ALL.filter(({ text }) => ERRANDS[category].includes(text))).toHaveLength(ERRANDS[category].length);
  });

  test.each([
    ["Regar mis plantas en agosto", "decoracion"],
    ["Una mano con la mudanza", "transporte"],
    ["MUDANZAS", "transporte"],
    ["Cortar el césped del jardin", "decoracion"],
    ["Traerme la compra del súper", "transporte"],
    ["Que alguien mire mi ordenador", "diseno-web"],
    ["Móvil nuevo: pasar los contactos", "diseno-web"],
    ["Arreglos en el baño", "decoracion"],
    ["Pasear a mi perra por las mañanas", "mascotas"],
    ["Pedir cita previa en el SEPE", "soporte-administrativo"],
    ["Llevar a mi padre al médico", "cuidado-personas"],
    ["Coser la cremallera de un abrigo", "belleza"],
  ])("«%s» is offered %s", (title, category) => {
    expect(similarErrands(title, ALL, 3).map((errand) => errand.category)).toContain(category);
  });

  it("offers nothing for what says nothing", () => {
    for (const text of ["", "Ayuda", "para hacer algo en casa", "xyzzy"]) {
      expect(similarErrands(text, ALL, 3), text).toEqual([]);
    }
  });

  it("offers each category once, and no more than asked for", () => {
    const found = similarErrands("perro gato boda mudanza plantas ordenador", ALL, 3);
    expect(new Set(found.map(({ category }) => category)).size).toBe(3);
  });
});
