declare const safe: unique symbol;

/** HTML that this room made: every piece of text in it was escaped. Only what is branded so may reach `set:html`. */
export type SafeHtml = string & { readonly [safe]: true };

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes for element content and for quoted attributes alike. */
export function escapeHtml(text: string): SafeHtml {
  return markSafe(text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? ""));
}

export function joinHtml(parts: readonly SafeHtml[], separator = ""): SafeHtml {
  return markSafe(parts.join(separator));
}

/**
 * Says that a string is safe. For markup written in our own source, around values that went through `escapeHtml`; never
 * for anything a visitor wrote.
 */
export function markSafe(html: string): SafeHtml {
  return html as SafeHtml; // The brand exists only in types: this is the one place that gives it.
}
