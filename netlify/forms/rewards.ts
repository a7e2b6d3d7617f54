import { THANKS, rewardsApi, thanksWith } from "../../src/urls.ts";
import { orInvalid } from "../../src/domain/kernel/errors.ts";
import { suspectTexts } from "../../src/domain/kernel/form.ts";
import { REWARD_RATE } from "../../src/domain/kernel/request-limits.ts";
import { ID_PATTERN } from "../../src/domain/kernel/shapes.ts";
import { joinReward, publishReward } from "../../src/domain/favours/joining.ts";
import { parseJoiningForm, type JoinedDraft } from "../../src/domain/favours/joining-form.ts";
import { REWARD_FORM, rewardFields } from "../../src/domain/favours/reward-form.ts";
import type { Job } from "../../src/domain/records/job.ts";
import { jobPath } from "../../src/views/public-view.ts";
import type { SentForm, FormEndpoint } from "./endpoint.ts";
import { receive } from "./pipeline.ts";
import { recognise, type Recognised } from "./remembered.ts";
import { resource } from "./resource.ts";

interface Found extends Recognised {
  readonly job: Job | null;
}

/** Where a plain form lands; what waits for its mail is the other one. */
const NEXT: Readonly<Record<string, string>> = {
  joined: THANKS.joinedReward,
  held: THANKS.heldReward,
};

const joinIn: FormEndpoint<JoinedDraft, Found> = {
  name: ({ params }) => rewardsApi(params["id"] ?? ""),
  rate: REWARD_RATE,
  once: true,

  parse: ({ fields }) => orInvalid(parseJoiningForm(fields)),

  texts: textsOf,

  async read({ joiner }, form) {
    const [job, recognised] = await Promise.all([
      readFavour(form),
      recognise(form.request, joiner.email, form.deps),
    ]);
    return { job, ...recognised };
  },

  decide(draft, { isKnown, id, job, trust }, context) {
    const signals = context.assess(textsOf(draft), draft.joiner);
    const request = { job, draft, address: id, signals };
    const known = { ...context, trust };
    return isKnown ? publishReward(request, known) : joinReward(request, known);
  },

  accepted: ({ id, state, receipt }) => ({
    status: 202,
    body: { id, state },
    location: NEXT[state] ?? thanksWith(THANKS.reward, receipt),
  }),

  async formPage(form, found) {
    const job = found === null ? await readFavour(form) : found.job;
    return `${jobPath({ id: form.params["id"] ?? "", title: job?.title ?? "" })}#sumo-una-recompensa`;
  },
};

function textsOf(draft: JoinedDraft): string[] {
  return suspectTexts(REWARD_FORM, rewardFields(draft.reward));
}

async function readFavour({ params, deps }: SentForm): Promise<Job | null> {
  const { id = "" } = params;
  return ID_PATTERN.test(id) ? deps.store.read("job", id) : null;
}

/** `/api/jobs/:id/rewards`: "sumo una recompensa". */
export const rewards = resource({ POST: receive(joinIn) });
