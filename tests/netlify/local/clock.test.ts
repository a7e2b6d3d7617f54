import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../house/project-files.ts";

test.each([["0.0.0.0"], ["192.0.2.7"]])(
  "a clock set ahead is refused where others can see the site: %s",
  (host) => {
    const data = mkdtempSync(join(tmpdir(), "clock-"));
    const args = ["netlify/local/main.ts", "--host", host, "--port", "0", "--data", data];
    const env = { ...process.env, CLOCK_OFFSET: "24" };
    const ended = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: "utf8", timeout: 20_000 });
    rmSync(data, { recursive: true, force: true });
    expect(ended.stderr).toMatch(/CLOCK_OFFSET solo vale si la web no se ve desde fuera/);
    expect(ended.status).toBe(2);
  },
);
