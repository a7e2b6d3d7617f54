import { API, PAGES, THANKS, thanksWith } from "../../src/urls.ts";
import { publishJob, requestJob } from "../../src/domain/favours/asking.ts";
import {
  JOB_TEXT_FORM,
  jobTextFields,
  parseJobForm,
  type JobDraft,
} from "../../src/domain/favours/job-form.ts";
import { suspectTexts } from "../../src/domain/kernel/form.ts";
import { JOB_RATE } from "../../src/domain/kernel/request-limits.ts";
import { invalid, orInvalid } from "../../src/domain/kernel/errors.ts";
import { mailboxOf } from "../../src/domain/people/mailbox.ts";
import { BOARD_PARAMS, boardQuery, unknownFilters } from "../../src/views/board-filters.ts";
import { jobPath, publicJob } from "../../src/views/public-view.ts";
import { jsonResponse } from "../http/responses.ts";
import { cachedUntil, soonestExpiry } from "../http/cache-headers.ts";
import type { Handler } from "./deps.ts";
import type { FormEndpoint } from "./endpoint.ts";
import { receive } from "./pipeline.ts";
import { recognise, type Recognised } from "./remembered.ts";
import { refuseByRule, PROGRAM } from "./refuse.ts";
import { resource } from "./resource.ts";

interface Found extends Recognised {
  /** The keyed hash of the mailbox that the address leads to. */
  readonly mailbox: string;
}

const askForFavour: FormEndpoint<JobDraft, Found> = {
  name: () => API.jobs,
  rate: JOB_RATE,
  once: true,
  formPage: () => PAGES.newJob,

  parse: ({ fields, deps }) => orInvalid(parseJobForm(fields, deps.now())),

  texts: textsOf,

  letterTo: ({ poster }) => poster.email,

  read: async ({ poster }, { request, deps }) => ({
    ...(await recognise(request, poster.email, deps)),
    mailbox: deps.signer.addressId(mailboxOf(poster.email)),
  }),

  decide(draft, { id, isKnown, mailbox, trust }, context) {
    const signals = context.assess(textsOf(draft), draft.poster);
    const ask = isKnown ? publishJob : requestJob;
    return ask({ draft, address: id, mailbox, signals }, { ...context, trust });
  },

  accepted({ id, state, receipt }, { fields }) {
    const body = { id, state };
    if (state === "open")
      return { status: 202, body, location: jobPath({ id, title: fields["title"] ?? "" }) };
    return {
      status: 202,
      body,
      location: state === "held" ? THANKS.heldJob : thanksWith(THANKS.job, receipt),
    };
  },
};

function textsOf(draft: JobDraft): string[] {
  return suspectTexts(JOB_TEXT_FORM, jobTextFields(draft));
}

const listFavours: Handler = async (request, { store, now }) => {
  const time = now();
  const params = new URL(request.url).searchParams;
  const unknown = unknownFilters(params);
  if (unknown.length > 0) {
    return refuseByRule(invalid(Object.fromEntries(unknown.map((name) => [name, "filterUnknown"]))), PROGRAM);
  }
  const board = await store.board(boardQuery(params), time);
  const body = { ...board, jobs: board.jobs.map((found) => publicJob(found, time)) };
  const expiresAt = soonestExpiry(board.jobs.map((found) => found.job));
  return jsonResponse(200, body, cachedUntil(expiresAt, time, ["jobs"], BOARD_PARAMS));
};

/** `/api/jobs`: the board, and asking for a favour. */
export const jobs = resource({
  GET: listFavours,
  POST: receive(askForFavour),
});
