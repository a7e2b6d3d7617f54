import { resolve } from "node:path";
import packageJson from "../package.json" with { type: "json" };
import { HOUR, type Millis } from "./domain/kernel/time.ts";
import { OWNER_UNTOLD, SITE } from "./site.ts";

/** The environment, handed in: only `services.ts` reads the real one. */
export type Env = Readonly<Record<string, string | undefined>>;

/** How the site is set up: what `.env.example` lists, and what holds where nothing is set. */
export interface Config {
  /** Every link in a mail starts with it; no slash at the end. */
  readonly siteUrl: string;
  readonly mail: "resend" | "mailbox" | "none";
  readonly mailFrom: string;
  readonly mailOwner: string;
  readonly moderators: readonly string[];
  /** From which address each author of `content/authors/` writes, by the author's id. */
  readonly authors: readonly { readonly id: string; readonly email: string }[];
  /** False with `LIMITS=off`, which counts off Netlify only: no limits by visitor or address, nor on mails an hour. */
  readonly limits: boolean;
  readonly local: boolean;
  readonly onNetlify: boolean;
  /** How far ahead of this machine's clock the site's is, with `CLOCK_OFFSET` (hours), which counts off Netlify only. */
  readonly clockOffset: Millis;
  readonly buildHookUrl: string | null;
  /** What the mail service signs its news with; null: none are taken. */
  readonly mailNewsSecret: string | null;
  readonly version: string;
  /** Where one machine keeps its store, its mailbox and its secret. */
  readonly dataDir: string;
  readonly owner: { readonly name: string; readonly nif: string; readonly address: string };
}

/** Reads the environment; an empty value counts as not set. */
export function readConfig(env: Env): Config {
  // `netlify dev` sets NETLIFY_LOCAL; SITE_ID is there in builds and in functions that were deployed.
  const onNetlify = env["NETLIFY_LOCAL"] !== "true" && Boolean(env["NETLIFY"] || env["SITE_ID"]);
  const mailOwner = env["MAIL_OWNER"] || SITE.email;
  const moderators = listOf(env["MODERATOR_EMAILS"]);
  return {
    siteUrl: (env["SITE_URL"] || (onNetlify && env["URL"]) || SITE.url).replace(/\/+$/, ""),
    mail: env["RESEND_API_KEY"] ? "resend" : onNetlify ? "none" : "mailbox",
    mailFrom: env["MAIL_FROM"] || `${SITE.name} <${SITE.email}>`,
    mailOwner,
    // Somebody has to hear of what waits: where no moderator is named, the owner does.
    moderators: moderators.length > 0 ? moderators : [mailOwner],
    authors: listOf(env["AUTHOR_EMAILS"]).flatMap(authorOf),
    limits: onNetlify || env["LIMITS"] !== "off",
    local: !onNetlify,
    onNetlify,
    clockOffset: onNetlify ? 0 : hoursOf(env["CLOCK_OFFSET"]),
    buildHookUrl: env["BUILD_HOOK_URL"] || null,
    mailNewsSecret: env["RESEND_WEBHOOK_SECRET"] || null,
    version: env["COMMIT_REF"]?.slice(0, 7) || packageJson.version,
    dataDir: resolve(env["DATA_DIR"] || ".data"),
    owner: {
      name: env["OWNER_NAME"] || OWNER_UNTOLD.name,
      nif: env["OWNER_NIF"] || OWNER_UNTOLD.nif,
      address: env["OWNER_ADDRESS"] || OWNER_UNTOLD.address,
    },
  };
}

function hoursOf(text: string | undefined): Millis {
  const hours = Number(text || 0);
  if (!Number.isFinite(hours)) throw new TypeError("CLOCK_OFFSET is no number of hours");
  return hours * HOUR;
}

function listOf(text: string | undefined): string[] {
  return (text ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** `lola-ortega=lola@example.org`; `npm run doctor` tells of what can't be read. */
function authorOf(entry: string): Config["authors"] {
  const [id = "", email = ""] = entry.split("=", 2).map((part) => part.trim());
  return email.includes("@") ? [{ id, email }] : [];
}

/**
 * Why nothing can be stored; null: it can. A deploy preview must never write where the real site's visitors write, so on
 * Netlify only what is known to be production does.
 *
 * @param deployContext what the platform says of the deploy that runs; builds have it in `CONTEXT`, functions don't
 */
export function whyNoStore(env: Env, onNetlify: boolean, deployContext?: string): string | null {
  const hasUrl = Boolean(env["UPSTASH_REDIS_REST_URL"]);
  if (hasUrl !== Boolean(env["UPSTASH_REDIS_REST_TOKEN"])) {
    return `${hasUrl ? "UPSTASH_REDIS_REST_TOKEN" : "UPSTASH_REDIS_REST_URL"} is not set`;
  }
  if (!onNetlify) return null;
  if (!hasUrl) return "UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN are not set";
  if (!env["SECRET_KEY"]) return "SECRET_KEY is not set";
  const context = env["CONTEXT"] ?? deployContext;
  return context === "production" ? null : `a deploy in the context "${context ?? "unknown"}" has no store`;
}
