import * as z from "zod/mini";
import { favourForm } from "../../tests/support/host/local-host.ts";
import { TEMPLATES } from "../../tests/support/site/built-site.ts";
import type { BuiltSite } from "../bench/built-site.ts";
import type { Picture } from "./shots.ts";

const Board = z.object({ jobs: z.array(z.object({ url: z.string() })) });
const Sent = z.object({ id: z.string() });
const Mails = z.array(z.object({ to: z.string(), subject: z.string(), text: z.string() }));

const POSTER = "quien-pide@example.com";
const HELPERS = ["quien-ayuda@example.com", "otra-persona@example.com"] as const;
const PATIENCE_MS = 20_000;

/** One page of every template, those behind a link included. */
export async function picturedPages(site: BuiltSite): Promise<Picture[]> {
  const at = (name: string, path: string): Picture => ({ name, address: new URL(path, site.origin).href });
  const board = z.parse(Board, await (await fetch(`${site.origin}/api/jobs`)).json());
  const favour = board.jobs[0]?.url;
  if (favour === undefined) throw new Error("El tablón está vacío.");
  return [
    ...TEMPLATES.map(({ name, path }) => at(name, path)),
    at("favour", favour),
    at("form with errors", await sentBack(site)),
    ...(await pagesBehindLinks(site)).map(([name, path]) => at(name, path)),
  ];
}

async function pagesBehindLinks(site: BuiltSite): Promise<[string, string][]> {
  const job = await send(site, "/api/jobs", {
    ...favourForm("Subir una estantería a un segundo piso"),
    name: "Lola",
    email: POSTER,
  });
  const confirm = await linkTo(site, POSTER, /confirma/i);
  await act(site, confirm, { action: "confirm" });
  for (const [index, email] of HELPERS.entries()) {
    await send(site, `/api/jobs/${job}/offers`, {
      message: "Puedo el sábado por la mañana, tengo furgoneta y no me asustan las escaleras.",
      name: ["Nerea", "Íñigo"][index] ?? "",
      email,
      consent: "on",
      ...(index === 0 ? {} : { rewardKind: "money", rewardAmount: "20" }),
    });
    await act(site, await linkTo(site, email, /confirma/i), { action: "confirm" });
  }
  await send(site, "/api/jobs", {
    ...favourForm("Pasear a Lolo por las mañanas"),
    email: "nueva@example.com",
  });
  return [
    ["confirm link", await linkTo(site, "nueva@example.com", /confirma/i)],
    ["manage favour", await linkTo(site, POSTER, /se ofrece/i)],
    ["manage offer", await linkTo(site, HELPERS[0], /enviado tu propuesta/i)],
  ];
}

async function send(site: BuiltSite, path: string, body: object): Promise<string> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(site.origin + path, { method: "POST", headers, body: JSON.stringify(body) });
  return z.parse(Sent, await response.json()).id;
}

async function act(site: BuiltSite, link: string, body: object): Promise<void> {
  const path = link.replace("/gestion/", "/api/links/").replace(/\/$/, "");
  const headers = { "content-type": "application/json" };
  const response = await fetch(site.origin + path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
}

/** The page behind the link of the newest such letter. */
async function linkTo(site: BuiltSite, to: string, subject: RegExp): Promise<string> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const mails = z.parse(Mails, await (await fetch(`${site.origin}/buzon.json`)).json());
    const mail = mails.find((each) => each.to === to && subject.test(each.subject));
    const [path] = /\/gestion\/[\w-]+\//.exec(mail?.text ?? "") ?? [];
    if (path !== undefined) return path;
    if (Date.now() > until) throw new Error(`Ningún correo a ${to}: ${subject.source}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Where an empty form comes back, with what is missing. */
async function sentBack(site: BuiltSite): Promise<string> {
  const response = await fetch(`${site.origin}/api/jobs`, {
    method: "POST",
    headers: { origin: site.origin, accept: "text/html" },
    body: new URLSearchParams({ title: "Pasear" }),
    redirect: "manual",
  });
  return response.headers.get("location") ?? "/favores/nuevo/";
}
