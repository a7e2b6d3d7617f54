import { describe, expect, it } from "vitest";
import { withValidator } from "../src/validator.ts";

const ask = (
  body = "<rss/>",
  headers: Record<string, string> = {},
  init: { status?: number; headers?: Record<string, string> } = {},
  method = "GET",
) =>
  withValidator(
    new Request("https://makethejobs.test/favores/rss.xml", { method, headers }),
    new Response(body, {
      ...init,
      headers: {
        "cache-control": "public, max-age=0, must-revalidate",
        "netlify-cdn-cache-control": "public, max-age=60",
        "netlify-vary": "query=q",
        ...init.headers,
      },
    }),
  );
const tagOf = async (body: string) => (await ask(body)).headers.get("etag") ?? "";

describe("an answer that readers poll", () => {
  it("has a tag that only its text decides, for HEAD too", async () => {
    expect(await tagOf("uno")).toMatch(/^W\/"[\w-]{22}"$/);
    expect(await tagOf("uno")).toBe(await tagOf("uno"));
    expect(await tagOf("uno")).not.toBe(await tagOf("dos"));
    expect((await ask("uno", {}, {}, "HEAD")).headers.get("etag")).toBe(await tagOf("uno"));
    expect(await (await ask("uno")).text()).toBe("uno");
  });

  it.each([
    ["the tag", (tag: string) => tag],
    ["the strong tag", (tag: string) => tag.replace("W/", "")],
    ["a star", () => "*"],
    ["a list", (tag: string) => `"a,b", W/"c" ,${tag}`],
  ])("is not sent again to who asks with %s", async (_, write) => {
    const answer = await ask("uno", { "if-none-match": write(await tagOf("uno")) });
    expect(answer.status).toBe(304);
    expect(answer.body).toBeNull();
    expect(answer.headers.get("etag")).toBe(await tagOf("uno"));
    expect(answer.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect(answer.headers.get("netlify-vary")).toBe("query=q");
    expect(answer.headers.has("netlify-cdn-cache-control")).toBe(false);
  });

  it("is sent to who has another", async () => {
    const asked = `"otro", ${(await tagOf("dos")).replace("W/", "")}x`;
    expect((await ask("uno", { "if-none-match": asked })).status).toBe(200);
  });

  it.each([
    [{ status: 404 }, "GET"],
    [{ headers: { "cache-control": "private, no-store" } }, "GET"],
    [{}, "POST"],
  ])("has none where nothing may be kept: %j %s", async (init, method) => {
    expect((await ask("uno", { "if-none-match": "*" }, init, method)).headers.has("etag")).toBe(false);
  });
});
