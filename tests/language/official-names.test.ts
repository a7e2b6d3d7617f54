import { expect, test } from "vitest";
import { isOfficialName } from "../../src/language/official-names.ts";

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
  "Equipo de moderación",
  "Soporte técnico",
  "Tu moderadora",
  "Administradora",
  "Atención al cliente",
  "El equipo",
  "Admin Ana",
  "~ Makethejobs ~",
  "Makethejobs Oficial",
  "Soy de makethejobs, hola",
  "M a k e t h e j o b s",
  "make.the.jobs",
  "Make\u3164the\u115f\u1160jobs",
  "Make\uffa0the\u2800\u2065jobs",
  "Make\u{e0041}the\u{fe00}\u00adjobs\u034f\u180b",
  "𝐌𝐚𝐤𝐞𝐭𝐡𝐞𝐣𝐨𝐛𝐬",
  "Ｍａｋｅｔｈｅｊｏｂｓ",
  "Ⓜⓐⓚⓔⓣⓗⓔⓙⓞⓑⓢ",
  "🅼🅰🅺🅴🆃🅷🅴🅹🅾🅱🆂",
  "🇲🇦🇰🇪🇹🇭🇪🇯🇴🇧🇸",
  "ᎷᎪᏦᎬᎢᎻᎬᎫᎾᏴᏚ", // Cherokee
  "мαкετнεјοвѕ", // Greek and Cyrillic
  "ɱakethejobs",
  "Mοdеraсiόn",
  "Ｍｏｄｅｒａｃｉｏｎ",
  "M\u200bo\u200bd\u200be\u200br\u200bación",
  "Moderaclón",
  "S0p0rte",
  "ᴀᴅᴍɪɴ",
  "Aꝺmĩŋ",
  "Mαĸєтнєʝσвѕ",
  "Maꝁeƫhejoƅꞩ",
  "Makethejoßs",
  "Mɐʞǝʇɥǝjobs", // turned letters
  "Ꮇakɘthɜjobꙅ",
  "Makethejoꓭs", // Lisu
  "ⲙⲁⲕⲉⲧⲏⲉjⲟⲃs", // Coptic
  "Makeեհejօbs", // Armenian
  "Moclerador",
  "M0deraci0n!",
  "Adm!n",
  "|Admin|",
  "@dmin Ana",
  "Admin1",
  "24Soporte7",
  "A d m i n Ana",
  "A.d.m.i.n Ana",
  "AdminAna",
  "Ana (soporte)",
  "El equipo!",
  "«Equipo»",
  "Moderació",
  "Administrator",
  "Support Team",
  "Atención a usuarios",
  "Cuenta oficial",
  "Equipo de seguridad",
  "No-reply",
  "Lola Ortega (autora)",
  "Lola Ortega Oficial",
  "Lola Ortega ✓",
])("%s is a name of the site's own people", (name) => {
  expect(isOfficialName(name, AUTHORS)).toBe(true);
});

test.each([
  "Ana",
  "Lola",
  "Lola Ortega Ruiz",
  "Adminda Pérez",
  "Jobs",
  "José Maketa",
  "",
  "Modesto",
  "Moderna Ruiz",
  "Equipo Nómada",
  "Oficial Pérez",
  "Мария",
  "Νίκος",
  "李小龍",
  "محمد",
  "👩‍👩‍👧 Familia Gil",
  "Ñuño Peña",
  "Ángel Moderno",
  "Adminton",
  "Ana24",
  "Lola y Ortega",
  "J. R. Ortega",
  "Strauß",
  "Łucja Wiśniewska",
  "Ola Åkesson",
  "Արամ",
  "Ольга Админская",
  "Aitor Soportelles",
  "Equipo del barrio",
])("%s is anybody's name", (name) => {
  expect(isOfficialName(name, AUTHORS)).toBe(false);
});
