import { small, type Drawing, type SmallOptions, type Strokes } from "./svg.ts";

/** One thing for each topic of articles (`content/topics.yaml`), on a grid of 48. */
export const TOPIC_STROKES: Readonly<Record<string, Strokes>> = {
  // A name badge.
  oficio: {
    shape:
      "M16.5 15.5h15a3.5 3.5 0 0 1 3.5 3.5v21.5a3.5 3.5 0 0 1-3.5 3.5h-15a3.5 3.5 0 0 1-3.5-3.5V19a3.5 3.5 0 0 1 3.5-3.5z",
    line: "M17.5 3l4 7.5M30.5 3l-4 7.5M21.5 10.5h5v5h-5zM24 20.5a3.4 3.4 0 1 0 .1 0M18 34c0-6.5 12-6.5 12 0M19.5 39h9",
  },
  // A target that was hit.
  estrategia: {
    shape: "M21 9.5a17 17 0 1 0 .1 0z",
    line: "M21 18a8.5 8.5 0 1 0 8.5 8.5M21 26.5L37 10.5M37 10.5V6l4-3v4h4l-3 4h-5",
  },
  // A post: picture and lines.
  contenidos: {
    shape: "M13 11h22v15H13z",
    line: "M10 4.5h28a4 4 0 0 1 4 4v31a4 4 0 0 1-4 4H10a4 4 0 0 1-4-4v-31a4 4 0 0 1 4-4zM13 24l6-6 5 5 4-3 7 6M13 32.5h22M13 37.5h12",
    solid: "M29.5 13.5a1.9 1.9 0 1 0 .1 0z",
  },
  conversacion: {
    shape: "M22 18h17.5a4 4 0 0 1 4 4v11a4 4 0 0 1-4 4H38v6l-7.5-6H22a4 4 0 0 1-4-4V22a4 4 0 0 1 4-4z",
    line: "M13 27l-4 4v-5.5h-.5a4 4 0 0 1-4-4V9a4 4 0 0 1 4-4H28a4 4 0 0 1 4 4v4M25 24.5h11.5M25 30.5h7",
  },
  // A fire extinguisher: calm, and at hand.
  crisis: {
    shape:
      "M20 16c5 0 8.5 3.5 8.5 8.5v15a3.5 3.5 0 0 1-3.5 3.5H15a3.5 3.5 0 0 1-3.5-3.5v-15c0-5 3.5-8.5 8.5-8.5z",
    line: "M17.5 16v-5.5h5V16M14 4.5l3.5 6M22.5 8l8-3.5M17.5 12h-4C8 12 5 15.5 5 20.5V28M11.5 27h17M11.5 35.5h17M35 9l8-3.5M36 14.5h8M35 20l8 3.5",
  },
  // Tools that stand in their box.
  herramientas: {
    shape:
      "M5 26h38v13a3.5 3.5 0 0 1-3.5 3.5h-31A3.5 3.5 0 0 1 5 39zM7 5.5h8c3 0 5.5 1.5 6.5 5-2-1-4-1-5.5-.3V13H7zM25.5 5h5v8.5h-5z",
    line: "M12.5 13v13M28 13.5V26M38.5 26V14.5M35 5.5v4.5a3.5 3.5 0 0 0 7 0V5.5M20 32h8v3.5h-8z",
  },
  metricas: {
    shape: "M6.5 31H14v11.5H6.5zM20.5 25.5H28v17h-7.5zM34.5 18H42v24.5h-7.5z",
    line: "M6.5 22.5l11.5-8.5 7.5 4.5L40 6M31.5 5H41v9",
  },
  equipo: {
    shape: "M24 6.5a5.5 5.5 0 1 0 .1 0zM13.5 42v-6.5a10.5 10.5 0 0 1 21 0V42z",
    line: "M9.5 13.5a4.3 4.3 0 1 0 .1 0M38.5 13.5a4.3 4.3 0 1 0 .1 0M3.5 38v-5c0-3 1.8-5 4.8-5.5M44.5 38v-5c0-3-1.8-5-4.8-5.5",
  },
  etica: {
    shape: "M3.5 27.5h15.5a7.75 7.75 0 0 1-15.5 0zM29 27.5h15.5a7.75 7.75 0 0 1-15.5 0z",
    line: "M24 6v36M15 42.5h18M8 12.5h32M11.25 12.5L5 27.5M11.25 12.5l6.25 15M36.75 12.5l-6.25 15M36.75 12.5L43 27.5",
  },
  // The ticket, its stub about to tear off.
  favores: {
    shape:
      "M35.6 10L41.8 10.8A3.5 3.5 0 0 1 44.8 14.6L41.9 37.9A3.5 3.5 0 0 1 38.1 40.9L31.9 40.1A2.8 2.8 0 0 0 29.5 37.1L30.2 31.6A2.3 2.3 0 0 0 30.8 26.9L31.3 22.5A2.3 2.3 0 0 0 31.9 17.9L32.6 12.4A2.8 2.8 0 0 0 35.6 10z",
    line: "M6 8.5L23.6 8.5A2.8 2.8 0 0 0 26.3 11.3L26.3 16.8A2.3 2.3 0 0 0 26.3 21.5L26.3 25.9A2.3 2.3 0 0 0 26.3 30.6L26.3 36.1A2.8 2.8 0 0 0 23.6 38.9L6 38.9A3.5 3.5 0 0 1 2.5 35.4L2.5 12A3.5 3.5 0 0 1 6 8.5zM8.4 25.5l4.3 5 7-10",
  },
};
const FALLBACK = "favores";

/** What stands for a topic; a topic that nobody has drawn yet gets the ticket. */
export function topicStrokes(topic: string): Strokes {
  return (isTopicDrawn(topic) ? TOPIC_STROKES[topic] : TOPIC_STROKES[FALLBACK]) ?? {};
}

export function isTopicDrawn(topic: string): boolean {
  return Object.hasOwn(TOPIC_STROKES, topic);
}

export function topicDrawing(topic: string, options?: SmallOptions): Drawing {
  return small(topicStrokes(topic), options);
}
