import { SITE } from "../../src/site.ts";
import { isHiddenFrom, type Around } from "./around.ts";
import type { Entry } from "./content-entries.ts";
import type { ContentFault, Mend } from "./content-fault.ts";
import { allBelow, attributesOf, isElement, rangeOf } from "./mdx-body.ts";
import { nearest } from "./nearest.ts";
import { headingIds, isFrameId, type SiteAddresses } from "./site-addresses.ts";

const WEB = /^https?:\/\/[^/\s]+/i;
const MAIL = /^mailto:[^\s@]+@[^\s@]+\.[^\s@]+$/i;
const PHONE = /^tel:\+?[\d-]+$/i;
const OWN = /^(?:\/(?!\/)|#.|\?)\S*$/;

export interface WrittenAddress {
  readonly address: string;
  /** Offsets in the file of what it was written in. */
  readonly start: number;
  readonly end: number;
}

/** Links of a text that lead nowhere, to a page or an id that isn't there, or by a detour. */
export function checkLinks(entry: Entry, addresses: SiteAddresses, around: Around): ContentFault[] {
  const { file, text } = entry;
  return addressesIn(entry).flatMap((written) => {
    const found = checkAddress(written.address, entry, addresses, around);
    if (found === null) return [];
    const { instead, ...says } = found;
    const mend = instead === undefined ? undefined : mendOf(text.text, written, instead);
    return [{ file, ...text.placeAt(written.start), ...says, ...(mend && { mend }) }];
  });
}

/** Every address that is written in a text's body or, as `url`, in its header. */
export function addressesIn(entry: Entry): WrittenAddress[] {
  const { text, tree, path } = entry;
  const inHeader = text.scalars
    .filter(({ path: at }) => at.at(-1) === "url" && path.every((step, index) => at[index] === step))
    .map(({ start, end }) => ({
      address: text.text.slice(start, end).replace(/^["']|["']$/g, ""),
      start,
      end,
    }));
  if (tree === null) return inHeader;
  const inBody = allBelow(tree).flatMap((node) => {
    const range = rangeOf(text, node);
    if (node.type === "link" || node.type === "definition") {
      return [{ address: node.url, ...range }];
    }
    if (!isElement(node)) return [];
    return [...attributesOf(node)].flatMap(([name, value]) =>
      /^(?:href|url|sourceUrl)$/.test(name) && value !== null ? [{ address: value, ...range }] : [],
    );
  });
  return [...inHeader, ...inBody];
}

type Says = Pick<ContentFault, "problem" | "whatToDo" | "weight"> & { readonly instead?: string };

function checkAddress(address: string, entry: Entry, addresses: SiteAddresses, around: Around): Says | null {
  if (!leadsSomewhere(address)) {
    return {
      problem: `el enlace «${address}» no lleva a ninguna parte.`,
      whatToDo:
        "Escribe una dirección entera (https://…), una página de esta web (/articulos/…/), #apartado, mailto: o tel:.",
    };
  }
  if (WEB.test(address)) {
    const { hostname, pathname, search, hash } = new URL(address);
    if (bare(hostname) !== bare(new URL(SITE.url).hostname)) return null;
    const instead = `${pathname}${search}${hash}`;
    return {
      problem: `«${address}» es una página de esta web.`,
      whatToDo: `Enlázala sin el dominio: ${instead}`,
      weight: "slip",
      instead,
    };
  }
  return OWN.test(address) ? checkOwn(address, entry, addresses, around) : null;
}

function checkOwn(address: string, entry: Entry, addresses: SiteAddresses, around: Around): Says | null {
  const [withoutId = "", id] = address.split("#", 2);
  const [path = ""] = withoutId.split("?");
  if (path === "") {
    return id === undefined || headingIds(entry).includes(id) || isFrameId(id, entry)
      ? null
      : { problem: `en esta página no hay ningún apartado «#${id}».`, whatToDo: idsOf(headingIds(entry)) };
  }
  const moved = addresses.aliases.get(path) ?? addresses.aliases.get(`${path}/`);
  if (moved !== undefined && !addresses.living.has(path)) {
    const instead = address.replace(path, moved);
    return {
      problem: `«${path}» es una dirección antigua.`,
      whatToDo: `Enlaza ${instead}`,
      weight: "slip",
      instead,
    };
  }
  if (!addresses.leads(path)) {
    if (addresses.leads(`${path}/`)) {
      const instead = address.replace(path, `${path}/`);
      return {
        problem: `a «${path}» le falta la barra del final.`,
        whatToDo: `Escribe ${instead}`,
        weight: "slip",
        instead,
      };
    }
    const near = nearest(path, [...addresses.living]);
    return {
      problem: `no hay ninguna página en «${path}».`,
      whatToDo:
        near === undefined
          ? "Copia la dirección de la página a la que quieres llevar."
          : `¿Querías decir ${near}? Si no, copia la dirección de la página a la que quieres llevar.`,
    };
  }
  const target = addresses.entryAt(path);
  if (target !== undefined && isHiddenFrom(entry, `${target.collection}/${target.id}`, around)) {
    return {
      problem: `«${path}» todavía no está publicada.`,
      whatToDo: "Publícala antes o a la vez, o quita el enlace.",
    };
  }
  if (id === undefined || addresses.hasId(path, id)) return null;
  return {
    problem: `en «${path}» no hay ningún apartado «#${id}».`,
    whatToDo:
      target === undefined ? "Abre la página y copia la dirección del apartado." : idsOf(headingIds(target)),
  };
}

function bare(host: string): string {
  return host.replace(/^www\./, "");
}

function idsOf(ids: readonly string[]): string {
  return ids.length === 0
    ? "Quita lo que sigue a «#»."
    : `Los que hay son: ${ids.map((id) => `#${id}`).join(", ")}.`;
}

function mendOf(text: string, { address, start, end }: WrittenAddress, instead: string): Mend | undefined {
  const at = text.slice(start, end).lastIndexOf(address);
  return at === -1 ? undefined : { start: start + at, end: start + at + address.length, text: instead };
}

function leadsSomewhere(address: string): boolean {
  if (WEB.test(address)) return !/\s/.test(address) && URL.canParse(address);
  return MAIL.test(address) || PHONE.test(address) || OWN.test(address);
}
