import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import { retry } from "../../netlify/schedule/retry.ts";
import { HOUR } from "../../src/domain/kernel/time.ts";
import { COMMENT, JOB, MESSAGE } from "../support/site/forms.ts";
import { createTestSite, type TestSite } from "../support/site/test-site.ts";

/** A mail service on this machine that can be told to fail. */
let service: Server;
let isDown = true;
let taken: { key: string; to: string }[] = [];
let site: TestSite;

beforeEach(async () => {
  isDown = true;
  taken = [];
  service = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      response.setHeader("content-type", "application/json");
      if (isDown) {
        response.statusCode = 503;
        response.end(JSON.stringify({ name: "application_error", message: "down", statusCode: 503 }));
        return;
      }
      const mail = JSON.parse(Buffer.concat(chunks).toString()) as { to: string };
      taken.push({ key: String(request.headers["idempotency-key"]), to: mail.to });
      response.end(JSON.stringify({ id: crypto.randomUUID() }));
    });
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  const address = service.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  process.env["RESEND_BASE_URL"] = `http://127.0.0.1:${port}`;
  site = await createTestSite({ env: { RESEND_API_KEY: "re_test", MAIL_FROM: "a@makethejobs.test" } });
});
afterEach(async () => {
  delete process.env["RESEND_BASE_URL"];
  site.stop();
  await new Promise((resolve) => service.close(resolve));
});

it("with the mail service down everything else works, and each mail arrives once it is back, once", async () => {
  expect((await site.send("/api/jobs", JOB)).status).toBe(202);
  expect((await site.send("/api/comments", COMMENT)).status).toBe(202);
  expect((await site.submit("/api/contact", MESSAGE)).headers.get("location")).toBe("/gracias/mensaje/");
  expect((await site.read("/api/jobs")).status).toBe(200);
  expect(taken).toEqual([]);

  isDown = false;
  site.clock.now += HOUR;
  expect(await retry(site.services)).toEqual({ mails: 4, purges: 0 });
  site.clock.now += HOUR;
  expect(await retry(site.services)).toEqual({ mails: 0, purges: 0 });
  const names = taken.map(({ key }) => key.split("/")[0]).sort();
  expect(names).toEqual(["confirmComment", "confirmJob", "contactMessage", "contactReceipt"]);
});
