import { codeIn } from "../../src/markdown/no-code.ts";
import type { Entry } from "./content-entries.ts";
import type { ContentFault } from "./content-fault.ts";
import { allBelow, rangeOf } from "./mdx-body.ts";

/** Texts are Markdown and the listed components. What MDX would run when the site is built is refused before it is compiled. */
export function checkCode({ file, text, tree }: Entry): ContentFault[] {
  if (tree === null) return [];
  return allBelow(tree).flatMap((node) => {
    const problem = codeIn(node);
    if (problem === null) return [];
    return [
      {
        file,
        ...text.placeAt(rangeOf(text, node).start),
        problem,
        whatToDo:
          "Quítalo: aquí caben texto y los componentes de docs/editing.md. Para escribir una llave, \\{ y \\}.",
      },
    ];
  });
}
