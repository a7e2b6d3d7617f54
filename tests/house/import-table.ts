/**
 * Who may import whom: the table of the architecture, room by room. A room may always import itself. What the table does
 * not list has its decision beside it.
 */
export interface Room {
  readonly name: string;
  /** Paths from the root that belong to the room: a folder ends with a slash. */
  readonly paths: readonly string[];
  readonly mayImport: readonly string[];
  /** Packages that it may import; absent: any. */
  readonly packages?: RegExp;
}

/** What a page may be made of. `styles` are CSS files, `content` what editors write. */
const LOOKS = [
  "styles",
  "content",
  "queries",
  "copy",
  "domain",
  "site",
  "text",
  "search",
  "maps",
  "feeds",
  "og",
  "structured-data",
];
const TRADE = ["domain", "copy", "site", "text"];

export const ROOMS: readonly Room[] = [
  { name: "domain", paths: ["src/domain/"], mayImport: [], packages: /^zod\/mini$/ },
  { name: "copy", paths: ["src/copy/"], mayImport: ["domain"], packages: /^$/ },
  { name: "site", paths: ["src/site.ts"], mayImport: [], packages: /^$/ },
  { name: "text", paths: ["src/text/"], mayImport: TRADE },
  { name: "search", paths: ["src/search/"], mayImport: TRADE },
  { name: "maps", paths: ["src/maps/"], mayImport: TRADE },
  { name: "feeds", paths: ["src/feeds/"], mayImport: TRADE },
  { name: "og", paths: ["src/og/"], mayImport: TRADE },
  { name: "structured-data", paths: ["src/structured-data/"], mayImport: TRADE },
  { name: "links", paths: ["src/signer.ts"], mayImport: ["domain"], packages: /^node:/ },
  // What the embedded store, the local mailbox and the kept secret have in common: files of one machine.
  { name: "files", paths: ["src/files/"], mayImport: [], packages: /^node:/ },
  { name: "store", paths: ["src/store/"], mayImport: [...TRADE, "files"] },
  { name: "mail", paths: ["src/mail/"], mayImport: [...TRADE, "links", "files"] },
  // What the architecture's table leaves out: build-time files and what they are made of.
  { name: "styles", paths: ["src/styles/"], mayImport: [] },
  { name: "markdown", paths: ["src/markdown/"], mayImport: ["text"] },
  {
    name: "content.config",
    paths: ["src/content.config.ts", "src/content-schemas.ts"],
    mayImport: ["domain", "site", "maps"],
  },
  { name: "content", paths: ["content/"], mayImport: [] },
  { name: "generated", paths: ["src/generated/"], mayImport: [] },
  { name: "package.json", paths: ["package.json"], mayImport: [] },
  {
    name: "services",
    paths: ["src/services.ts", "src/config.ts", "src/cache.ts", "src/files/kept-secret.ts"],
    mayImport: ["store", "mail", "links", "files", "domain", "generated", "site", "package.json"],
  },
  {
    name: "queries",
    paths: ["src/queries/"],
    // `text`: docs/decisions/0002. The live collections' own types, the outline that is a collection's data and the
    // constants of `site` describe what is queried.
    mayImport: ["domain", "services", "text", "live.config", "maps", "site"],
  },
  { name: "live.config", paths: ["src/live.config.ts"], mayImport: ["domain", "services", "text"] },
  // `browser`: the script that a component brings along runs in the page; nothing of it is rendered.
  { name: "components", paths: ["src/components/"], mayImport: [...LOOKS, "browser"] },
  { name: "layouts", paths: ["src/layouts/"], mayImport: [...LOOKS, "components"] },
  { name: "pages", paths: ["src/pages/"], mayImport: [...LOOKS, "components", "layouts"] },
  // Pages on demand send the same security headers as the functions, from the one list.
  {
    name: "middleware",
    paths: ["src/middleware.ts"],
    mayImport: ["netlify/http"],
    packages: /^astro:middleware$/,
  },
  { name: "browser", paths: ["src/browser/"], mayImport: ["domain", "text", "search"], packages: /^$/ },
  { name: "netlify/http", paths: ["netlify/http/"], mayImport: ["domain", "copy", "site"] },
  {
    name: "netlify/handlers",
    paths: ["netlify/handlers/"],
    mayImport: ["domain", "copy", "text", "netlify/http"],
  },
  {
    name: "netlify/functions",
    paths: ["netlify/functions/"],
    mayImport: ["netlify/handlers", "services"],
  },
  {
    name: "netlify/local",
    paths: ["netlify/local/"],
    // The local host shows the mailbox, and escapes what it shows as every answer of ours does.
    mayImport: ["netlify/handlers", "netlify/http", "services", "mail"],
  },
];

export function roomOf(path: string): Room | null {
  return ROOMS.find((room) => room.paths.some((own) => path === own || path.startsWith(own))) ?? null;
}
