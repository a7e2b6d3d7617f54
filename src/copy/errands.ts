import type { Errand } from "../domain/favours/errand.ts";
import { CATEGORIES, type Category } from "../domain/records/category.ts";

/** What people need of each category, for whoever doesn't know where theirs belongs: six at most, in everyday words. */
export const ERRANDS: Readonly<Record<Category, readonly string[]>> = {
  teleformacion: [
    "Clases particulares a distancia",
    "Practicar un idioma",
    "Aprender a usar el móvil",
    "Ayuda con los deberes",
    "Preparar un examen",
  ],
  coaching: [
    "Ensayar una entrevista de trabajo",
    "Ordenar las ideas de un proyecto",
    "Repasar el currículum",
    "Acompañarme con un hábito nuevo",
  ],
  "servicios-empresariales": [
    "Revisar un presupuesto",
    "Traducir una carta comercial",
    "Montar una hoja de cálculo",
    "Preparar un plan de negocio",
    "Organizar un inventario",
  ],
  mascotas: [
    "Pasear al perro",
    "Dar de comer al gato",
    "Cuidar animales en vacaciones",
    "Llevar la mascota al veterinario",
    "Bañar y cepillar al perro",
  ],
  "community-manager": [
    "Llevar las redes de una asociación",
    "Preparar un calendario de publicaciones",
    "Contestar mensajes y reseñas",
    "Crear el perfil de una tienda",
  ],
  publicidad: ["Repartir folletos", "Pegar carteles", "Redactar un anuncio", "Dar a conocer un mercadillo"],
  "soporte-administrativo": [
    "Hacer un trámite por internet",
    "Pedir una cita previa",
    "Rellenar un formulario",
    "Pasar un texto a limpio",
    "Ordenar facturas y papeles",
  ],
  ilustracion: [
    "Dibujar un retrato",
    "Hacer un logotipo",
    "Ilustrar un cuento",
    "Diseñar una invitación de boda",
  ],
  transporte: [
    "Ayudar con una mudanza",
    "Llevar un mueble en furgoneta",
    "Traer la compra",
    "Recoger un paquete",
    "Hacer un recado",
    "Acercar algo al punto limpio",
  ],
  "musica-baile-teatro": [
    "Tocar en una fiesta",
    "Aprender guitarra o piano",
    "Ensayar un baile de boda",
    "Afinar un instrumento",
    "Animar un cumpleaños infantil",
  ],
  decoracion: [
    "Regar las plantas",
    "Arreglar el jardín o la terraza",
    "Pintar una habitación",
    "Montar un mueble",
    "Colgar cuadros y cortinas",
    "Pequeños arreglos de casa",
  ],
  "diseno-web": [
    "Poner a punto un ordenador",
    "Configurar un móvil nuevo",
    "Hacer una página web",
    "Montar un vídeo",
    "Recuperar y retocar fotos",
  ],
  belleza: [
    "Cortar el pelo",
    "Peinado o maquillaje para una boda",
    "Arreglar las uñas",
    "Coser un bajo o una cremallera",
  ],
  "cuidado-personas": [
    "Acompañar a una persona mayor",
    "Acompañar al médico",
    "Cuidar niños una tarde",
    "Recoger a los niños del colegio",
    "Dar conversación y paseo",
  ],
  otra: [
    "Esperar a un técnico en casa",
    "Cocinar para una celebración",
    "Hacer cola",
    "Hacer fotos de un evento",
  ],
};

export const ALL_ERRANDS: readonly Errand[] = CATEGORIES.flatMap((category) =>
  ERRANDS[category].map((text) => ({ category, text })),
);
