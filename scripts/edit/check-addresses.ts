import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "astro/zod";
import { asServed } from "../aliases.ts";
import type { Around } from "./around.ts";
import type { Collection, Entry } from "./content-entries.ts";
import type { ContentFault } from "./content-fault.ts";
import { asLines } from "./front-matter.ts";
import { pageOf, pageOfFile, type SiteAddresses } from "./site-addresses.ts";

/** Every address that a page of `content/` ever had, one a line, in order. Links to them live on elsewhere. */
export const ADDRESSES_FILE = "content/addresses.txt";

/** Collections whose pages may have old addresses. */
const MOVABLE: ReadonlySet<Collection> = new Set(["articles", "questions", "mindMaps", "resources", "terms"]);

const Aliased = z.object({ aliases: z.array(z.string()) });

/** An old address must not be that of a page or file, nor be given twice. */
export function checkAliases(entries: readonly Entry[], { living }: SiteAddresses): ContentFault[] {
  const taken = new Set(living);
  return entries.flatMap(({ file, text, path, data }) => {
    const { aliases = [] } = Aliased.safeParse(data).data ?? {};
    return aliases.flatMap((alias, at) => {
      const served = asServed(alias);
      const again = taken.has(served);
      taken.add(served);
      if (!again) return [];
      return [
        {
          file,
          ...text.placeOf([...path, "aliases", at]),
          field: `aliases.${at}`,
          problem: `${alias} ya es la dirección de otra página, archivo o alias.`,
          whatToDo: "Quítala de aquí o de donde esté repetida.",
        },
      ];
    });
  });
}

/**
 * A page that was renamed or taken away without an old address that leads on, and one that isn't in the list yet. `unread`: files that
 * can't be read; their pages aren't gone.
 */
export function checkKnownAddresses(
  entries: readonly Entry[],
  addresses: SiteAddresses,
  around: Around,
  unread: readonly string[] = [],
): ContentFault[] {
  const path = join(around.root, ADDRESSES_FILE);
  const text = existsSync(path) ? asLines(readFileSync(path, "utf8")) : "";
  const lines = text.split("\n");
  const hidden = new Set(unread.flatMap((file) => pageOfFile(file) ?? []));
  const gone = lines.flatMap((address, at): ContentFault[] => {
    if (address === "" || addresses.living.has(address) || addresses.aliases.has(address)) return [];
    if (hidden.has(address)) return [];
    return [
      {
        file: ADDRESSES_FILE,
        line: at + 1,
        problem: `«${address}» era una página y ya no lleva a ninguna parte.`,
        whatToDo: `Si la has renombrado, añade aliases: [${address}] a la página nueva; si la retiras a propósito, quita esta línea.`,
      },
    ];
  });
  const known = new Set(lines);
  const fresh = entries
    .filter(({ collection }) => MOVABLE.has(collection))
    .filter((entry) => {
      const from = around.visibleFrom.get(`${entry.collection}/${entry.id}`) ?? null;
      return from !== null && from <= around.today;
    })
    .flatMap((entry) => pageOf(entry) ?? [])
    .filter((page) => !known.has(page))
    .sort()
    .map((page): ContentFault => {
      const before = lines.findIndex((line) => line === "" || line > page);
      const at =
        before === -1 ? text.length : lines.slice(0, before).join("\n").length + (before > 0 ? 1 : 0);
      return {
        file: ADDRESSES_FILE,
        line: before === -1 ? lines.length : before + 1,
        problem: `falta ${page}, que ya se puede leer.`,
        whatToDo: "Añádela (lo hace --arreglar): así se nota si alguien la renombra.",
        weight: "note",
        mend: { start: at, end: at, text: `${page}\n` },
      };
    });
  return [...gone, ...fresh];
}
