import { ALL_ERRANDS } from "../copy/errands.ts";
import { PAGES } from "../urls.ts";
import type { Findable } from "./pages.ts";

/** Where the texts of content/pages stand. */
export const TEXT_PAGES: Readonly<Record<string, string>> = {
  accesibilidad: PAGES.accessibility,
  "aviso-legal": PAGES.legalNotice,
  "ayuda-favores": PAGES.help,
  "mis-datos": PAGES.myData,
  moderacion: PAGES.moderation,
  normas: PAGES.rules,
  privacidad: PAGES.privacy,
  seguridad: PAGES.safety,
};

interface OwnPage {
  readonly url: string;
  /** As the page says it: tests/built/search.test.ts holds both together. */
  readonly title: string;
  readonly description: string;
  readonly alsoAsked: readonly string[];
}

/** Pages that are more than a text of content/pages, with what people call them. */
const OWN_PAGES: readonly OwnPage[] = [
  {
    url: PAGES.board,
    title: "Tablón de favores",
    description:
      "Favores y trabajillos que alguien necesita, con la recompensa que ofrece por ellos. Elige uno y di «me ofrezco».",
    alsoAsked: [
      "ver favores abiertos",
      "anuncios de gente que pide ayuda",
      "favores cerca de mí",
      "lista de favores",
      "quién necesita ayuda",
      "profesor particular",
      "cuidador de animales",
      "transportista con furgoneta",
      "jardinero",
      "pintor",
      "manitas",
      "peluquera y maquilladora",
      "costurera",
      "fotógrafo",
      "informático",
      "dibujante",
      "músico para una fiesta",
      "traductor",
      "cocinero",
      // What favours are about: whoever looks for one of these is best served by those that are open.
      ...ALL_ERRANDS.map(({ text }) => text),
    ],
  },
  {
    url: PAGES.newJob,
    title: "Pide un favor",
    description: "Cuenta qué necesitas y qué ofreces a cambio. Sin cuentas: con un nombre y un correo basta.",
    alsoAsked: [
      "publicar un favor",
      "poner un anuncio",
      "formulario para pedir ayuda",
      "colgar un favor nuevo",
    ],
  },
  {
    url: PAGES.recover,
    title: "Recupera tus enlaces",
    description:
      "¿Has perdido el correo con tu enlace? Te enviamos otra vez los de tus favores, propuestas y comentarios.",
    alsoAsked: [
      "he perdido el enlace",
      "he borrado el correo",
      "entrar en mi favor",
      "enlace de gestión",
      "iniciar sesión",
    ],
  },
  {
    url: PAGES.alerts,
    title: "Alerta de favores",
    description:
      "Recibe por correo los favores nuevos que encajan con lo que buscas, cada día o cada semana. Se deja con un clic.",
    alsoAsked: [
      "alertas por correo",
      "avisadme de favores nuevos en mi zona",
      "suscribirse a los favores",
      "recibir favores de mi provincia",
      "notificaciones",
    ],
  },
  {
    url: PAGES.doneJobs,
    title: "Favores ya hechos",
    description: "Favores que alguien pidió en Makethejobs y que ya están hechos.",
    alsoAsked: ["favores terminados", "ejemplos de favores", "favores cumplidos"],
  },
  {
    url: PAGES.contact,
    title: "Contacto",
    description:
      "Escríbenos: dudas, problemas con un favor, propuestas de artículos, tus datos o prensa. Contesta una persona.",
    alsoAsked: [
      "escribir al equipo",
      "hablar con alguien",
      "atención al cliente",
      "correo de soporte",
      "teléfono de Makethejobs",
      "sugerencias y quejas",
      "proponer un artículo",
      "prensa",
    ],
  },
  {
    url: PAGES.report,
    title: "Avisar de un problema",
    description:
      "Cuéntanos qué pasa con un favor, una propuesta o un comentario. No hace falta cuenta y no decimos quién avisa.",
    alsoAsked: [
      "denunciar un anuncio",
      "reportar a un usuario",
      "contenido ofensivo",
      "me están acosando",
      "comentario con insultos",
    ],
  },
  {
    url: PAGES.numbers,
    title: "Cifras",
    description:
      "Cuántos favores hay abiertos en Makethejobs, cuántos tienen ya quien se ofrece, cuántos comentarios se han publicado y cuánto hay para leer.",
    alsoAsked: [
      "estadísticas de la web",
      "números del tablón",
      "cuánta gente participa",
      "mapa de favores por provincias",
    ],
  },
  {
    url: PAGES.questions,
    title: "Preguntas frecuentes",
    description:
      "Dudas sobre Makethejobs, los favores, las recompensas, tus datos y el oficio, con respuestas cortas.",
    alsoAsked: ["faq", "ayuda", "dudas", "todas las preguntas"],
  },
  {
    url: PAGES.glossary,
    title: "Glosario",
    description: "Los términos del oficio de community manager, uno por uno.",
    alsoAsked: ["diccionario de marketing", "vocabulario del oficio", "todos los términos"],
  },
  {
    url: PAGES.archive,
    title: "Archivo",
    description: "Todos los artículos de Makethejobs por año y mes, del más reciente al más antiguo.",
    alsoAsked: ["artículos antiguos", "artículos por fecha", "lo último publicado"],
  },
  {
    url: PAGES.topics,
    title: "Temas",
    description: "Todos los temas de los artículos, con lo que hay en cada uno.",
    alsoAsked: ["categorías del blog", "etiquetas"],
  },
  {
    url: PAGES.maps,
    title: "Mapas mentales",
    description: "Mapas mentales para ver de una vez en qué consiste algo, dibujados y también por escrito.",
    alsoAsked: ["esquemas", "resumen visual"],
  },
  {
    url: PAGES.resources,
    title: "Plantillas",
    description: "Plantillas gratuitas para un community manager.",
    alsoAsked: ["plantillas gratis", "documentos para descargar", "materiales"],
  },
];

export const ownPages = (): Findable[] =>
  OWN_PAGES.map((page) => ({
    kind: "page",
    ...page,
    names: [],
    sections: [{ id: null, heading: "", text: "" }],
  }));
