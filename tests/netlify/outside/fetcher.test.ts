import { createServer, type RequestListener, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fetchOutside, type Fetching } from "../../../netlify/outside/fetcher.ts";
import { type Destination, NETWORK } from "../../../netlify/outside/network.ts";
import { FETCH_LIMIT, FETCH_TIME } from "../../../src/domain/kernel/outside-limits.ts";

const PUBLIC = "93.184.215.14";
const LOOPBACK = "127.0.0.1";

let server: Server;
let answer: RequestListener;
/** What every connection was opened to. */
let dialled: Destination[];
/** What the server saw. */
let asked: { readonly path: string; readonly headers: Readonly<Record<string, unknown>> }[];
beforeEach(async () => {
  dialled = [];
  asked = [];
  answer = (_, response) => response.setHeader("content-type", "text/html; charset=utf-8").end("<p>Hola");
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, LOOPBACK, ready));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  vi.restoreAllMocks();
});

/** A network on which every name has these addresses and every public address is the server of this test. */
function network(
  addresses: (host: string, time: number) => readonly string[],
  more: Partial<Fetching> = {},
): Fetching {
  const times = new Map<string, number>();
  return {
    agent: "Makethejobs (+https://makethejobs.test/)",
    hostKey: (host) => host,
    withinRate: () => Promise.resolve(true),
    resolve(host) {
      const time = (times.get(host) ?? 0) + 1;
      times.set(host, time);
      return Promise.resolve(addresses(host, time));
    },
    dial(destination) {
      dialled.push(destination);
      return connect((server.address() as AddressInfo).port, LOOPBACK);
    },
    ...more,
  };
}
const everywhere = network.bind(null, () => [PUBLIC]);

test("what was asked for is read, and nothing of ours goes along but who asks", async () => {
  const got = await fetchOutside("http://blog.org/entrada?a=1#b", everywhere());
  expect(got).toEqual({
    ok: true,
    value: { status: 200, url: "http://blog.org/entrada?a=1#b", type: "text/html", text: "<p>Hola" },
  });
  expect(asked.map(({ path }) => path)).toEqual(["/entrada?a=1"]);
  const headers = Object.keys(asked[0]?.headers ?? {}).sort();
  expect(headers).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
  expect(dialled).toEqual([{ address: PUBLIC, port: 80, secure: false, host: "blog.org" }]);
});

describe("the address that was checked is the one connected to", () => {
  test("a name that leads inside is never connected to, nor one that leads both ways", async () => {
    for (const addresses of [[LOOPBACK], ["::1"], ["169.254.169.254"], [PUBLIC, "10.0.0.1"], []]) {
      expect(
        await fetchOutside(
          "http://blog.org/",
          network(() => addresses),
        ),
      ).toEqual({
        ok: false,
        error: "refused",
      });
    }
    expect(dialled).toEqual([]);
  });

  test("a name that changes its mind after the check is asked for once, and connected to as it was checked", async () => {
    const rebinding = network((_, time) => (time === 1 ? [PUBLIC] : [LOOPBACK]));
    expect(await fetchOutside("http://blog.org/", rebinding)).toMatchObject({ ok: true });
    expect(dialled.map(({ address }) => address)).toEqual([PUBLIC]);
    expect(await fetchOutside("http://blog.org/", rebinding)).toEqual({ ok: false, error: "refused" });
    expect(dialled).toHaveLength(1);
  });

  test("again at each redirect: a name that turns inside between two hops is refused at the second", async () => {
    answer = (_, response) => response.writeHead(302, { location: "/otra" }).end();
    const rebinding = network((_, time) => (time === 1 ? [PUBLIC] : [LOOPBACK]));
    expect(await fetchOutside("http://blog.org/", rebinding)).toEqual({ ok: false, error: "refused" });
    expect(dialled).toHaveLength(1);
  });
});

describe("redirects", () => {
  function chain(length: number): RequestListener {
    return ({ url = "/" }, response) => {
      const at = Number(url.slice(1));
      if (at === length) response.end("fin");
      else response.writeHead(301, { location: `/${String(at + 1)}` }).end();
    };
  }

  test("three are followed, a fourth is not", async () => {
    answer = chain(3);
    expect(await fetchOutside("http://blog.org/0", everywhere())).toMatchObject({
      ok: true,
      value: { url: "http://blog.org/3", text: "fin" },
    });
    answer = chain(4);
    expect(await fetchOutside("http://blog.org/0", everywhere())).toEqual({ ok: false, error: "tooFar" });
  });

  test.each([
    "http://127.0.0.1/",
    "http://[::ffff:7f00:1]/",
    "http://localhost/",
    "http://blog.org:6379/",
    "http://me:pass@blog.org/",
    "file:///etc/passwd",
    "http://",
  ])("to %s are refused", async (location) => {
    answer = (_, response) => response.writeHead(302, { location }).end();
    expect(await fetchOutside("http://blog.org/", everywhere())).toEqual({ ok: false, error: "refused" });
    expect(dialled).toHaveLength(1);
  });

  test("a cookie that is set on the way does not come back", async () => {
    answer = ({ url }, response) =>
      url === "/"
        ? response.writeHead(302, { location: "/otra", "set-cookie": "a=b" }).end()
        : response.end("fin");
    await fetchOutside("http://blog.org/", everywhere());
    expect(asked[1]?.headers).not.toHaveProperty("cookie");
  });
});

describe("size and time", () => {
  test("what is as large as may be is read, one byte more is not", async () => {
    answer = (_, response) => response.end("a".repeat(FETCH_LIMIT));
    expect(await fetchOutside("http://blog.org/", everywhere())).toMatchObject({ ok: true });
    answer = (_, response) => response.end("a".repeat(FETCH_LIMIT + 1));
    expect(await fetchOutside("http://blog.org/", everywhere())).toEqual({ ok: false, error: "tooLarge" });
  });

  test.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ] as const)("%s is unpacked, and counted unpacked", async (encoding, pack) => {
    const send =
      (text: string): RequestListener =>
      (_, response) =>
        response.setHeader("content-encoding", encoding).end(pack(text));
    answer = send("¡Hola!");
    expect(await fetchOutside("http://blog.org/", everywhere())).toMatchObject({ value: { text: "¡Hola!" } });
    answer = send("a".repeat(3 * FETCH_LIMIT));
    expect(await fetchOutside("http://blog.org/", everywhere())).toEqual({ ok: false, error: "tooLarge" });
  });

  test.each(["zstd", "gzip, gzip", "nonsense"])("what is packed as %s is not read", async (encoding) => {
    answer = (_, response) => response.setHeader("content-encoding", encoding).end("x");
    expect(await fetchOutside("http://blog.org/", everywhere())).toEqual({ ok: false, error: "unreachable" });
  });

  test("what says that it is packed and isn't is no answer", async () => {
    answer = (_, response) => response.setHeader("content-encoding", "gzip").end("no");
    expect(await fetchOutside("http://blog.org/", everywhere())).toEqual({ ok: false, error: "unreachable" });
  });

  test("all together has its time, however slowly it drips and however long a name takes", async () => {
    vi.spyOn(AbortSignal, "timeout").mockImplementation((time) => {
      expect(time).toBe(FETCH_TIME);
      const soon = new AbortController();
      setTimeout(() => soon.abort(), 60);
      return soon.signal;
    });
    answer = (_, response) => {
      const drip = setInterval(() => response.write("a"), 10);
      response.on("close", () => clearInterval(drip));
    };
    expect(await fetchOutside("http://blog.org/", everywhere())).toEqual({ ok: false, error: "unreachable" });
    const never = everywhere({ resolve: () => new Promise(() => undefined) });
    expect(await fetchOutside("http://blog.org/", never)).toEqual({ ok: false, error: "unreachable" });
  });
});

test("each host is asked ten times an hour at most, redirects counted", async () => {
  const uses: [string, number, number][] = [];
  answer = (_, response) => response.writeHead(302, { location: "http://lleno.org/" }).end();
  const counted = everywhere({
    withinRate(...use) {
      uses.push(use);
      return Promise.resolve(use[0] !== "fetch:lleno.org");
    },
  });
  expect(await fetchOutside("http://blog.org/", counted)).toEqual({ ok: false, error: "tooOften" });
  expect(uses).toEqual([
    ["fetch:blog.org", 10, 3600],
    ["fetch:lleno.org", 10, 3600],
  ]);
  expect(dialled).toHaveLength(1);
});

test("a server that hangs up, answers nonsense or is not there is out of reach", async () => {
  answer = ({ socket }) => socket.destroy();
  expect(await fetchOutside("http://blog.org/", everywhere())).toEqual({ ok: false, error: "unreachable" });
  answer = ({ socket }) => socket.end("nonsense\r\n\r\n");
  expect(await fetchOutside("http://blog.org/", everywhere())).toEqual({ ok: false, error: "unreachable" });
  const nowhere = everywhere({ resolve: () => Promise.reject(new Error("ENOTFOUND")) });
  expect(await fetchOutside("http://blog.org/", nowhere)).toEqual({ ok: false, error: "unreachable" });
});

test("letters are read as the answer says, and as UTF-8 where it says nothing that exists", async () => {
  for (const [type, bytes] of [
    ["text/html; charset=ISO-8859-1", Buffer.from("año", "latin1")],
    ['text/html; charset="utf-8"', Buffer.from("año")],
    ["text/html; charset=nonsense", Buffer.from("año")],
    ["text/html", Buffer.from("año")],
  ] as const) {
    answer = (_, response) => response.setHeader("content-type", type).end(bytes);
    expect(await fetchOutside("http://blog.org/", everywhere())).toMatchObject({ value: { text: "año" } });
  }
});

test("the real network connects to the number that it is given, whatever the name would lead to", async () => {
  expect(await NETWORK.resolve("::1")).toEqual(["::1"]);
  const { port } = server.address() as AddressInfo;
  const direct = everywhere({
    dial: (destination) => NETWORK.dial({ ...destination, address: LOOPBACK, port }),
  });
  expect(await fetchOutside("http://nombre.que.no.existe.org/", direct)).toMatchObject({ ok: true });
});
