import { afterEach, beforeEach, expect, it } from "vitest";
import { COMMENT, COMMENTER, JOB, POSTER } from "../support/site/forms.ts";
import { createTestSite, MODERATOR, type TestSite } from "../support/site/test-site.ts";
import { tellNow } from "../support/site/moderating.ts";

const LEAVING = "se-va@makethejobs.test";

let site: TestSite;
beforeEach(async () => {
  site = await createTestSite();
  nowModerating([MODERATOR, LEAVING]);
});
afterEach(() => {
  site.stop();
});

function nowModerating(moderators: readonly string[]): void {
  Object.assign(site.services.config, { moderators });
}

async function heldJob(): Promise<void> {
  await site.send("/api/jobs", { ...JOB, website: "https://bot.example" });
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
}

async function heldComment(): Promise<void> {
  await site.send("/api/comments", COMMENT);
  await site.send(`/api/links/${site.token(COMMENTER)}`, { action: "confirm" });
}

it.each([
  ["a favour", heldJob],
  ["a comment", heldComment],
])("about %s: one's link is worth nothing once one doesn't moderate any more", async (_, holding) => {
  await holding();
  await tellNow(site);
  const [theirs, others] = [LEAVING, MODERATOR].map((to) => `/api/links/${site.token(to)}`);
  nowModerating([MODERATOR.toUpperCase()]);
  for (const action of ["approve", "reject"]) {
    const refused = await site.send(theirs ?? "", { action, reason: "No cumple las normas." });
    expect([refused.status, refused.body["code"]]).toEqual([410, "linkExpired"]);
  }
  expect((await site.send(others ?? "", { action: "approve" })).status).toBe(200);
});

it("the address that has come back moderates again with the link it has", async () => {
  await heldJob();
  await tellNow(site);
  const link = `/api/links/${site.token(LEAVING)}`;
  nowModerating([MODERATOR]);
  expect((await site.send(link, { action: "approve" })).status).toBe(410);
  nowModerating([MODERATOR, LEAVING]);
  expect((await site.send(link, { action: "approve" })).status).toBe(200);
});

it("who moderates signs as who they are, however they write their address", async () => {
  const mine = { ...COMMENT, name: "Moderación", email: MODERATOR.replace("m", "M") };
  const own = await site.send("/api/comments", mine);
  expect((await site.store.read("comment", String(own.body["id"])))?.signals).not.toContain("officialName");
});
