import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ID_PATTERN } from "../src/domain/kernel/shapes.ts";
import { REMEMBER_DAYS } from "../src/domain/kernel/limits.ts";
import { DAY, MINUTE } from "../src/domain/kernel/time.ts";
import { createSigner } from "../src/signer.ts";

const NOW = Date.UTC(2026, 0, 15, 12);
const signer = createSigner("a secret for tests");
const other = createSigner("another secret");

describe("the token of a magic link", () => {
  it("has only letters that a URL and a mail leave alone, and names its link", () => {
    const link = { id: signer.newId(), version: 1 };
    const token = signer.token(link);
    expect(token).toMatch(/^[A-Za-z0-9_-]{63}$/);
    expect(link.id).toMatch(ID_PATTERN);
    expect(signer.idOf(token)).toBe(link.id);
    expect(signer.isValid(token, link)).toBe(true);
  });

  it("is worthless for another link, another version or under another secret", () => {
    const link = { id: signer.newId(), version: 1 };
    const token = signer.token(link);
    expect(signer.isValid(token, { ...link, version: 2 })).toBe(false);
    expect(signer.isValid(token, { ...link, id: signer.newId() })).toBe(false);
    expect(other.isValid(token, link)).toBe(false);
    expect(signer.isValid(token.slice(0, -1), link)).toBe(false);
  });

  it("is never taken for one when it is anything else", () => {
    const link = { id: signer.newId(), version: 1 };
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(signer.isValid(text, link)).toBe(false);
        expect(signer.idOf(text)).toBeNull();
      }),
    );
  });
});

it("ids never repeat", () => {
  expect(new Set(Array.from({ length: 2000 }, () => signer.newId())).size).toBe(2000);
});

it("an address is the same however it is capitalised, and not readable", () => {
  expect(signer.addressId("Ana@Example.org")).toBe(signer.addressId("ana@example.org"));
  expect(signer.addressId("ana@example.org")).not.toBe(signer.addressId("eva@example.org"));
  expect(signer.addressId("ana@example.org")).not.toContain("ana");
  expect(other.addressId("ana@example.org")).not.toBe(signer.addressId("ana@example.org"));
});

describe("the stamp of a form", () => {
  it("tells its age", () => {
    expect(signer.stampAge(signer.stamp(NOW), NOW + 3 * MINUTE)).toBe(3 * MINUTE);
  });
  it("tells nothing when forged, changed or from the future", () => {
    expect(signer.stampAge(other.stamp(NOW), NOW)).toBeNull();
    expect(signer.stampAge(signer.stamp(NOW + 1), NOW)).toBeNull();
    expect(signer.stampAge("", NOW)).toBeNull();
    const [, mac = ""] = signer.stamp(NOW).split(/-(.*)/s);
    expect(signer.stampAge(`${(NOW - DAY).toString(36)}-${mac}`, NOW)).toBeNull();
  });
});

describe("a remembered browser", () => {
  const ana = signer.addressId("Ana@example.org");
  const eva = signer.addressId("eva@example.org");
  const cookie = signer.remember(ana, 0, NOW);
  it("is remembered with its own address until the time is over", () => {
    expect(signer.remembers(cookie, ana, 0, NOW)).toBe(true);
    expect(signer.remembers(cookie, ana, 0, NOW + REMEMBER_DAYS * DAY - 1)).toBe(true);
    expect(signer.remembers(cookie, ana, 0, NOW + REMEMBER_DAYS * DAY)).toBe(false);
    expect(signer.claimOf(cookie)).toEqual({ addressId: ana });
  });
  it("is not remembered with anybody else's, nor by a stamp", () => {
    expect(signer.remembers(cookie, eva, 0, NOW)).toBe(false);
    expect(signer.remembers(cookie.replace(ana, eva), eva, 0, NOW)).toBe(false);
    expect(signer.remembers(cookie.replace(ana, eva), ana, 0, NOW)).toBe(false);
    expect(signer.remembers(signer.stamp(NOW + DAY), ana, 0, NOW)).toBe(false);
    expect(cookie).not.toMatch(/ana@|@/i);
    expect(cookie).toMatch(/^[A-Za-z0-9_-]+$/);
  });
  it("is forgotten when its address has another number", () => {
    const numbers = [0, 1, 2, 11];
    const cookies = numbers.map((number) => signer.remember(ana, number, NOW));
    for (const [at, number] of numbers.entries())
      expect(cookies.map((value) => signer.remembers(value, ana, number, NOW))).toEqual(
        numbers.map((_, place) => place === at),
      );
  });
  it("is remembered by what was given before cookies named their address", () => {
    const older = cookie.slice(0, -ana.length);
    expect(older).toMatch(/^[0-9a-z]+-[A-Za-z0-9_-]{43}$/);
    expect(signer.remembers(older, ana, 0, NOW)).toBe(true);
    expect(signer.remembers(older, eva, 0, NOW)).toBe(false);
    expect(signer.remembers(older, ana, 1, NOW)).toBe(false);
    expect(signer.claimOf(older)).toEqual({ addressId: null });
    expect(signer.claimOf("x")).toBeNull();
  });
});

describe("a visitor", () => {
  const id = (ip: string): string => signer.visitorId(ip, "day key");
  it("is one by IPv4 address, also when mapped", () => {
    expect(id("203.0.113.7")).not.toBe(id("203.0.113.8"));
    expect(id("::ffff:203.0.113.7")).toBe(id("203.0.113.7"));
  });
  it("is one by /64 of IPv6, however it is written", () => {
    expect(id("2001:db8:1:2::1")).toBe(id("2001:0DB8:1:2:ffff:ffff:ffff:ffff"));
    expect(id("2001:db8:1:2::1")).not.toBe(id("2001:db8:1:3::1"));
    expect(id("2001:db8::1")).toBe(id("2001:db8:0:0:5::1"));
    expect(id("::1")).toBe(id("0:0:0:0:0:0:0:2"));
    expect(id("64:ff9b::192.0.2.1")).toBe(id("64:ff9b::1"));
  });
  it("is somebody else the next day, and never the address itself", () => {
    expect(signer.visitorId("203.0.113.7", "another day")).not.toBe(id("203.0.113.7"));
    expect(id("203.0.113.7")).not.toContain("203");
  });
  it("is counted whatever the platform calls it", () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV6(), fc.ipV4(), fc.string()), (ip) => {
        expect(id(ip)).toHaveLength(43);
      }),
    );
  });
});

it("a form key tells where one part ends and the next begins", () => {
  expect(signer.formKey(["ab", "c"])).not.toBe(signer.formKey(["a", "bc"]));
  expect(signer.formKey(["ab", "c"])).toBe(signer.formKey(["ab", "c"]));
});

it("kept forms have 256-bit ids", () => {
  expect(signer.keptFormId()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(signer.keptFormId()).not.toBe(signer.keptFormId());
});
