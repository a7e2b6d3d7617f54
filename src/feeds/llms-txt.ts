/** A page with what it is about, for a list of links. */
export interface LlmsLink {
  readonly title: string;
  readonly url: string;
  readonly description?: string;
}

export interface LlmsSection {
  readonly title: string;
  readonly links: readonly LlmsLink[];
}

/** What a language model should know before reading the site, in the shape of llmstxt.org: Markdown with one list a section. */
export function llmsTxt(
  name: string,
  summary: string,
  notes: readonly string[],
  sections: readonly LlmsSection[],
): string {
  const head = [`# ${name}`, `> ${summary}`, ...notes];
  const lists = sections
    .filter(({ links }) => links.length > 0)
    .map(({ title, links }) => `## ${title}\n\n${links.map(line).join("\n")}`);
  return `${[...head, ...lists].join("\n\n")}\n`;
}

function line({ title, url, description }: LlmsLink): string {
  const link = `- [${title.replace(/[[\]]/g, "")}](${url})`;
  return description === undefined ? link : `${link}: ${description}`;
}
