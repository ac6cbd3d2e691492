import { disclose } from '../../credential/disclose.ts';
import type { EnvelopingSource } from '../../credential/model.ts';
import { isSdJwtVc } from '../../credential/sd-jwt-vc.ts';
import { fail, type Result, succeed } from '../../result.ts';
import type { Disclosure, Undisclosed } from './disclosure.ts';

/**
 * Each disclosure must have its digest in what was signed, at any depth (RFC 9901 §7.1). The same walk puts them in their
 * places to be shown. Out: how many were shown, and how many digests stay closed. Decoys look like undisclosed claims.
 * Problems: `selective-disclosure-unbound` for whatever that walk refuses, `algorithm-unsupported` (`_sd_alg`).
 */
export function verifyDisclosures(source: EnvelopingSource): Result<Disclosure> {
  const { payload, disclosures } = source;
  const { defects, opened, closed } = disclose(payload, disclosures);
  if (defects.some(({ code }) => code === 'algorithm-unsupported'))
    return fail('algorithm-unsupported', { params: { algorithm: String(payload._sd_alg) } });
  if (defects.length > 0) return fail('selective-disclosure-unbound');
  const facts = { disclosed: opened.length, undisclosed: closed.length };
  return succeed({ facts, undisclosed: undisclosedIn(source, new Set(closed)) });
}

/**
 * What closed digests may stand for, by the top-level member that they stand in (null: at the top). SD-JWT VC §3.2.2.2
 * keeps `nbf`, `exp` and `status` out of disclosures, but nothing shows that the issuer did: verifiers "need to operate
 * as though security-critical claims might be selectively disclosable" (RFC 9901 §9.7). What is shown at the top is not
 * kept back there a second time, since no name stands twice.
 */
function undisclosedIn(
  { document }: EnvelopingSource,
  closed: ReadonlySet<string | null>,
): Undisclosed | undefined {
  if (closed.size === 0) return undefined;
  const isOwn = document['@context'] === undefined && isSdJwtVc(document);
  const atTop = (isOwn ? ['status'] : STATUSES).some((name) => document[name] === undefined);
  return {
    dates: closed.has(null),
    status: STATUSES.some((name) => closed.has(name)) || (closed.has(null) && atTop),
  };
}
const STATUSES = ['credentialStatus', 'status'] as const;
