import { addressesIn } from "./check-links.ts";
import type { Entry } from "./content-entries.ts";
import type { ContentFault } from "./content-fault.ts";

const AT_ONCE = 4;
const PATIENCE_SECONDS = 20;
/** They answer so to programs, not to readers. */
const NOT_FOR_PROGRAMS = new Set([401, 403, 405, 406, 429, 999]);

/** Links to other sites that don't answer. Each address is asked for once. */
export async function checkWebLinks(entries: readonly Entry[]): Promise<ContentFault[]> {
  const written = entries.flatMap((entry) =>
    addressesIn(entry)
      .filter(({ address }) => /^https?:/i.test(address))
      .map((found) => ({ ...found, entry })),
  );
  const waiting = [...new Set(written.map(({ address }) => withoutId(address)))];
  const problems = new Map<string, string>();
  const ask = async (): Promise<void> => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const problem = await problemOf(address);
      if (problem !== null) problems.set(address, problem);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return written.flatMap(({ address, start, entry: { file, text } }) => {
    const problem = problems.get(withoutId(address));
    if (problem === undefined) return [];
    const whatToDo = "Ábrelo en un navegador: si ya no está, busca otra fuente o quítalo.";
    return [
      {
        file,
        ...text.placeAt(start),
        problem: `«${address}» ${problem}.`,
        whatToDo,
        weight: "slip" as const,
      },
    ];
  });
}

function withoutId(address: string): string {
  return address.replace(/#.*$/, "");
}

async function problemOf(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_SECONDS * 1000) });
    await response.body?.cancel();
    if (response.ok || NOT_FOR_PROGRAMS.has(response.status)) return null;
    return `responde ${response.status}`;
  } catch {
    return "no responde";
  }
}
