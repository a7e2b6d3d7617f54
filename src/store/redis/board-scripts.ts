import { script } from "./scripts.ts";

/** By score, then by id; `order` says which way. */
const SORT = `
local function sort(found)
  table.sort(found, function(a, b)
    if a[1] == b[1] then
      if order == 'asc' then return a[2] < b[2] end
      return a[2] > b[2]
    end
    if order == 'asc' then return a[1] < b[1] end
    return a[1] > b[1]
  end)
end
local function page(found)
  local ids = {}
  for place = offset + 1, math.min(offset + count, #found) do ids[#ids + 1] = found[place][2] end
  return ids
end
`;

/**
 * KEYS: boards that have no favour in common, in the order asked for, then each of them by end. ARGV: `asc` or `desc`, now,
 * offset, count. Answers the ids of the page of all of them together, how many favours they have, and how many of those ran out.
 *
 * No board has to be read further than the page that is asked for.
 */
export const BOARDS_SCRIPT = script(`
local order, offset, count = ARGV[1], tonumber(ARGV[3]), tonumber(ARGV[4])
local call, boards = redis.call, #KEYS / 2
${SORT}
local found, places, over = {}, 0, 0
for at = 1, boards do
  local set, ending, some = KEYS[at], KEYS[boards + at]
  places = places + call('ZCARD', ending)
  over = over + call('ZCOUNT', ending, '-inf', '(' .. ARGV[2])
  if order == 'asc' then
    some = call('ZRANGEBYSCORE', set, ARGV[2], '+inf', 'WITHSCORES', 'LIMIT', 0, offset + count)
  else some = call('ZREVRANGE', set, 0, offset + count - 1, 'WITHSCORES') end
  for member = 1, #some, 2 do found[#found + 1] = {tonumber(some[member + 1]), some[member]} end
end
sort(found)
return {page(found), places, over}
`);

/**
 * KEYS: boards that have no favour in common, in the order asked for, then each of them by end, then one set for each word.
 * ARGV: `asc` or `desc`, now, offset, count, how many favours to look at, how many boards, then how many sets belong to each
 * word, one where nothing is said: a favour has the word if it is in any of its sets. Answers how many match, and the ids of
 * the page.
 *
 * It looks at the members of the rarest word and asks the others for each: short sets make short work.
 */
export const SEARCH_SCRIPT = script(`
local order, now = ARGV[1], tonumber(ARGV[2])
local offset, count, most, boards = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local call = redis.call
${SORT}
local words, key = {{}, {}}, 2 * boards + 1
for place = 1, boards do words[1][place], words[2][place] = KEYS[place], KEYS[boards + place] end
for arg = 7, #ARGV do
  local sets = {}
  for place = 1, tonumber(ARGV[arg]) do sets[place], key = KEYS[key], key + 1 end
  words[#words + 1] = sets
end
for place = key, #KEYS do words[#words + 1] = {KEYS[place]} end
local rarest, size
local cards = {}
for place, sets in ipairs(words) do
  local members = 0
  for _, set in ipairs(sets) do
    cards[set] = call('ZCARD', set)
    members = members + cards[set]
  end
  if members == 0 then return {0, {}} end
  if not size or members < size then rarest, size = place, members end
end
local looked, seen = {}, {}
for _, set in ipairs(words[rarest]) do
  -- Of several sets each gives its part.
  local ids, share = nil, math.ceil(cards[set] * math.min(1, most / size))
  if rarest == 1 and order == 'asc' then ids = call('ZRANGEBYSCORE', set, now, '+inf', 'LIMIT', 0, share)
  else ids = call('ZREVRANGE', set, 0, share - 1) end
  for _, id in ipairs(ids) do
    if not seen[id] then looked[#looked + 1], seen[id] = id, true end
  end
end
local function scores(sets, ids)
  local all = {}
  for _, key in ipairs(sets) do
    -- Lua hands over only so many arguments at once.
    for first = 1, #ids, 500 do
      local some = call('ZMSCORE', key, unpack(ids, first, math.min(first + 499, #ids)))
      for place, score in ipairs(some) do all[first + place - 1] = score or all[first + place - 1] end
    end
  end
  return all
end
for place = 3, #words do
  if place ~= rarest then
    local inAny, fitting = scores(words[place], looked), {}
    for at, id in ipairs(looked) do
      if inAny[at] then fitting[#fitting + 1] = id end
    end
    looked = fitting
  end
end
local ends, places, found = scores(words[2], looked), scores(words[1], looked), {}
for at, id in ipairs(looked) do
  local ending, score = ends[at], places[at]
  if ending and score and tonumber(ending) >= now then found[#found + 1] = {tonumber(score), id} end
end
sort(found)
return {#found, page(found)}
`);
