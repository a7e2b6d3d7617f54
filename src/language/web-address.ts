const ADDRESS_START = /^https?:\/\/[^\s/?#]/i;
/** A host as `URL` gives it: a name, or an IPv6 address. `URL` takes a name with quotes and brackets, too. */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/;
/** Longer addresses stay text, in UTF-16 units: nobody reads them and they cost time. */
const MAX_ADDRESS_LENGTH = 1000;

/**
 * The address as it may stand in `href`, or null if it isn't one: http and https only, with a host and without user name
 * or password (`https://banco.es@otro.example` is a trick).
 */
export function safeHref(address: string): string | null {
  if (address.length > MAX_ADDRESS_LENGTH || !ADDRESS_START.test(address)) return null;
  const url = URL.parse(address);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  return url.username === "" && url.password === "" && HOST.test(url.hostname) ? url.href : null;
}

/** What RFC 3986 lets stand in an address, without brackets; letters, digits and marks of any script, and the dot of Catalan's «l·l». */
const OF_ADDRESS = /^(?:[\w.~:/?#@!$&'()*+,;=%\p{L}\p{N}\p{M}-]|·(?=\p{L}))*/u;
/** Signs of the sentence around it rather than of the address, at its end. */
const OF_SENTENCE = /[.,;:!?'*_~&(]/;

/**
 * Length of the bare address that begins at `from`, in UTF-16 units, or 0. What closes a sentence, a quotation, a mark of Markdown
 * or a parenthesis opened before it isn't part of it, nor is any punctuation that no address holds as it is («», …, 。).
 */
export function bareAddressLength(text: string, from: number): number {
  const start = /^https?:\/\//i.exec(text.slice(from, from + 8));
  if (!start) return 0;
  const seen = OF_ADDRESS.exec(text.slice(from, from + MAX_ADDRESS_LENGTH))?.[0] ?? "";
  let end = seen.length;
  let unopened = seen.split(")").length - seen.split("(").length;
  for (; end > 0; end -= 1) {
    const last = seen.charAt(end - 1);
    if (last === ")" && unopened > 0) unopened -= 1;
    else if (!OF_SENTENCE.test(last)) break;
    else if (last === "(") unopened += 1;
  }
  return end > start[0].length ? end : 0;
}
