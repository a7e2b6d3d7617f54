import { FILES, PAGES } from "./urls.ts";

/** What the whole site agrees on: its name, its address, its navigation and the limits that editors may change. */
export const SITE = {
  name: "Makethejobs",
  /** Used when `SITE_URL` is not set, so that canonical links of a build are never relative. */
  url: "https://www.makethejobs.com",
  language: "es",
  locale: "es-ES",
  timeZone: "Europe/Madrid",
  tagline: "Pide un favor, echa una mano, aprende el oficio",
  description:
    "Un tablón para pedir favores y ofrecerse a hacerlos, y artículos útiles sobre el oficio de community manager.",
  /** The public address; it also stands beside the contact form. */
  email: "info@makethejobs.com",
} as const;

/**
 * Whoever answers for the site by law (LSSI art. 10), until configuration says it: what is not known is left out of the sentences, and
 * `npm run doctor` refuses production without it.
 */
export const OWNER_UNTOLD = { name: SITE.name, nif: "", address: "" } as const;

export const NAVIGATION = [
  { id: "favores", text: "Favores", href: PAGES.board },
  { id: "articulos", text: "Artículos", href: PAGES.articles },
  { id: "preguntas", text: "Preguntas frecuentes", href: PAGES.questions },
  { id: "mapas", text: "Mapas mentales", href: PAGES.maps },
  { id: "recursos", text: "Plantillas", href: PAGES.resources },
] as const;
export type NavId = (typeof NAVIGATION)[number]["id"];

/** Where every page's breadcrumbs begin. */
export const HOME_CRUMB = { text: "Inicio", href: "/" } as const;

export const ASK_HREF = PAGES.newJob;
export const HELP_HREF = PAGES.board;

export const FOOTER_LINKS = [
  {
    title: "Leer",
    links: [
      { text: "Artículos", href: PAGES.articles },
      { text: "Temas", href: PAGES.topics },
      { text: "Archivo", href: PAGES.archive },
      { text: "Preguntas frecuentes", href: PAGES.questions },
      { text: "Glosario", href: PAGES.glossary },
      { text: "RSS", href: FILES.rss },
    ],
  },
  {
    title: "Favores",
    links: [
      { text: "El tablón", href: PAGES.board },
      { text: "Pide un favor", href: PAGES.newJob },
      { text: "Cómo funciona", href: PAGES.help },
      { text: "¿Has perdido tu enlace?", href: PAGES.recover },
      { text: "Normas", href: PAGES.rules },
      { text: "Seguridad", href: PAGES.safety },
      { text: "Moderación", href: PAGES.moderation },
    ],
  },
  {
    title: "Makethejobs",
    links: [
      { text: "Contacto", href: PAGES.contact },
      { text: "Privacidad", href: PAGES.privacy },
      { text: "Mis datos", href: PAGES.myData },
      { text: "Aviso legal", href: PAGES.legalNotice },
      { text: "Accesibilidad", href: PAGES.accessibility },
      { text: "Cifras", href: PAGES.numbers },
    ],
  },
] as const;

/** Limits that editors may change. */
export const ARTICLES_PER_PAGE = 12;
export const HOME_JOBS = 4;
/** Favours already done that the board shows below those that are open. */
export const DONE_SHOWN = 5;
/** Open favours below one that is read. */
export const SIMILAR_JOBS = 3;
export const HOME_ARTICLES = 4;
export const HOME_QUESTIONS = 5;
export const RELATED_ARTICLES = 3;
export const RELATED_PAGES = 3;
export const TERM_ARTICLES = 5;
export const WORDS_PER_MINUTE = 220;
/** How many articles a feed carries, newest first. */
export const FEED_ARTICLES = 20;
/** How many comments a feed carries, newest first. */
export const FEED_COMMENTS = 50;
