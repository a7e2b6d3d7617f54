/** What a component is to a TypeScript module that renders it outside of a page; Astro's own tools see its real props. */
declare module "*.astro" {
  import type { AstroComponentFactory } from "astro/runtime/server/index.js";

  const component: AstroComponentFactory;
  export default component;
}
