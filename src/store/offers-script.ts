import { script } from "./script.ts";

/**
 * KEYS: the sorted set of a job's offers, the counter of their changes. ARGV: what the keys of offers begin with. Answers the counter,
 * and the text of each offer, empty for one that is gone.
 *
 * The keys of the offers are found on the way, not declared: it only reads, and what it spares is a round trip of every decision
 * about several offers. A cluster would refuse that, as it would any commit, whose keys lie all over it.
 */
export const OFFERS_SCRIPT = script(`
local texts = {}
for place, id in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  texts[place] = redis.call('GET', ARGV[1] .. id) or ''
end
return {redis.call('GET', KEYS[2]) or '0', texts}
`);
