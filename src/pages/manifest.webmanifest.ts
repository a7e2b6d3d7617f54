import { PAGES } from "../urls.ts";
import type { APIRoute } from "astro";
import { ASK_HREF, HELP_HREF, SITE } from "../site.ts";
import { textResponse } from "./_text-response.ts";

/** The paper of the site, in both themes: `--paper` of tokens.css as a manifest can say it. */
const PAPER = "#f9f4eb";

const MANIFEST = {
  id: "/",
  name: SITE.name,
  short_name: SITE.name,
  description: SITE.description,
  lang: SITE.language,
  dir: "ltr",
  start_url: "/",
  scope: "/",
  display: "browser",
  background_color: PAPER,
  theme_color: PAPER,
  categories: ["social", "lifestyle", "education"],
  icons: [
    { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
    { src: "/icon-192.png", type: "image/png", sizes: "192x192" },
    { src: "/icon-512.png", type: "image/png", sizes: "512x512" },
    { src: "/icon-maskable-512.png", type: "image/png", sizes: "512x512", purpose: "maskable" },
  ],
  shortcuts: [
    { name: "Pide un favor", url: ASK_HREF },
    { name: "Échale una mano a alguien", url: HELP_HREF },
    { name: "Artículos", url: PAGES.articles },
  ],
};

export const GET: APIRoute = () =>
  textResponse(JSON.stringify(MANIFEST, null, 2), "application/manifest+json");
