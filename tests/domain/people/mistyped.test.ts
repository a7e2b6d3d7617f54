import { expect, it } from "vitest";
import { meantEmail } from "../../../src/domain/people/mistyped.ts";

it.each([
  ["ana@gmial.com", "ana@gmail.com"],
  ["ana@gmai.com", "ana@gmail.com"],
  ["ana@gmaill.com", "ana@gmail.com"],
  ["ana@gamil.com", "ana@gmail.com"],
  ["ana@gmeil.com", "ana@gmail.com"],
  ["ana@gmail.con", "ana@gmail.com"],
  ["ana@gmail.cm", "ana@gmail.com"],
  ["ana@gmail.co", "ana@gmail.com"],
  ["ana@gmail.comm", "ana@gmail.com"],
  ["ana@gmail.ocm", "ana@gmail.com"],
  ["ana@gmail.es", "ana@gmail.com"],
  ["ana@hotmial.es", "ana@hotmail.es"],
  ["ana@hotmal.com", "ana@hotmail.com"],
  ["ana@hormail.com", "ana@hotmail.com"],
  ["ana@hotmail.con", "ana@hotmail.com"],
  ["ana@hotmail.ess", "ana@hotmail.es"],
  ["ana@outlok.com", "ana@outlook.com"],
  ["ana@outloook.es", "ana@outlook.es"],
  ["ana@yaho.es", "ana@yahoo.es"],
  ["ana@yahooo.co.uk", "ana@yahoo.co.uk"],
  ["ana@iclud.com", "ana@icloud.com"],
  ["ana@icloud.es", "ana@icloud.com"],
  ["ana@telefonica.ne", "ana@telefonica.net"],
  ["ana@GMIAL.com", "ana@gmail.com"],
  ["ana.m+tag@gmial.com", "ana.m+tag@gmail.com"],
])("%s was probably meant to be %s", (typed, meant) => {
  expect(meantEmail(typed)).toBe(meant);
});

it.each(
  (
    "gmail.com googlemail.com hotmail.com hotmail.es hotmail.fr hotmail.se hotmail.co.uk hotmail.com.ar outlook.com outlook.es outlook.fr " +
    "outlook.com.br yahoo.com yahoo.es yahoo.fr yahoo.se yahoo.co.uk yahoo.co.jp ymail.com rocketmail.com mail.com email.com email.es cloud.com " +
    "icloud.com me.com mac.com live.com live.es live.fr msn.com aol.com gmx.com gmx.es gmx.net web.de mail.ru yandex.com proton.me protonmail.com " +
    "protonmail.ch pm.me tutanota.com tuta.io zoho.com fastmail.com hey.com telefonica.net telefonica.com movistar.es movistar.com orange.es " +
    "terra.es terra.com ono.com jazztel.es vodafone.es euskaltel.net mixmail.com hispavista.com inbox.com lycos.es example.org makethejobs.com " +
    "gencat.cat xunta.gal euskadi.eus madrid.org uned.es ucm.es us.es ub.edu upv.es empresa.es email.empresa.es outlook.empresa.com g.co gmail.de"
  ).split(" "),
)("ana@%s is nobody's mistake", (domain) => {
  expect(meantEmail(`ana@${domain}`)).toBeNull();
});

it.each([
  "",
  "ana",
  "@gmial.com",
  "ana@",
  "ana@gmial",
  "ana@.com",
  "ana@gmial.con",
  "ana@constructor.com",
  "ana@g.c",
])("of «%s» nothing is made", (typed) => {
  expect(meantEmail(typed)).toBeNull();
});

it("what it proposes is never asked about again", () => {
  for (const typed of ["ana@gmial.com", "ana@hotmail.ess", "ana@outlok.es", "ana@telefonica.nt"]) {
    expect(meantEmail(meantEmail(typed) ?? typed)).toBeNull();
  }
});
