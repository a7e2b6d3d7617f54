import { PREVIEW_RATE } from "../../src/domain/kernel/request-limits.ts";
import { invalid } from "../../src/domain/kernel/errors.ts";
import { COMMENT_EDIT_FORM } from "../../src/domain/comments/form.ts";
import { parseForm } from "../../src/domain/kernel/form.ts";
import { jsonResponse, seeOther } from "../http/responses.ts";
import { wantsJson } from "../http/wants-json.ts";
import { commentFormPage } from "./comments.ts";
import { withTypedText } from "./pipeline.ts";
import { keepForm, withKeptForm } from "./kept-forms.ts";
import { isWithinRate } from "./rates.ts";
import { refuseByRule } from "./refuse.ts";
import { API } from "../../src/urls.ts";
import { resource } from "./resource.ts";

/** `/api/comments/preview`: a comment as it would look. Plain forms see it on the thread's page, above their kept form. */
export const commentPreview = resource({
  POST: (request, deps) =>
    withTypedText(request, async (fields) => {
      if (!(await isWithinRate(PREVIEW_RATE, deps))) return "tooManyRequests";
      const json = wantsJson(request);
      const parsed = parseForm(COMMENT_EDIT_FORM, fields);
      if (json) {
        if (!parsed.ok) return refuseByRule(invalid(parsed.error), { json, typed: fields });
        const { previewComment } = await import("../../src/views/public-comment.ts");
        return jsonResponse(200, { html: previewComment({ text: parsed.value.text }, deps.now()).html });
      }
      const formPage = commentFormPage({ fields, deps });
      const kept = formPage && (await keepForm(deps, API.comments, fields, parsed.ok ? {} : parsed.error));
      if (formPage === null) return "notFound";
      if (kept === null) return "tooLarge";
      return seeOther(withKeptForm(formPage, kept, parsed.ok ? { vista: "1" } : {}));
    }),
});
