import type { ImageMetadata } from "astro";

const FILES = import.meta.glob<{ default: ImageMetadata }>("/content/figures/*.{svg,png,jpg,webp,avif}", {
  eager: true,
});

/** A picture of content/figures by its file name: where it is served from, and how large it is. */
export function figureFile(name: string): Pick<ImageMetadata, "src" | "width" | "height"> | undefined {
  return FILES[`/content/figures/${name}`]?.default;
}
