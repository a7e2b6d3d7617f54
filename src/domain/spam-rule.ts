/**
 * A pattern, and pieces of text of which a match has at least one. A pattern takes a fifth of a millisecond to compile when it is first
 * tried, and most texts give no reason to.
 */
export type SpamRule = readonly [pattern: RegExp, ...oneOf: string[]];

/** How many of the rules match a text that is folded already. */
export function countMatches(rules: readonly SpamRule[], text: string): number {
  return rules.filter(
    ([pattern, ...oneOf]) => oneOf.some((piece) => text.includes(piece)) && pattern.test(text),
  ).length;
}
