import { script } from "./script.ts";

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
