/**
 * Who may import whom: the table of the architecture, room by room. A room may always import itself. What the table does
 * not list has its decision beside it.
 */
export interface Room {
  readonly name: string;
  /** Paths from the root that belong to the room: a folder ends with a slash. */
  readonly paths: readonly string[];
  readonly mayImport: readonly string[];
  /** Rooms whose types it may name; at run time they are handed in. */
  readonly mayName?: readonly string[];
  /** Packages that it may import; absent: any. */
  readonly packages?: RegExp;
}

/** What a page may be made of. `styles` are CSS files, `content` what editors write. */
const LOOKS = [
  "urls",
  "styles",
  "content",
  "queries",
  "copy",
  "domain",
  "site",
  "validator",
  "language",
  "markdown",
  "views",
  "search",
  "maps",
  "feeds",
  "og",
  "drawings",
  "office",
  "structured-data",
];
const TRADE = ["domain", "copy", "site", "urls", "language"];

export const ROOMS: readonly Room[] = [
  ...domainRooms(),
  { name: "copy", paths: ["src/copy/"], mayImport: ["domain"], packages: /^$/ },
  { name: "urls", paths: ["src/urls.ts"], mayImport: [], packages: /^$/ },
  { name: "site", paths: ["src/site.ts"], mayImport: ["urls"], packages: /^$/ },
  { name: "validator", paths: ["src/validator.ts"], mayImport: [], packages: /^node:/ },
  { name: "language", paths: ["src/language/"], mayImport: ["domain", "site"], packages: /^$/ },
  { name: "markdown", paths: ["src/markdown/"], mayImport: ["domain", "copy", "language"] },
  // What everybody may see of a record, and how a list of them is asked for.
  { name: "views", paths: ["src/views/"], mayImport: ["domain", "urls", "language", "markdown"] },
  { name: "search", paths: ["src/search/"], mayImport: [...TRADE, "markdown"] },
  { name: "maps", paths: ["src/maps/"], mayImport: TRADE },
  { name: "feeds", paths: ["src/feeds/"], mayImport: [...TRADE, "markdown", "views"] },
  { name: "og", paths: ["src/og/"], mayImport: [...TRADE, "drawings"] },
  { name: "drawings", paths: ["src/drawings/"], mayImport: TRADE, packages: /^(?:node:|uqr$)/ },
  {
    name: "office",
    paths: ["src/office/"],
    mayImport: ["site"],
    packages: /^(?:node:|docx$|write-excel-file\/node$|markdown-it$)/,
  },
  { name: "structured-data", paths: ["src/structured-data/"], mayImport: [...TRADE, "views"] },
  { name: "signer", paths: ["src/signer.ts"], mayImport: ["domain"], packages: /^node:/ },
  // What the embedded store, the local mailbox and the kept secret have in common: files of one machine.
  { name: "files", paths: ["src/files/"], mayImport: [], packages: /^node:/ },
  { name: "store", paths: ["src/store/"], mayImport: [...TRADE, "files"] },
  { name: "mail", paths: ["src/mail/"], mayImport: [...TRADE, "markdown", "views", "signer", "files"] },
  { name: "styles", paths: ["src/styles/"], mayImport: [] },
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
    paths: ["src/services.ts", "src/config.ts", "src/cache.ts"],
    mayImport: ["store", "mail", "signer", "files", "domain", "generated", "site", "package.json"],
  },
  {
    name: "queries",
    paths: ["src/queries/"],
    // `language`, `markdown`, `views`: docs/decisions/0002. The live collections' own types, the outline that is a
    // collection's data and the constants of `site` describe what is queried.
    mayImport: [
      "domain",
      "urls",
      "services",
      "language",
      "markdown",
      "views",
      "search",
      "live.config",
      "maps",
      "site",
    ],
  },
  { name: "live.config", paths: ["src/live.config.ts"], mayImport: ["domain", "services", "views"] },
  // `browser`: the script that a component brings along runs in the page; nothing of it is rendered.
  { name: "ui", paths: ["src/ui/"], mayImport: [...LOOKS, "browser"] },
  { name: "layouts", paths: ["src/layouts/"], mayImport: [...LOOKS, "ui"] },
  { name: "pages", paths: ["src/pages/"], mayImport: [...LOOKS, "ui", "layouts"] },
  // Pages on demand send the same security headers as the functions, from the one list.
  {
    name: "middleware",
    paths: ["src/middleware.ts"],
    mayImport: ["netlify/http"],
    packages: /^astro:middleware$/,
  },
  {
    name: "browser",
    paths: ["src/browser/"],
    // `copy`: what is drawn while somebody types says it as the page will.
    mayImport: ["domain", "copy", "urls", "language", "views", "search"],
    packages: /^$/,
  },
  {
    name: "netlify/http",
    paths: ["netlify/http/"],
    mayImport: ["domain", "copy", "site", "urls", "markdown"],
  },
  {
    name: "netlify/forms",
    paths: ["netlify/forms/"],
    mayImport: [
      "domain",
      "copy",
      "urls",
      "language",
      "views",
      "validator",
      "netlify/http",
      "netlify/outside",
    ],
    mayName: ["services", "signer"],
  },
  {
    name: "netlify/links",
    paths: ["netlify/links/"],
    mayImport: ["domain", "copy", "urls", "language", "views", "netlify/http", "netlify/forms"],
    mayName: ["services", "signer"],
  },
  // What asks other people's servers: nothing of the site goes along.
  {
    name: "netlify/outside",
    paths: ["netlify/outside/"],
    mayImport: ["domain"],
    packages: /^(?:node:|zod\/mini$|microformats-parser$)/,
  },
  {
    name: "netlify/schedule",
    paths: ["netlify/schedule/"],
    // `views`: an alert says which favours it is about as the board's address does.
    mayImport: [
      "domain",
      "language",
      "site",
      "urls",
      "views",
      "netlify/http",
      "netlify/forms",
      "netlify/outside",
      "netlify/links",
    ],
    mayName: ["services"],
  },
  {
    name: "netlify/functions",
    paths: ["netlify/functions/"],
    mayImport: ["netlify/forms", "netlify/links", "netlify/schedule", "netlify/outside", "services"],
  },
  {
    name: "netlify/local",
    paths: ["netlify/local/"],
    // The local host shows the mailbox, and escapes what it shows as every answer of ours does.
    mayImport: ["netlify/forms", "netlify/http", "services", "mail", "urls", "markdown"],
  },
];

/** Inside the domain: the kernel takes nobody, a decision names every record (docs/decisions/0015), and favours and comments don't know each other. */
function domainRooms(): Room[] {
  const domain = (name: string, mayImport: readonly string[]): Room => ({
    name: `domain/${name}`,
    paths: [`src/domain/${name}/`],
    mayImport: mayImport.map((room) => `domain/${room}`),
    packages: /^zod\/mini$/,
  });
  return [
    domain("kernel", []),
    domain("people", ["kernel"]),
    domain("suspicion", ["kernel"]),
    domain("records", ["kernel", "people"]),
    domain("favours", ["kernel", "people", "suspicion", "records"]),
    domain("comments", ["kernel", "people", "suspicion", "records"]),
    domain("feedback", ["kernel", "people", "records"]),
    domain("moderation", ["kernel", "people", "suspicion", "records"]),
    domain("reports", ["kernel", "people", "records", "favours", "comments"]),
    domain("links", [
      "kernel",
      "people",
      "records",
      "favours",
      "comments",
      "feedback",
      "moderation",
      "reports",
    ]),
  ];
}

export function roomOf(path: string): Room | null {
  return ROOMS.find((room) => room.paths.some((own) => path === own || path.startsWith(own))) ?? null;
}
