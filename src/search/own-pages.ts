import { PLACE_NAMES } from "../copy/places.ts";
import { PAGES } from "../urls.ts";
import { ASKED_OF_BOARD } from "./asked-of-board.ts";
import { ASKED_OF_FORMS } from "./asked-of-forms.ts";
import { ASKED_OF_LISTS } from "./asked-of-lists.ts";
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

/** Who needs something, or has time, says where: «chapuzas en Sevilla». */
const IN_EACH_PROVINCE = Object.entries(PLACE_NAMES)
  .filter(([place]) => place !== "remoto")
  .map(([, name]) => `favores en ${name}`);

/** Pages that are more than a text of content/pages, with what people call them. */
const OWN_PAGES: readonly OwnPage[] = [
  {
    url: PAGES.board,
    title: "Tablón de favores",
    description:
      "Favores y trabajillos que alguien necesita, con la recompensa que ofrece por ellos. Elige uno y di «me ofrezco».",
    alsoAsked: [...ASKED_OF_BOARD, ...IN_EACH_PROVINCE],
  },
  {
    url: PAGES.newJob,
    title: "Pide un favor",
    description: "Cuenta qué necesitas y qué ofreces a cambio. Sin cuentas: con un nombre y un correo basta.",
    alsoAsked: ASKED_OF_FORMS.newJob,
  },
  {
    url: PAGES.recover,
    title: "Recupera tus enlaces",
    description:
      "¿Has perdido el correo con tu enlace? Te enviamos otra vez los de tus favores, propuestas y comentarios.",
    alsoAsked: ASKED_OF_FORMS.recover,
  },
  {
    url: PAGES.alerts,
    title: "Alerta de favores",
    description:
      "Recibe por correo los favores nuevos que encajan con lo que buscas, cada día o cada semana. Se deja con un clic.",
    alsoAsked: ASKED_OF_FORMS.alerts,
  },
  {
    url: PAGES.doneJobs,
    title: "Favores ya hechos",
    description: "Favores que alguien pidió en Makethejobs y que ya están hechos.",
    alsoAsked: ASKED_OF_LISTS.doneJobs,
  },
  {
    url: PAGES.contact,
    title: "Contacto",
    description:
      "Escríbenos: dudas, problemas con un favor, propuestas de artículos, tus datos o prensa. Contesta una persona.",
    alsoAsked: ASKED_OF_FORMS.contact,
  },
  {
    url: PAGES.report,
    title: "Avisar de un problema",
    description:
      "Cuéntanos qué pasa con un favor, una propuesta o un comentario. No hace falta cuenta y no decimos quién avisa.",
    alsoAsked: ASKED_OF_FORMS.report,
  },
  {
    url: PAGES.numbers,
    title: "Cifras",
    description:
      "Cuántos favores hay abiertos en Makethejobs, cuántos tienen ya quien se ofrece, cuántos comentarios se han publicado y cuánto hay para leer.",
    alsoAsked: ASKED_OF_LISTS.numbers,
  },
  {
    url: PAGES.questions,
    title: "Preguntas frecuentes",
    description:
      "Dudas sobre Makethejobs, los favores, las recompensas, tus datos y el oficio, con respuestas cortas.",
    alsoAsked: ASKED_OF_LISTS.questions,
  },
  {
    url: PAGES.glossary,
    title: "Glosario",
    description: "Los términos del oficio de community manager, uno por uno.",
    alsoAsked: ASKED_OF_LISTS.glossary,
  },
  {
    url: PAGES.archive,
    title: "Archivo",
    description: "Todos los artículos de Makethejobs por año y mes, del más reciente al más antiguo.",
    alsoAsked: ASKED_OF_LISTS.archive,
  },
  {
    url: PAGES.topics,
    title: "Temas",
    description: "Todos los temas de los artículos, con lo que hay en cada uno.",
    alsoAsked: ASKED_OF_LISTS.topics,
  },
  {
    url: PAGES.maps,
    title: "Mapas mentales",
    description: "Mapas mentales para ver de una vez en qué consiste algo, dibujados y también por escrito.",
    alsoAsked: ASKED_OF_LISTS.maps,
  },
  {
    url: PAGES.resources,
    title: "Plantillas",
    description: "Plantillas gratuitas para un community manager.",
    alsoAsked: ASKED_OF_LISTS.resources,
  },
];

export const ownPages = (): Findable[] =>
  OWN_PAGES.map((page) => ({
    kind: "page",
    ...page,
    names: [],
    sections: [{ id: null, heading: "", text: "" }],
  }));
