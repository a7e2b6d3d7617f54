import { createHash } from "node:crypto";

const INLINE_STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;
/** Structured data is no script: browsers don't run it, so that the policy has nothing to allow. */
const INLINE_SCRIPT =
  /<script(?![^>]*\b(?:src=|type="application\/(?:ld\+)?json"))[^>]*>([\s\S]*?)<\/script>/g;

/** The policy with the hashes of this page's own styles and scripts; the build gives every page those of the whole site. */
export function ownPolicy(policy: string, html: string): string {
  return policy
    .split(";")
    .map((directive) => directive.trim())
    .filter((directive) => directive !== "")
    .map((directive) => {
      const [name] = directive.split(" ");
      if (name === "style-src") return sources("style-src", hashes(html, INLINE_STYLE), false);
      if (name === "script-src")
        return sources("script-src", hashes(html, INLINE_SCRIPT), /<script[^>]* src=/.test(html));
      return directive;
    })
    .join("; ");
}

function sources(name: string, hashed: readonly string[], own: boolean): string {
  const all = [...(own ? ["'self'"] : []), ...hashed];
  return `${name} ${all.length > 0 ? all.join(" ") : "'none'"}`;
}

function hashes(html: string, pattern: RegExp): string[] {
  const found = [...html.matchAll(pattern)].map(([, text = ""]) => text);
  return [...new Set(found)].map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
}
