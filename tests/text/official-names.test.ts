import { expect, test } from "vitest";
import { isOfficialName } from "../../src/text/official-names.ts";

const AUTHORS = ["Equipo Makethejobs", "Lola Ortega"];

test.each([
  "Makethejobs",
  "MAKE the jobs",
  "Mаkethejοbs", // Cyrillic а, Greek ο
  "El equipo de Makethejobs",
  "Makethejobs.com",
  "Moderación",
  "M0derador",
  "ADMIN",
  "lola ortega",
  "Lοla Ortеga", // Greek ο, Cyrillic е
])("%s is a name of the site's own people", (name) => {
  expect(isOfficialName(name, AUTHORS)).toBe(true);
});

test.each(["Ana", "Lola", "Lola Ortega Ruiz", "Adminda Pérez", "Jobs", "José Maketa", ""])(
  "%s is anybody's name",
  (name) => {
    expect(isOfficialName(name, AUTHORS)).toBe(false);
  },
);
