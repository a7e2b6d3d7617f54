import { expect, it } from "vitest";
import { rivalsAtHand } from "../../scripts/bench/rival-sites.ts";

it("says of each that has no address how to get it, in one line, and compares with the others", async () => {
  const lines: string[] = [];
  const rivals = await rivalsAtHand({ WALINE_URL: "http://127.0.0.1:8360/" }, (line) => lines.push(line));
  expect(rivals.map(({ name }) => name)).toEqual(["Waline"]);
  expect(lines).toEqual([expect.stringMatching(/^ {2}WordPress no se compara: .*WORDPRESS_URL [^\n]+$/)]);
});

it("takes a comment that Waline refuses for none, although it answers 200", async () => {
  const [waline] = await rivalsAtHand({ WALINE_URL: "http://127.0.0.1:8360/" }, () => undefined);
  const isAnswer = waline?.comment(1).isAnswer;
  expect(isAnswer?.(200, '{"errno":0,"errmsg":"","data":{}}')).toBe(true);
  expect(isAnswer?.(200, '{"errno":1000,"errmsg":"Duplicate Content"}')).toBe(false);
});
