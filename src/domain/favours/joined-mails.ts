import type { Millis } from "../kernel/time.ts";
import type { Job } from "../records/job.ts";
import type { JoinedReward } from "../records/joined-reward.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import { manageRef } from "../records/new-links.ts";
import type { Offer } from "../records/offer.ts";
import { mailJob } from "./mails.ts";

/** News about a joined reward to who joined, with their link. `joined` is as it is after the change. */
export function joinerMail(
  name: "rewardJoined" | "rewardHeld",
  joined: JoinedReward,
  job: Job,
  held: { readonly blockedUntil?: Millis } = {},
): MailEvent {
  const data = { link: manageRef(joined.id), job: mailJob(job), reward: joined.reward, ...held };
  return { id: mailId(name, joined), name, to: joined.joiner.email, data };
}

/** To the poster: somebody adds a reward. */
export function rewardReceivedMail(joined: JoinedReward, job: Job): MailEvent {
  const { reward, joiner } = joined;
  return {
    id: mailId("rewardReceived", joined),
    name: "rewardReceived",
    to: job.poster.email,
    data: { link: manageRef(job.id), job: mailJob(job), name: joiner.name, reward },
    group: `joined-news/${job.id}`,
  };
}

/** To who joined, once a helper is accepted: it counts, and the helper knows how to reach them. */
export function rewardAgreedMails(job: Job, { helper }: Offer): MailEvent[] {
  return job.joined
    .filter(({ state }) => state === "joined")
    .map((joined) => ({
      id: mailId("rewardAgreed", { id: joined.id, version: job.version }),
      name: "rewardAgreed",
      to: joined.joiner.email,
      data: {
        link: manageRef(joined.id),
        job: mailJob(job),
        reward: joined.reward,
        helper: helper.name,
      },
    }));
}

/** Why a joined reward came to its end. */
export type JoinedEnd = Extract<MailEvent, { name: "rewardEnded" }>["data"]["why"];

/** The honest last mail of a joined reward. `to`: its address, which its record has forgotten by now. */
export function rewardEndedMail(
  { joined, to, why }: { joined: JoinedReward; to: string; why: JoinedEnd },
  job: Job,
): MailEvent {
  const about = { job: mailJob(job), reward: joined.reward, why, reason: joined.reason };
  const data = why === "rejected" ? { ...about, link: manageRef(joined.id) } : about;
  return { id: mailId("rewardEnded", joined), name: "rewardEnded", to, data };
}
