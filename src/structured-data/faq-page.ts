import type { FAQPage } from "schema-dts";
import { SITE } from "../site.ts";

interface ShownQuestion {
  /** Absolute path of the place where it is answered. */
  readonly url: string;
  readonly question: string;
  /** The whole answer in words. */
  readonly answer: string;
}

/** A page that answers one question or many. */
export function faqPage(path: string, questions: readonly ShownQuestion[], site: URL): FAQPage {
  return {
    "@type": "FAQPage",
    url: new URL(path, site).href,
    inLanguage: SITE.language,
    mainEntity: questions.map(({ url, question, answer }) => ({
      "@type": "Question",
      name: question,
      url: new URL(url, site).href,
      acceptedAnswer: { "@type": "Answer", text: answer },
    })),
  };
}
