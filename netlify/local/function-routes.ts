/** Where a function answers: a path like `/api/jobs/:id`, read the way Netlify reads `config.path`. */
export interface Route {
  readonly pattern: string;
  match(pathname: string): Record<string, string> | null;
  /** More fixed text wins: `/api/links/new` before `/api/links/:token`. */
  readonly weight: number;
}

export function parseRoute(pattern: string): Route {
  const segments = pattern.split("/").filter((segment) => segment !== "");
  const names: string[] = [];
  let weight = 0;
  const source = segments.map((segment) => {
    if (segment === "*") return "(?:.*)";
    if (segment.startsWith(":")) {
      names.push(segment.slice(1));
      weight += 1;
      return "([^/]+)";
    }
    weight += 100;
    return segment.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  });
  const expression = new RegExp(`^/${source.join("/")}/?$`);

  return {
    pattern,
    weight,
    match(pathname) {
      const found = expression.exec(pathname);
      if (!found) return null;
      return Object.fromEntries(names.map((name, index) => [name, decodeSegment(found[index + 1] ?? "")]));
    },
  };
}

/** A segment that is not valid percent-encoding stays as it was sent; the handler finds no such id. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
