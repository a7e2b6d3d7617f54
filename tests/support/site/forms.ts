import type { Fields } from "./test-site.ts";

export const POSTER = "ana@example.org";
export const HELPER = "luis@example.org";
export const COMMENTER = "marta@example.org";

export const JOB: Fields = {
  title: "Ayuda con mi boletín",
  description: "Necesito que alguien revise el boletín de mi asociación antes de enviarlo el viernes.",
  category: "community-manager",
  place: "madrid",
  rewardKind: "money",
  rewardAmount: "15,50",
  name: "Ana",
  email: POSTER,
  phone: "600 111 222",
  consent: "on",
};

export const OFFER: Fields = {
  message: "Lo hago encantado, tengo experiencia con boletines.",
  name: "Luis",
  email: HELPER,
  phone: "600 333 444",
  consent: "on",
};

export const JOINER = "iria@example.org";
export const REWARD: Fields = {
  rewardKind: "thing",
  rewardText: "Un bizcocho de limón",
  name: "Iria",
  email: JOINER,
  consent: "on",
};

export const COMMENT: Fields = {
  article: "abierto",
  text: "Muy útil, **gracias** por contarlo.",
  name: "Marta",
  email: COMMENTER,
};

export const MESSAGE: Fields = {
  name: "Iris",
  email: "iris@example.org",
  subject: "duda",
  message: "Hola, ¿puedo proponer un artículo sobre radio?",
};
