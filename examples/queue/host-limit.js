/** At most so many records of one host in one stretch of time, over all workers. */

/** Takes a place in this stretch, if there is one. Redis runs a script alone, so that no place is given twice. */
const TAKE = `
local taken = tonumber(redis.call('GET', KEYS[1]) or '0')
if taken >= tonumber(ARGV[1]) then return 0 end
redis.call('INCR', KEYS[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`;

/** Stretches are remembered for a while, so that a test can count their places. */
const REMEMBERED_MS = 600_000;

/** Returns 0 where the record may be asked for now, else after how many milliseconds to try again. */
export async function placeFor(redis, host, { most, perMs }) {
  const now = Date.now();
  const stretch = Math.floor(now / perMs);
  const taken = await redis.eval(TAKE, 1, `places:${host}:${stretch}`, most, REMEMBERED_MS);
  return taken === 1 ? 0 : (stretch + 1) * perMs - now;
}
