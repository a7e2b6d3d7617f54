import * as z from "zod/mini";
import type { Shot } from "./cannon.ts";

/** Another's site that runs on this machine: how a comment is sent to it, and how many it says it has. */
export interface Rival {
  readonly name: string;
  /** A comment of the turn; `n` tells it from others. */
  comment(turn: number): Shot;
  stored(turn: number): Promise<number>;
  /** A page with text and comments; absent: it has none. */
  readonly page?: Shot;
}

/** Nothing of theirs is installed by us. */
const HOW = {
  WORDPRESS_URL:
    "WordPress no se compara: su dirección va en WORDPRESS_URL (paquetes wordpress, mariadb-server, php-fpm, php-mysql y nginx; los ajustes, en docs/scale.md)",
  WALINE_URL:
    "Waline no se compara: su dirección va en WALINE_URL (npm install @waline/vercel en otra carpeta; los ajustes, en docs/scale.md)",
} as const;

const TEXT =
  "Lo que más nos costó fue acordar quién contesta los sábados; al final lo escribimos en una hoja.";

export function commentText(n: number): string {
  return `${TEXT} Y van ${String(n)}.`;
}

/** Those whose address is known; of the others it tells how to get them. */
export async function rivalsAtHand(
  env: Readonly<Record<string, string | undefined>> = process.env,
  tell: (line: string) => void = console.error,
): Promise<Rival[]> {
  const rivals = [
    { key: "WORDPRESS_URL", open: wordPress },
    { key: "WALINE_URL", open: waline },
  ] as const;
  const opened: Rival[] = [];
  for (const { key, open } of rivals) {
    const address = env[key];
    if (address === undefined || address === "") tell(`  ${HOW[key]}`);
    else opened.push(await open(new URL(address).origin));
  }
  return opened;
}

const Posts = z.array(z.object({ id: z.number(), link: z.string() }));

/** The oldest post is the one that is read, with its comments; new ones go to all the others in turn. */
async function wordPress(origin: string): Promise<Rival> {
  const posts = "/wp-json/wp/v2/posts?per_page=100&orderby=id&order=asc&_fields=id,link";
  const [read, ...written] = z.parse(Posts, await (await fetch(origin + posts)).json());
  if (read === undefined || written.length === 0) throw new Error("WordPress necesita dos entradas.");
  return {
    name: "WordPress",
    comment: () => ({
      origin,
      path: () => "/wp-comments-post.php",
      body: {
        type: "application/x-www-form-urlencoded",
        text: (n) =>
          new URLSearchParams({
            comment: commentText(n),
            author: "Ana",
            email: `ana${String(n)}@example.org`,
            comment_post_ID: String(written[n % written.length]?.id),
            comment_parent: "0",
          }).toString(),
      },
      isAnswer: (status) => status === 302,
    }),
    async stored() {
      const { headers } = await fetch(`${origin}/wp-json/wp/v2/comments?per_page=1`);
      return Number(headers.get("x-wp-total"));
    },
    page: { origin, path: () => new URL(read.link).pathname, isAnswer: (status) => status === 200 },
  };
}

const Count = z.object({ data: z.array(z.number()) });

function waline(origin: string): Promise<Rival> {
  const path = (turn: number): string => `/vuelta-${String(turn)}/`;
  return Promise.resolve({
    name: "Waline",
    comment: (turn) => ({
      origin,
      path: () => "/api/comment",
      body: {
        type: "application/json",
        text: (n) =>
          JSON.stringify({
            comment: commentText(n),
            nick: "Ana",
            mail: `ana${String(n)}@example.org`,
            url: path(turn),
            ua: "",
          }),
      },
      // It answers 200 to what it refuses too.
      isAnswer: (status, body) => status === 200 && body.startsWith('{"errno":0,'),
    }),
    async stored(turn) {
      const response = await fetch(`${origin}/api/comment?type=count&url=${encodeURIComponent(path(turn))}`);
      return z.parse(Count, await response.json()).data[0] ?? 0;
    },
  });
}
