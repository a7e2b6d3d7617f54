import { expect, it } from "vitest";
import { runScript } from "../../src/store/redis/client.ts";
import { COMMIT_SCRIPT } from "../../src/store/redis/scripts.ts";
import { encode, write } from "../../src/store/instructions.ts";
import { describeOnBoth } from "../support/host/transports.ts";

/** TextReplies that the client, a proxy or a script might take for something else. */
const TRICKY = [
  "007",
  "1e3",
  "abcd",
  "aGVsbG8=",
  "true",
  "null",
  "[1,2]",
  '{"a":1}',
  '"quoted"',
  "OK",
  "",
  " ",
  "9007199254740993",
  "-0",
  "1.0",
  "Ñandú 🐦 «café»",
  "a\u0000b",
  "line\nbreak\r\n\u2028",
];

describeOnBoth("a text comes back as the text it was", (transport) => {
  it.each(TRICKY)("%j, read alone, among others and out of a sorted set", async (text) => {
    const redis = await transport.freshClient();
    const { keys, args } = encode([], [write.set("key", text, null), write.zadd("set", 1, text)]);
    await runScript(redis, COMMIT_SCRIPT, keys, args);
    expect(await redis.run(["get", "key"])).toBe(text);
    expect(await redis.run(["mget", "key", "nothing", "key"])).toEqual([text, null, text]);
    expect(await redis.run(["zrange", "set", 0, -1])).toEqual([text]);
    expect(
      await redis.runAll([
        ["get", "key"],
        ["zrange", "set", 0, -1],
      ]),
    ).toEqual([text, [text]]);
  });

  it.each(TRICKY)("%j, answered by a script", async (text) => {
    const redis = await transport.freshClient();
    const kept = encode([], [write.set("key", text, null)]);
    await runScript(redis, COMMIT_SCRIPT, kept.keys, kept.args);
    const asked = encode([{ name: "once", keys: ["key"], args: [] }], []);
    expect(await runScript(redis, COMMIT_SCRIPT, asked.keys, asked.args)).toEqual(["repeated", text]);
  });
});
