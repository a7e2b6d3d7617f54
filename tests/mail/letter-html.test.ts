import { describe, expect, test } from "vitest";
import { renderMail } from "../../src/mail/render.ts";
import { context, sampleEvents, TOKEN_URL } from "../support/builders/sample-events.ts";

const samples = sampleEvents("Regar el huerto & podar <dos> rosales").map((event) => ({
  id: event.id,
  name: event.name,
  mail: renderMail(event, context),
}));

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** What the HTML part shows, piece by piece, in the order of reading. */
function shownIn(html: string): string[] {
  const body = html.slice(html.indexOf("<body"));
  return body
    .split(/<[^>]*>/)
    .map((text) => text.replace(/&(\w+|#39);/g, (_, name: string) => ENTITIES[name] ?? " "))
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => text !== "");
}

const plain = (text: string) => text.replace(/^> /gm, "").replace(/\s+/g, " ");

describe.each(samples)("$id", ({ name, mail }) => {
  const shown = shownIn(mail.html);

  test("begins with its news, as the text part does", () => {
    const [news = ""] = mail.text.split("\n\n");
    expect(shown[0]).toBe(plain(news).trim());
    expect(news).not.toMatch(/^Hola/);
    expect(news.length).toBeLessThan(160);
  });

  test("shows nothing that does not stand in the text part", () => {
    const text = plain(mail.text);
    expect(shown.filter((piece) => !text.includes(piece))).toEqual([]);
  });

  test("ends with why it came", () => {
    const why = mail.text.slice(mail.text.indexOf("\n-- \n") + 5);
    expect(why).toMatch(/^Recibes este correo porque /);
    const isUnproved = name.startsWith("confirm") || name === "contactReceipt";
    expect(why.includes("alguien dejó esta dirección")).toBe(isUnproved);
  });

  test("is made of tables for their looks and styles on the elements", () => {
    expect(mail.html.match(/<table\b(?! role="presentation")/g)).toBeNull();
    expect(mail.html).not.toMatch(
      /\sclass=|\sid=|display:(?:flex|grid)|position:|overflow|var\(|calc\(|oklch|light-dark/,
    );
    const opened = mail.html.match(/<t(?:able|r|d)\b/g) ?? [];
    expect(mail.html.match(/<\/t(?:able|r|d)>/g)).toHaveLength(opened.length);
    // Gmail cuts what is longer than 102 kB; a letter is a page at most.
    expect(mail.html.length).toBeLessThan(10_000);
  });

  test("colours text only together with what it stands on", () => {
    const styles = Array.from(mail.html.matchAll(/style="([^"]*)"/g), ([, style = ""]) => style);
    const onPage = styles.filter(
      (style) => /(?:^|;)color:(?!inherit)/.test(style) && !/background-color:/.test(style),
    );
    // The address on the stub, which has a colour of its own.
    expect(onPage.every((style) => style.includes("font-size:13px"))).toBe(true);
  });
});

test("each button is the stub of a ticket of its own", () => {
  const lost = samples.find(({ name }) => name === "lostLinks");
  const stubs = lost?.mail.html.match(/border-radius:0 0 14px 14px/g) ?? [];
  expect(stubs).toHaveLength(lost?.mail.html.match(new RegExp(`href="${TOKEN_URL}"`, "g"))?.length ?? 0);
  expect(stubs.length).toBeGreaterThan(1);
});

test("says whose favour it is about", () => {
  const sent = samples.find(({ name }) => name === "offerSent");
  expect(sent?.mail.text).toContain("porque participas en «Regar el huerto & podar <dos> rosales».");
  const comment = samples.find(({ name }) => name === "commentApproved");
  expect(comment?.mail.text).toContain("porque comentaste en «Primeros pasos».");
});
