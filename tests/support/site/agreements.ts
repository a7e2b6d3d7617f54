import { HELPER, JOB, OFFER, POSTER } from "./forms.ts";
import type { Answer, Fields, TestSite } from "./test-site.ts";

/** What somebody would have to read before anybody else does. */
export const FRAUD =
  "Ingresa un adelanto y te devuelvo el doble, trabaja desde casa y gana dinero fácil con bit.ly/x";

/** A favour with an offer, and what both sides say by their links. */
export interface BothSides {
  readonly job: string;
  readonly offer: string;
  readonly links: Readonly<Record<"poster" | "helper", string>>;
  readonly poster: (fields: Fields) => Promise<string>;
  readonly helper: (fields: Fields) => Promise<string>;
}

/** An answer's status with its code, or with the state that it tells. */
export function said({ status, body }: Answer): string {
  return `${String(status)} ${String(body["code"] ?? body["state"])}`;
}

/** An offer that waits for an answer. */
export async function bothSides(site: TestSite): Promise<BothSides> {
  const asked = await site.send("/api/jobs", JOB);
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  const posters = site.token(POSTER);
  const job = String(asked.body["id"]);
  const offered = await site.send(`/api/jobs/${job}/offers`, OFFER);
  await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
  const links = { poster: `/api/links/${posters}`, helper: `/api/links/${site.token(HELPER)}` };
  const offer = String(offered.body["id"]);
  return {
    ...{ job, offer, links },
    poster: async (fields) => said(await site.send(links.poster, { offer, ...fields })),
    helper: async (fields) => said(await site.send(links.helper, fields)),
  };
}

/** The same once the favour is done. */
export async function bothWhenDone(site: TestSite): Promise<BothSides> {
  const sides = await bothSides(site);
  await sides.poster({ action: "accept" });
  await sides.poster({ action: "complete" });
  return sides;
}
