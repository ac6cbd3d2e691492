import { disclose } from '../../credential/disclose.ts';
import type { EnvelopingSource } from '../../credential/model.ts';
import { isJsonObject } from '../../json.ts';
import { fail, type Result, succeed } from '../../result.ts';
import type { Disclosure, Undisclosed } from './disclosure.ts';

/**
 * Checks that each disclosure has its digest in what was signed, at any depth (RFC 9901 §7.1). The values that are
 * shown were placed in the same walk. Out: how many were disclosed, and how many digests have no disclosure. Decoys
 * look like undisclosed claims.
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
 * What digests without a disclosure may stand for, by the member that contains them (null: at the top). SD-JWT VC
 * §3.2.2.2 forbids disclosures of `nbf`, `exp` and `status`, but nothing shows that the issuer obeyed. Verifiers "need to
 * operate as though security-critical claims might be selectively disclosable" (RFC 9901 §9.7). A member that is shown
 * in an object is not also undisclosed there, because no name occurs twice. An SD-JWT VC, too, may have an end or a
 * status in W3C terms (readSdJwtVc), and its holder may keep back whatever would tell that it uses them. What is in a
 * claim `vc` counts like what is beside it.
 */
function undisclosedIn(
  { claims }: EnvelopingSource,
  closed: ReadonlySet<string | null>,
): Undisclosed | undefined {
  if (closed.size === 0) return undefined;
  const places = [
    { isOpen: closed.has(null), shown: claims, path: '' },
    { isOpen: closed.has('vc'), shown: isJsonObject(claims.vc) ? claims.vc : {}, path: 'vc/' },
  ];
  const isAbsent = (name: string): boolean =>
    places.some(({ isOpen, shown }) => isOpen && shown[name] === undefined);
  return {
    places: closed,
    dates: places.some(({ isOpen }) => isOpen),
    otherEnd: ENDS.find(isAbsent),
    status: STATUSES.some((name) => isAbsent(name) || places.some(({ path }) => closed.has(path + name))),
  };
}
/** The members of which the earliest is the end (readSdJwtVc, readVcContent, checkClaims). */
const ENDS = ['exp', 'validUntil', 'expirationDate'] as const;
const STATUSES = ['credentialStatus', 'status'] as const;
