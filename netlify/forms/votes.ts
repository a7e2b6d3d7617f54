import { API, voteAnswerPath } from "../../src/urls.ts";
import { castVote, VOTE_FORM, type VoteDraft } from "../../src/domain/feedback/voting.ts";
import { fail, orInvalid, err } from "../../src/domain/kernel/errors.ts";
import { parseForm, suspectTexts } from "../../src/domain/kernel/form.ts";
import { VOTE_RATE } from "../../src/domain/kernel/request-limits.ts";
import type { FormEndpoint } from "./endpoint.ts";
import { receive } from "./pipeline.ts";
import { visitorOf } from "./rates.ts";
import { resource } from "./resource.ts";

/** Null: there is no such question. */
type Found = Omit<Parameters<typeof castVote>[0], "draft" | "signals"> | null;

const vote: FormEndpoint<VoteDraft, Found> = {
  name: () => API.votes,
  rate: VOTE_RATE,
  // The rule knows what this visitor said before; the same words from two visitors are two votes.
  once: false,
  // The page of an answer is static: it can't show what was typed, so a mistake is told on a page of its own.
  formPage: () => null,

  parse: ({ fields }) => orInvalid(parseForm(VOTE_FORM, fields)),

  async read(draft, { deps }) {
    const question = deps.questions.find(draft.question);
    if (question === null) return null;
    const id = deps.signer.formKey(["vote", question.slug, await visitorOf(deps)]);
    const before = await deps.store.read("vote", id);
    return { question, id, before, owner: deps.config.mailOwner };
  },

  decide(draft, found, context) {
    if (found === null) return err(fail("questionNotFound"));
    const signals = context.assess(suspectTexts(VOTE_FORM, draft), null);
    return castVote({ ...found, draft, signals }, context);
  },

  accepted({ id, state }, { fields }) {
    // Three parts of the answer's own page, each shown when its address is asked for.
    const part = fields["text"]?.trim() ? "recibido" : state === "yes" ? "gracias" : "cuentanos";
    return { status: 202, body: { value: state }, location: voteAnswerPath(id, part) };
  },
};

/** `/api/votes`: whether an answer of the FAQ helped. */
export const votes = resource({ POST: receive(vote) });
