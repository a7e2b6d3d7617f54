import { expect, test } from "vitest";
import { placesOf, projectFiles, readProjectFile } from "../house/project-files.ts";

/** One term for each thing: what is never said, and what is said instead. */
const NEVER: readonly { readonly said: RegExp; readonly instead: string }[] = [
  { said: /\bno aceptarl[ao]s?\b|\bno (?:la )?(?:ha|han) aceptado|\bNo aceptada\b/i, instead: "rechazar" },
  { said: /lo que tú digas/i, instead: "Propón tú" },
  { said: /ya podéis hablar/i, instead: "Contacto" },
  { said: /nadie se ha ofrecido (?:aún|todavía)/i, instead: "Sé la primera persona" },
  { said: /quien(?:es)? llevan? comunidades/i, instead: "community managers" },
  {
    said: /publicidad no deseada|marca\w* como publicidad|correo (?:basura|no deseado)|como no deseado/i,
    instead: "spam",
  },
  { said: /moderaci[óo]n (?:lo|la|ha) (?:ha )?retirado|lo ha quitado/i, instead: "ocultar" },
  { said: /como entregado|"Entregado"|\*\*Entregado/, instead: "Ya está hecho" },
  { said: /(?:deshecho|deshacer|dejar) el acuerdo|acuerdo se deshace/i, instead: "romper el acuerdo" },
  { said: /\bmand(?:an|ar|as|amos|aste|ado|arte|aremos|es|en)\b/i, instead: "enviar" },
  { said: /quien lo encargó/i, instead: "quien lo pidió" },
  { said: /haberte ofrecido/i, instead: "Gracias por ofrecerte" },
  { said: /\[[^\]]*por configurar\]/i, instead: "nothing: a sentence without its owner's data is left out" },
  { said: /(?:title|text|title:) ?[=:] ?"Mapas"/, instead: "Mapas mentales" },
  { said: /(?:title|text|title:) ?[=:] ?"Preguntas"/, instead: "Preguntas frecuentes" },
  { said: /(?:title|text|title:) ?[=:] ?"Recursos"/, instead: "Plantillas" },
  { said: /\bun moderador\b/i, instead: "una persona, la moderación" },
  { said: /asunto «Problema»/, instead: "Quiero avisar de un problema, as the form says it" },
  { said: /mayores de 18/i, instead: "mayores de edad" },
  { said: /recompensa[^.`"]*(?:está dada|ha dado|sin darse)/i, instead: "entregada" },
  { said: /Retirarlo y dar la razón|no se publica o se retira/, instead: "ocultar" },
  { said: /confirma esta mañana/i, instead: "podrás confirmarla a partir de mañana" },
];

const READ =
  /^(?:src\/(?:copy|ui|pages|layouts|mail|queries|domain\/links)\/|src\/site\.ts$|content\/(?:pages|faq)\/)/;
/** How people ask in their own words stands in front matter, to be found by. */
const AS_ASKED = /^ {2}- ".*$/gm;

test.each(NEVER)("nothing a reader sees says $said, but: $instead", ({ said }) => {
  const found = projectFiles()
    .filter((path) => READ.test(path))
    .flatMap((path) => placesOf(path, readProjectFile(path).replace(AS_ASKED, ""), said));
  expect(found).toEqual([]);
});
