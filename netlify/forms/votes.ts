import { VOTE_RATE } from "../../src/domain/kernel/limits.ts";
import { castVote, VOTE_FORM } from "../../src/domain/feedback/voting.ts";
import { fail, invalid } from "../../src/domain/kernel/errors.ts";
import { parseForm, suspectTexts } from "../../src/domain/kernel/form.ts";
import { err } from "../../src/domain/kernel/errors.ts";
import { ruleContext } from "./deps.ts";
import { answerForm, signalsOf, type FormEndpoint } from "./form-endpoint.ts";
import { visitorOf } from "./rates.ts";
import { resource } from "./resource.ts";

const vote: FormEndpoint = {
  name: "/api/votes",
  rate: VOTE_RATE,
  // The rule knows what this visitor said before; the same words from two visitors are two votes.
  once: false,
  // The page of an answer is static: it can't show what was typed, so a mistake is told on a page of its own.
  formPage: () => null,

  async decide(form) {
    const { deps, fields } = form;
    const parsed = parseForm(VOTE_FORM, fields);
    if (!parsed.ok) return err(invalid(parsed.error));
    const draft = parsed.value;
    const question = deps.questions.find(draft.question);
    if (question === null) return err(fail("questionNotFound"));
    const id = deps.signer.formKey(["vote", question.slug, await visitorOf(deps)]);
    const before = await deps.store.read("vote", id);
    const signals = signalsOf(form, suspectTexts(VOTE_FORM, draft), null);
    const owner = deps.config.mailOwner;
    return castVote({ draft, question, id, before, signals, owner }, ruleContext(deps));
  },

  accepted({ id, state }, { fields }) {
    // Three parts of the answer's own page, each shown when its address is asked for.
    const part = fields["text"]?.trim() ? "recibido" : state === "yes" ? "gracias" : "cuentanos";
    return { status: 202, body: { value: state }, location: `/preguntas-frecuentes/${id}/#${part}` };
  },
};

/** `/api/votes`: whether an answer of the FAQ helped. */
export const votes = resource({ POST: (request, deps) => answerForm(vote, request, deps) });
