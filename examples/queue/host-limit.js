/** At most so many records of one host in one stretch of time, over all workers. */

/**
 * Takes a place in this stretch, if there is one. Redis runs a script alone, so that no place is given twice; its own
 * clock says which stretch it is, so that workers whose clocks differ share one limit.
 */
const TAKE = `
local most, perMs, rememberedMs = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local stretch = math.floor(now / perMs)
local places = KEYS[1] .. ':' .. stretch
if tonumber(redis.call('GET', places) or '0') >= most then return (stretch + 1) * perMs - now end
redis.call('INCR', places)
redis.call('PEXPIRE', places, rememberedMs)
return 0`;

/** A stretch is remembered for a while after its end, so that a test can count their places. */
const REMEMBERED_MS = 600_000;

/** Returns 0 where the record may be asked for now, else after how many milliseconds to try again. */
export const placeFor = (redis, host, { most, perMs }) =>
  redis.eval(TAKE, 1, `places:${host}`, most, perMs, perMs + REMEMBERED_MS);
