/** Every path of the site. Each begins with a slash; pages end with one. Functions write theirs out too: Netlify reads it without running them. */
export const PAGES = {
  home: "/",
  articles: "/articulos/",
  topics: "/temas/",
  archive: "/archivo/",
  questions: "/preguntas-frecuentes/",
  glossary: "/glosario/",
  maps: "/mapas/",
  resources: "/recursos/",
  search: "/buscar/",
  board: "/favores/",
  newJob: "/favores/nuevo/",
  recover: "/favores/recuperar/",
  doneJobs: "/favores/hechos/",
  alerts: "/favores/alertas/",
  help: "/ayuda/favores/",
  rules: "/normas/",
  safety: "/seguridad/",
  contact: "/contacto/",
  report: "/avisar/",
  numbers: "/cifras/",
  moderation: "/moderacion/",
  myData: "/mis-datos/",
  askForData: "/mis-datos/pedir/",
  privacy: "/privacidad/",
  legalNotice: "/aviso-legal/",
  accessibility: "/accesibilidad/",
} as const;

/** What programs read: feeds, lists for crawlers, the search's data. */
export const FILES = {
  rss: "/rss.xml",
  atom: "/atom.xml",
  jsonFeed: "/feed.json",
  jobsRss: "/favores/rss.xml",
  commentsRss: "/comentarios/rss.xml",
  sitemapIndex: "/sitemap-index.xml",
  sitemap: "/sitemap-0.xml",
  searchIndex: "/buscar/indice.json",
  security: "/.well-known/security.txt",
} as const;

/** Where forms post to and programs ask. */
export const API = {
  jobs: "/api/jobs",
  comments: "/api/comments",
  commentPreview: "/api/comments/preview",
  contact: "/api/contact",
  votes: "/api/votes",
  reports: "/api/reports",
  digests: "/api/digests",
  forgetBrowser: "/api/browser/forget",
  recover: "/api/recover",
  myData: "/api/my-data",
  resendConfirmation: "/api/resend-confirmation",
  discard: "/api/discard",
  webmentions: "/api/webmentions",
  resend: "/api/resend",
  session: "/api/session",
  endSession: "/api/session/end",
  moderation: "/api/moderation",
  health: "/api/health",
  openapi: "/api/openapi.json",
} as const;

/** The web editor: built only when it is asked for, and linked from nowhere. */
export const EDITOR_PATH = "/redaccion/";

/** The local mailbox; only the local host has it. */
export const MAILBOX = { page: "/buzon/", list: "/buzon.json" } as const;

/** What says what happens next, once a form was sent. */
export const THANKS = {
  job: "/gracias/favor/",
  heldJob: "/gracias/favor-en-revision/",
  offer: "/gracias/propuesta/",
  sentOffer: "/gracias/propuesta-enviada/",
  heldOffer: "/gracias/propuesta-en-revision/",
  reward: "/gracias/recompensa/",
  heldReward: "/gracias/recompensa-en-revision/",
  joinedReward: "/gracias/recompensa-sumada/",
  comment: "/gracias/comentario/",
  session: "/gracias/moderacion/",
  message: "/gracias/mensaje/",
  report: "/gracias/aviso/",
  digest: "/gracias/alerta/",
  links: "/gracias/enlaces/",
  myData: "/gracias/mis-datos/",
  resent: "/gracias/reenviado/",
  browserForgotten: "/gracias/navegador-olvidado/",
  browsersForgotten: "/gracias/navegadores-olvidados/",
} as const;

/** A published comment as a draft of the FAQ, for moderators who signed in. */
export const faqDraftFile = (comment: string): string => `${PAGES.moderation}resuelve/${comment}.mdx`;

/** The same with the receipt of what waits to be confirmed: to which address the mail went. `done`: what was just done with it. */
export const thanksWith = (thanks: string, receipt: string | undefined, done?: "reenviado"): string =>
  receipt === undefined ? thanks : `${thanks}${receipt}/${done === undefined ? "" : `?hecho=${done}`}`;

/** A page of the list of articles; the first has no number. */
export const articlesPage = (number: number): string =>
  number === 1 ? PAGES.articles : `${PAGES.articles}${String(number)}/`;
export const articlePath = (slug: string): string => `${PAGES.articles}${slug}/`;
/** The whole thread of an article. */
export const threadPath = (article: string): string => `${articlePath(article)}comentarios/`;
/** The form below a thread, for an answer to a comment where one is named. */
export const commentFormPath = (article: string, parent?: string): string =>
  `${threadPath(article)}${parent === undefined ? "" : `?responder=${parent}`}#comentar`;
/**
 * A comment for the remembered browser that wrote it: with what it may still do to it. With `branch` (the id of its root) in that branch,
 * which shows it however long the thread is.
 */
export const ownCommentPath = (article: string, id: string, branch: string | null): string =>
  `${threadPath(article)}?${branch === null ? "" : `rama=${branch}&`}propio=${id}#c-${id}`;
/** The form that corrects a comment, and the one that deletes it, below its thread. */
export const correctCommentPath = (article: string, id: string, part: "corregir" | "borrar"): string =>
  `${threadPath(article)}?corregir=${id}#${part}`;
/** A comment in its thread; with `branch` (the id of its root) in that branch, which shows it however long the thread grows. */
export const commentIn = (article: string, id: string, branch?: string): string =>
  `${threadPath(article)}${branch === undefined ? "" : `?rama=${branch}`}#c-${id}`;

export const topicPath = (id: string): string => `${PAGES.topics}${id}/`;
export const authorPath = (id: string): string => `/autores/${id}/`;
export const seriesPath = (id: string): string => `/series/${id}/`;
export const questionPath = (slug: string): string => `${PAGES.questions}${slug}/`;
export const questionsOf = (theme: string): string => `${PAGES.questions}#tema-${theme}`;
/** Both answers to a vote stand on the question's own page. */
export const voteAnswerPath = (question: string, part: string): string => `${questionPath(question)}#${part}`;
export const termPath = (id: string): string => `${PAGES.glossary}${id}/`;
export const termInList = (id: string): string => `${PAGES.glossary}#${id}`;
export const mapPath = (id: string): string => `${PAGES.maps}${id}/`;
export const mapFile = (id: string, type: "svg" | "md" | "opml"): string => `${PAGES.maps}${id}.${type}`;
export const resourcePath = (id: string): string => `${PAGES.resources}${id}/`;
/** A file to be downloaded: those in `public/descargas`, and what is made of them at build. */
export const downloadPath = (fileName: string): string => `/descargas/${fileName}`;

/** A favour's page splits at the first hyphen: ids have none. */
export const favourPath = (id: string, slug: string): string =>
  `${PAGES.board}${slug === "" ? id : `${id}-${slug}`}/`;
/** The address of a favour that is short enough to be copied from paper. */
export const shortFavourPath = (id: string): string => `/f/${id}/`;
/** The sheet to be printed of the favour whose page this is. */
export const sheetPath = (favour: string): string => `${favour}cartel/`;
/** `query` is written as in an address, without its question mark; empty: none. */
export const boardWith = (query: string): string => withQuery(PAGES.board, query);
/** The form for an alert of a board. */
export const alertsWith = (query: string): string => withQuery(PAGES.alerts, query);
/** A page of what was done; the first has no number. */
export const doneJobsPage = (page: number): string =>
  withQuery(PAGES.doneJobs, page === 1 ? "" : `pagina=${String(page)}`);
export const jobsFeedWith = (query: string): string => withQuery(FILES.jobsRss, query);
/** What the search fetches when it needs it lies in folders and files that are named by what they say: it can be kept for ever. */
export const SEARCH_DATA = `${PAGES.search}datos/`;
export const searchPart = (version: string): string => `${SEARCH_DATA}${version}.json`;
export const searchTexts = (version: string): string => `${SEARCH_DATA}${version}/`;

/** The page behind a magic link; `done` is the action that was just done by it, or `ya`. */
export const linkPage = (token: string, done?: string): string =>
  `/gestion/${encodeURIComponent(token)}/${done === undefined ? "" : `?hecho=${encodeURIComponent(done)}`}`;

/** The form for a new favour, filled in with one that is over, by its poster's link. */
export const askAgainPath = (token: string): string => `${PAGES.newJob}?de=${encodeURIComponent(token)}`;

export const jobApi = (id: string): string => `${API.jobs}/${id}`;
export const offersApi = (job: string): string => `${jobApi(job)}/offers`;
export const rewardsApi = (job: string): string => `${jobApi(job)}/rewards`;
export const commentApi = (id: string): string => `${API.comments}/${id}`;
/** `token` or, where an answer must not carry one, the id of the link. */
export const linkApi = (token: string): string => `/api/links/${token}`;

/** The card of whatever has none of its own: pages that ask not to be listed, and the home page. */
export const SITE_CARD = "/og/makethejobs.png";
/** Where the pictures of pages lie, each under the path of its page. */
export const CARDS = "/og";

/**
 * Where the picture of a page is, for whoever shares it. Further pages of a list have that of the first.
 *
 * @example cardPath("/articulos/nunca-borres-la-polemica/") // "/og/articulos/nunca-borres-la-polemica.png"
 * @example cardPath("/articulos/2/") // "/og/articulos.png"
 */
export function cardPath(pagePath: string): string {
  const path = pagePath.replace(/\/\d+\/$/, "/");
  return path === PAGES.home ? SITE_CARD : `${CARDS}${path.replace(/\/$/, "")}.png`;
}

/** For `cardPath`: no page, but the picture that every favour of this category and reward shares. */
export const favourCard = (category: string, reward: string): string =>
  `${PAGES.board}${category}-${reward}/`;

/** What crawlers may not read. */
export const CLOSED_TO_CRAWLERS = ["/api/", "/gestion/", MAILBOX.page, MAILBOX.list] as const;

function withQuery(path: string, query: string): string {
  return query === "" ? path : `${path}?${query}`;
}

/** The form that tells of a problem with one thing. */
export function reportPath(kind: string, id: string): string {
  return `${PAGES.report}?${new URLSearchParams({ kind, id }).toString()}`;
}
