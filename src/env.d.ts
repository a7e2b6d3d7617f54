interface ImportMetaEnv {
  /** ISO 8601, set by the build (`astro.config.mjs`). */
  readonly BUILT_AT?: string;
  /** Drafts and what has a later date are shown as if it were published; set by the same. */
  readonly SHOWS_DRAFTS?: boolean;
}
