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
 * Whoever answers for the site by law (LSSI art. 10). Configuration fills these in; the brackets are there to be seen, and
 * `npm run doctor` refuses production with them.
 */
export const OWNER_PLACEHOLDERS = {
  name: "[Nombre del titular, por configurar]",
  nif: "[NIF, por configurar]",
  address: "[Domicilio, por configurar]",
} as const;

export const NAVIGATION = [
  { id: "favores", text: "Favores", href: "/favores/" },
  { id: "articulos", text: "Artículos", href: "/articulos/" },
  { id: "preguntas", text: "Preguntas", href: "/preguntas-frecuentes/" },
  { id: "mapas", text: "Mapas", href: "/mapas/" },
  { id: "recursos", text: "Recursos", href: "/recursos/" },
] as const;
export type NavId = (typeof NAVIGATION)[number]["id"];

/** Where every page's breadcrumbs begin. */
export const HOME_CRUMB = { text: "Inicio", href: "/" } as const;

export const ASK_HREF = "/favores/nuevo/";
export const HELP_HREF = "/favores/";

export const FOOTER_LINKS = [
  {
    title: "Leer",
    links: [
      { text: "Artículos", href: "/articulos/" },
      { text: "Temas", href: "/temas/" },
      { text: "Archivo", href: "/archivo/" },
      { text: "Preguntas frecuentes", href: "/preguntas-frecuentes/" },
      { text: "Glosario", href: "/glosario/" },
      { text: "RSS", href: "/rss.xml" },
    ],
  },
  {
    title: "Favores",
    links: [
      { text: "El tablón", href: "/favores/" },
      { text: "Pide un favor", href: "/favores/nuevo/" },
      { text: "Cómo funciona", href: "/ayuda/favores/" },
      { text: "Normas", href: "/normas/" },
      { text: "Seguridad", href: "/seguridad/" },
      { text: "Moderación", href: "/moderacion/" },
    ],
  },
  {
    title: "Makethejobs",
    links: [
      { text: "Contacto", href: "/contacto/" },
      { text: "Privacidad", href: "/privacidad/" },
      { text: "Mis datos", href: "/mis-datos/" },
      { text: "Aviso legal", href: "/aviso-legal/" },
      { text: "Accesibilidad", href: "/accesibilidad/" },
      { text: "Cifras", href: "/cifras/" },
    ],
  },
] as const;

/** Limits that editors may change. */
export const ARTICLES_PER_PAGE = 12;
export const HOME_JOBS = 4;
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
