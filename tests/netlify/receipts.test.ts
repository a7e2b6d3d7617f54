import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RECEIPT_TTL_MINUTES, RESENDS_PER_RECEIPT } from "../../src/domain/kernel/limits.ts";
import { MINUTE } from "../../src/domain/kernel/time.ts";
import { COMMENT, COMMENTER, HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { createTestSite, type Fields, type TestSite } from "../support/site/test-site.ts";

describeOnBoth("receipts", (transport) => {
  let site: TestSite;
  beforeEach(async () => {
    site = await createTestSite({ store: await transport.freshStore() });
  });
  afterEach(() => {
    site.stop();
  });

  const CONFIRM = { action: "confirm" };
  const RECEIPT = /^\/gracias\/[a-z]+\/([a-z2-7]{16,})\/$/;

  /** Sends a plain form; the receipt that its thanks page is given. */
  async function receiptFor(path: string, fields: Fields): Promise<string> {
    const { status, headers } = await site.submit(path, fields);
    expect(status).toBe(303);
    const [, receipt = ""] = RECEIPT.exec(headers.get("location") ?? "") ?? [];
    expect(receipt).not.toBe("");
    return receipt;
  }

  async function openFavour(email = "otra@example.org"): Promise<string> {
    const { body } = await site.send("/api/jobs", { ...JOB, email });
    await site.send(`/api/links/${site.token(email)}`, CONFIRM);
    return String(body["id"]);
  }

  const resend = (receipt: string) => site.send("/api/resend-confirmation", { receipt });
  const discard = (receipt: string) => site.send("/api/discard", { receipt });
  const confirmations = (to: string) =>
    site.mails().filter((mail) => mail.to === to && mail.subject.startsWith("Confirma"));

  describe("the receipt of the thanks page", () => {
    it("is not the record's id, and knowing that one gives nothing", async () => {
      const { body } = await site.send("/api/jobs", JOB);
      const id = String(body["id"]);
      expect(Object.keys(body)).toEqual(["id", "state"]);
      expect((await discard(id)).status).toBe(410);
      await resend(id);
      expect(confirmations(POSTER)).toHaveLength(1);
      expect((await site.send(`/api/links/${site.token(POSTER)}`, CONFIRM)).body).toEqual({ state: "open" });
    });

    it("is the same where the same form was sent twice", async () => {
      const first = await receiptFor("/api/jobs", JOB);
      expect(await receiptFor("/api/jobs", JOB)).toBe(first);
      expect(confirmations(POSTER)).toHaveLength(1);
    });
  });

  describe("the confirm mail is sent again", () => {
    it("with a link that works, for a favour, an offer and a comment", async () => {
      const job = await openFavour();
      for (const [path, fields, to] of [
        ["/api/jobs", JOB, POSTER],
        [`/api/jobs/${job}/offers`, OFFER, HELPER],
        ["/api/comments", COMMENT, COMMENTER],
      ] as const) {
        const receipt = await receiptFor(path, fields);
        expect([(await resend(receipt)).status, (await resend(receipt)).body]).toEqual([
          202,
          { state: "asked" },
        ]);
        expect(confirmations(to)).toHaveLength(3);
        expect((await site.send(`/api/links/${site.token(to)}`, CONFIRM)).status).toBe(200);
      }
    });

    it("with the same answer for whatever is no receipt, and no mail", async () => {
      const receipt = await receiptFor("/api/jobs", JOB);
      const good = await resend(receipt);
      const sent = site.mails().length;
      for (const other of ["", "x", "a".repeat(20), "' OR 1=1"]) {
        const { status, body } = await resend(other);
        expect([status, body]).toEqual([good.status, good.body]);
      }
      expect(site.mails()).toHaveLength(sent);
    });

    it("a few times only, not after half an hour, and not once it is confirmed", async () => {
      const receipt = await receiptFor("/api/jobs", JOB);
      for (let time = 0; time < RESENDS_PER_RECEIPT + 2; time += 1)
        expect((await resend(receipt)).status).toBe(202);
      expect(confirmations(POSTER)).toHaveLength(1 + RESENDS_PER_RECEIPT);

      const another = await receiptFor("/api/comments", COMMENT);
      await site.send(`/api/links/${site.token(COMMENTER)}`, CONFIRM);
      expect((await resend(another)).status).toBe(202);
      expect(confirmations(COMMENTER)).toHaveLength(1);

      const late = await receiptFor("/api/jobs", { ...JOB, email: HELPER });
      site.clock.now += RECEIPT_TTL_MINUTES * MINUTE + 1;
      expect((await resend(late)).status).toBe(202);
      expect(confirmations(HELPER)).toHaveLength(1);
    });

    it("and a browser goes back to the page that says where it went", async () => {
      const receipt = await receiptFor("/api/jobs", JOB);
      const to = async (one: string) =>
        (await site.submit("/api/resend-confirmation", { receipt: one })).headers.get("location");
      expect(await to(receipt)).toBe(`/gracias/favor/${receipt}/?hecho=reenviado`);
      expect(await to("nada")).toBe("/gracias/reenviado/");
    });
  });

  describe("«no es esa»", () => {
    it("voids the record and its link, and gives back what was typed", async () => {
      const job = await openFavour();
      const parentless = { ...COMMENT, parent: "", notify: "none" };
      for (const [path, fields, to] of [
        ["/api/jobs", JOB, POSTER],
        [`/api/jobs/${job}/offers`, OFFER, HELPER],
        ["/api/comments", parentless, COMMENTER],
      ] as const) {
        const receipt = await receiptFor(path, fields);
        const { status, body } = await discard(receipt);
        expect([status, body["fields"]]).toEqual([200, expect.objectContaining(fields)]);
        expect((await site.send(`/api/links/${site.token(to)}`, CONFIRM)).status).toBe(410);
        expect((await discard(receipt)).status).toBe(410);
        // What came back can be sent as it is, with another address or with the same.
        expect(
          (await site.send(path, { ...(body["fields"] as Fields), email: "buena@example.org" })).status,
        ).toBe(202);
        const again = await receiptFor(path, fields);
        expect(again).not.toBe(receipt);
        expect((await site.send(`/api/links/${site.token(to)}`, CONFIRM)).status).toBe(200);
      }
    });

    it("leads a browser to the form filled in, and the address asks to be corrected", async () => {
      const receipt = await receiptFor("/api/jobs", JOB);
      const { status, headers } = await site.submit("/api/discard", { receipt });
      const [, id = ""] =
        /^\/favores\/nuevo\/\?formulario=([\w-]{43})$/.exec(headers.get("location") ?? "") ?? [];
      expect([status, headers.get("cache-control")]).toEqual([303, "private, no-store"]);
      const kept = await site.store.keptForm(id);
      expect(kept).toMatchObject({ endpoint: "/api/jobs", values: JOB, errors: { email: "emailDiscarded" } });
    });

    it("takes nothing from who has confirmed it meanwhile", async () => {
      const receipt = await receiptFor("/api/jobs", JOB);
      await site.send(`/api/links/${site.token(POSTER)}`, CONFIRM);
      const { status, body } = await discard(receipt);
      expect([status, body["code"]]).toEqual([409, "alreadyConfirmed"]);
      expect((await site.submit("/api/discard", { receipt })).status).toBe(409);
    });

    it("ends with the receipt: after half an hour, and for whatever is none", async () => {
      const receipt = await receiptFor("/api/jobs", JOB);
      site.clock.now += RECEIPT_TTL_MINUTES * MINUTE + 1;
      for (const one of [receipt, "", "b".repeat(20)]) {
        const { status, body } = await discard(one);
        expect([status, body["code"]]).toEqual([410, "receiptUnknown"]);
      }
      expect((await site.send(`/api/links/${site.token(POSTER)}`, CONFIRM)).status).toBe(200);
    });

    it("against confirming: whichever commits first, the other is told, and nothing is half done", async () => {
      const receipt = await receiptFor("/api/jobs", JOB);
      const [voided, confirmed] = await Promise.all([
        discard(receipt),
        site.send(`/api/links/${site.token(POSTER)}`, CONFIRM),
      ]);
      expect([
        [200, 410],
        [409, 200],
      ]).toContainEqual([voided.status, confirmed.status]);
    });
  });
});
