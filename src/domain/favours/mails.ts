import { manageRef } from "../records/new-links.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import type { Person } from "../people/person.ts";
import type { Job } from "../records/job.ts";
import { agreedReward } from "./offer-states.ts";
import type { Offer } from "../records/offer.ts";
import { shouldWarn } from "../suspicion/signals.ts";

/** What a mail says of the favour it is about. */
export function mailJob(job: Job): { id: string; title: string } {
  return { id: job.id, title: job.title };
}

/** Why it is held, where it is not for what it says. */
type HeldWhy = Pick<Extract<MailEvent, { name: "jobHeld" }>["data"], "why" | "blockedUntil">;

type JobNews = "jobPublished" | "jobApproved" | "jobHeld" | "jobExpired";

/** News about a favour to its poster, with the manage link. `job` is as it is after the change. */
export function posterMail(name: JobNews, job: Job, held: HeldWhy = {}): MailEvent {
  const about = { link: manageRef(job.id), job: mailJob(job) };
  const head = { id: mailId(name, job), to: job.poster.email };
  if (name === "jobHeld") return { ...head, name, data: { ...about, ...held } };
  if (name === "jobExpired") return { ...head, name, data: about };
  return { ...head, name, data: { ...about, expiresAt: job.expiresAt } };
}

type HelperNews = "offerSent" | "offerHeld" | "offerStandby" | "offerInvitedAgain" | "offerOutdated";

/**
 * What one helper does with what they offer to one favour, told to its poster together. A new offer after one that was taken
 * back belongs to the same group.
 */
export function helpersNews(offer: Offer): string {
  return `helpers-news/${offer.jobId}/${offer.helper.address}`;
}

/** What a poster does with a favour, told together to the helper of one offer. */
export function postersNews(offer: Offer): string {
  return `posters-news/${offer.id}`;
}

/** News about an offer to its helper, with the helper's link. `offer` is as it is after the change. */
export function helperMail(
  name: HelperNews,
  offer: Offer,
  job: Job,
  held: Pick<HeldWhy, "blockedUntil"> = {},
): MailEvent {
  const data = { link: manageRef(offer.id), job: mailJob(job), ...held };
  const mail = { id: mailId(name, offer), name, to: offer.helper.email, data };
  // The receipt of one's own offer carries the only link to it: nothing newer may take its place.
  return name === "offerSent" || name === "offerHeld" ? mail : { ...mail, group: postersNews(offer) };
}

/** Why an offer came to nothing. */
export type OfferEnd = Extract<MailEvent, { name: "offerEnded" }>["data"]["why"];

/** The honest last mail of an offer. */
export function offerEndedMail(offer: Offer, job: Job, why: OfferEnd): MailEvent {
  const data = { job: mailJob(job), why };
  return {
    id: mailId("offerEnded", offer),
    name: "offerEnded",
    to: offer.helper.email,
    data,
    group: postersNews(offer),
    urgent: true,
  };
}

/** To the poster: somebody offers, or changed or renewed what they offered. */
export function offerReceivedMail(offer: Offer, job: Job): MailEvent {
  return {
    id: mailId("offerReceived", offer),
    name: "offerReceived",
    to: job.poster.email,
    data: {
      link: manageRef(job.id),
      job: mailJob(job),
      helper: offer.helper.name,
      message: offer.message,
      reward: offer.reward,
      ...(shouldWarn(offer.signals) && { warned: true }),
    },
    group: helpersNews(offer),
  };
}

/** Both get each other's contact and what was agreed. Only these two mails ever carry it. */
export function contactMails(job: Job, offer: Offer): MailEvent[] {
  const agreed = {
    job: mailJob(job),
    reward: agreedReward(job, offer),
    deadline: job.deadline,
    day: dayOf(job),
  };
  const added = job.joined.filter(({ state }) => state === "joined");
  // Whoever joined agreed that the helper gets their address, and nobody else.
  const named = added.map(({ reward, joiner: { name, email } }) => ({ name, email, reward }));
  const unnamed = named.map((one) => ({ ...one, email: null }));
  return [
    {
      id: mailId("contactForPoster", job),
      name: "contactForPoster",
      to: job.poster.email,
      data: { link: manageRef(job.id), ...agreed, other: contactOf(offer.helper), joined: unnamed },
      group: helpersNews(offer),
      urgent: true,
    },
    {
      id: mailId("contactForHelper", job),
      name: "contactForHelper",
      to: offer.helper.email,
      data: { link: manageRef(offer.id), ...agreed, other: contactOf(job.poster), joined: named },
      group: postersNews(offer),
      urgent: true,
    },
  ];
}

function dayOf({ agreed }: Job) {
  return agreed && { date: agreed.date, time: agreed.time };
}

function contactOf({ name, email, phone }: Person) {
  return { name, email, phone };
}
