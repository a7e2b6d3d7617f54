import { expect, test } from "vitest";
import { placesOf, projectFiles, readProjectFile } from "./project-files.ts";

const BINARY = /\.(png|jpg|jpeg|webp|avif|gif|ico|woff2|pdf|zip)$/;

/** Written in pieces, so that this file doesn't find itself. */
const FORBIDDEN: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  {
    what: "a package registry's host",
    pattern: new RegExp(["registry", "npmjs|npm\\.pkg"].join("\\.(?:") + ")"),
  },
  { what: "where a package was downloaded from", pattern: new RegExp('"resol' + 'ved": "http') },
  {
    what: "a path of somebody's machine",
    pattern: new RegExp("(^|[\\s\"'`(=])/(ro" + "ot|wo" + "rk|Use" + "rs|home/\\w+)/"),
  },
  { what: "a Windows path of somebody's machine", pattern: new RegExp("[A-Z]:\\\\Use" + "rs") },
  { what: "a private key", pattern: new RegExp("-----BEGIN [A-Z ]*PRIVATE" + " KEY") },
  { what: "a Resend key", pattern: new RegExp("\\bre" + "_[A-Za-z0-9]{8,}_?[A-Za-z0-9]{10,}") },
  { what: "a GitHub token", pattern: new RegExp("\\b(ghp|gho|github_pat)" + "_\\w{20,}") },
  { what: "an Upstash address", pattern: new RegExp("https://[a-z]+-[a-z]+-\\d+\\.upstash" + "\\.io") },
  { what: "an AWS key", pattern: new RegExp("\\bAK" + "IA[A-Z0-9]{16}\\b") },
  { what: "a conflict that was not settled", pattern: new RegExp("^(<<<<<" + "<<|>>>>>" + ">>) ") },
];

test.for(FORBIDDEN)("no committed file holds $what", ({ pattern }) => {
  const found = projectFiles()
    .filter((path) => !BINARY.test(path))
    .flatMap((path) => placesOf(path, readProjectFile(path), pattern));
  expect(found).toEqual([]);
});

test("each of these would be found", () => {
  const examples = [
    "https://registry." + "npmjs.org/astro",
    '"resol' + 'ved": "https://example.org/a.tgz"',
    'import "/ro' + 'ot/x.ts"',
    "C:\\Use" + "rs\\ana",
    "-----BEGIN PRIVATE" + " KEY-----",
    "re" + "_AbCdEfGh1234_0123456789abcdef",
    "ghp" + "_0123456789012345678901234",
    "https://good-bird-12345.upstash" + ".io",
    "AK" + "IAIOSFODNN7EXAMPLE",
    "<<<<<" + "<< HEAD",
  ];
  expect(FORBIDDEN.map(({ pattern }, index) => pattern.test(examples[index] ?? ""))).toEqual(
    examples.map(() => true),
  );
});

test("the settings of one machine and what is built stay out", () => {
  const kept = projectFiles().filter((path) =>
    /(^|\/)(\.env(\.(?!example).*)?|\.data|\.cache|\.netlify|\.astro|dist|node_modules|generated)(\/|$)/.test(
      path,
    ),
  );
  expect(kept).toEqual([]);
});
