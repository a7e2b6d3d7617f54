import type { Page } from "playwright-core";

/** What sticks out of the window: the page as a whole, and words cut off at its edge. Boxes that scroll, or say with an ellipsis that there is more, may hold wider things. */
export async function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    if (document.documentElement.scrollWidth > width)
      found.push(`page of ${document.documentElement.scrollWidth} px`);
    const mayHoldMore = ({ overflowX, textOverflow }: CSSStyleDeclaration): boolean =>
      /auto|scroll/.test(overflowX) || textOverflow === "ellipsis";
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (mayHoldMore(getComputedStyle(element)) || scrolls(element.parentElement));
    const isHidden = (element: Element): boolean =>
      element.closest(
        "[hidden], .honeypot, .visually-hidden, .skip-link, dialog:not([open]), script, style, noscript, title",
      ) !== null || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (!parent || node.textContent?.trim() === "" || isHidden(parent) || scrolls(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const over = Array.from(range.getClientRects()).some(
        (box) => box.width > 1 && (box.right > width + 1 || box.left < -1),
      );
      if (over)
        found.push(
          `«${node.textContent?.trim().slice(0, 30) ?? ""}» in ${parent.tagName}.${parent.className}`,
        );
    }
    return found;
  });
}

/** Lines of text that lie on each other: the middle of one in the middle of another. */
export async function liesOnOther(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Line {
      readonly words: string;
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
    }
    /** Letters reach out of a line that is set tightly. */
    const core = 0.3;
    const floats = (element: Element | null): boolean =>
      element !== null &&
      (/fixed|sticky/.test(getComputedStyle(element).position) || floats(element.parentElement));
    const isSeen = (element: Element): boolean =>
      element.closest(
        "[hidden], .honeypot, .visually-hidden, .skip-link, dialog, script, style, noscript",
      ) === null &&
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !floats(element);
    /** Whether the middle of a line is seen: what a box cuts off lies on nothing. */
    const isCutOff = (element: Element | null, line: DOMRect): boolean => {
      if (element === null) return false;
      const box = element.getBoundingClientRect();
      const [x, y] = [(line.left + line.right) / 2, (line.top + line.bottom) / 2];
      const isOutside = x < box.left || x > box.right || y < box.top || y > box.bottom;
      const cuts = /hidden|clip/.test(getComputedStyle(element).overflow);
      return (cuts && isOutside) || isCutOff(element.parentElement, line);
    };
    const lines: Line[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const words = node.textContent?.trim().slice(0, 30) ?? "";
      if (words === "" || !node.parentElement || !isSeen(node.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        const { left, right, top, bottom, width, height } = box;
        if (width > 2 && height > 2 && !isCutOff(node.parentElement, box))
          lines.push({
            words,
            left: left + 1,
            right: right - 1,
            top: top + core * height,
            bottom: bottom - core * height,
          });
      }
    }
    lines.sort((one, other) => one.top - other.top);
    const found: string[] = [];
    for (const [index, one] of lines.entries())
      for (const other of lines.slice(index + 1)) {
        if (other.top >= one.bottom) break;
        if (one.words !== other.words && one.left < other.right && other.left < one.right)
          found.push(`«${one.words}» and «${other.words}»`);
      }
    return found;
  });
}
