/** Gmail delivers both to the same person, and takes no notice of dots before the `@`. */
const GMAIL = "gmail.com";
const GMAIL_DOMAINS: ReadonlySet<string> = new Set([GMAIL, "googlemail.com"]);

/**
 * The mailbox that an address leads to, as far as the address tells: lower case, without `+tag`, and at Gmail without dots.
 * Only for counting and comparing. Letters go to the address as it was typed.
 */
export function mailboxOf(email: string): string {
  const address = email.trim().toLowerCase();
  const at = address.lastIndexOf("@");
  if (at < 0) return address;
  const local = untagged(address.slice(0, at));
  const domain = address.slice(at + 1);
  return GMAIL_DOMAINS.has(domain) ? `${local.replaceAll(".", "")}@${GMAIL}` : `${local}@${domain}`;
}

/** A local part that begins with the plus has nothing before it that could be a mailbox: it stays whole. */
function untagged(local: string): string {
  const plus = local.indexOf("+");
  return plus > 0 ? local.slice(0, plus) : local;
}
