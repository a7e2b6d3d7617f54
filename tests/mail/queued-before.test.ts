import { expect, test } from "vitest";
import { renderMail } from "../../src/mail/render.ts";
import { parseEntry } from "../../src/store/outbox-entry.ts";
import { context } from "../support/builders/sample-events.ts";

const ID = "b".repeat(20);
const link = { id: ID, version: 1 };
const job = { id: ID, title: "Regar las plantas" };
const article = { slug: "primeros-pasos", title: "Primeros pasos" };
const reward = { kind: "money", amount: 10, text: null };
const said = { name: "Ana", signals: ["link"] };

/** As commits of before the gathered letters put them into the outbox. */
const QUEUED = {
  moderateJob: { link, job, description: "Cada dos días.", ...said },
  moderateMissing: { link, job, helper: "Luis", name: "Ana", reason: "No me la ha dado." },
  moderateOffer: { link, job, message: "Voy yo.", reward: null, ...said },
  moderateReward: { link, job, reward, ...said },
  moderateQuestion: { link, job, text: "¿A qué hora?", ...said },
  moderateComment: { link, article, text: "Me sirvió.", ...said },
  moderateAppeal: { link, kind: "job", title: job.title, name: "Ana", text: "No es así." },
};

test.each(Object.entries(QUEUED))("%s that waits still leaves, with its link", (name, data) => {
  const event = { id: `${name}/${ID}/2/1`, name, to: "mod@example.com", data };
  const entry = { version: 1, event, attempts: 0, firstAt: 1, leasedUntil: 0, deadAt: null, error: null };
  const mail = renderMail(parseEntry(JSON.stringify(entry)).event, context);
  expect(mail.subject).toBe("Moderación: algo espera");
  expect(mail.text).toContain(context.tokenUrl(link));
});
