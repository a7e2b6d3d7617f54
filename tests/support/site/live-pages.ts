import { expect } from "vitest";
import { type RealSite, linkApi, linkIn, MODERATOR } from "./real-site.ts";
import { favourForm } from "../host/local-host.ts";
import { approveComment } from "./desk-page.ts";

export const ARTICLE = "calendario-de-contenidos-semanal";

export interface LivePage {
  readonly name: string;
  /** From the root of the site. */
  readonly path: string;
  readonly status: number;
}

/** Presses a button of the page behind the link of this mail, as a program does. */
export async function actByMail(site: RealSite, to: string, subject: RegExp, fields: object): Promise<void> {
  const { status } = await site.post(linkApi(await site.mailTo(to, subject)), fields);
  expect(status, `${to}: ${JSON.stringify(fields).slice(0, 60)}`).toBe(200);
}

/** A favour that is on the board; its id. */
export async function sendJob(
  site: RealSite,
  title: string,
  email: string,
  more: object = {},
): Promise<string> {
  const { body } = await site.post("/api/jobs", {
    ...favourForm(title),
    email,
    phone: "600 11 22 33",
    ...more,
  });
  await actByMail(site, email, /confirma tu favor/i, { action: "confirm" });
  return String(body["id"]);
}

/** An offer that its poster can read; its id. */
export async function sendOffer(
  site: RealSite,
  job: string,
  email: string,
  more: object = {},
): Promise<string> {
  const form = {
    message: "Puedo el sábado, tengo furgoneta.",
    name: "Nerea",
    email,
    phone: "611 22 33 44",
    consent: "on",
  };
  const { body } = await site.post(`/api/jobs/${job}/offers`, { ...form, ...more });
  await actByMail(site, email, /confirma tu propuesta/i, { action: "confirm" });
  return String(body["id"]);
}

/** A comment that waits for a moderator; its id. */
async function sendComment(site: RealSite, text: string, email: string, more: object): Promise<string> {
  const form = { article: ARTICLE, text, name: "Ángela", email };
  const { body } = await site.post("/api/comments", { ...form, ...more });
  await actByMail(site, email, /confirma tu comentario/i, { action: "confirm" });
  return String(body["id"]);
}

/** A comment that a moderator let through; its id. */
export async function publishComment(
  site: RealSite,
  text: string,
  email: string,
  more: object = {},
): Promise<string> {
  const id = await sendComment(site, text, email, more);
  await approveComment(site, id);
  return id;
}

/** Fills an empty site and answers with one page of each template that lives from what visitors wrote, in its telling states. */
export async function fillSite(site: RealSite): Promise<readonly LivePage[]> {
  const pages: LivePage[] = [];
  const add = (name: string, path: string, status = 200): void => void pages.push({ name, path, status });
  const linkTo = async (email: string, subject: RegExp): Promise<string> =>
    new URL(linkIn(await site.mailTo(email, subject))).pathname;

  const open = await sendJob(site, "Subir un piano a un tercero: 🎹 ¿quién se atreve?", "open@example.org", {
    rewardKind: "thing",
    rewardText: "Un concierto para ti y para quien quieras, en casa y con merienda",
    deadline: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
  });
  await sendOffer(site, open, "first@example.org");
  await sendOffer(site, open, "second@example.org", { rewardKind: "money", rewardAmount: "30" });
  const done = await sendJob(site, "W".repeat(80), "done@example.org");
  const offer = await sendOffer(site, done, "helper@example.org");
  const manageDone = await linkTo("done@example.org", /se ofrece/i);
  await site.post(manageDone.replace("/gestion/", "/api/links/").slice(0, -1), { action: "accept", offer });
  await site.post("/api/jobs", {
    ...favourForm("Un favor sin confirmar todavía"),
    email: "wait@example.org",
  });

  const root = await publishComment(
    site,
    "Un **buen** punto.\n\n> cita\n\n- una\n- dos\n\n`código` y https://www.boe.es",
    "c1@example.org",
  );
  const reply = await publishComment(site, "🎉", "c2@example.org", { parent: root });
  await sendComment(site, "Este espera: te pagamos por dar likes.", "c3@example.org", { parent: reply });
  const thread = `/articulos/${ARTICLE}/comentarios/`;

  add("board", "/favores/");
  add("public numbers", "/cifras/");
  add(
    "board with filters open and nothing found",
    "/favores/?categoria=belleza&recompensa=hours&orden=terminan",
  );
  add("open favour", `/favores/${open}-subir-un-piano-a-un-tercero-quien-se-atreve/`);
  add("assigned favour with a title of 80 wide letters", `/favores/${done}-${"w".repeat(60)}/`);
  add("no such favour", "/favores/aaaaaaaaaaaaaaaaaaaa-nada/", 404);
  add("page of who asked", await linkTo("open@example.org", /se ofrece/i));
  add("page of who asked, agreed", manageDone);
  add("page of who offers", await linkTo("first@example.org", /enviado tu propuesta/i));
  add("page of who was accepted", await linkTo("helper@example.org", /aquí tienes el contacto/i));
  add("confirm link", await linkTo("wait@example.org", /confirma/i));
  add("confirm link, used", await linkTo("c1@example.org", /confirma/i));
  add("commenter's page", await linkTo("c1@example.org", /publicado/i));
  add("moderator's page", await linkTo(MODERATOR, /corre prisa/));
  add("link that leads nowhere", "/gestion/nada/", 410);
  add("thread", thread);
  add("thread, answering", `${thread}?responder=${root}`);
  add("branch of a thread", `${thread}?rama=${root}`);
  add("empty thread", "/articulos/nunca-borres-la-polemica/comentarios/");
  add("closed thread", "/articulos/community-manager-y-social-media-manager/comentarios/");
  add("no such thread", "/articulos/no-existe/comentarios/", 404);
  add("lost form", "/contacto/?formulario=olvidado");
  add("favour's form with its errors", await sentBack(site, "/api/jobs"));
  add(
    "comment's form with its preview",
    await sentBack(site, "/api/comments/preview", { article: ARTICLE, text: "**Así**" }),
  );
  return pages;
}

/** Where a form that was sent with these fields comes back. */
export async function sentBack(
  site: RealSite,
  path: string,
  fields: Record<string, string> = {},
): Promise<string> {
  const response = await fetch(site.origin + path, {
    method: "POST",
    headers: { origin: site.origin, accept: "text/html" },
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
  return response.headers.get("location") ?? "nowhere";
}
