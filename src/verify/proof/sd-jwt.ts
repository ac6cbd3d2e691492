import { disclose } from '../../credential/disclose.ts';
import type { EnvelopingSource } from '../../credential/model.ts';
import type { JsonObject } from '../../json.ts';
import { fail, type Result, succeed } from '../../result.ts';
import type { Disclosure, Hidden } from './disclosure.ts';

/**
 * Holds every disclosure to a digest in what was signed, at any depth (RFC 9901 §7.1), by the very walk that puts them
 * in their places to be shown. Out: how many were shown, and how many digests stay closed (undisclosed claims and
 * decoys cannot be told apart).
 * Problems: `selective-disclosure-unbound` for whatever that walk refuses, `algorithm-unsupported` (`_sd_alg`).
 */
export function verifyDisclosures({ payload, disclosures }: EnvelopingSource): Result<Disclosure> {
  const { defects, disclosed, closed } = disclose(payload, disclosures);
  if (defects.some(({ code }) => code === 'algorithm-unsupported'))
    return fail('algorithm-unsupported', { params: { algorithm: String(payload._sd_alg) } });
  if (defects.length > 0) return fail('selective-disclosure-unbound');
  const facts = { disclosed, undisclosed: closed.length };
  return succeed({ facts, hidden: hiddenIn(payload, new Set(closed)) });
}

/**
 * What closed digests may stand for, by the top-level member that they stand in (null: at the top). SD-JWT VC §3.2.2.2
 * keeps `nbf`, `exp` and `status` of its own credentials out of disclosures; W3C credentials have no such rule.
 */
function hiddenIn(payload: JsonObject, closed: ReadonlySet<string | null>): Hidden | undefined {
  if (closed.size === 0) return undefined;
  if (typeof payload.vct === 'string')
    return { dates: false, status: STATUSES.some((name) => closed.has(name)) };
  return { dates: closed.has(null), status: [null, ...STATUSES].some((name) => closed.has(name)) };
}
const STATUSES = ['credentialStatus', 'status'];
