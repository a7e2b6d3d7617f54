import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bringImages } from "../../../scripts/import/images.ts";
import { tempFolder } from "../temp-folder.ts";

const PNG = Buffer.from("\x89PNG\r\n\x1a\n y lo demás", "latin1");
const ANSWERS: Readonly<Record<string, Buffer | string>> = {
  "/uno.png": PNG,
  // What it is called says nothing.
  "/dos.png": Buffer.from("\xff\xd8\xff\xe0 y lo demás", "latin1"),
  "/tres.webp": Buffer.from("RIFF1234WEBPVP8 y lo demás", "latin1"),
  "/guion.png": "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
  "/pagina.png": "<!doctype html><title>No</title>",
  "/grande.png": Buffer.concat([PNG, Buffer.alloc(8 * 1024 * 1024)]),
};

let server: Server;
const asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    const found = ANSWERS[request.url ?? ""];
    asked.push(request.url ?? "");
    response.writeHead(found === undefined ? 404 : 200, { "content-type": "image/png" }).end(found);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
afterAll(() => void server.close());

const fetching = {
  agent: "prueba",
  hostKey: (host: string) => host,
  withinRate: () => Promise.resolve(true),
  resolve: (host: string) => Promise.resolve([host.startsWith("dentro") ? "10.0.0.1" : "93.184.215.14"]),
  dial: () => connect((server.address() as AddressInfo).port, "127.0.0.1"),
};
const image = (address: string) => ({ slug: "un-texto", src: address, where: "Un texto" });
const bring = (root: string, ...addresses: string[]) => bringImages(root, addresses.map(image), fetching);

function site(): string {
  const root = tempFolder({});
  mkdirSync(join(root, "content", "figures"), { recursive: true });
  return root;
}
const figures = (root: string) => readdirSync(join(root, "content", "figures")).sort();

test("an image comes once, under the name of its text, as what it is and not as what it is called", async () => {
  const root = site();
  const addresses = ["uno.png", "dos.png", "tres.webp", "uno.png"].map((name) => `http://blog.org/${name}`);
  const told = await bring(root, ...addresses);
  expect(figures(root)).toEqual(["un-texto-1.png", "un-texto-2.jpg", "un-texto-3.webp"]);
  expect(readFileSync(join(root, "content/figures/un-texto-1.png"))).toEqual(PNG);
  expect(told).toHaveLength(4);
  expect(told[3]?.what).toContain('<Figure src="un-texto-1.png" …>, con quién la hizo y su licencia');
  expect(asked.filter((path) => path === "/uno.png")).toHaveLength(1);
});

test.each([
  ["http://blog.org/guion.png", "no es png, jpg, webp ni avif"],
  ["http://blog.org/pagina.png", "no es png, jpg, webp ni avif"],
  ["http://blog.org/grande.png", "pesa más de 8 MB"],
  ["http://blog.org/falta.png", "su web contesta 404"],
  ["http://dentro.blog.org/uno.png", "no es una dirección a la que se pregunte"],
  ["http://127.0.0.1/uno.png", "no es una dirección a la que se pregunte"],
  ["file:///etc/passwd", "no es una dirección a la que se pregunte"],
  ["../../../uno.png", "no es una dirección a la que se pregunte"],
])("%s stays out: %s", async (address, why) => {
  const root = site();
  expect((await bring(root, address))[0]?.what).toContain(why);
  expect(figures(root)).toEqual([]);
});

test("nothing is written over, and nowhere else", async () => {
  const root = site();
  writeFileSync(join(root, "content/figures/un-texto-1.png"), "mía");
  expect((await bring(root, "http://blog.org/uno.png"))[0]?.what).toContain(
    "ya hay un content/figures/un-texto-1.png",
  );
  expect(readFileSync(join(root, "content/figures/un-texto-1.png"), "utf8")).toBe("mía");

  const [linked, elsewhere] = [tempFolder({ "content/uno.txt": "" }), tempFolder({})];
  symlinkSync(elsewhere, join(linked, "content", "figures"));
  await expect(bring(linked, "http://blog.org/uno.png")).rejects.toThrow("es un enlace");
  expect(existsSync(join(elsewhere, "un-texto-1.png"))).toBe(false);
});
