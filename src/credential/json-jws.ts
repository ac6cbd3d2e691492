/** A JWS or an SD-JWT in JSON form. It says what its compact form says, and is read as that. */
import { splitCompactJws } from '../encoding/compact-jws.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { natureOf } from '../problem.ts';
import { fail, type Result } from '../result.ts';
import { type Unwrapped, unwrapToken } from './jwt.ts';

/**
 * Takes apart a JWS in JSON form (RFC 7515 §7.2) and finds the credential in it. VC-JOSE-COSE allows that form (§3.1.2,
 * §3.2.2). Disclosures and a key-binding JWT stand in the unprotected header (RFC 9901 §8.1). Nobody signed that header,
 * so nothing else is read of it. Without a `kid`, any of the issuer's keys may have signed.
 *
 * Problems: the limits of unwrapToken; `unknown-format` for all else, because a JWS in JSON form may be of any program.
 * That includes what has no compact form of the same meaning: a JWS of several signatures, one whose `alg` is not
 * protected, and one with `crit`, as the seals of JAdES have. A signed badge of Open Badges 1 or 2 is always compact
 * (OB 2.0 §6.2).
 */
export function unwrapJsonJws({ payload, ...rest }: JsonObject): Result<Unwrapped> {
  const [signature, ...others] = asArray<Json>(rest.signatures ?? rest);
  if (!isJsonObject(signature) || others.length > 0) return UNKNOWN;
  const token = `${signature.protected}.${payload}.${signature.signature}`;
  const header = isJsonObject(signature.header) ? signature.header : {};
  const jws = splitCompactJws(token);
  if (!jws.ok || !hasCompactForm(jws.value.header, header)) return UNKNOWN;
  const unwrapped = unwrapToken(token + disclosuresIn(header));
  if (!unwrapped.ok) return natureOf(unwrapped.problem) === 'limit' ? unwrapped : UNKNOWN;
  return unwrapped.value.source.flavour === 'ob2-jws' ? UNKNOWN : unwrapped;
}

const UNKNOWN = fail('unknown-format', { params: { format: 'JWS JSON' } });

/** RFC 7515 §7.2.1: no name may stand in both headers. */
const hasCompactForm = (signed: JsonObject, unsigned: JsonObject): boolean =>
  signed.alg !== undefined &&
  [signed.crit, unsigned.crit].every((crit) => crit === undefined) &&
  !Object.keys(unsigned).some((name) => Object.hasOwn(signed, name));

const disclosuresIn = ({ disclosures, kb_jwt: keyBinding = '' }: JsonObject): string =>
  disclosures === undefined ? '' : ['', ...asArray<Json>(disclosures), keyBinding].join('~');
