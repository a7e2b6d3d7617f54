import { request } from "node:http";
import { brotliDecompressSync } from "node:zlib";
import { startBuiltSite } from "./built-site.ts";
import type { Figure } from "./report.ts";
import { templatePaths } from "./templates.ts";

const KB = 1024;
/** Spec, section 8. HTML + CSS counts without the baked thread: the store was empty when the site was built. */
const HTML_AND_CSS_BAR = 14;
const JS_BAR = 0.8;
const FONT_BAR = 16;
const PAGE_BAR = 40;

/** Every component in every state on one page, which visitors never get. */
const STYLE_GUIDE = "/estilo/";

/** What a browser transfers for each page template: bodies as they travel (brotli), in kB of 1,024 bytes. */
export async function measureBytes(root: string): Promise<Figure[]> {
  const site = await startBuiltSite(root);
  try {
    const figures: Figure[] = [];
    for (const path of await templatePaths(site))
      if (path !== STYLE_GUIDE) figures.push(...(await measurePage(site.origin, path)));
    return figures;
  } finally {
    await site.stop();
  }
}

async function measurePage(origin: string, path: string): Promise<Figure[]> {
  const page = await transfer(origin, path);
  const html = page.body.toString();
  const css = await transferAll(
    origin,
    urlsOf(html, /<link\b[^>]*\brel="?stylesheet"?[^>]*>/g, /\bhref="?([^"\s>]+)/),
  );
  const scripts = await transferAll(
    origin,
    urlsOf(html, /<script\b[^>]*\bsrc=[^>]*>/g, /\bsrc="?([^"\s>]+)/),
  );
  const inlineScripts = [
    ...html.matchAll(/<script\b(?![^>]*(?:\bsrc=|ld\+json))[^>]*>([\s\S]*?)<\/script>/g),
  ];
  const fonts = await transferAll(
    origin,
    new Set([...html.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)].map((m) => m[1] ?? "")),
  );
  const total = page.bytes + css + scripts + fonts;
  const figure = (what: string, bytes: number, bar?: number): Figure => ({
    part: "bytes",
    name: `${path}: ${what}`,
    value: bytes / KB,
    unit: "kB",
    ...(bar === undefined ? {} : { bar }),
  });
  return [
    figure("HTML + CSS", page.bytes + css, HTML_AND_CSS_BAR),
    figure("JS", scripts, JS_BAR),
    figure("fuentes", fonts, FONT_BAR),
    figure("página entera, sin imágenes", total, PAGE_BAR),
    figure("cabeceras", page.headerBytes),
    ...(inlineScripts.length > 0
      ? [
          figure(
            "scripts dentro del HTML (sin comprimir)",
            inlineScripts.reduce((sum, found) => sum + (found[1]?.length ?? 0), 0),
          ),
        ]
      : []),
  ];
}

function urlsOf(html: string, tag: RegExp, attribute: RegExp): Set<string> {
  return new Set(
    [...html.matchAll(tag)].map(([found]) => attribute.exec(found)?.[1] ?? "").filter((url) => url !== ""),
  );
}

async function transferAll(origin: string, urls: ReadonlySet<string>): Promise<number> {
  const all = await Promise.all([...urls].map((url) => transfer(origin, url)));
  return all.reduce((sum, { bytes }) => sum + bytes, 0);
}

function transfer(
  origin: string,
  path: string,
): Promise<{ bytes: number; headerBytes: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(new URL(path, origin), { headers: { "accept-encoding": "br" } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const raw = Buffer.concat(chunks);
        if (response.statusCode !== 200) {
          reject(new Error(`${path}: ${String(response.statusCode)}`));
          return;
        }
        const body = response.headers["content-encoding"] === "br" ? brotliDecompressSync(raw) : raw;
        resolve({ bytes: raw.length, headerBytes: response.rawHeaders.join("  ").length, body });
      });
    })
      .on("error", reject)
      .end();
  });
}
