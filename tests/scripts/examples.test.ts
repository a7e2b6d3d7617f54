import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { fillWithExamples } from "../../scripts/examples.ts";
import { buildServices } from "../../src/services.ts";
import { tempFolder } from "./temp-folder.ts";

const FOLDER = fileURLToPath(new URL("../../content/examples", import.meta.url));
const NEWEST = { order: "newest", page: 1 } as const;

function listOf(file: string): { name: string; title?: string; article?: string }[] {
  return parse(readFileSync(join(FOLDER, file), "utf8")) as {
    name: string;
    title?: string;
    article?: string;
  }[];
}

test("an empty store gets every example, open and marked, newest first as in the file", async () => {
  const services = await buildServices({ DATA_DIR: tempFolder() });
  expect(await fillWithExamples(FOLDER, services)).toBe(true);
  const { jobs } = await services.store.board(NEWEST, services.now());
  expect(jobs.map(({ job }) => job.title)).toEqual(listOf("favours.yaml").map(({ title }) => title));
  expect(jobs.every(({ job }) => job.example && job.state === "open")).toBe(true);
  for (const { job } of jobs) expect(job.poster.name).toMatch(/^Persona de ejemplo \d+$/);
});

test("its comments stand under articles that exist, answers below what they answer", async () => {
  const services = await buildServices({ DATA_DIR: tempFolder() });
  await fillWithExamples(FOLDER, services);
  const comments = listOf("comments.yaml");
  const articles = [...new Set(comments.map(({ article = "" }) => article))];
  for (const slug of articles) {
    expect(services.articles.find(slug), slug).not.toBeNull();
    const thread = await services.store.thread(slug, { order: "oldest", page: 1 });
    expect(thread.total).toBe(comments.filter(({ article }) => article === slug).length);
    expect(thread.branches[0]?.replies.length).toBeGreaterThan(0);
    expect(thread.branches.every(({ root }) => root.example)).toBe(true);
  }
});

test("nobody gets a mail for an example, and a store that holds something is left alone", async () => {
  const services = await buildServices({ DATA_DIR: tempFolder() });
  await fillWithExamples(FOLDER, services);
  expect(await services.outbox.deliverDue(100)).toBe(0);
  expect(await fillWithExamples(FOLDER, services)).toBe(false);
  expect((await services.store.board(NEWEST, services.now())).total).toBe(listOf("favours.yaml").length);
});
