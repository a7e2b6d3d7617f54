import { SHOWN_BODY_LIMIT, BODY_LIMIT } from "../../../src/domain/kernel/request-limits.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFields } from "../../../netlify/http/body.ts";

const FORM = "application/x-www-form-urlencoded";

function post(body: BodyInit, type: string | null): Request {
  const request = new Request("http://localhost/api/jobs", { method: "POST", body });
  if (type !== null) request.headers.set("content-type", type);
  return request;
}

async function fieldsOf(body: BodyInit, type: string): Promise<unknown> {
  const read = await readFields(post(body, type));
  return read.ok ? read.value : read.error.status;
}

describe("what a form sends arrives as it was typed", () => {
  it("urlencoded, with accents, plus signs and line ends", async () => {
    const body = "title=Ay%C3%BAdame+con+1%2B1&description=uno%0D%0Ados&empty=&flag";
    expect(await fieldsOf(body, FORM)).toEqual({
      title: "Ayúdame con 1+1",
      description: "uno\ndos",
      empty: "",
      flag: "",
    });
  });

  it("multipart, without its files", async () => {
    const form = new FormData();
    form.set("text", "¿Qué tal? 🙂");
    form.set("photo", new File(["x"], "x.png"));
    const request = new Request("http://localhost/", { method: "POST", body: form });
    expect(await readFields(request)).toEqual({ ok: true, value: { text: "¿Qué tal? 🙂" } });
  });

  it("JSON, with numbers as text, null as missing, and a byte order mark", async () => {
    const body = '\ufeff{"rewardAmount":12.5,"town":null,"title":"Ñu"}';
    expect(await fieldsOf(body, "Application/JSON; charset=UTF-8")).toEqual({
      rewardAmount: "12.5",
      title: "Ñu",
    });
  });

  it("in another charset, when it says so", async () => {
    expect(await fieldsOf("name=Bego%F1a", `${FORM}; charset=iso-8859-1`)).toEqual({ name: "Begoña" });
  });

  it("any text at all, by form and by JSON alike", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        const kept = text.toWellFormed().replace(/\r\n?/g, "\n");
        expect(await fieldsOf(new URLSearchParams({ text }).toString(), FORM)).toEqual({ text: kept });
        expect(await fieldsOf(JSON.stringify({ text }), "application/json")).toEqual({ text: kept });
      }),
    );
  });

  it("the last value of a field sent twice, by form and by JSON alike", async () => {
    expect(await fieldsOf("a=1&a=2", FORM)).toEqual({ a: "2" });
    expect(await fieldsOf('{"a":"1","a":"2"}', "application/json")).toEqual({ a: "2" });
  });

  it("a field called like something of JavaScript's own is just a field", async () => {
    const read = await readFields(post("__proto__=x&constructor=y", FORM));
    expect(read.ok && Object.entries(read.value)).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
  });
});

describe("what can't be read is refused", () => {
  it.each([
    ["broken JSON", '{"a":', "application/json"],
    ["a JSON list", "[1]", "application/json"],
    ["JSON text", '"x"', "application/json"],
    ["nested JSON", '{"a":{"b":1}}', "application/json"],
    ["JSON booleans", '{"a":true}', "application/json"],
    ["nothing as JSON", "", "application/json"],
    ["bytes that are no UTF-8", "name=Bego%F1a", FORM],
    ["multipart without its boundary", "x", "multipart/form-data"],
    ["broken multipart", "--b\r\nnothing", "multipart/form-data; boundary=b"],
  ])("%s with 400", async (_, body, type) => {
    expect(await fieldsOf(body, type)).toBe(400);
  });

  it.each([
    ["text/plain"],
    ["application/xml"],
    ["application/x-www-form-urlencoded; charset=klingon"],
    ["constructor"],
  ])("%s with 415", async (type) => {
    expect(await fieldsOf("a=1", type)).toBe(415);
  });

  it("a body without any type with 415", async () => {
    const request = new Request("http://localhost/", { method: "POST", body: new Uint8Array([97]) });
    expect(await readFields(request)).toMatchObject({ ok: false, error: { status: 415 } });
  });

  it("a connection that breaks with 400", async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("reset")) });
    const init = { method: "POST", body: broken, duplex: "half", headers: { "content-type": FORM } } as const;
    expect(await readFields(new Request("http://localhost/", init))).toMatchObject({
      ok: false,
      error: { status: 400 },
    });
  });
});

describe("what is too large", () => {
  const prefix = "text=";
  it("is read up to the very limit", async () => {
    const body = prefix + "x".repeat(BODY_LIMIT - prefix.length);
    expect(await fieldsOf(body, FORM)).toEqual({ text: "x".repeat(BODY_LIMIT - prefix.length) });
    expect(await fieldsOf(body + "x", FORM)).toBe(413);
  });

  it("gives back what was typed, so that it can be shown", async () => {
    const read = await readFields(post(`name=Ana&text=${"x".repeat(BODY_LIMIT)}`, FORM));
    expect(read).toMatchObject({ ok: false, error: { status: 413, typed: { name: "Ana" } } });
    expect(!read.ok && read.error.typed["text"]).toHaveLength(BODY_LIMIT);
  });

  it.each([
    [FORM, SHOWN_BODY_LIMIT],
    ["application/json", BODY_LIMIT],
  ])("is never read whole when it is endless: %s", async (type, limit) => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1024;
        controller.enqueue(new Uint8Array(1024).fill(97));
      },
    });
    const init = {
      method: "POST",
      body: endless,
      duplex: "half",
      headers: { "content-type": type },
    } as const;
    const read = await readFields(new Request("http://localhost/", init));
    expect(read).toMatchObject({ ok: false, error: { status: 413 } });
    expect(sent).toBeLessThan(limit + 8 * 1024);
  });
});
