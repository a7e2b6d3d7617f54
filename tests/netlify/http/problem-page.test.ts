import { createHash } from "node:crypto";
import fc from "fast-check";
import { HtmlValidate } from "html-validate/node";
import { expect, it } from "vitest";
import { PROBLEM_PAGE_CSP, renderProblemPage } from "../../../netlify/http/problem-page.ts";

const noLabel = (): undefined => undefined;
const page = renderProblemPage({
  title: "Ahora no",
  message: "Vuelve luego.",
  typed: {
    title: "Un <b>favor</b>",
    description: "uno\ndos",
    website: "bot",
    formId: "1",
    consent: "on",
    town: "",
  },
  labelOf: (field) => (field === "title" ? "Título" : undefined),
});

it("shows what was typed, as text, under the label that the form had", () => {
  expect(page).toContain('<label for="campo-0">Título</label>');
  expect(page).toContain("Un &lt;b&gt;favor&lt;/b&gt;</textarea>");
  expect(page).toContain("uno\ndos</textarea>");
  expect(page.match(/<textarea/g)).toHaveLength(2);
});

it("is valid HTML", async () => {
  const report = await new HtmlValidate({ extends: ["html-validate:recommended"] }).validateString(page);
  expect(report.results.flatMap((result) => result.messages)).toEqual([]);
});

it("may use exactly the style that it carries", () => {
  const style = /<style>(.*)<\/style>/s.exec(page)?.[1] ?? "";
  expect(PROBLEM_PAGE_CSP).toContain(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
  expect(PROBLEM_PAGE_CSP).not.toContain("unsafe");
});

it("never lets through anything but text", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (name, value) => {
      const made = renderProblemPage({
        title: "t",
        message: "m",
        typed: { [`${name}<script>`]: `${value}</textarea><script>"'` },
        labelOf: noLabel,
      });
      expect(made).not.toContain("<script>");
      expect(made.match(/<\/textarea>/g)).toHaveLength(1);
    }),
  );
});
