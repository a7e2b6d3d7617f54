import { COMMENT, MESSAGE } from "../support/site/forms.ts";
import { MODERATOR, type Fields, type TestSite } from "../support/site/test-site.ts";
import type { Links } from "./fill-favours.ts";
import { moderatorToken } from "../support/site/moderating.ts";

/** A comment in every state that can be reached. */
export async function fillComments(site: TestSite): Promise<Links> {
  const links: Links = {};
  const writer = (what: string): string => `comenta-${what}@example.org`;
  const act = async (to: string, fields: Fields): Promise<void> => {
    const { status, body } = await site.send(`/api/links/${site.token(to)}`, fields);
    if (status !== 200) throw new Error(`${to} ${JSON.stringify(fields)}: ${JSON.stringify(body)}`);
  };
  const write = async (what: string, more: Fields = {}): Promise<string> => {
    const { body } = await site.send("/api/comments", { ...COMMENT, email: writer(what), ...more });
    links[`confirm comment ${what}`] = site.token(writer(what));
    return String(body["id"]);
  };
  const confirm = async (what: string, more: Fields = {}): Promise<string> => {
    const id = await write(what, more);
    await act(writer(what), { action: "confirm" });
    links[`commenter ${what}`] = site.token(writer(what));
    links[`moderator comment ${what}`] = await moderatorToken(site);
    return id;
  };

  await write("unconfirmed");
  await confirm("held");
  const root = await confirm("approved");
  await act(MODERATOR, { action: "approve" });
  await confirm("reply", { parent: root, text: "Gracias, *justo* lo que buscaba: https://ejemplo.es/uno" });
  await act(MODERATOR, { action: "approve" });
  await confirm("rejected");
  await act(MODERATOR, { action: "reject", reason: "No es sobre el artículo." });
  await confirm("spam");
  await act(MODERATOR, { action: "spam" });
  const tombstone = await confirm("deleted");
  await act(MODERATOR, { action: "approve" });
  await confirm("below", { parent: tombstone });
  await act(MODERATOR, { action: "approve" });
  await act(writer("deleted"), { action: "delete" });
  return links;
}

export async function contactOwner(site: TestSite): Promise<void> {
  await site.send("/api/contact", MESSAGE);
}

export async function castVoteOf(site: TestSite): Promise<void> {
  await site.send("/api/votes", {
    question: "cuanto-cuesta",
    value: "no",
    text: "Falta el precio del envío.",
  });
}
