import { describe, expect, test } from "vitest";
import { arrange, MAX_LEVEL, type ThreadNode } from "../../src/ui/comments/thread-order.ts";
import { previewComment } from "../../src/views/public-comment.ts";
import type { PublicComment } from "../../src/views/public-view.ts";

function comment(id: string, parent: string | null): PublicComment {
  return { ...previewComment({ text: id, name: id }, 0), id, parent };
}

/** `level id` in the order in which a page shows them, with whom each answers where it says so. */
function lines(node: ThreadNode): string[] {
  const said = node.inReplyTo ? ` (a ${node.inReplyTo.id})` : "";
  return [`${node.level} ${node.comment.id}${said}`, ...node.children.flatMap(lines)];
}

describe("a branch on the page", () => {
  test("sets answers in below what they answer, each group in order of time", () => {
    const replies = [
      comment("b", "a"),
      comment("c", "a"),
      comment("d", "b"),
      comment("e", "c"),
      comment("f", "b"),
    ];
    expect(lines(arrange({ root: comment("a", null), replies }))).toEqual([
      "0 a",
      "1 b",
      "2 d",
      "2 f",
      "1 c",
      "2 e",
    ]);
  });

  test("goes three steps in; what is deeper stays at the third and says whom it answers", () => {
    const replies = [
      comment("b", "a"),
      comment("c", "b"),
      comment("d", "c"),
      comment("e", "d"),
      comment("f", "e"),
      comment("g", "c"),
      comment("h", "d"),
    ];
    expect(lines(arrange({ root: comment("a", null), replies }))).toEqual([
      "0 a",
      "1 b",
      "2 c",
      "3 d",
      "3 e (a d)",
      "3 f (a e)",
      "3 h (a d)",
      "3 g",
    ]);
  });

  test("shows every reply once, also one whose parent is not on this page", () => {
    const replies = [comment("b", "a"), comment("c", "elsewhere"), comment("d", "c")];
    expect(lines(arrange({ root: comment("a", null), replies }))).toEqual(["0 a", "1 b", "1 c", "2 d"]);
  });

  test("a chain of 500 answers is shown whole and never deeper than the last step", () => {
    const replies = Array.from({ length: 500 }, (_, index) =>
      comment(`r${index}`, index === 0 ? "a" : `r${index - 1}`),
    );
    const shown = lines(arrange({ root: comment("a", null), replies }));
    expect(shown).toHaveLength(501);
    expect(shown.at(-1)).toBe(`${MAX_LEVEL} r499 (a r498)`);
  });
});
