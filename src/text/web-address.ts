const ADDRESS_START = /^https?:\/\/[^\s/?#]/i;
/** Longer addresses stay text: nobody reads them and they cost time. */
const MAX_ADDRESS_LENGTH = 1000;

/**
 * The address as it may stand in `href`, or null if it isn't one: http and https only, with a host and without user name
 * or password (`https://banco.es@otro.example` is a trick).
 */
export function safeHref(address: string): string | null {
  if (address.length > MAX_ADDRESS_LENGTH || !ADDRESS_START.test(address)) return null;
  const url = URL.parse(address);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  return url.username === "" && url.password === "" ? url.href : null;
}

/**
 * Length of the bare address that begins at `from`, or 0. What closes a sentence, a quotation or a parenthesis opened
 * before it isn't part of it.
 */
export function bareAddressLength(text: string, from: number): number {
  const start = /^https?:\/\//i.exec(text.slice(from, from + 8));
  if (!start) return 0;
  const seen = /^[^\s<>"«»“”`\\^{}|[\]]*/.exec(text.slice(from, from + MAX_ADDRESS_LENGTH))?.[0] ?? "";
  let end = seen.length;
  let unopened = seen.split(")").length - seen.split("(").length;
  for (; end > 0; end -= 1) {
    const last = seen.charAt(end - 1);
    if (last === ")" && unopened > 0) unopened -= 1;
    else if (!/[.,;:!?¡¿'’‘*_~…\]]/.test(last)) break;
  }
  return end > start[0].length ? end : 0;
}
