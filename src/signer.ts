import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { isIPv4, isIPv6 } from "node:net";
import { ID_PATTERN } from "./domain/kernel/shapes.ts";
import type { LinkRef } from "./domain/records/mails/parts.ts";
import { REMEMBER_DAYS } from "./domain/kernel/limits.ts";
import { DAY, type Millis } from "./domain/kernel/time.ts";

/** Letters of an id made here; a token splits behind them. */
export const ID_LENGTH = 20;

const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
/** Letters of an HMAC-SHA256 in base64url. */
const MAC_LENGTH = 43;
const TOKEN_SHAPE = new RegExp(`^[a-z2-7]{${ID_LENGTH}}[A-Za-z0-9_-]{${MAC_LENGTH}}$`);
/** What a cookie may have behind its signed time: the address's id. */
const COOKIE_SHAPE = new RegExp(
  `^([0-9a-z]{1,10}-[A-Za-z0-9_-]{${MAC_LENGTH}})([A-Za-z0-9_-]{${MAC_LENGTH}})?$`,
);
const SIGNED_TIME_SHAPE = new RegExp(`^([0-9a-z]{1,10})-([A-Za-z0-9_-]{${MAC_LENGTH}})$`);

/** Everything that is made or checked with the site's secret. Nothing here is stored but ids. */
export interface Signer {
  /** A fresh id of 100 random bits. */
  newId(): string;
  /** The token of a magic link; its version makes older tokens of the same link worthless. */
  token(link: LinkRef): string;
  /** The link id that a token claims; null if it has not even the shape of a token. Proves nothing: see `isValid`. */
  idOf(token: string): string | null;
  isValid(token: string, link: LinkRef): boolean;
  /** Keyed hash of an address, the same however it was capitalised. */
  addressId(email: string): string;
  /** Signed time at which a form was shown. */
  stamp(now: Millis): string;
  /** How long ago a stamp was made; null if it is not ours or lies in the future. */
  stampAge(stamp: string, now: Millis): Millis | null;
  /**
   * Cookie value of a browser whose owner asked to be remembered with this address; holds the address's id, not the address.
   * `number`: the address's own (`cookieNumber`); when it changes every cookie of before is worthless.
   */
  remember(addressId: string, number: number, now: Millis): string;
  remembers(cookieValue: string, addressId: string, number: number, now: Millis): boolean;
  /**
   * What a cookie claims: the address's id, or null in cookies of before they named it. Null if it has not even the shape of a
   * cookie. Proves nothing: see `remembers`.
   */
  claimOf(cookieValue: string): { readonly addressId: string | null } | null;
  /** Who visits, as a keyed hash that nobody can undo once the day's key is forgotten. IPv6 counts by /64. */
  visitorId(ip: string, dayKey: string): string;
  /** Idempotency key of a form. */
  formKey(parts: readonly string[]): string;
  /** Under which id it is counted that a text with this mark was sent. */
  echoId(mark: string): string;
  /** Id of what one page says of one article: the same each time. */
  mentionId(source: string, article: string): string;
  /** Id of an alert: the same each time for one address (its keyed hash) and one filter. */
  digestId(address: string, filter: string): string;
  /** Id of what an address (its keyed hash) is told of a conversation. */
  noticeId(address: string, root: string): string;
  /** Under which id a moderator's session is kept, from what its cookie says: keyed, so that the id gives no cookie away. */
  sessionId(cookieValue: string): string;
  /** What lets the browser that wrote a comment change it for a while. */
  editKey(commentId: string): string;
  isEditKey(value: string, commentId: string): boolean;
  /** Unguessable id (256 bit) of a kept form. */
  keptFormId(): string;
}

/**
 * Binds everything signed to one secret. Each purpose has its own prefix, so one's signature never passes for another's.
 * What the secret of before (`older`) signed is accepted, and nothing new is signed with it. What identifies goes on
 * being made with it: records and counters are kept under those ids, and limits would begin anew under others.
 */
export function createSigner(secret: string, older: string | null = null): Signer {
  const accepted = older === null ? [secret] : [secret, older];
  const identifying = older ?? secret;

  function token({ id, version }: LinkRef, key = secret): string {
    return id + mac(key, "link", id, String(version));
  }

  function addressId(email: string): string {
    return mac(identifying, "address", email.trim().toLowerCase());
  }

  function signTime(key: string, purpose: string, time: Millis, ...parts: readonly string[]): string {
    const text = time.toString(36);
    return `${text}-${mac(key, purpose, text, ...parts)}`;
  }

  function signedTime(value: string, purpose: string, ...parts: readonly string[]): Millis | null {
    const text = SIGNED_TIME_SHAPE.exec(value)?.[1];
    if (text === undefined) return null;
    const time = Number.parseInt(text, 36);
    const isSigned = accepted.some((key) => isSame(value, signTime(key, purpose, time, ...parts)));
    return isSigned ? time : null;
  }

  return {
    newId: () => base32(randomBytes(ID_LENGTH)),
    token: (link) => token(link),
    idOf(value) {
      if (!TOKEN_SHAPE.test(value)) return null;
      const id = value.slice(0, ID_LENGTH);
      return ID_PATTERN.test(id) ? id : null;
    },
    isValid: (value, link) => accepted.some((key) => isSame(value, token(link, key))),
    addressId,
    stamp: (now) => signTime(secret, "stamp", now),
    stampAge(stamp, now) {
      const shown = signedTime(stamp, "stamp");
      return shown === null || shown > now ? null : now - shown;
    },
    remember: (id, number, now) =>
      signTime(secret, "remember", now + REMEMBER_DAYS * DAY, ...cookieParts(id, number)) + id,
    remembers(cookieValue, id, number, now) {
      const [, signed = "", claimed = id] = COOKIE_SHAPE.exec(cookieValue) ?? [];
      const until = signedTime(signed, "remember", ...cookieParts(id, number));
      return claimed === id && until !== null && now < until;
    },
    claimOf(cookieValue) {
      const parts = COOKIE_SHAPE.exec(cookieValue);
      return parts && { addressId: parts[2] ?? null };
    },
    visitorId: (ip, dayKey) => createHmac("sha256", dayKey).update(network(ip)).digest("base64url"),
    formKey: (parts) => mac(identifying, "form", ...parts),
    echoId: (mark) => mac(identifying, "echo", mark),
    mentionId: (source, article) =>
      base32(Buffer.from(mac(identifying, "mention", source, article), "base64url")),
    digestId: (address, filter) =>
      base32(Buffer.from(mac(identifying, "digest", address, filter), "base64url")),
    noticeId: (address, root) => base32(Buffer.from(mac(identifying, "notice", address, root), "base64url")),
    sessionId: (value) => mac(secret, "session", value),
    editKey: (id) => mac(secret, "edit", id),
    isEditKey: (value, id) => accepted.some((key) => isSame(value, mac(key, "edit", id))),
    keptFormId: () => randomBytes(32).toString("base64url"),
  };
}

/** An id of `ID_LENGTH` letters. */
function base32(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, ID_LENGTH), (byte) => BASE32.charAt(byte % 32)).join("");
}

/** The number 0 is not signed: cookies of before there were numbers have no other. */
function cookieParts(addressId: string, number: number): string[] {
  return number === 0 ? [addressId] : [addressId, String(number)];
}

function mac(key: string, purpose: string, ...parts: readonly string[]): string {
  return createHmac("sha256", key)
    .update(JSON.stringify([purpose, ...parts]))
    .digest("base64url");
}

function isSame(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** What counts as one visitor: an IPv4 address, or the /64 that one household or server gets of IPv6. */
function network(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  if (!isIPv6(ip)) return ip;
  const [head = "", tail] = withoutDottedEnd(ip).split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const middle = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill("0");
  const groups = [...left, ...middle, ...right].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":") + "::/64";
}

/** `64:ff9b::192.0.2.1%eth0` → `64:ff9b::0:0`: an IPv4 end takes two groups and never reaches the first four that count. */
function withoutDottedEnd(ip: string): string {
  return ip.replace(/%.*$/, "").replace(/\d+\.\d+\.\d+\.\d+$/, "0:0");
}
