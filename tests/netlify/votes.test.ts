import { VOTE_TTL_HOURS } from "../../src/domain/kernel/limits.ts";
import { VOTE_RATE } from "../../src/domain/kernel/request-limits.ts";
import { afterEach, describe, expect, it } from "vitest";
import { createStore } from "../../src/store/store.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import {
  answerOf,
  createTestSite,
  OWNER,
  type Answer,
  type Fields,
  type TestSite,
} from "../support/site/test-site.ts";

const QUESTION = "cuanto-cuesta";
const HOUR = 3_600_000;

let site: TestSite;
afterEach(() => {
  site.stop();
});

async function voteFrom(ip: string, fields: Fields): Promise<Answer> {
  const body = JSON.stringify({ question: QUESTION, ...fields });
  return answerOf(
    await site.request("/api/votes", {
      method: "POST",
      ip,
      body,
      headers: { "content-type": "application/json" },
    }),
  );
}

async function counts() {
  const [found] = await site.store.voteCounts([QUESTION]);
  return found;
}

describeOnBoth("numbers of an answer", (transport) => {
  it("count one vote a visitor, whatever is sent at once, and follow a change of mind", async () => {
    site = await createTestSite({ store: createStore(await transport.freshClient(), "embedded") });
    const many = Array.from({ length: 12 }, (_, n) => voteFrom(`203.0.113.${n}`, { value: "yes" }));
    const same = Array.from({ length: 8 }, () => voteFrom("198.51.100.1", { value: "yes" }));
    const statuses = (await Promise.all([...many, ...same])).map(({ status }) => status);
    // Of eight presses at the same moment some may find that another one was first; none counts twice.
    expect(statuses.slice(0, 12)).toEqual(Array(12).fill(202));
    expect(await counts()).toEqual({ yes: 13, no: 0 });

    expect(await voteFrom("198.51.100.1", { value: "no" })).toMatchObject({
      status: 202,
      body: { value: "no" },
    });
    expect(await voteFrom("198.51.100.1", { value: "no" })).toMatchObject({ status: 202 });
    expect(await counts()).toEqual({ yes: 12, no: 1 });
    await voteFrom("198.51.100.1", { value: "yes" });
    expect(await counts()).toEqual({ yes: 13, no: 0 });
  });
});

describe("a vote sent as a plain form", () => {
  it("leads to the answer's page, where its thanks are, and a «no» to what one may add", async () => {
    site = await createTestSite();
    const go = async (fields: Fields) => {
      const response = await site.submit("/api/votes", { question: QUESTION, ...fields });
      expect(response.status).toBe(303);
      return response.headers.get("location");
    };
    expect(await go({ value: "yes" })).toBe("/preguntas-frecuentes/cuanto-cuesta/#gracias");
    expect(await go({ value: "no" })).toBe("/preguntas-frecuentes/cuanto-cuesta/#cuentanos");
    expect(site.mails()).toEqual([]);
    expect(await go({ value: "no", text: "No dice si hay que pagar por publicar." })).toBe(
      "/preguntas-frecuentes/cuanto-cuesta/#recibido",
    );
    expect(await counts()).toEqual({ yes: 0, no: 1 });
  });

  it("that is wrong says so on a page of its own, with what was typed", async () => {
    site = await createTestSite();
    const text = "Palabra. ".repeat(200);
    const response = await site.submit("/api/votes", { question: QUESTION, value: "no", text });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain("caben 1000 caracteres");
    expect(page).toContain(text.trim());
    expect(page).not.toContain("cuanto-cuesta");
  });
});

describe("what is written with a «no»", () => {
  it("reaches the editors by mail, once", async () => {
    site = await createTestSite();
    const fields = { value: "no", text: "Falta decir si cobráis comisión." };
    await voteFrom("203.0.113.5", fields);
    await voteFrom("203.0.113.5", fields);
    const mails = site.mails();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: OWNER, subject: "Preguntas frecuentes: nos cuentan qué falta" });
    expect(mails[0]?.text).toContain("> Falta decir si cobráis comisión.");
    expect(mails[0]?.text).toContain("¿Cuánto cuesta?");
  });
});

describe("who may vote", () => {
  it("an unknown question gets a 404, an incomplete form a 422 by field", async () => {
    site = await createTestSite();
    expect(await voteFrom("203.0.113.5", { question: "nada", value: "yes" })).toMatchObject({
      status: 404,
      body: { code: "questionNotFound" },
    });
    expect(await site.send("/api/votes", {})).toMatchObject({
      status: 422,
      body: { fields: { question: { code: "questionMissing" }, value: { code: "voteMissing" } } },
    });
    expect(await site.read("/api/votes")).toMatchObject({ status: 405 });
  });

  it("nobody from another site, nobody too often, and no program that fills in every field", async () => {
    site = await createTestSite();
    const fields = { question: QUESTION, value: "yes" };
    const foreign = await site.send("/api/votes", fields, { "sec-fetch-site": "cross-site" });
    expect(foreign).toMatchObject({ status: 403, body: { code: "wrongOrigin" } });
    expect(await voteFrom("203.0.113.66", { value: "yes", website: "https://spam.example" })).toMatchObject({
      status: 202,
    });
    expect(await counts()).toEqual({ yes: 0, no: 0 });
    for (let n = 0; n < VOTE_RATE.uses; n += 1) await voteFrom("203.0.113.5", { value: "yes" });
    expect(await voteFrom("203.0.113.5", { value: "yes" })).toMatchObject({ status: 429 });
    expect(await counts()).toEqual({ yes: 1, no: 0 });
  });
});

it("after two days nobody is remembered, and the number is still there", async () => {
  site = await createTestSite();
  await voteFrom("203.0.113.5", { value: "yes" });
  site.clock.now += (VOTE_TTL_HOURS + 1) * HOUR;
  await voteFrom("203.0.113.5", { value: "yes" });
  // A new day, a new key: the same visitor is somebody new.
  expect(await counts()).toEqual({ yes: 2, no: 0 });
});
