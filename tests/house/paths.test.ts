import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { config as commentPreview } from "../../netlify/functions/comment-preview.ts";
import { config as comments } from "../../netlify/functions/comments.ts";
import { config as reports } from "../../netlify/functions/reports.ts";
import { config as contact } from "../../netlify/functions/contact.ts";
import { config as digests } from "../../netlify/functions/digests.ts";
import { config as discard } from "../../netlify/functions/discard.ts";
import { config as forgetBrowser } from "../../netlify/functions/forget-browser.ts";
import { config as health } from "../../netlify/functions/health.ts";
import { config as job } from "../../netlify/functions/job.ts";
import { config as jobs } from "../../netlify/functions/jobs.ts";
import { config as links } from "../../netlify/functions/links.ts";
import { config as moderation } from "../../netlify/functions/moderation.ts";
import { config as offers } from "../../netlify/functions/offers.ts";
import { config as openapi } from "../../netlify/functions/openapi.ts";
import { config as myData } from "../../netlify/functions/my-data.ts";
import { config as recover } from "../../netlify/functions/recover.ts";
import { config as resendConfirmation } from "../../netlify/functions/resend-confirmation.ts";
import { config as resend } from "../../netlify/functions/resend.ts";
import { config as session } from "../../netlify/functions/session.ts";
import { config as endSession } from "../../netlify/functions/session-end.ts";
import { config as votes } from "../../netlify/functions/votes.ts";
import { config as webmentions } from "../../netlify/functions/webmentions.ts";
import { API, jobApi, linkApi, offersApi, PAGES } from "../../src/urls.ts";
import { projectFiles } from "./project-files.ts";

test("functions stand where the site's own addresses say", () => {
  expect({
    jobs: jobs.path,
    comments: comments.path,
    commentPreview: commentPreview.path,
    contact: contact.path,
    reports: reports.path,
    votes: votes.path,
    digests: digests.path,
    forgetBrowser: forgetBrowser.path,
    recover: recover.path,
    myData: myData.path,
    resendConfirmation: resendConfirmation.path,
    discard: discard.path,
    webmentions: webmentions.path,
    session: session.path,
    endSession: endSession.path,
    moderation: moderation.path,
    health: health.path,
    openapi: openapi.path,
    resend: resend.path,
  }).toEqual(API);
  expect([job.path, offers.path, links.path]).toEqual([jobApi(":id"), offersApi(":id"), linkApi(":token")]);
});

/** Read by Netlify without being run, shown as samples, or part of the one script that every page loads. */
const SPELLED_OUT = /^(src\/urls\.ts|netlify\/functions\/|src\/pages\/_estilo\/|src\/browser\/)/;

test("a path of the site is written in `urls.ts` alone", () => {
  const roots = Object.values(PAGES)
    .map((path) => path.split("/")[1])
    .filter((root) => root !== "");
  const literal = new RegExp(
    `["'\`]/(?:${[...new Set(roots), "api", "gracias", "gestion", "og", "f"].join("|")})/`,
  );
  const found = projectFiles()
    .filter((file) => /^(src|netlify)\/.*\.(ts|astro)$/.test(file) && !SPELLED_OUT.test(file))
    .flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => !/^\s*(\*|\/\/|\/\*)/.test(line) && literal.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});
