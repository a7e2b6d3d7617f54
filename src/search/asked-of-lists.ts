/** What people type who are best served by one of our lists, by its name in `PAGES`. */
export const ASKED_OF_LISTS = {
  doneJobs: ["favores terminados", "ejemplos de favores", "favores cumplidos"],
  numbers: [
    "estadísticas de la web",
    "números del tablón",
    "cuánta gente participa",
    "mapa de favores por provincias",
  ],
  questions: ["faq", "ayuda", "dudas", "todas las preguntas"],
  glossary: ["diccionario de marketing", "vocabulario del oficio", "todos los términos"],
  archive: ["artículos antiguos", "artículos por fecha", "lo último publicado"],
  topics: ["categorías del blog", "etiquetas"],
  maps: ["esquemas", "resumen visual"],
  resources: ["plantillas gratis", "documentos para descargar", "materiales"],
} as const;
