import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { sweep } from "../../netlify/schedule/sweep.ts";
import { BLOCK_DAYS, FAILURES_TO_TELL } from "../../src/domain/kernel/limits.ts";
import {
  ERASING_KEPT_DAYS,
  ERASING_RETRY_FIRST_MINUTES,
  ERASING_RETRY_LAST_HOURS,
} from "../../src/domain/kernel/own-data-limits.ts";
import { DAY, HOUR, MINUTE } from "../../src/domain/kernel/time.ts";
import { RECORD_SCHEMAS, type RecordKind } from "../../src/domain/records/records.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { COMMENT, COMMENTER, HELPER, JOB, MESSAGE, OFFER, POSTER, REWARD } from "../support/site/forms.ts";
import { decide, named, signedIn } from "../support/site/moderating.ts";
import { createTestSite, MODERATOR, OWNER, type Fields, type TestSite } from "../support/site/test-site.ts";

/**
 * What becomes of each kind of record when somebody takes their data away or has them erased. A kind that says whose it is has to be among
 * the own ones, or its line says why not and until when.
 */
const KINDS: Readonly<Record<RecordKind, "own" | "nobody's" | { readonly stays: string }>> = {
  job: "own",
  offer: "own",
  reward: "own",
  comment: "own",
  contact: "own",
  report: "own",
  digest: "own",
  notice: "own",
  address: "own",
  myData: "own",
  logEntry: { stays: "exported; append-only, keyed hashes alone, LOG_DAYS" },
  reported: {
    stays: "the keyed hash of a reporter's mailbox until the thing is decided, so that each counts once",
  },
  link: { stays: "the keyed hash, for as long as the link says that it was used" },
  receipt: { stays: "the same, RECEIPT_TTL_MINUTES" },
  session: { stays: "a moderator's own, MODERATOR_SESSION_HOURS, ended by hand" },
  // A public page of another site, which nobody here signed.
  mention: "nobody's",
  verdict: "nobody's",
  vote: "nobody's",
};

/** What counts letters and offers of a day by keyed hashes, and is forgotten within two. */
const COUNTING = ["counter", "mail-queue", "mail-count", "mailboxes-of"];

/** Fields that say whose a record is. */
const TELLING = ["email", "address", "mailbox", "by", "recipient", "phone", "visitor"];

function fieldsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(fieldsOf);
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]: [string, unknown]) => [
    ...(name === "properties" && typeof value === "object" && value !== null ? Object.keys(value) : []),
    ...fieldsOf(value),
  ]);
}

const SCHEMAS = Object.entries<z.core.$ZodType>(RECORD_SCHEMAS);

describe("every kind of record", () => {
  it.each(SCHEMAS)("%s that says whose it is, is somebody's", (name, schema) => {
    const fields = fieldsOf(z.toJSONSchema(schema));
    expect(fields).toContain("version");
    const tells = TELLING.some((field) => fields.includes(field));
    const kind: unknown = Object.entries(KINDS).find(([known]) => known === name)?.[1];
    expect(kind === "nobody's" && tells, `${name}: ${JSON.stringify(fields)}`).toBe(false);
  });
});

describeOnBoth("records of an address", (transport) => {
  const begin = async () => createTestSite({ store: await transport.freshStore(), limits: false });
  const act = (site: TestSite, token: string, fields: Fields) => site.send(`/api/links/${token}`, fields);
  const confirm = (site: TestSite, email: string) => act(site, site.token(email), { action: "confirm" });

  async function ownLink(site: TestSite, email: string): Promise<string> {
    await site.send("/api/my-data", { email });
    return site.token(email);
  }

  async function send(site: TestSite, path: string, fields: Fields, isConfirmed = true): Promise<string> {
    const { body } = await site.send(path, fields);
    if (isConfirmed) await confirm(site, String(fields["email"]));
    return String(body["id"]);
  }

  async function alert(site: TestSite, email: string, q: string): Promise<string> {
    await send(site, "/api/digests", { frequency: "weekly", email, q });
    const { signer } = site.services;
    return signer.digestId(signer.addressId(email), new URLSearchParams({ q }).toString());
  }

  /** One of each kind under one address, and what moderators did to it. */
  async function oneOfEach(site: TestSite, email: string) {
    const other = await send(site, "/api/jobs", { ...JOB, email: "otra@example.org" });
    const about = { kind: "job", id: other, reason: "estafa", text: "Pide dinero por adelantado." };
    const ids = {
      job: await send(site, "/api/jobs", { ...JOB, email }),
      offer: await send(site, `/api/jobs/${other}/offers`, { ...OFFER, email }),
      reward: await send(site, `/api/jobs/${other}/rewards`, { ...REWARD, email }),
      comment: await send(site, "/api/comments", { ...COMMENT, email }),
      contact: await send(site, "/api/contact", { ...MESSAGE, email }, false),
      report: await send(site, "/api/reports", { ...about, email }),
      digest: await alert(site, email, "mudanza"),
    };
    const unconfirmed = await send(site, "/api/reports", { ...about, email, reason: "otra" }, false);
    const cookie = await signedIn(site);
    const trusted = await decide(site, cookie, {
      action: "trust",
      ids: await named(site, "comment", ids.comment),
    });
    expect(trusted.status).toBe(200);
    return { ids, unconfirmed, cookie, other };
  }

  it("are in the export, each kind of them, and gone when it is all erased", async () => {
    const site = await begin();
    const { ids, unconfirmed, cookie } = await oneOfEach(site, COMMENTER);
    const token = await ownLink(site, COMMENTER);
    const file = (await act(site, token, { action: "export" })).body;
    const exported = JSON.stringify(file);
    const own = Object.entries(KINDS).flatMap(([kind, fate]) => (fate === "own" ? [kind] : []));
    expect(Object.keys(ids).sort()).toEqual(
      // A notice comes with an answer: `notices.test.ts`.
      own.filter((kind) => !["address", "myData", "notice"].includes(kind)).sort(),
    );
    for (const id of [...Object.values(ids), unconfirmed]) expect(exported).toContain(id);
    expect(file["decisions"]).toMatchObject([{ action: "trust", of: ids.comment }]);
    expect(file["address"]).toMatchObject({ trustedUntil: expect.stringContaining("T") as string });

    await act(site, token, { action: "erase" });
    const left = Object.entries(await transport.contents());
    expect(JSON.stringify(left)).not.toContain(COMMENTER);
    expect(JSON.stringify(left)).not.toContain("Pide dinero por adelantado");
    const hash = site.services.signer.addressId(COMMENTER);
    const kindsLeft = new Set(
      left.filter(([, text]) => JSON.stringify(text).includes(hash)).map(([key]) => key.split(":")[0]),
    );
    // What carries the hash still is what the table says may, and the lists that lead to it.
    const mayStay = Object.entries(KINDS).flatMap(([kind, fate]) => (typeof fate === "object" ? [kind] : []));
    // The mailbox of a report that waits is that of the address.
    for (const kind of kindsLeft) expect(["address", "myData", "report", ...mayStay]).toContain(kind);
    for (const [key] of left.filter(([key]) => key.includes(hash)))
      expect(["address", "decisions-of", ...COUNTING]).toContain(key.split(":")[0]);

    // The report that waits goes on counting, without saying whose it was, and its decision is told to nobody.
    const report = await site.store.read("report", ids.report);
    expect(report).toMatchObject({ state: "received", reason: "estafa", email: "", address: "", text: null });
    expect(await site.store.read("report", unconfirmed)).toBeNull();
    const before = site.mails().length;
    expect(
      (await decide(site, cookie, { action: "dismiss", ids: `${ids.report}:${String(report?.version)}` }))
        .status,
    ).toBe(200);
    expect(site.mails().length).toBe(before);
  });

  it("what both sides of an offer asked is each one's own, and goes with what they wrote it about", async () => {
    const site = await begin();
    const job = await send(site, "/api/jobs", JOB);
    const posters = site.token(POSTER);
    const offer = await send(site, `/api/jobs/${job}/offers`, OFFER);
    const helpers = site.token(HELPER);
    const [asked, answered] = ["¿Cabe por la escalera?", "Sí, mide 80 cm."];
    expect((await act(site, posters, { action: "ask", offer, text: asked })).body["state"]).toBe("sent");
    expect((await act(site, helpers, { action: "ask", text: answered })).status).toBe(200);
    await act(site, posters, { action: "decline", offer });
    const fileOf = async (email: string) =>
      JSON.stringify((await act(site, await ownLink(site, email), { action: "export" })).body);
    const posterFile = await fileOf(POSTER);
    expect(posterFile).toContain(asked);
    expect(posterFile).not.toContain(answered);
    const helperFile = await fileOf(HELPER);
    expect(helperFile).toContain(answered);
    expect(helperFile).not.toContain(asked);

    await act(site, await ownLink(site, POSTER), { action: "erase" });
    expect(JSON.stringify(await transport.contents())).not.toContain(asked);
    site.stop();
  });

  it("that was blocked stays so under the hash of its mailbox, to the day, and its owner reads until when", async () => {
    const site = await begin();
    const email = "ana+uno@example.org";
    const id = await send(site, "/api/comments", { ...COMMENT, email });
    const cookie = await signedIn(site);
    await decide(site, cookie, { action: "block", ids: await named(site, "comment", id) });
    const until = site.clock.now + BLOCK_DAYS * DAY;
    const token = await ownLink(site, email);
    const file = (await act(site, token, { action: "export" })).body;
    expect(file["blockedUntil"]).toBe(new Date(until).toISOString());
    await act(site, token, { action: "erase" });
    const mailbox = site.services.signer.addressId("ana@example.org");
    expect((await site.store.read("address", mailbox))?.blockedUntil).toBe(until);
    const again = await ownLink(site, "ana@example.org");
    await act(site, again, { action: "erase" });
    expect((await site.store.read("address", mailbox))?.blockedUntil).toBe(until);
    const held = await send(site, "/api/comments", { ...COMMENT, text: "Otro.", email: "ana@example.org" });
    expect((await site.store.read("comment", held))?.state).toBe("held");
  });

  it("that can't be erased are tried later and later, others go first, and the owner of the site is told once", async () => {
    const site = await begin();
    await send(site, "/api/comments", COMMENT);
    await send(site, "/api/jobs", { ...JOB, email: COMMENTER });
    const token = await ownLink(site, COMMENTER);
    const { commit } = site.store;
    Object.assign(site.store, {
      commit: (...asked: Parameters<typeof commit>) =>
        asked[0].changes.some(({ kind, after }) => kind === "comment" && after?.state === "deleted")
          ? Promise.reject(new Error("broken"))
          : commit(...asked),
    });
    expect((await act(site, token, { action: "erase" })).body).toEqual({ state: "erased" });
    // What can go is gone.
    expect(JSON.stringify(await transport.contents())).not.toContain(JOB["title"]);
    const told = () => site.mails().filter(({ to, subject }) => to === OWNER && /falla/.test(subject));
    const due = async () => (await site.store.erasuresDue(site.clock.now, 9)).length;
    for (let failures = 1; failures <= FAILURES_TO_TELL + 1; failures += 1) {
      await sweep(site.services, { failed: () => undefined });
      expect(told()).toHaveLength(failures >= FAILURES_TO_TELL ? 1 : 0);
      const wait = ERASING_RETRY_FIRST_MINUTES * 2 ** (failures - 1) * MINUTE;
      site.clock.now += wait - 1;
      expect(await due()).toBe(0);
      site.clock.now += 1;
      expect(await due()).toBe(1);
    }
    expect(told()[0]?.text).toContain("borrado de los datos");
    expect(told()[0]?.text).not.toContain(COMMENTER);
    Object.assign(site.store, { commit });
    await sweep(site.services);
    expect(JSON.stringify(await transport.contents())).not.toContain(COMMENTER);
    expect(
      site.mails().filter(({ to, subject }) => to === COMMENTER && subject.startsWith("Hemos borrado")),
    ).toHaveLength(1);
    expect(ERASING_KEPT_DAYS * DAY).toBeGreaterThan(7 * ERASING_RETRY_LAST_HOURS * HOUR);
  });

  it("of somebody else are in neither", async () => {
    const site = await begin();
    await oneOfEach(site, COMMENTER);
    const other = await send(site, "/api/jobs", { ...JOB, email: POSTER });
    const file = (await act(site, await ownLink(site, POSTER), { action: "export" })).body;
    expect(JSON.stringify(file)).not.toMatch(new RegExp(`${COMMENTER}|${MODERATOR}`));
    await act(site, site.token(POSTER), { action: "erase" });
    expect((await site.read(`/api/jobs/${other}`)).status).toBe(410);
    expect(JSON.stringify(await transport.contents())).toContain(COMMENTER);
  });
});
