/** Where each run begins when things of these sizes are put together in their order: none gets bigger than `most` unless one alone is. */
export function runStarts(sizes: readonly number[], most: number): number[] {
  const starts: number[] = [];
  let size = Infinity;
  for (const [at, own] of sizes.entries()) {
    size += own;
    if (size <= most) continue;
    starts.push(at);
    size = own;
  }
  return starts;
}
