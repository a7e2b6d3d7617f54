/** Where a page can be sent to with a plain link: nothing of theirs is loaded, and nothing is asked of them until it is pressed. */
export function shareLinks(
  title: string,
  url: string,
): readonly { readonly name: string; readonly href: string }[] {
  const both = encodeURIComponent(`${title} ${url}`);
  const name = encodeURIComponent(title);
  const address = encodeURIComponent(url);
  return [
    { name: "Correo", href: `mailto:?subject=${name}&body=${address}` },
    { name: "WhatsApp", href: `https://wa.me/?text=${both}` },
    { name: "Telegram", href: `https://t.me/share/url?url=${address}&text=${name}` },
    { name: "Mastodon", href: `https://share.joinmastodon.org/#text=${both}` },
    { name: "LinkedIn", href: `https://www.linkedin.com/sharing/share-offsite/?url=${address}` },
    { name: "X", href: `https://x.com/intent/post?url=${address}&text=${name}` },
    { name: "Facebook", href: `https://www.facebook.com/sharer/sharer.php?u=${address}` },
  ];
}
