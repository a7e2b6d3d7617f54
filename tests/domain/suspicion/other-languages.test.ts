import { describe, expect, test } from "vitest";
import { assess } from "../../../src/domain/suspicion/assess.ts";
import { SECOND } from "../../../src/domain/kernel/time.ts";
import { FRAUDS, INNOCENT } from "./other-languages.ts";

const sent = (text: string) => assess({ texts: [text], honeypot: "", stampAge: 60 * SECOND });

describe.each(Object.entries(INNOCENT))("nobody is held for writing in %s", (_language, texts) => {
  test.each(texts)("%s", (text) => {
    expect(sent(text)).toMatchObject({ hold: false });
  });
});

describe("what frauds say is held in English, too", () => {
  test.each(FRAUDS)("%s", (text) => {
    expect(sent(text)).toMatchObject({ hold: true });
  });
});
