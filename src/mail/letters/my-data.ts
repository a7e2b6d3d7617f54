import { LIMIT_WORDS } from "../../copy/limits.ts";
import { own, say } from "../letter.ts";
import { button, link, paragraph, type LetterWriters } from "./parts.ts";

/** To who asked what is kept of them, and to who had it all erased. */
export const MY_DATA_LETTERS: LetterWriters<"myData" | "dataErased"> = {
  myData: ({ link: ref }, { tokenUrl }) => ({
    subject: say`Tus datos en Makethejobs`,
    parts: [
      paragraph(say`Has pedido ver todo lo que guardamos de esta dirección. Está detrás de este botón:`),
      button("Ver mis datos", tokenUrl(ref)),
      paragraph(
        say`Desde ahí puedes descargarlo en un archivo, borrarlo todo o hacer que ningún navegador recuerde tu correo. El enlace vale ${own(LIMIT_WORDS.myDataLink)}: no se lo pases a nadie.`,
      ),
      paragraph(say`¿No has sido tú? No hagas nada: quien lo haya pedido no ha visto nada de esto.`),
    ],
  }),

  dataErased: ({ kept }, { siteUrl }) => ({
    subject: say`Hemos borrado tus datos`,
    parts: [
      paragraph(
        say`Como has pedido, hemos borrado todo lo que guardábamos de esta dirección en Makethejobs.`,
      ),
      paragraph(say`Este correo es el recibo, y el último que te enviamos por ello.`),
      ...(kept === 0
        ? []
        : [
            paragraph(
              kept === 1
                ? say`Queda una recompensa que sumaste a un favor que alguien ya está haciendo y que cuenta con ella. Borramos tu correo en cuanto ese favor termine.`
                : say`Quedan ${own(String(kept))} recompensas que sumaste a favores que alguien ya está haciendo y que cuentan con ellas. Borramos tu correo de cada favor en cuanto termine.`,
            ),
          ]),
      paragraph(
        say`Durante ${own(LIMIT_WORDS.remember)} conservamos una huella cifrada de la dirección, que no permite saber cuál es, para que ningún navegador que la recordaba siga valiendo. También un bloqueo, si lo hay, y lo que decidió quien modera siguen con una huella así hasta su plazo. Lo explicamos en la página de privacidad:`,
      ),
      link("Privacidad", `${siteUrl}/privacidad/#cuanto-tiempo`),
    ],
  }),
};
