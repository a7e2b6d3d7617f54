import { fileURLToPath } from "node:url";
import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import netlify from "@astrojs/netlify";
import { cacheNetlify } from "@astrojs/netlify/cache";
import { defineConfig, envField, fontProviders } from "astro/config";
import { MARKDOWN } from "./src/markdown/pipeline.ts";
import { readAliases } from "./scripts/aliases.ts";
import { leanFunction } from "./scripts/build/on-demand.ts";
import { OWNER_UNTOLD, SITE } from "./src/site.ts";

const ROOT = fileURLToPath(new URL(".", import.meta.url));
const CONTENT = fileURLToPath(new URL("content", import.meta.url));

/**
 * `/estilo/` shows every component in every state. Visitors have no use for it, so a production deploy (Netlify sets
 * `CONTEXT`) leaves it out.
 */
const styleGuide = {
  name: "style-guide",
  hooks: {
    /** @param {{ injectRoute: (route: { pattern: string, entrypoint: string }) => void }} setup */
    "astro:config:setup": ({ injectRoute }) => {
      if (process.env.CONTEXT !== "production") {
        injectRoute({ pattern: "/estilo/", entrypoint: "./src/pages/_estilo/index.astro" });
      }
    },
  },
};

/**
 * What a script asks for when it is needed is fetched by the browser's own `import()`. Vite would put a kilobyte around it that
 * preloads style sheets, of which our scripts have none.
 */
const plainImports = {
  name: "plain-imports",
  /** @type {"pre"} */
  enforce: "pre",
  // Nor is there a list of what to load beforehand, in every script that may need something.
  configEnvironment: () => ({ build: { modulePreload: /** @type {const} */ (false) } }),
  /** @param {string} id */
  load: (id) =>
    id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : undefined,
};

/**
 * The on-demand function takes its packages along in its own files: 300 files to load at a cold start instead of 700. Only when it is
 * built: the dev server can't read packages that aren't modules.
 */
const wholeFunction = {
  name: "whole-function",
  hooks: {
    /** @param {{ command: string, updateConfig: (config: object) => void }} setup */
    "astro:config:setup": ({ command, updateConfig }) => {
      if (command === "build") updateConfig({ vite: { ssr: { noExternal: true } } });
    },
  },
};

/** Once everything is built, the adapter's headers included. */
const lightPages = {
  name: "light-pages",
  hooks: {
    "astro:build:done": async () => {
      const { trimPages } = await import("./scripts/trim-pages.ts");
      trimPages(ROOT);
    },
  },
};

/** @type {Promise<{ error: unknown } | null> | null} */
let bundled = null;

/** The API's functions are bundled by another process, while pages are rendered in this one. */
const functions = {
  name: "functions",
  hooks: {
    "astro:build:start": async () => {
      const { bundleFunctions } = await import("./scripts/bundle-functions.ts");
      // What is wrong is printed at once, and stops the build when the pages are done.
      bundled = bundleFunctions(ROOT).then(
        () => null,
        (/** @type {unknown} */ error) => ({ error }),
      );
    },
    "astro:build:done": async () => {
      const failed = await bundled;
      if (failed)
        throw new Error("The functions of the API could not be bundled: see above.", { cause: failed.error });
      const { finishSite } = await import("./scripts/bundle-functions.ts");
      await finishSite(ROOT);
    },
  },
};
/** @param {string} untold what stands for it until it is configured */
const ownerField = (untold) => envField.string({ context: "server", access: "public", default: untold });

export default defineConfig({
  site: process.env.SITE_URL || SITE.url,
  output: "static",
  trailingSlash: "always",
  prefetch: false,
  redirects: readAliases(CONTENT, new Date().toLocaleDateString("en-CA", { timeZone: SITE.timeZone })),
  session: false,
  adapter: netlify({ staticHeaders: true, devFeatures: false, imageCDN: false }),
  cache: { provider: cacheNetlify() },
  // All pictures are made at build. Astro adds its image endpoint to every site with pages on demand, so ours answers there: not found.
  image: { endpoint: { route: "/_image", entrypoint: "./src/pages/_no-images.ts" } },
  // Whoever answers for the site is configuration, read once per build.
  env: {
    schema: {
      OWNER_NAME: ownerField(OWNER_UNTOLD.name),
      OWNER_NIF: ownerField(OWNER_UNTOLD.nif),
      OWNER_ADDRESS: ownerField(OWNER_UNTOLD.address),
    },
  },
  integrations: [mdx(), styleGuide, wholeFunction, lightPages, functions],
  devToolbar: { enabled: false },

  // One round trip brings a whole article: the little CSS that a page uses travels inside it.
  build: { inlineStylesheets: "always" },
  vite: {
    define: {
      "import.meta.env.SHOWS_DRAFTS": JSON.stringify(
        process.env.SHOW_DRAFTS === "on" || process.env.CONTEXT === "deploy-preview",
      ),
    },
    plugins: [plainImports, leanFunction],
    build: {
      // Browsers since May 2024: keeps light-dark() and nesting as they are written instead of polyfilling them.
      cssTarget: ["chrome123", "edge123", "firefox121", "safari17.5"],
      // Astro's own "use astro:head-inject" has done its work before bundling.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },

  markdown: {
    // Highlighters write inline styles, which the content security policy refuses.
    syntaxHighlight: false,
    processor: satteri(MARKDOWN),
  },

  fonts: [
    {
      name: "Bricolage Grotesque",
      cssVariable: "--font-title",
      provider: fontProviders.local(),
      display: "swap",
      fallbacks: ["sans-serif"],
      options: {
        variants: [
          { weight: 700, style: "normal", src: ["./src/assets/fonts/bricolage-grotesque-700-es.woff2"] },
        ],
      },
    },
    {
      name: "Figtree",
      cssVariable: "--font-text",
      provider: fontProviders.local(),
      display: "swap",
      fallbacks: ["sans-serif"],
      options: {
        variants: [
          { weight: 400, style: "normal", src: ["./src/assets/fonts/figtree-400-latin.woff2"] },
          { weight: 700, style: "normal", src: ["./src/assets/fonts/figtree-700-latin.woff2"] },
        ],
      },
    },
  ],

  security: {
    csp: {
      // frame-ancestors can't travel in a <meta>: it is a header of its own (netlify.toml and netlify/http).
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
    },
  },
});
