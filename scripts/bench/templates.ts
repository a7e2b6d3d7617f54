import * as z from "zod/mini";
import { favourForm } from "../../tests/support/host/local-host.ts";
import { TEMPLATES } from "../../tests/support/site/built-site.ts";
import type { BuiltSite } from "./built-site.ts";

const Board = z.object({ jobs: z.array(z.object({ url: z.string() })) });
const Mails = z.array(z.object({ text: z.string() }));

/** One page of every template that answers 200, a favour and the page behind a link included. */
export async function templatePaths(site: BuiltSite): Promise<string[]> {
  const fixed = TEMPLATES.filter((template) => !("status" in template)).map(({ path }) => path);
  return [...fixed, await favourPath(site), await linkPath(site)];
}

/** The newest favour of the board. */
export async function favourPath({ origin }: BuiltSite): Promise<string> {
  const { jobs } = z.parse(Board, await (await fetch(`${origin}/api/jobs`)).json());
  if (jobs[0] === undefined) throw new Error("El tablón está vacío.");
  return jobs[0].url;
}

/** The page where a favour that has just been asked for is confirmed. */
async function linkPath({ origin }: BuiltSite): Promise<string> {
  const headers = { "content-type": "application/json" };
  const form = favourForm("Subir una estantería a un segundo piso");
  await fetch(`${origin}/api/jobs`, { method: "POST", headers, body: JSON.stringify(form) });
  for (;;) {
    const [mail] = z.parse(Mails, await (await fetch(`${origin}/buzon.json`)).json());
    const [path] = /\/gestion\/[\w-]+\//.exec(mail?.text ?? "") ?? [];
    if (path !== undefined) return path;
  }
}
