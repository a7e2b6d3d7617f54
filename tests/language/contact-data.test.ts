import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONTACT_MASK, findContactData, maskContactData } from "../../src/language/contact-data.ts";
import { hostileText } from "../markdown/hostile-text.ts";

const HIDDEN = {
  "e-mail addresses": [
    "ana.lopez@gmail.com",
    "ana(arroba)gmail(punto)com",
    "ana arroba gmail punto com",
    "ana @ gmail . com",
    "ana[at]gmail.com",
    "ANA@GMAIL.COM",
    "ana＠gmail.com",
    "a\u200bna@gma\u200bil.com",
    "ana@gmail",
  ],
  "telephones in figures": [
    "612345678",
    "612 345 678",
    "612.345.678",
    "612-34-56-78",
    "612/345/678",
    "612_345_678",
    "612**345**678",
    "61 23 45 67 8",
    "6 1 2 3 4 5 6 7 8",
    "6O0 123 456",
    "722 11 22 33",
    "812345678",
    "91 234 56 78",
    "+34 612 34 56 78",
    "+34\u00a0612\u00a034\u00a056\u00a078",
    "0034612345678",
    "(+34) 612345678",
    "34612345678",
    "+44 20 7946 0958",
    "６１２３４５６７８",
    "612345678/687654321",
  ],
  "telephones in words": [
    "seis cero cero uno dos tres cuatro cinco seis",
    "seis, uno, dos, tres, cuatro, cinco, seis, siete, ocho",
    "SEIS CERO CERO - UNO DOS TRES - CUATRO CINCO SEIS",
    "seiscientos doce treinta y cuatro cincuenta y seis setenta y ocho",
    "6 uno 2 tres 4 cinco 6 siete 8",
  ],
  "WhatsApp and Telegram": [
    "https://wa.me/34612345678",
    "t.me/pepito",
    "https://api.whatsapp.com/send?phone=34612345678",
  ],
  "account numbers": [
    "ES91 2100 0418 4502 0005 1332",
    "es9121000418450200051332",
    "DE89 3704 0044 0532 0130 00",
    "GB29 NWBK 6016 1331 9268 19",
    "2100 0418 45 0200051332",
  ],
};

describe.each(Object.entries(HIDDEN))("%s are hidden", (_, samples) => {
  test.each(samples)("%s", (sample) => {
    expect(maskContactData(sample).replaceAll(CONTACT_MASK, "").trim().length).toBeLessThan(3);
    expect(maskContactData(`Hola, ${sample}, gracias`)).toMatch(
      /^Hola, .*\[dato de contacto oculto\].*, gracias$/s,
    );
  });
});

describe("handles are hidden where they are said to be of a chat", () => {
  test.each([
    ["mi telegram es @pepito_88", "mi telegram es [dato de contacto oculto]"],
    ["Telegram: pepito_88", "Telegram: [dato de contacto oculto]"],
    ["@pepito en Telegram", "[dato de contacto oculto] en Telegram"],
    ["mi whatsapp: pepito", "mi whatsapp: [dato de contacto oculto]"],
  ])("%s", (text, masked) => {
    expect(maskContactData(text)).toBe(masked);
  });
});

describe("left alone", () => {
  test.each([
    "15 €, 1.500 € o 1.200.000 €",
    "600.000.000 €",
    "de 600 a 700 euros",
    "600, 700, 800",
    "entre 6000-10000 €",
    "900 000 000 de euros",
    "700.000.000 de seguidores",
    "precio 60,50 € + 9,99 € de envío",
    "15,00 - 20,00 - 25,00",
    "75 % 80 % 95 %",
    "12/05/2025",
    "del 6/7/2025 al 8/9/2025",
    "2025-06-07 09:30",
    "2019-2020-2021",
    "temporada 2024/2025",
    "9:00-14:00 y 16:00-20:00",
    "9.30-13.30 16.30-20.00",
    "24 h",
    "24h",
    "80 x 120 x 60 cm",
    "90-60-90",
    "1080 × 1920 px",
    "28013 Madrid",
    "08001 Barcelona",
    "8 10 12 14 16",
    "9000 palabras",
    "nueve ocho siete seis cinco cuatro tres dos uno",
    "diez, veinte, treinta, cuarenta, cincuenta",
    "tengo dos hijos, uno de seis y otro de ocho años",
    "sesenta, noventa, ciento veinte, 180",
    "WhatsApp: cómo usarlo en tu tienda",
    "WhatsApp Business y Telegram para tu marca",
    "mi whatsapp es lento",
    "@makethejobs en Instagram",
    "mola @marca.es",
    "llama al 112 o al 017",
    "https://ejemplo.es/foto-612345678.html",
    "ISBN 978-84-376-0494-7",
    "Real Decreto 1720/2007",
    "una cena de 35 personas que vendran",
  ])("%s", (text) => {
    expect(maskContactData(text)).toBe(text);
  });
});

describe("whatever is typed", () => {
  test("spans are in order, apart and inside the text; what is around stays", () => {
    const text = fc.tuple(hostileText, fc.constantFrom("612345678", "a@b.es", "t.me/yo_1", ""), hostileText);
    fc.assert(
      fc.property(text, ([before, data, after]) => {
        const whole = `${before} ${data} ${after}`;
        let last = 0;
        for (const { start, end } of findContactData(whole)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(whole.length);
      }),
      { numRuns: 1000 },
    );
  });

  test("a telephone between words never gets through", () => {
    const gap = fc.constantFrom("", " ", ".", "-", "·", "\u200b");
    const phone = fc.tuple(fc.constantFrom("6", "7", "8", "9"), fc.stringMatching(/^\d{8}$/), gap);
    fc.assert(
      fc.property(phone, ([first, rest, between]) => {
        const digits = first + rest;
        fc.pre(!digits.endsWith("000000") && !/^(?:[1-9]\d[05]){3}$/.test(digits));
        const grouped = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].join(between);
        expect(maskContactData(`llámame al ${grouped} y hablamos`)).toBe(
          `llámame al ${CONTACT_MASK} y hablamos`,
        );
      }),
    );
  });
});
