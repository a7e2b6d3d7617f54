import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What a page answered. */
export interface Answer {
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

export interface Verdict {
  readonly score: number;
  /** The names of the tests it failed, as the Observatory words them. */
  readonly failed: readonly string[];
}

interface Scanned {
  readonly responses: Record<string, unknown>;
  readonly resources: { path: string };
  session: unknown;
}

/** The exports used here of the package, which has no types. */
interface Observatory {
  readonly Requests: new (hostname: string) => Scanned;
  readonly Session: new (url: URL) => object;
  readonly AxiosHeaders: new (headers?: Readonly<Record<string, string>>) => object;
  readonly ALL_TESTS: readonly ((scanned: Scanned) => { readonly result: string; readonly pass: boolean })[];
  readonly MINIMUM_SCORE_FOR_EXTRA_CREDIT: number;
  getScoreModifier(result: string): number;
  parseHttpEquivHeaders(html: string, url: string): unknown;
}

const MODULES = [
  "types",
  "constants",
  "grader/grader",
  "grader/charts",
  "retriever/session",
  "retriever/utils",
];

/** @param folder where the package is installed. */
export async function openObservatory(
  folder: string,
  packageName: string,
): Promise<(answer: Answer) => Verdict> {
  const files = [...MODULES.map((name) => `${packageName}/src/${name}.js`), "axios/index.js"];
  const modules = await Promise.all(
    files.map(
      async (file): Promise<unknown> => import(pathToFileURL(join(folder, "node_modules", file)).href),
    ),
  );
  const observatory: unknown = Object.assign({}, ...modules);
  return (answer) => judge(observatory as Observatory, answer);
}

/**
 * What a scan of the deployed site would make of an answer: the part of the package that judges, without the one that fetches. The
 * platform sends every visitor from http to https before anything of ours answers.
 */
function judge(observatory: Observatory, { path, status, headers, html }: Answer): Verdict {
  const { AxiosHeaders, Requests, Session, ALL_TESTS, MINIMUM_SCORE_FOR_EXTRA_CREDIT } = observatory;
  const url = new URL(path, "https://www.makethejobs.com");
  const scanned = new Requests(url.hostname);
  for (const kind of ["auto", "cors", "http", "https"]) {
    scanned.responses[kind] = {
      ...{ status, statusText: "", verified: true, data: html },
      headers: new AxiosHeaders(headers),
      request: { headers: new AxiosHeaders() },
      config: { headers: new AxiosHeaders() },
      httpEquiv: observatory.parseHttpEquivHeaders(html, url.href),
    };
  }
  const plain = new URL(url.href.replace("https:", "http:"));
  scanned.responses["httpRedirects"] = [
    { url: plain, status: 301 },
    { url, status },
  ];
  scanned.responses["httpsRedirects"] = [{ url, status }];
  scanned.resources.path = html;
  scanned.session = new Session(url);

  const results = ALL_TESTS.map((test) => test(scanned));
  const modifiers = results.map(({ result }) => observatory.getScoreModifier(result));
  const withoutCredit = sum(modifiers.filter((modifier) => modifier < 0));
  return {
    score: withoutCredit >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? sum(modifiers) : withoutCredit,
    failed: results.filter(({ pass }) => !pass).map(({ result }) => result),
  };
}

function sum(modifiers: readonly number[]): number {
  return modifiers.reduce((total, modifier) => total + modifier, 100);
}
