import { BlockList, isIP } from "node:net";

/** IPv4 that leads to no public host (IANA's special-purpose registry, RFC 6890, and multicast). */
const CLOSED_V4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];
/** Within `2000::/3`: protocol assignments with Teredo, documentation, 6to4. */
const CLOSED_V6: readonly (readonly [string, number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];
const closed = new BlockList();
for (const [net, prefix] of CLOSED_V4) closed.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of CLOSED_V6) closed.addSubnet(net, prefix, "ipv6");
/** What else begins otherwise is loopback, link-local, unique local, multicast, NAT64 or an IPv4 in disguise. */
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");

/** Whether an address is one that anybody on the internet may be asked at. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, "ipv4");
  return (
    family === 6 && !address.includes("%") && global.check(address, "ipv6") && !closed.check(address, "ipv6")
  );
}

/** Names that never leave a machine or a house (RFC 6761, 6762, 8375, 9476). */
const HOUSE_NAMES =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|alt|test|invalid|example|onion|home\.arpa)$/;
const PORTS: readonly string[] = ["", "80", "443"];

/**
 * An address that may be fetched as far as can be told by reading it: http(s), the usual ports, no credentials, no name or number of
 * somebody's own network. Null: it may not.
 */
export function publicUrl(text: string): URL | null {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  if (url.username !== "" || url.password !== "" || !PORTS.includes(url.port)) return null;
  const name = hostOf(url);
  if (isIP(name) !== 0) return isPublicAddress(name) ? url : null;
  const labels = name.split(".");
  // An empty one is no name of the net: some resolvers read it as the name of a machine of theirs.
  return labels.length > 1 && !labels.includes("") && !HOUSE_NAMES.test(name) ? url : null;
}

/** A host's name in lower case without its final dot, or an address without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}
