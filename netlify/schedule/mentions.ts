import { type MentionReading, readMention } from "../../src/domain/comments/mentions.ts";
import { err, fail } from "../../src/domain/kernel/errors.ts";
import { NAME_MAX_LENGTH, TITLE_MAX_LENGTH } from "../../src/domain/kernel/limits.ts";
import { MENTION_TEXT_MAX_LENGTH } from "../../src/domain/kernel/outside-limits.ts";
import type { Mention } from "../../src/domain/records/mention.ts";
import { assess } from "../../src/domain/suspicion/assess.ts";
import { excerpt } from "../../src/language/excerpt.ts";
import type { Services } from "../../src/services.ts";
import { SITE } from "../../src/site.ts";
import { articlePath } from "../../src/urls.ts";
import { type Deps, ruleContext } from "../forms/deps.ts";
import { settle } from "../forms/settle.ts";
import { reportFailure } from "../http/report.ts";
import { fetchOutside } from "../outside/fetcher.ts";
import type { Network } from "../outside/network.ts";
import { linksTo, wordsOf } from "../outside/page-words.ts";

/** Pages that one run reads; each may take its whole time. */
const PAGES_PER_RUN = 4;

/** Reads the pages of mentions that wait for it, one after another. How many it read; one that fails is left for the next run. */
export async function readMentions(services: Services, network: Network): Promise<number> {
  const deps: Deps = { ...services, clientIp: "", waitUntil: null };
  const due = await deps.store.mentionsDue(deps.now(), PAGES_PER_RUN);
  let read = 0;
  for (const mention of due) {
    try {
      const reading = await readPage(mention, deps, network);
      const readAgain = () => deps.store.read("mention", mention.id);
      await settle(deps, {
        found: mention,
        readAgain,
        decide: (found: Mention | null) =>
          found === null
            ? err(fail("mentionOver"))
            : readMention({ mention: found, reading }, ruleContext(deps)),
        formKey: null,
        request: null,
      });
      read += 1;
    } catch (error) {
      reportFailure("mentions", error);
    }
  }
  return read;
}

async function readPage(
  { source, article }: Mention,
  { config, signer, store }: Deps,
  network: Network,
): Promise<MentionReading> {
  const answer = await fetchOutside(source, {
    ...network,
    agent: `${SITE.name} (+${config.siteUrl}/; Webmention)`,
    hostKey: (host) => signer.formKey(["fetch", host]),
    withinRate: store.withinRate,
  });
  if (!answer.ok) return { status: answer.error === "refused" ? "gone" : "unreadable" };
  const { status, type, text, url } = answer.value;
  if (status === 404 || status === 410) return { status: "gone" };
  if (status !== 200) return { status: "unreadable" };
  if (type !== "text/html" && type !== "application/xhtml+xml") return { status: "gone" };
  if (!linksTo(text, url, new URL(articlePath(article), config.siteUrl))) return { status: "gone" };
  const { author, title, text: said } = await wordsOf(text, url);
  const words = {
    author: author && excerpt(author, NAME_MAX_LENGTH),
    title: title && excerpt(title, TITLE_MAX_LENGTH),
    text: said && excerpt(said, MENTION_TEXT_MAX_LENGTH),
  };
  const texts = Object.values(words).filter((one) => one !== null);
  const { signals } = assess({ texts, honeypot: "", stampAge: null, official: false });
  // Nobody fills in a form for a mention.
  return { status: "linked", words, signals: signals.filter((signal) => signal !== "stampMissing") };
}
