/** What people type who are best served by one of our forms, by its name in `PAGES`. */
export const ASKED_OF_FORMS = {
  newJob: ["publicar un favor", "poner un anuncio", "formulario para pedir ayuda", "colgar un favor nuevo"],
  recover: [
    "he perdido el enlace",
    "he borrado el correo",
    "entrar en mi favor",
    "enlace de gestión",
    "iniciar sesión",
  ],
  alerts: [
    "alertas por correo",
    "avisadme de favores nuevos en mi zona",
    "suscribirse a los favores",
    "recibir favores de mi provincia",
    "notificaciones",
  ],
  contact: [
    "escribir al equipo",
    "hablar con alguien",
    "atención al cliente",
    "correo de soporte",
    "teléfono de Makethejobs",
    "sugerencias y quejas",
    "proponer un artículo",
    "prensa",
  ],
  report: [
    "denunciar un anuncio",
    "reportar a un usuario",
    "contenido ofensivo",
    "me están acosando",
    "comentario con insultos",
  ],
} as const;
