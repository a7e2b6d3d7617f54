/** Reads texts once a build, where they don't change, and each time while somebody writes (`npm run dev`). */
export function oncePerBuild<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => (import.meta.env.DEV ? read() : (reading ??= read()));
}
