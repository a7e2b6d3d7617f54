import { retry } from "../../netlify/schedule/retry.ts";
import { sweep } from "../../netlify/schedule/sweep.ts";
import { DAY, HOUR } from "../../src/domain/kernel/time.ts";
import { JOB, OFFER, REWARD } from "../support/site/forms.ts";
import { MODERATOR, type Fields, type TestSite } from "../support/site/test-site.ts";
import { moderatorToken } from "../support/site/moderating.ts";

/** The newest link of each, by what it is for. */
export type Links = Record<string, string>;

/** A favour in every state that can be reached, with offers in every state. */
export async function fillFavours(site: TestSite): Promise<Links> {
  const links: Links = {};
  const poster = (what: string): string => `pide-${what}@example.org`;
  const helper = (what: string): string => `ofrece-${what}@example.org`;

  const act = async (to: string, fields: Fields): Promise<void> => {
    const { status, body } = await site.send(`/api/links/${site.token(to)}`, fields);
    if (status !== 200) throw new Error(`${to} ${JSON.stringify(fields)}: ${JSON.stringify(body)}`);
  };
  const ask = async (what: string, more: Fields = {}): Promise<string> => {
    const form = { ...JOB, title: `Un favor para guardar: ${what}`, email: poster(what), ...more };
    const { body } = await site.send("/api/jobs", form);
    links[`confirm ${what}`] = site.token(poster(what));
    return String(body["id"]);
  };
  const publish = async (what: string, more: Fields = {}): Promise<string> => {
    const id = await ask(what, more);
    await act(poster(what), { action: "confirm" });
    links[`poster ${what}`] = site.token(poster(what));
    return id;
  };
  const offer = async (job: string, what: string, more: Fields = {}): Promise<string> => {
    const { body } = await site.send(`/api/jobs/${job}/offers`, { ...OFFER, email: helper(what), ...more });
    links[`confirm offer ${what}`] = site.token(helper(what));
    await act(helper(what), { action: "confirm" });
    links[`helper ${what}`] = site.token(helper(what));
    return String(body["id"]);
  };

  const filledAt = site.clock.now;
  site.clock.now = filledAt - 31 * DAY;
  await offer(await publish("expired"), "expired");
  site.clock.now = filledAt - 5 * HOUR;
  await sweep(site.services);

  await ask("unconfirmed");
  await publish("open", { town: "Getafe", deadline: "2026-12-20" });
  const withOffers = await publish("with-offers", {
    rewardKind: "hours",
    rewardText: "2 horas",
    rewardAmount: "",
  });
  await offer(withOffers, "sent", { rewardKind: "money", rewardAmount: "20" });
  const declined = await offer(withOffers, "declined");
  await act(poster("with-offers"), { action: "decline", offer: declined });
  await offer(withOffers, "withdrawn");
  await act(helper("withdrawn"), { action: "withdraw" });
  await site.send(`/api/jobs/${withOffers}/offers`, { ...OFFER, email: helper("unconfirmed") });
  links["confirm offer unconfirmed"] = site.token(helper("unconfirmed"));

  const join = async (what: string): Promise<void> => {
    const email = `suma-${what}@example.org`;
    await site.send(`/api/jobs/${withOffers}/rewards`, { ...REWARD, email });
    links[`confirm reward ${what}`] = site.token(email);
  };
  await join("unconfirmed");
  await join("joined");
  await act("suma-joined@example.org", { action: "confirm" });
  links["joiner joined"] = site.token("suma-joined@example.org");

  await offer(await publish("edited"), "outdated");
  await act(poster("edited"), { ...JOB, action: "edit", title: "Un favor corregido después" });

  const assigned = await publish("assigned");
  const accepted = await offer(assigned, "accepted");
  await offer(assigned, "standby");
  await act(poster("assigned"), { action: "accept", offer: accepted });

  for (const what of ["delivered", "disputed", "done"]) {
    const id = await publish(what);
    await act(poster(what), { action: "accept", offer: await offer(id, what) });
    await act(helper(what), { action: "deliver" });
    if (what === "disputed")
      await act(poster(what), { action: "dispute", reason: "Falta la segunda página." });
    if (what === "done") await act(poster(what), { action: "complete" });
  }

  await publish("taken-back");
  await act(poster("taken-back"), { action: "withdraw", reason: "ya-no" });
  await publish("erased");
  await act(poster("erased"), { action: "erase" });

  const suspicious = {
    description: "Compra seguidores y likes baratos, dinero rápido desde casa, escríbeme ya.",
  };
  await publish("held", suspicious);
  links["moderator held"] = await moderatorToken(site);
  await publish("hidden", suspicious);
  links["moderator hidden"] = await moderatorToken(site);
  await act(MODERATOR, { action: "reject", reason: "Va contra las normas." });
  site.clock.now = filledAt;
  await retry(site.services);
  return links;
}
