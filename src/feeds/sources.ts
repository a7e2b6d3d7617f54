import { escapeHtml } from "../markdown/safe-html.ts";

interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
}

/** Where an article's data come from, as its page lists them at the end. Nothing when there are none. */
export function sourcesHtml(sources: readonly Source[]): string {
  if (sources.length === 0) return "";
  const items = sources.map(
    ({ title, publisher, url }) =>
      `<li><a href="${escapeHtml(url)}">${escapeHtml(title)}</a>. ${escapeHtml(publisher)}</li>`,
  );
  return `\n<h2>${sources.length === 1 ? "Fuente" : "Fuentes"}</h2>\n<ul>${items.join("")}</ul>`;
}
