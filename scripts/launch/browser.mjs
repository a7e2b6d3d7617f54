import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * Unpacks the browser that the tests and the bench use, once, before several of them ask for it at the same moment.
 * Answers the variables it needs: on a machine without the libraries that a desktop brings (NSS), those that come with it.
 * @returns {Promise<Record<string, string>>}
 */
export async function prepareBrowser() {
  const { default: chromium, inflate } = await import("@sparticuz/chromium");
  const executable = await chromium.executablePath();
  if (starts(executable, {})) return {};
  const packed = fileURLToPath(new URL("../bin/al2023.tar.br", import.meta.resolve("@sparticuz/chromium")));
  const libraries = join(await inflate(packed), "lib");
  const own = { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(tmpdir(), "fonts") };
  if (starts(executable, own)) return own;
  throw new Error("El navegador de las pruebas no arranca en este sistema.");
}

/**
 * @param {string} executable
 * @param {Record<string, string>} variables
 */
function starts(executable, variables) {
  const { status } = spawnSync(executable, ["--version"], { env: { ...process.env, ...variables } });
  return status === 0;
}

// `node scripts/launch/browser.mjs` prints the variables, for a launcher that runs on an older Node.
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const [name, value] of Object.entries(await prepareBrowser())) console.log(`${name}=${value}`);
}
