import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { trimPage } from "../../scripts/trim-pages.ts";
import { ownPolicy } from "../../scripts/trim/page-policy.ts";

function css(html: string): string {
  return /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
}

function trimmed(style: string, body: string, later: readonly string[] = [], anyTag = false): string {
  return css(trimPage(`<head><style>${style}</style></head><body>${body}</body>`, new Set(later), anyTag));
}

describe("the CSS of a page", () => {
  test("keeps what the page has and loses what it has not", () => {
    const style = ".a{color:red}.b{color:blue}p{margin:0}table{width:100%}.a .b{top:0}";
    expect(trimmed(style, '<p class="a">x</p>')).toBe(".a{color:red}p{margin:0}");
  });

  test("keeps the part of a list of selectors that fits", () => {
    expect(trimmed(".a,.b,p:hover{top:0}", "<p>x</p>")).toBe("p:hover{top:0}");
  });

  test("looks into conditions, and drops those that hold nothing any more", () => {
    const style = "@media print{.b{top:0}}@media (width>=60rem){.a{top:0}.b{top:1px}}";
    expect(trimmed(style, '<p class="a"></p>')).toBe("@media (width>=60rem){.a{top:0}}");
  });

  test("keeps states, attributes and everything in parentheses, which it can't judge", () => {
    const style =
      "a[aria-current]{top:0}details:target::details-content{top:0}p:is(.b,.c){top:0}p:not(.x){top:0}*,:before{top:0}:root{color:red}";
    expect(trimmed(style, "<p><a></a></p><details></details>")).toBe(style);
  });

  test("loses what asks for a part of the page that it has not", () => {
    const style = "body:has(>main>.a) .b{top:0}body:has(.c,.a) .b{top:1px}p:not(:has(.c)){top:2px}";
    const page = '<main><p class="b"></p></main>';
    expect(trimmed(style, page)).toBe("p:not(:has(.c)){top:2px}");
    expect(trimmed(style, page, ["a"])).toBe(style);
  });

  test("keeps what a script or a fragment may still bring", () => {
    expect(trimmed(".later{top:0}.never{top:0}", "", ["later"])).toBe(".later{top:0}");
    expect(trimmed("dialog .later{top:0}", "", ["later", "dialog"])).toBe("dialog .later{top:0}");
    expect(trimmed("blockquote{top:0}", "")).toBe("");
    expect(trimmed("blockquote{top:0}", "", [], true)).toBe("blockquote{top:0}");
    // What is fetched never stands in an editor's text.
    expect(trimmed(".prose hr{top:0}", '<p class="prose"></p>', [], true)).toBe("");
  });

  test("loses the papers and states that nothing on the page is said to have", () => {
    const style =
      "[data-tint=sky],[data-tint=teleformacion]{top:0}[data-tint]{top:1px}[data-kind=error]{top:2px}";
    expect(trimmed(style, '<p data-tint="sky"></p>')).toBe("[data-tint=sky]{top:0}[data-tint]{top:1px}");
    expect(trimmed(style, "", ["kind", "error", "sky"])).toBe(
      "[data-tint]{top:1px}[data-kind=error]{top:2px}",
    );
  });

  test("loses custom properties that nothing uses, one after the other", () => {
    const style = ":root{--a:1px;--b:var(--a);--c:2px}p{top:var(--c)}";
    expect(trimmed(style, "<p></p>")).toBe(":root{--c:2px}p{top:var(--c)}");
  });

  test("calls the faces by their names, with the measures that one sees", () => {
    const face =
      '@font-face{font-family:"A B-1d9fe425022456a1 fallback: Arial";src:local("Arial");size-adjust:101.8791%;font-weight:700;font-style:normal}';
    const style = `${face}p{font-family:A-0123456789abcdef,"A B-1d9fe425022456a1 fallback: Arial"}`;
    expect(trimmed(style, "<p></p>")).toBe(
      '@font-face{font-family:"A B Arial";src:local("Arial");size-adjust:101.9%;font-weight:700}p{font-family:A,"A B Arial"}',
    );
  });

  test("says what stands there twice once, where it wins: at the end", () => {
    const style = "p{top:0}p{top:1px}p{top:0}";
    expect(trimmed(style, "<p></p>")).toBe("p{top:1px}p{top:0}");
  });

  test("is not led astray by strings, addresses and nesting", () => {
    const style = 'p:after{content:"} .b{"}p{background:url(a;b{.png);& a{top:0}}@font-face{src:url(x)}';
    expect(trimmed(style, "<p><a></a></p>")).toBe(style);
  });

  test("of several style elements becomes one, in order, and money stays money", () => {
    const html = '<style>p{top:0}</style><style>p:after{content:"$& $1"}</style><p></p>';
    expect(trimPage(html, new Set())).toBe('<style>p{top:0}p:after{content:"$& $1"}</style><p></p>');
  });
});

describe("the policy of a page", () => {
  const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const policy =
    "default-src 'none';img-src 'self'; script-src 'self' 'sha256-x'; style-src 'self' 'sha256-y'; frame-ancestors 'none'";

  test("names its own styles and nothing else", () => {
    const html = '<style>p{top:0}</style><script type="application/ld+json">{}</script>';
    expect(ownPolicy(policy, html)).toBe(
      `default-src 'none'; img-src 'self'; script-src 'none'; style-src ${hash("p{top:0}")}; frame-ancestors 'none'`,
    );
  });

  test("allows scripts that are there", () => {
    expect(ownPolicy(policy, '<script type="module" src="/a.js"></script>')).toContain("script-src 'self';");
    expect(ownPolicy(policy, "<script>run()</script>")).toContain(`script-src ${hash("run()")};`);
  });
});
