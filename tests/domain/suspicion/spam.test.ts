import { HOLD_SCORE } from "../../../src/domain/suspicion/thresholds.ts";
import { describe, expect, test } from "vitest";
import { assess } from "../../../src/domain/suspicion/assess.ts";
import { SIGNAL_CODES, SIGNAL_WEIGHTS, shouldHold } from "../../../src/domain/suspicion/signals.ts";
import { SECOND } from "../../../src/domain/kernel/time.ts";
import { SIGNAL_EXPLANATIONS, explainText } from "../../../src/copy/signals.ts";
import { FRAUDS } from "./spam-examples.ts";
import { readHand } from "../../../scripts/spam-corpus.ts";

/** As an honest visitor sends it through an API: without the signed time of the form. */
const sent = (text: string) => assess({ texts: [text], honeypot: "", stampAge: null });

/** As people write them: many on subjects that frauds are about, too. */
const nearFrauds = await readHand("d");
describe("an honest favour is never held for what it says", () => {
  test.each(nearFrauds.map(({ text }) => text))("%s", (text) => {
    expect(sent(text)).toMatchObject({ hold: false });
  });
});

describe("nor for one phrase that frauds have too", () => {
  test.each([
    "Hay que pagar la inscripción de mi hija en la escuela de música y este mes no llego. Coso y plancho a cambio.",
    "hay que pagar la inscripción de mi hija",
    "Un bizum de 5 euros antes del viernes para las pizzas.",
    "Tareas sencillas en la huerta: me escribes por WhatsApp y ganas una cesta.",
    "Tareas sencillas en la huerta, escribe por whatsapp y ganas una cesta de verdura",
    "La fianza de la sala se devuelve al acabar la fiesta.",
    "Te llegará un código del portal, lo marcas y subes al tercero.",
    "Necesito que alguien me recoja un paquete y me lo traiga a casa.",
    "Trabajo desde casa y busco quien me pasee al perro a mediodía.",
    "Busco a alguien que me explique qué es el bitcoin, pago con croquetas.",
  ])("%s", (text) => {
    expect(sent(text)).toMatchObject({ hold: false });
  });
});

describe("what looks like a known fraud is held, and the moderator is told why", () => {
  test.each(FRAUDS)("%s: %s", (signal, text) => {
    expect(sent(text).signals).toContain(signal);
  });

  test("of texts of one sentence most are: the others are single phrases, and these never hold", () => {
    const held = FRAUDS.filter(([, text]) => sent(text).hold);
    expect(held.length / FRAUDS.length).toBeGreaterThanOrEqual(0.75);
  });

  test.each(FRAUDS.filter(([signal]) => signal !== "mixedScripts"))(
    "%s, shouted and without accents: %s",
    (signal, text) => {
      const shouted = text.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
      expect(sent(shouted).signals).toContain(signal);
    },
  );
});

test("one phrase alone tells the moderator something and holds nothing", () => {
  const { hold, signals } = sent("Antes de empezar tienes que pagar 20 euros por el material de formación");
  expect(signals).toContain("advanceMoney");
  expect(hold).toBe(false);
});

test("the words that weigh most are read from the text for a moderator, and stand in no signal that is stored", () => {
  for (const [, text] of FRAUDS) {
    const { signals } = sent(text);
    expect(signals.every((signal) => SIGNAL_CODES.includes(signal))).toBe(true);
    const explained = explainText(signals, text);
    const counts = signals.some((signal) => signal.startsWith("wording"));
    expect(explained.some((line) => line.startsWith("Las palabras que más pesan: "))).toBe(counts);
  }
  expect(explainText(["wordingSure"], "Manda tu dni y tus claves")).toContainEqual(
    expect.stringContaining("dni"),
  );
  expect(explainText(["hurry"], "Manda tu dni y tus claves")).toEqual([SIGNAL_EXPLANATIONS.hurry]);
});

describe("words are read as a person reads them", () => {
  test.each([
    "Vendo vi\u3164ag\u115fra barato",
    "Vendo v\u200bi\u2060a\u00adg\u2800r\uffa0a barato",
    "Vendo v\u{e0069}iagra\ufe0f barato",
    "Vendo νіаgrа barato", // Greek ν, Cyrillic і and а
    "Vendo ᴠɪᴀɢʀᴀ barato",
    "Vendo 𝓿𝓲𝓪𝓰𝓻𝓪 barato",
    "Vendo ｖｉａｇｒａ barato",
    "Vendo ⓥⓘⓐⓖⓡⓐ barato",
    "Vendo 🆅🅸🅰🅶🆁🅰 barato",
    "Vendo v i a g r a barato",
    "Vendo V.I.A.G.R.A barato",
    "Vendo v-і-\u200ba-g-r-a barato", // Cyrillic і
    "Vendo v_i_a_g_r_a",
    "v · i · a · g · r · a",
  ])("%s", (text) => {
    expect(sent(text).signals).toContain("spamWords");
  });

  test.each(["Mira b i t . l y / 3xYz", "Mira b.i.t.l.y/3xYz o b\u3164it.ly/3", "Mira Ьіt.ⅼу/3xYz"])(
    "a shortener: %s",
    (text) => {
      expect(sent(text).signals).toContain("shortener");
    },
  );

  test.each([
    "Hol\u0430 vecin\u200b\u0430s",
    "Pаs\u2060eo a tu perrо", // the parts between invisible signs are each of one alphabet
    "р\u200bara",
    "Ꮲaseo a tu perra",
    "Ⲡaseo, հola",
    "ꓖuapo",
  ])("letters of two alphabets in one word: %s", (text) => {
    expect(sent(text).signals).toContain("mixedScripts");
  });

  test.each([
    "Plan A o B, a las 9 y a las 10",
    "S. L. U. y E.E.U.U.",
    "Мария y Νίκος buscan piso",
    "Hablo Հայերեն",
  ])("nothing is wrong with: %s", (text) => {
    expect(sent(text)).toMatchObject({ hold: false });
    expect(sent(text).signals).not.toContain("mixedScripts");
  });
});

describe("how it was sent", () => {
  const text = "Busco a alguien que pasee a mi perra los martes.";
  const from = (over: Partial<Parameters<typeof assess>[0]>) =>
    assess({ texts: [text], honeypot: "", stampAge: 60 * SECOND, ...over });

  test("a person who takes a minute leaves no trace", () => {
    expect(from({})).toEqual({ hold: false, signals: [] });
  });

  test.each([
    [{ honeypot: "http://x" }, ["honeypot"], true],
    [{ stampAge: null }, ["stampMissing"], false],
    [{ stampAge: 3 * SECOND - 1 }, ["tooFast"], false],
    [{ stampAge: 3 * SECOND }, [], false],
    [{ duplicates: 1 }, ["duplicate"], false],
    [{ duplicates: 4 }, ["duplicate"], false],
    [{ duplicates: 5 }, ["manyDuplicates"], true],
    [{ sentBefore: 7 }, [], false],
    [{ sentBefore: 8 }, ["busy"], false],
    [{ sentBefore: 90, duplicates: 2 }, ["duplicate", "busy"], false],
    [
      { stampAge: 0, duplicates: 1, texts: [`${text} Mira www.uno.com`] },
      ["tooFast", "link", "duplicate"],
      true,
    ],
  ])("%o", (over, signals, hold) => {
    expect(from(over)).toEqual({ signals, hold });
  });
});

describe("what only looks like a signal", () => {
  test.each([
    "Escríbeme a ana@example.com",
    "Son 3.000 palabras, a 0,05 € la palabra.",
    "Quedamos el 15.10.2026 a las 18.30.",
    "Un bono de 10 sesiones de yoga",
  ])("%s has no link", (text) => {
    expect(sent(text).signals).not.toContain("link");
  });

  test.each(["Ayuda con el griego: λόγος y ψυχή", "Клас de ruso", "Ω de 5 ohmios", "niño µm"])(
    "%s mixes no alphabets within a word",
    (text) => {
      expect(sent(text).signals).not.toContain("mixedScripts");
    },
  );

  test.each(["+34 600 12 34 56", "971-12-34-56", "ES9121000418450200051332", "mi wasap", "ana@example.com"])(
    "%s is contact data",
    (text) => {
      expect(sent(text).signals).toContain("contactData");
    },
  );
});

test("stored signals say later whether a person looks first; what is unknown weighs nothing", () => {
  expect(shouldHold(["mule"])).toBe(false);
  expect(shouldHold(["mule", "hush", "hurry"])).toBe(false);
  expect(shouldHold(["mule", "hush", "hurry", "wordingFaint"])).toBe(true);
  expect(shouldHold(["stampMissing", "contactData", "link"])).toBe(false);
  expect(shouldHold(["fromTheFuture"])).toBe(false);
  expect([...SIGNAL_CODES].sort()).toEqual(Object.keys(SIGNAL_WEIGHTS).sort());
  expect(HOLD_SCORE).toBe(5);
});

describe("what moderators said of who writes", () => {
  const said = (over: object) => ({ trusted: false, blockedUntil: null, ...over });

  test.each([
    [[], true],
    [["hurry"], true],
  ])("everything of a blocked mailbox is held: %o", (signals, held) => {
    expect(shouldHold(signals, said({ blockedUntil: 1 }))).toBe(held);
    expect(shouldHold(signals, said({ blockedUntil: 1, trusted: true }))).toBe(held);
    expect(shouldHold(signals, said({}))).toBe(false);
  });

  test.each([
    [["manyLinks", "spamWords", "advert"], false],
    [["wordingSure"], false],
    [["honeypot", "tooFast"], false],
    [["manyDuplicates"], false],
    [["mule", "asksSecrets", "wordingFaint"], true],
    [["hurry", "wordingLikely"], true],
    [["mixedScripts"], true],
    [["hurry", "manyLinks"], false],
  ])("of a trusted address only what tells of fraud: %o %s", (signals, held) => {
    expect(shouldHold(signals, said({ trusted: true }))).toBe(held);
    expect(shouldHold(signals)).toBe(true);
  });
});

test("a long hostile text is judged without running away", () => {
  for (const piece of ["a", "tienes que ", "recibir en tu cuenta ", "1 ", "a.", "www.", "like "]) {
    expect(() => sent(piece.repeat(Math.ceil(60_000 / piece.length)))).not.toThrow();
  }
});
