/** One thing a production deploy needs, in words for who sets it up. */
export interface Finding {
  /** `missing` keeps the site from working as it should; `advice` doesn't. */
  readonly level: "missing" | "advice";
  readonly what: string;
  readonly howToFix: string;
}

export type Env = Readonly<Record<string, string | undefined>>;

export function missing(what: string, howToFix: string): Finding {
  return { level: "missing", what, howToFix };
}
