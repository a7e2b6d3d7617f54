import css from "./contents.css?inline";

/*
 * Marks in the contents of an article the part that is being read: the last one whose heading has passed the upper third of the window.
 * Before the first, none. Its style comes along, as nobody needs it without this.
 */
const links = new Map<Element, HTMLAnchorElement>();
for (const link of document.querySelectorAll<HTMLAnchorElement>(".toc a")) {
  const heading = document.getElementById(link.hash.slice(1));
  if (heading) links.set(heading, link);
}
let marked: Element | undefined;

function mark(): void {
  let current: Element | undefined;
  for (const [heading, link] of links)
    if (heading.getBoundingClientRect().top < innerHeight / 3) current = link;
  if (current === marked) return;
  marked?.removeAttribute("aria-current");
  current?.setAttribute("aria-current", "location");
  marked = current;
  const box = current?.closest(".toc");
  if (!current || !box) return;
  // Contents that are longer than the window follow the reader; `scrollIntoView` would move the page as well.
  const { top, bottom } = current.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  if (top < frame.top || bottom > frame.bottom) box.scrollTop += top - frame.top - frame.height / 2;
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);

// All above that line counts as seen, so that each heading that passes it is told of, however fast.
const observer = new IntersectionObserver(mark, { rootMargin: "9999999px 0px -66.6%" });
for (const heading of links.keys()) observer.observe(heading);
