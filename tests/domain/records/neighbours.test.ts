import { describe, expect, it, test } from "vitest";
import { NEIGHBOURS, placesAround } from "../../../src/domain/records/neighbours.ts";
import { PLACES } from "../../../src/domain/records/place.ts";

describe("the neighbours of a province", () => {
  test.each(PLACES)("%s: each is the other's, none its own, and they stand in order", (place) => {
    const neighbours = NEIGHBOURS[place];
    expect(neighbours).not.toContain(place);
    for (const neighbour of neighbours) expect(NEIGHBOURS[neighbour], neighbour).toContain(place);
    expect(neighbours).toEqual(PLACES.filter((one) => neighbours.includes(one)));
  });

  it("only what has no border on land has none", () => {
    const alone = PLACES.filter((place) => NEIGHBOURS[place].length === 0);
    const islands = ["illes-balears", "las-palmas", "santa-cruz-de-tenerife"];
    expect(alone.toSorted()).toEqual(["remoto", "ceuta", "melilla", ...islands].toSorted());
  });

  it("leads from every province of the mainland to every other", () => {
    const reached = new Set<string>(["madrid"]);
    for (const place of reached) {
      for (const neighbour of NEIGHBOURS[place as keyof typeof NEIGHBOURS]) reached.add(neighbour);
    }
    // 50 provinces without the three of the islands.
    expect(reached.size).toBe(47);
  });
});

describe("places and what is around them", () => {
  it.each([
    [["madrid", "avila", "madrid"], false, ["avila", "madrid"]],
    [["a-coruna"], true, ["a-coruna", "lugo", "pontevedra"]],
    [["melilla", "remoto"], true, ["remoto", "melilla"]],
    [
      ["gipuzkoa", "girona"],
      true,
      ["alava", "barcelona", "bizkaia", "gipuzkoa", "girona", "lleida", "navarra"],
    ],
    [[], true, []],
  ] as const)("%j, nearby %s: %j", (places, nearby, expected) => {
    expect(placesAround(places, nearby)).toEqual(expected);
  });
});
