import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONTACT_MASK, maskContactData } from "../../src/language/contact-data.ts";

const HIDDEN = {
  "with a unit, a currency or a word beside them": [
    "612345678€",
    "612345678 €",
    "612 345 678 €",
    "612345678 euros",
    "612345678 kg",
    "612345678 habitantes",
    "€612345678",
    "612 34 56 78 seguidores",
    "612.345.678 €",
    "612,345,678",
    "0.612345678",
  ],
  "in any groups, with any signs between": [
    "6 12345678",
    "6-1-2345678",
    "612|345|678",
    "612€345€678",
    "612, 345, 678 €",
    "612/345/678 €",
    "612\n345\n678 €",
    "612 € 345 € 678",
    "612%345%678",
    "612;345;678",
    "612×345×678",
    "612x345x678",
    "6😀1😀2😀3😀4😀5😀6😀7😀8",
    "612👨‍👩‍👧345👨‍👩‍👧678",
    "612\n345\n678",
    "612\t345\t678",
    "612\n\n345 678",
    "6 12 34 56 78",
    "61:23:45:678",
    "6.12.34.56.78",
    "612 — 345 — 678",
    "612 ~~ 345 ~~ 678",
    "(612) (345) (678)",
    "[612] [345] [678]",
    "600 700 800",
    "34 6 12345678",
    "+34-6-1234-5678",
    "346 12345678",
    "0034 612 345 678",
  ],
  "in other digits": [
    "6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
    "⑥①②③④⑤⑥⑦⑧",
    "❻❶❷❸❹❺❻❼❽",
    "⁶¹²³⁴⁵⁶⁷⁸",
    "₆₁₂₃₄₅₆₇₈",
    "٦١٢٣٤٥٦٧٨",
    "۶۱۲۳۴۵۶۷۸",
    "६१२३४५६७८",
    "𝟞𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠",
    "６１２ 345 ६७८",
    "6l2 3O5 678",
    "6I2345678",
    "&#54;12345678",
    "%36%31%32345678",
  ],
  "spelled in part": [
    "6 uno 2345678",
    "6uno2345678",
    "seis 12345678",
    "seisunodostrescuatrocincoseissieteocho",
    "612 tres 45 seis 78",
    "sеis uno dos tres cuatro cinco seis siete ocho", // Cyrillic е
  ],
  "in addresses": [
    "https://example.es/?tel=612345678",
    "https://example.es/?tel=612-345-678",
    "https://example.es/?tel=%36%31%32345678",
    "https://example.es/#612345678",
    "https://612345678.example.es/",
  ],
  "behind a word, but in a row": [
    "Lote 700123456",
    "Factura: 612345678",
    "Pedido 612 34 56 78",
    "Ref. 6-1-2345678",
  ],
};

describe.each(Object.entries(HIDDEN))("telephones %s are hidden", (_, samples) => {
  test.each(samples)("%j", (sample) => {
    const masked = maskContactData(`Hola, ${sample}, gracias`);
    expect(masked).toContain(CONTACT_MASK);
    expect(masked.replaceAll(CONTACT_MASK, "")).not.toMatch(/\d{3}|[６६٦۶⑥❻⁶₆]/u);
  });
});

describe("left alone", () => {
  test.each([
    "2019-2024",
    "2019, 2020 y 2021",
    "1998-2003, 2019-2024",
    "1.200.000 €",
    "de 600 a 900 euros",
    "de 600.000 a 900.000 €",
    "600.000 - 700.000 €",
    "9.000-12.000 €",
    "8000-12000",
    "1.612.345.678 €",
    "650 €, 120 €, 345 €",
    "60,50 € + 9,99 € + 12,05 €",
    "75 %, 80,5 %, 95 %, 60 %",
    "ISBN 978-84-376-0494-7",
    "978 84 376 0494 7",
    "84-376-0494-X",
    "Lote 700 123 456",
    "lote nº 700 123 456",
    "Pedido: 612 345 678",
    "Expediente 612.345.678",
    "Factura 612345678-A",
    "Factura n.º 612345678/B",
    "Ref. 612345678C",
    "Albarán A-612345678",
    "7/8/2025 9:30",
    "6/7/2025-10/7/2025",
    "2025-06-07 09:30",
    "9.30-13.30 16.30-20.00",
    "9:30, 12:30, 17:30",
    "28013 Madrid",
    "80 × 120 × 60 cm",
    "800 × 600 × 400 mm",
    "1920x1080",
    "8 10 12 14 16",
    "6, 7, 8, 9, 10, 11, 12",
    "NIF 61234567-Z",
    "12345678 visitas",
    "612345678901234",
    "8º, 9º y 10º",
    "i7 8700 de 16",
    "https://ejemplo.es/2019/612/345/678",
    "https://ejemplo.es/foto-612345678.html",
  ])("%j", (text) => {
    expect(maskContactData(text)).toBe(text);
  });

  test.each([
    ["28013 Madrid, 600 100 201", `28013 Madrid, ${CONTACT_MASK}`],
    ["Piso 3, 612 345 678, 24 h", `Piso 3, ${CONTACT_MASK}, 24 h`],
    ["el 7/8/2025, 612 345 678", `el 7/8/2025, ${CONTACT_MASK}`],
    ["(+34) 612-345-678.", `${CONTACT_MASK}.`],
  ])("what stands beside one: %j", (text, masked) => {
    expect(maskContactData(text)).toBe(masked);
  });
});

test("nine figures in a row never get through, whatever stands around and between them", () => {
  const phone = fc.tuple(fc.constantFrom("6", "7", "8", "9"), fc.stringMatching(/^\d{8}$/));
  const gap = fc.constantFrom("", " ", "*", "_", "~", "·", "|", "😀", " . ", "\u200b", "\u2800", "€", " ✆ ");
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 8 });
  fc.assert(
    fc.property(phone, gap, cuts, ([first, rest], between, at) => {
      const digits = Array.from(first + rest, (digit, place) =>
        at.includes(place) ? between + digit : digit,
      );
      const text = digits.join("");
      fc.pre(!/€/.test(text) || !/^(?:\d*[05]€)+/.test(text));
      expect(maskContactData(`mi ${text} y ya`)).toContain(CONTACT_MASK);
    }),
    { numRuns: 500 },
  );
});

test("rows of figures of twice the longest text come to an end", () => {
  const rows = ["6 ", "6😀", "seis ", "6l", "6.", "%36", "&#54;", "y 30 ", "34", "ref 6"];
  for (const row of rows) expect(maskContactData(row.repeat(2_000)).length).toBeGreaterThan(0);
});
