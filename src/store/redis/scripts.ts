import { createHash } from "node:crypto";

/** A Lua text with the name that Redis keeps it under. */
export interface ScriptText {
  readonly lua: string;
  readonly sha: string;
}

/** How a server lets other questions wait while a script runs: as it always does, or only those about the script's own keys. */
export type Locking = "server" | "keys";

/** One script, as each kind of server takes it. */
export type Script = Readonly<Record<Locking, ScriptText>>;

/**
 * Upstash runs a script under a lock on the whole database unless its text asks for a lock on its declared keys (Upstash,
 * "Scripting: key-based locking"). A plain Redis refuses a flag that it does not know, so there are two texts.
 */
const LOCK_DECLARED_KEYS = "#!lua flags=allow-key-locking\n";

export function script(lua: string): Script {
  return { server: named(lua), keys: named(LOCK_DECLARED_KEYS + lua) };
}

function named(lua: string): ScriptText {
  return { lua, sha: createHash("sha1").update(lua).digest("hex") };
}

/**
 * Runs what `instructions.ts` encoded. Texts are only compared, cut and kept, never parsed, and numbers travel as text: cjson would turn big
 * integers into floats and empty lists into objects.
 */
export const COMMIT_SCRIPT = script(`
local at = 0
local function take() at = at + 1 return ARGV[at] end
local function key() return KEYS[tonumber(take())] end
local call = redis.call
local steps = {}

function steps.once()
  local kept = call('GET', key())
  if kept then return {'repeated', kept} end
end
function steps.absent()
  if call('EXISTS', key()) == 1 then return {'conflict'} end
end
function steps.starts()
  local kept, text = call('GET', key()), take()
  if not kept or string.sub(kept, 1, #text) ~= text then return {'conflict'} end
end
function steps.fieldAbsent()
  if call('HEXISTS', key(), take()) == 1 then return {'conflict'} end
end
function steps.fieldStarts()
  local hash, own, field, text = key(), key(), take(), take()
  local kept = call('HGET', hash, field) or call('GET', own)
  if not kept or string.sub(kept, 1, #text) ~= text then return {'conflict'} end
end
function steps.stands()
  local kept, number = call('GET', key()), take()
  if (kept or '0') ~= number then return {'conflict'} end
end
function steps.atMost()
  local kept, max, counter = call('GET', key()), take(), take()
  if tonumber(kept or '0') > tonumber(max) then return {'limit', counter} end
end
function steps.among()
  local set, member, max, name = key(), take(), take(), take()
  if not call('ZSCORE', set, member) and call('ZCARD', set) >= tonumber(max) then return {'limit', name} end
end

function steps.set()
  local name, text, ttl = key(), take(), take()
  if ttl == '' then call('SET', name, text) else call('SET', name, text, 'PX', ttl) end
end
function steps.del()
  call('DEL', key())
end
function steps.hset()
  local hash, field, text = key(), take(), take()
  call('HSET', hash, field, text)
end
function steps.hdel()
  local hash, field = key(), take()
  call('HDEL', hash, field)
end
function steps.zadd()
  local name, score, member = key(), take(), take()
  call('ZADD', name, score, member)
end
function steps.zrem()
  local name, member = key(), take()
  call('ZREM', name, member)
end
function steps.incr()
  local name, by, ttl = key(), take(), take()
  if call('INCRBY', name, by) == 0 then call('DEL', name)
  elseif ttl ~= '' and call('PTTL', name) < 0 then call('PEXPIRE', name, ttl) end
end
function steps.life()
  local name, ttl = key(), take()
  if ttl == '' then call('PERSIST', name) else call('PEXPIRE', name, ttl) end
end
function steps.head()
  local hash, set, field, count = key(), key(), take(), tonumber(take())
  local size = call('ZCARD', set)
  if size == 0 then call('HDEL', hash, field)
  else call('HSET', hash, field, size .. ' ' .. table.concat(call('ZRANGE', set, 0, count - 1), ' ')) end
end
function steps.mail()
  local mail, sent, due, score, id, text = key(), key(), key(), take(), take(), take()
  if call('EXISTS', mail) == 0 and call('EXISTS', sent) == 0 then
    call('SET', mail, text)
    call('ZADD', due, score, id)
  end
end

while at < #ARGV do
  local refusal = steps[take()]()
  if refusal then return refusal end
end
return {'committed'}
`);

/**
 * KEYS: an article's roots, its heads, its number of approved comments. ARGV: `asc` or `desc`, offset, count. Answers the number
 * of comments, the number of roots, the ids of this page's roots, and the head of each (see `headsKey`).
 */
export const THREAD_SCRIPT = script(`
local order, offset, count = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local range = order == 'desc' and 'ZREVRANGE' or 'ZRANGE'
local ids = redis.call(range, KEYS[1], offset, offset + count - 1)
local heads = {}
for place, id in ipairs(ids) do heads[place] = redis.call('HGET', KEYS[2], id) or '' end
return {redis.call('GET', KEYS[3]) or '0', redis.call('ZCARD', KEYS[1]), ids, heads}
`);
