interface ImportMetaEnv {
  /** ISO 8601, set by the build (`astro.config.mjs`). */
  readonly BUILT_AT?: string;
}
