import { aroundOf } from "./around.ts";
import { checkAliases, checkKnownAddresses } from "./check-addresses.ts";
import { checkAlsoAsked } from "./check-also-asked.ts";
import { checkCode } from "./check-code.ts";
import { checkComponents } from "./check-components.ts";
import { checkDownloads } from "./check-downloads.ts";
import { checkHeader } from "./check-header.ts";
import { checkLinks } from "./check-links.ts";
import { checkReading } from "./check-reading.ts";
import { checkStructure } from "./check-structure.ts";
import { checkTypography } from "./check-typography.ts";
import { readEntries, type ReadEntries } from "./content-entries.ts";
import { byWeight, type ContentFault } from "./content-fault.ts";
import { siteAddresses } from "./site-addresses.ts";

/**
 * Every fault of the files in `content`, the worst first. `root`: of the project; `today`: the day in Spain, `YYYY-MM-DD`. What takes
 * long, spelling and other people's sites, is asked for apart.
 */
export function checkContent(
  root: string,
  today: string,
  read: ReadEntries = readEntries(root),
): ContentFault[] {
  const { entries } = read;
  const around = aroundOf(root, entries, today);
  const addresses = siteAddresses(root, entries);
  const faults = [
    ...read.faults,
    ...checkAliases(entries, addresses),
    ...checkKnownAddresses(
      entries,
      addresses,
      around,
      read.faults.map(({ file }) => file),
    ),
    ...checkAlsoAsked(entries),
    ...checkDownloads(root),
    ...entries.flatMap((entry) => [
      ...checkHeader(entry, around),
      ...checkCode(entry),
      ...checkComponents(entry, around),
      ...checkLinks(entry, addresses, around),
      ...checkStructure(entry),
      ...checkTypography(entry),
      ...checkReading(entry),
    ]),
  ];
  return faults.sort(byWeight);
}
