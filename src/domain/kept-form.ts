/** A form that came back with errors: what was typed, kept for 30 minutes under a 256-bit id. */
export interface KeptForm {
  /** The endpoint it was posted to, such as `/api/jobs`. */
  readonly endpoint: string;
  readonly values: Readonly<Record<string, string>>;
  /** Field name to error code; `form` for what belongs to no field. */
  readonly errors: Readonly<Record<string, string>>;
}
