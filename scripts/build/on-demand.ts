import type { ViteUserConfig } from "astro";

type Plugin = Extract<NonNullable<ViteUserConfig["plugins"]>[number], { readonly name: string }>;

/** Astro's name for what renders pages on demand, the one function of the adapter. */
const ON_DEMAND = "ssr";
/** The folders of content whose texts are rendered at build only. */
const RENDERED_AT_BUILD = /^\["content\/(?:articles|faq|resources)\//;

/** What the on-demand function knows that pages built don't have to, and the texts that it needs not carry. */
export const leanFunction: Plugin = {
  name: "lean-function",
  apply: "build",
  configEnvironment: (name) =>
    name === ON_DEMAND
      ? {
          // Pages that are built are of the moment in which they are rendered; those on demand go on as of that moment.
          define: { "import.meta.env.BUILT_AT": JSON.stringify(new Date().toISOString()) },
        }
      : undefined,
  transform: {
    filter: { id: /\/content-modules\.mjs$/ },
    handler(code) {
      if (this.environment.name !== ON_DEMAND) return undefined;
      const kept = code.split("\n").filter((line) => !RENDERED_AT_BUILD.test(line));
      return { code: closed(kept.join("\n")), map: null };
    },
  },
};

/** The list may have lost its end with its last line. */
function closed(list: string): string {
  return list.trimEnd().endsWith("]);") ? list : `${list}]);`;
}
