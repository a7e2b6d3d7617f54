import type { Browser, BrowserContext, Page } from "playwright-core";

/** A page that also notes what a browser complains about: script errors and what the security policy refused. */
export interface Watched {
  readonly page: Page;
  readonly complaints: readonly string[];
}

export interface VisitorOptions {
  readonly javaScript: boolean;
  readonly theme?: "light" | "dark";
  readonly width?: number;
}

/** Somebody with a browser of their own: cookies and all. */
export async function newVisitor(
  browser: Browser,
  { javaScript, theme = "light", width = 1280 }: VisitorOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    colorScheme: theme,
    viewport: { width, height: 900 },
    reducedMotion: "reduce",
    locale: "es-ES",
  });
  context.setDefaultTimeout(15_000);
  return context;
}

export async function newPage(visitor: BrowserContext): Promise<Watched> {
  const page = await visitor.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // A status of 4xx is an answer that the test expects, not a complaint about the page.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text()))
      complaints.push(message.text());
  });
  return { page, complaints };
}
