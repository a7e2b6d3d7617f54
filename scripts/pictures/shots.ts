import type { Browser } from "playwright-core";

export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** What a desk and a phone show at once; in pixels. */
export const SCREENS = {
  desk: { width: 1280, height: 900 },
  tablet: { width: 768, height: 1024 },
  phone: { width: 360, height: 740 },
} as const;
export type Screen = keyof typeof SCREENS;

/** The machine may be busy. */
const PATIENCE_MS = 90_000;

export interface Picture {
  readonly name: string;
  readonly address: string;
}

/** The first screen of a page, or the whole of it. */
export async function takePicture(
  browser: Browser,
  picture: Picture,
  { screen, theme, whole = false }: { screen: Screen; theme: Theme; whole?: boolean },
): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: SCREENS[screen],
    colorScheme: theme,
    reducedMotion: "reduce",
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(picture.address);
    await page.evaluate("document.fonts.ready");
    return await page.screenshot({ fullPage: whole });
  } finally {
    await context.close();
  }
}
