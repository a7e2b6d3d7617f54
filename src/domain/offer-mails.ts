import type { Job, Person } from "./job.ts";
import { mailId, mailJob } from "./job-mails.ts";
import { manageRef } from "./link-records.ts";
import type { MailEvent } from "./mail-event.ts";
import type { Offer } from "./offer.ts";
import { agreedReward } from "./offer-view.ts";

type HelperNews = "offerSent" | "offerStandby" | "offerInvitedAgain" | "offerOutdated";

/** News about an offer to its helper, with the helper's link. `offer` is as it is after the change. */
export function helperMail(name: HelperNews, offer: Offer, job: Job): MailEvent {
  const data = { link: manageRef(offer.id), job: mailJob(job) };
  return { id: mailId(name, offer), name, to: offer.helper.email, data };
}

/** Why an offer came to nothing. */
export type OfferEnd = Extract<MailEvent, { name: "offerEnded" }>["data"]["why"];

/** The honest last mail of an offer. */
export function offerEndedMail(offer: Offer, job: Job, why: OfferEnd): MailEvent {
  const data = { job: mailJob(job), why };
  return { id: mailId("offerEnded", offer), name: "offerEnded", to: offer.helper.email, data };
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
    },
  };
}

/** Both get each other's contact and what was agreed. Only these two mails ever carry it. */
export function contactMails(job: Job, offer: Offer): MailEvent[] {
  const agreed = { job: mailJob(job), reward: agreedReward(job, offer), deadline: job.deadline };
  return [
    {
      id: mailId("contactForPoster", job),
      name: "contactForPoster",
      to: job.poster.email,
      data: { link: manageRef(job.id), ...agreed, other: contactOf(offer.helper) },
    },
    {
      id: mailId("contactForHelper", job),
      name: "contactForHelper",
      to: offer.helper.email,
      data: { link: manageRef(offer.id), ...agreed, other: contactOf(job.poster) },
    },
  ];
}

function contactOf({ name, email, phone }: Person) {
  return { name, email, phone };
}
