import type { ReportKind, ReportReason } from "../domain/records/report.ts";
import type { ThingKind, WrittenKind } from "../domain/records/link.ts";
import type { WithdrawReason } from "../domain/records/job.ts";
import type { Category } from "../domain/records/category.ts";
import type { Comment } from "../domain/records/comment.ts";
import type { ContactSubject } from "../domain/records/contact-message.ts";
import type { Frequency } from "../domain/records/digest.ts";
import type { RewardKind } from "../domain/records/reward.ts";

export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  teleformacion: "Teleformación",
  coaching: "Coaching",
  "servicios-empresariales": "Servicios empresariales",
  mascotas: "Servicios para mascotas",
  "community-manager": "Community Manager",
  publicidad: "Publicidad y campañas",
  "soporte-administrativo": "Soporte administrativo",
  ilustracion: "Ilustración y dibujo",
  transporte: "Transporte",
  "musica-baile-teatro": "Música, baile y teatro",
  decoracion: "Decoración y pintura",
  "diseno-web": "Diseño web y multimedia",
  belleza: "Belleza y cuidado personal",
  "cuidado-personas": "Cuidado de personas",
  otra: "Otra profesión",
};

export const REWARD_KIND_NAMES: Readonly<Record<RewardKind, string>> = {
  money: "Dinero",
  favour: "Un favor a cambio",
  thing: "Una cosa",
  hours: "Horas",
  open: "Propón tú",
};

export const SUBJECT_NAMES: Readonly<Record<ContactSubject, string>> = {
  duda: "Tengo una duda",
  problema: "Quiero avisar de un problema",
  articulo: "Propongo un artículo",
  datos: "Mis datos",
  prensa: "Prensa",
  otra: "Otra cosa",
};

/** When somebody wants to hear of replies to their comment. */
export const NOTIFY_NAMES: Readonly<Record<Comment["notify"], string>> = {
  none: "No me avises",
  each: "Al momento",
  daily: "Un resumen al día",
  author: "Solo si responde quien escribe el artículo",
};

/** How often an alert comes, as a choice and within a sentence. */
export const FREQUENCY_NAMES: Readonly<Record<Frequency, string>> = {
  daily: "Cada día",
  weekly: "Cada semana, los lunes",
};

export const ROLE_NAMES: Readonly<Record<NonNullable<Comment["role"]>, string>> = {
  author: "Autoría",
  moderator: "Moderación",
};

export const WITHDRAW_REASON_NAMES: Readonly<Record<WithdrawReason, string>> = {
  "resuelto-aqui": "Lo he resuelto con alguien de aquí",
  "resuelto-fuera": "Lo he resuelto por otro lado",
  "ya-no": "Ya no lo necesito",
  otra: "Por otro motivo",
};

/** What the board can be narrowed to or ordered by, by the name in its address. */
export const FILTER_NAMES = {
  categoria: "Categoría",
  lugar: "Lugar",
  cerca: "Alrededores",
  recompensa: "Recompensa",
  propuestas: "Propuestas",
  orden: "Orden",
} as const;

/** What may be wrong with what somebody wrote, in words of who reports it. */
export const REPORT_REASON_NAMES: Readonly<Record<ReportReason, string>> = {
  estafa: "Parece una estafa",
  datos: "Muestra datos personales de alguien",
  ofensivo: "Insulta, amenaza o discrimina",
  prohibido: "Pide u ofrece algo prohibido",
  repetido: "Está repetido o es spam",
  otra: "Otra cosa",
};

/** What is reported, as the form and the letters call it. */
export const REPORT_KIND_NAMES: Readonly<Record<ReportKind | ThingKind, string>> = {
  job: "un favor",
  offer: "una propuesta",
  reward: "una recompensa",
  comment: "un comentario",
  question: "un mensaje que has recibido",
  mention: "una mención de otra web",
  thanks: "un agradecimiento",
};

/** The same, said to whose it is; the title of the favour or of the article follows. */
export const OWN_THINGS: Readonly<Record<WrittenKind, string>> = {
  job: "tu favor",
  offer: "tu propuesta para",
  reward: "tu recompensa para",
  comment: "tu comentario en",
  question: "tu mensaje en",
  thanks: "tu agradecimiento por",
};
