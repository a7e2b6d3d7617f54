import { createHash } from "node:crypto";
import * as z from "zod";

/**
 * Put before a script: commands about a key that isn't among `KEYS` are refused. Redis itself says which arguments of a command
 * are keys. It stands on one line, so that the lines of a script's own errors stay as they are.
 */
const CHECK = `
local redis = (function(real, keys)
  local declared = {}
  for _, key in ipairs(keys) do declared[key] = true end
  local function checked(call)
    return function(...)
      local found = real.pcall('COMMAND', 'GETKEYS', ...)
      for _, key in ipairs(found) do
        if not declared[key] then error('a key that is not declared: ' .. key) end
      end
      return call(...)
    end
  end
  return setmetatable({ call = checked(real.call), pcall = checked(real.pcall) }, { __index = real })
end)(redis, KEYS)
`
  .trim()
  .replaceAll(/\s+/g, " ");

/** What only Upstash understands; a plain Redis refuses it. */
const FLAGS = /^#!lua flags=allow-key-locking\n/;

const Question = z.tuple([z.string()], z.unknown());

/**
 * Rewrites what the REST interface is asked, so that scripts run with the check before them. A script is known by its hash once its text was
 * sent, as in Redis. Both texts of a script run, that for Upstash without its first line.
 */
export function createKeyCheck(): (body: string) => string {
  const checked = new Map<string, string>();
  return (body) => {
    const [name, script, ...rest] = Question.parse(JSON.parse(body));
    const command = name.toLowerCase();
    if (command === "evalsha") {
      return JSON.stringify([name, checked.get(String(script)) ?? script, ...rest]);
    }
    if (command !== "eval") return body;
    const lua = String(script);
    const text = `${CHECK} ${lua.replace(FLAGS, "")}`;
    checked.set(sha1(lua), sha1(text));
    return JSON.stringify([name, text, ...rest]);
  };
}

function sha1(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}
