/** What a value of an attribute has to be. */
export type ValueKind =
  | "text"
  | "flag"
  | "url"
  | "duration"
  | "figure"
  | "limit"
  | { readonly oneOf: readonly string[] }
  /** The name of an entry of that collection. */
  | { readonly entryOf: "resources" | "terms" | "mindMaps" };

export interface ComponentField {
  readonly kind: ValueKind;
  /** Whether it may not be left out; `unless`: but where that flag is given. */
  readonly required?: true | { readonly unless: string };
  /** With that flag it says nothing. */
  readonly notWith?: string;
  /** What it is called in a form. */
  readonly label: string;
}

export interface EditorComponent {
  /** What it is called in a form and in snippets. */
  readonly label: string;
  /** What stands between its tags. */
  readonly holds: "nothing" | "text" | "words" | "numbered list" | "list" | "table";
  readonly fields: Readonly<Record<string, ComponentField>>;
}

const text = (label: string): ComponentField => ({ kind: "text", label });
const needed = (kind: ValueKind, label: string): ComponentField => ({ kind, label, required: true });
/** What a figure has to say, if it says anything. */
const ofFigure = (label: string): ComponentField => ({
  kind: "text",
  label,
  required: { unless: "decorative" },
});

/**
 * The components that editors may use, with what each admits. A test holds them against `src/ui/prose/Mdx.astro` and the props of
 * each component.
 */
export const EDITOR_COMPONENTS: Readonly<Record<string, EditorComponent>> = {
  Aside: {
    label: "Recuadro",
    holds: "text",
    fields: {
      type: { kind: { oneOf: ["consejo", "aviso", "ejemplo"] }, label: "Clase de recuadro" },
      title: text("Título del recuadro"),
    },
  },
  Checklist: { label: "Lista para marcar", holds: "list", fields: {} },
  Comparison: {
    label: "Tabla",
    holds: "table",
    fields: { caption: needed("text", "Qué compara la tabla") },
  },
  Download: {
    label: "Plantilla para descargar",
    holds: "nothing",
    fields: { resource: needed({ entryOf: "resources" }, "Plantilla") },
  },
  Figure: {
    label: "Figura",
    holds: "nothing",
    fields: {
      src: needed("figure", "Archivo de content/figures"),
      alt: { ...ofFigure("Qué dice, para quien no la ve"), notWith: "decorative" },
      decorative: { kind: "flag", label: "Solo adorna" },
      caption: text("Pie"),
      source: ofFigure("Quién la hizo"),
      sourceUrl: { kind: "url", label: "Página de la que sale" },
      licence: ofFigure("Licencia"),
    },
  },
  Limit: {
    label: "Plazo o límite",
    holds: "nothing",
    fields: { name: needed("limit", "Nombre del límite") },
  },
  MindMap: {
    label: "Mapa mental",
    holds: "nothing",
    fields: { id: needed({ entryOf: "mindMaps" }, "Mapa") },
  },
  OwnerDetails: { label: "NIF y domicilio del titular", holds: "nothing", fields: {} },
  OwnerEmail: { label: "Correo del titular", holds: "nothing", fields: {} },
  OwnerName: { label: "Nombre del titular", holds: "nothing", fields: {} },
  Quote: {
    label: "Cita",
    holds: "text",
    fields: {
      author: text("Quién lo dijo"),
      source: text("Obra en la que está"),
      url: { kind: "url", label: "Página en la que está" },
    },
  },
  Sources: { label: "Fuentes", holds: "list", fields: {} },
  Steps: { label: "Pasos", holds: "numbered list", fields: {} },
  Term: {
    label: "Término del glosario",
    holds: "words",
    fields: { id: needed({ entryOf: "terms" }, "Término") },
  },
  Video: {
    label: "Enlace a un vídeo",
    holds: "nothing",
    fields: {
      url: needed("url", "Dirección del vídeo"),
      title: needed("text", "Título del vídeo"),
      duration: needed("duration", "Duración, como 4:32"),
      poster: { kind: "figure", label: "Imagen de content/figures" },
    },
  },
};
