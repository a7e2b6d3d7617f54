import { describe, expect, test } from "vitest";
import { disc, initials } from "../../src/drawings/disc.ts";
import { empty } from "../../src/drawings/empty.ts";
import { LIFE_STEP_OF, LIFE_STEPS, lifeStrip } from "../../src/drawings/life-strip.ts";
import { documentThumbnail, sheetThumbnail } from "../../src/drawings/thumbnail.ts";

const SOUND = /^<svg [^>]*>.*<\/svg>$/s;
const UNSOUND = /NaN|undefined|style=| id=/;

describe("where nothing is", () => {
  test.each(["board", "search", "page", "comments"] as const)(
    "%s has a drawing, decorative unless it says something",
    (nothing) => {
      const svg = empty(nothing);
      expect(svg).toMatch(SOUND);
      expect(svg).not.toMatch(UNSOUND);
      expect(svg).toContain('aria-hidden="true"');
      expect(svg.length).toBeLessThan(4000);
      expect(empty(nothing, { title: "Nada" })).toContain('role="img" aria-label="Nada"');
    },
  );
});

describe("the life of a favour", () => {
  test("every step is one that a favour can be at; what ends on the way is at none", () => {
    expect(new Set(Object.values(LIFE_STEP_OF))).toEqual(new Set([...LIFE_STEPS, null]));
    expect(LIFE_STEP_OF).toMatchObject({
      open: "posted",
      assigned: "helped",
      delivered: "helped",
      expired: null,
    });
  });

  test.each(LIFE_STEPS)("at %s: one step is here, those before it are past", (at) => {
    const strip = lifeStrip({ at, title: 'Vida de "este" favor' });
    const states = [...strip.matchAll(/data-state="(\w+)"/g)].map(([, state]) => state);
    const here = LIFE_STEPS.indexOf(at);
    expect(states).toEqual(
      LIFE_STEPS.map((_, index) => (index < here ? "past" : index === here ? "here" : "ahead")),
    );
    expect(strip.match(/aria-current="step"/g)).toHaveLength(1);
    expect(strip).toContain('aria-label="Vida de &quot;este&quot; favor"');
  });

  test("is told in words too, in their order", () => {
    const words = lifeStrip({ at: "helped", title: "Vida" })
      .replace(/<[^>]*>/g, "|")
      .split("|")
      .filter((word) => word.trim() !== "");
    expect(words).toEqual([
      "Escrito",
      " (ya pasó)",
      "En el tablón",
      " (ya pasó)",
      "Con ayuda",
      " (ahora)",
      "Hecho",
    ]);
  });
});

describe("a person's disc", () => {
  test.each([
    ["Ana", "A"],
    ["ana ruiz", "AR"],
    ["José María de la Fuente", "JF"],
    ["«Ñoño» O'Neill", "ÑO"],
    ["Persona de ejemplo 1", "P1"],
    ["محمد علي", "م\u200cع"],
    ["李 明", "李明"],
    ["🙂🙂", ""],
    ["🙂 Luis 🙂", "L"],
    ["", ""],
  ])("%s: %s", (name, letters) => expect(initials(name)).toBe(letters));

  test("is the same for the same id, whatever the name; others mostly look otherwise", () => {
    const bare = (id: string, name = "") => disc(id, name);
    expect(bare("k3j4h5")).toBe(bare("k3j4h5"));
    const looks = new Set(Array.from({ length: 100 }, (_, number) => bare(`person${number}`)));
    expect(looks.size).toBeGreaterThan(60);
  });

  test("holds no more of the name than its initials, escaped", () => {
    const svg = disc("id", "<b>Ana</b> & Ruiz");
    expect(svg).toMatch(SOUND);
    expect(svg).not.toMatch(/Ana|Ruiz|<b>/);
    expect(svg).not.toMatch(UNSOUND);
  });
});

describe("thumbnails", () => {
  test("a sheet shows its first rows and columns as bars", () => {
    const bars = (rows: string[][]) =>
      /stroke-width="3" stroke-linecap="round" d="([^"]*)"/.exec(sheetThumbnail(rows))?.[1]?.split("M")
        .length;
    expect(
      bars([
        ["Día", "Red"],
        ["Lunes", ""],
      ]),
    ).toBe(4);
    expect(bars(Array.from({ length: 90 }, () => Array.from({ length: 20 }, () => "x")))).toBe(7 * 5 + 1);
    expect(sheetThumbnail([])).toMatch(SOUND);
  });

  test("a document shows its first lines and ends where its sheet does", () => {
    const lines = Array.from(
      { length: 80 },
      (_, index) => ({ kind: index % 9 ? "text" : "heading", length: 400 }) as const,
    );
    const svg = documentThumbnail(lines);
    expect(svg).toMatch(SOUND);
    expect(svg).not.toMatch(UNSOUND);
    expect(svg.length).toBeLessThan(2500);
    expect(documentThumbnail([{ kind: "check", length: 3 }])).not.toBe(
      documentThumbnail([{ kind: "item", length: 3 }]),
    );
  });
});
