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

/**
 * KEYS: the board in the order asked for, the board by end, then one set for each word. ARGV: `asc` or `desc`, now, offset,
 * count, how many favours to look at, then how many sets belong to each word, one where nothing is said: a favour has the word
 * if it is in any of its sets. Answers how many match, and the ids of the page.
 *
 * It looks at the members of the rarest word and asks the others for each: short sets make short work.
 */
export const SEARCH_SCRIPT = script(`
local order, now = ARGV[1], tonumber(ARGV[2])
local offset, count, most = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local call = redis.call
local words, key = {{KEYS[1]}, {KEYS[2]}}, 3
for arg = 6, #ARGV do
  local sets = {}
  for place = 1, tonumber(ARGV[arg]) do sets[place], key = KEYS[key], key + 1 end
  words[#words + 1] = sets
end
for place = key, #KEYS do words[#words + 1] = {KEYS[place]} end
local rarest, size
for place, sets in ipairs(words) do
  local members = 0
  for _, set in ipairs(sets) do members = members + call('ZCARD', set) end
  if members == 0 then return {0, {}} end
  if not size or members < size then rarest, size = place, members end
end
local looked, seen = {}, {}
for _, set in ipairs(words[rarest]) do
  local ids
  if rarest == 1 and order == 'asc' then ids = call('ZRANGEBYSCORE', set, now, '+inf', 'LIMIT', 0, most)
  else ids = call('ZREVRANGE', set, 0, most - 1) end
  for _, id in ipairs(ids) do
    if not seen[id] then looked[#looked + 1], seen[id] = id, true end
  end
end
local function scores(key, ids)
  local all = {}
  -- Lua hands over only so many arguments at once.
  for first = 1, #ids, 500 do
    local some = call('ZMSCORE', key, unpack(ids, first, math.min(first + 499, #ids)))
    for place, score in ipairs(some) do all[first + place - 1] = score end
  end
  return all
end
for place = 3, #words do
  if place ~= rarest then
    local has, fitting = {}, {}
    for _, set in ipairs(words[place]) do
      local inSet = scores(set, looked)
      for at, id in ipairs(looked) do
        if inSet[at] then has[id] = true end
      end
    end
    for _, id in ipairs(looked) do
      if has[id] then fitting[#fitting + 1] = id end
    end
    looked = fitting
  end
end
local ends, places, found = scores(KEYS[2], looked), scores(KEYS[1], looked), {}
for at, id in ipairs(looked) do
  local ending, score = ends[at], places[at]
  if ending and score and tonumber(ending) >= now then found[#found + 1] = {tonumber(score), id} end
end
table.sort(found, function(a, b)
  if a[1] == b[1] then
    if order == 'asc' then return a[2] < b[2] end
    return a[2] > b[2]
  end
  if order == 'asc' then return a[1] < b[1] end
  return a[1] > b[1]
end)
local page = {}
for place = offset + 1, math.min(offset + count, #found) do page[#page + 1] = found[place][2] end
return {#found, page}
`);
