import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { readProjectFile, ROOT } from "./project-files.ts";

const Workflow = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({ steps: z.array(z.object({ uses: z.string().optional(), run: z.string().optional() })) }),
  ),
});

describe("checks run by themselves", () => {
  const workflow = Workflow.parse(parse(readProjectFile(".github/workflows/check.yml")));
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test("a workflow calls .ci/run and nothing else of ours", () => {
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual([".ci/run"]);
  });

  test("it may only read, gets no secret, and runs actions as they were at one commit", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    expect(readProjectFile(".github/workflows/check.yml")).not.toMatch(/secrets\.|pull_request_target/);
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/@[0-9a-f]{40}$/);
  });
});

test("every template of issues is a form that GitHub reads", () => {
  const folder = ".github/ISSUE_TEMPLATE";
  const Form = z.object({
    name: z.string(),
    description: z.string(),
    body: z
      .array(z.object({ type: z.enum(["input", "textarea", "markdown"]), attributes: z.looseObject({}) }))
      .min(1),
  });
  const forms = readdirSync(join(ROOT, folder)).filter((name) => name !== "config.yml");
  expect(forms.length).toBeGreaterThan(1);
  for (const name of forms) Form.parse(parse(readProjectFile(`${folder}/${name}`)));
});

test("one-click deploys ask for what .env.example lists, and for nothing secret", () => {
  const [, asked = ""] = readProjectFile("netlify.toml").split("[template.environment]");
  const names = [...asked.matchAll(/^([A-Z_]+) = "/gm)].map(([, name = ""]) => name);
  const known = [...readProjectFile(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
  expect(names.filter((name) => /KEY|TOKEN|SECRET|UPSTASH|HOOK/.test(name))).toEqual([]);
});
