import { script } from "./script.ts";

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
