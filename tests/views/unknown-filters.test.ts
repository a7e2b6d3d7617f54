import { expect, test } from "vitest";
import { unknownFilters } from "../../src/views/board-filters.ts";

test.each([
  ["categoria=nada&lugar=marte", ["categoria", "lugar"]],
  ["lugar=madrid&lugar=marte", ["lugar"]],
  ["lugar=madrid&lugar=soria&cerca=si", []],
  ["lugar=madrid&cerca=no", ["cerca"]],
  ["recompensa=oro&propuestas=quizas&orden=azar", ["recompensa", "propuestas", "orden"]],
  ["categoria=&lugar=madrid&orden=nuevos&propuestas=con&utm_source=x&q=marte", []],
])("%s", (query, names) => {
  expect(unknownFilters(new URLSearchParams(query))).toEqual(names);
});
