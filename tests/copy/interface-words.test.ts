import { expect, test } from "vitest";
import { placesOf, projectFiles, readProjectFile } from "../house/project-files.ts";

/** One term for each thing: what is never said, and what is said instead. */
const NEVER: readonly { readonly said: RegExp; readonly instead: string }[] = [
  { said: /\bno aceptarl[ao]s?\b|\bno (?:la )?(?:ha|han) aceptado|\bNo aceptada\b/i, instead: "rechazar" },
  { said: /lo que tú digas/i, instead: "Propón tú" },
  { said: /ya podéis hablar/i, instead: "Contacto" },
  { said: /nadie se ha ofrecido (?:aún|todavía)/i, instead: "Sé la primera persona" },
  { said: /quien(?:es)? llevan? comunidades/i, instead: "community managers" },
  { said: /publicidad no deseada|marca\w* como publicidad/i, instead: "spam" },
  { said: /moderaci[óo]n (?:lo|la|ha) (?:ha )?retirado|lo ha quitado/i, instead: "ocultar" },
  { said: /como entregado|"Entregado"|\*\*Entregado/, instead: "Ya está hecho" },
  { said: /deshecho el acuerdo|deshacer el acuerdo/i, instead: "romper el acuerdo" },
  { said: /\bmand(?:ar|amos|aste|ado|arte|aremos)\b/i, instead: "enviar" },
  { said: /quien lo encargó/i, instead: "quien lo pidió" },
  { said: /haberte ofrecido/i, instead: "Gracias por ofrecerte" },
  { said: /\[[^\]]*por configurar\]/i, instead: "nothing: a sentence without its owner's data is left out" },
  { said: /(?:title|text|title:) ?[=:] ?"Mapas"/, instead: "Mapas mentales" },
];

const READ =
  /^(?:src\/(?:copy|ui|pages|layouts|mail|queries|domain\/links)\/|src\/site\.ts$|content\/pages\/)/;

test.each(NEVER)("nothing a reader sees says $said, but: $instead", ({ said }) => {
  const found = projectFiles()
    .filter((path) => READ.test(path))
    .flatMap((path) => placesOf(path, readProjectFile(path), said));
  expect(found).toEqual([]);
});
