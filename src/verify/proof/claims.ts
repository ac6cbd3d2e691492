import { readDate } from '../../credential/date.ts';
import type { Credential, EnvelopingSource, Format } from '../../credential/model.ts';
import { claimsOf, isRepeated } from '../../credential/said-claims.ts';
import { isSdJwtVc } from '../../credential/sd-jwt-vc.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { Instant } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { CLOCK_TOLERANCE_MS } from '../clock-tolerance.ts';

export type EnvelopedCredential = Credential & { readonly source: EnvelopingSource };

export interface ClaimFindings {
  /** The token contradicts the credential, or the token is outside its own period. */
  readonly contradictions: readonly Problem[];
  /** The token's `iss` is not the credential's issuer. */
  readonly issuer: Problem | null;
  /**
   * Claims that Open Badges 3.0 §8.2 requires and the token lacks. Also a different token id where no rule forbids it.
   */
  readonly oddities: readonly Problem[];
}

/** Formats whose specification requires all claims to be equal (OB 3.0 §8.2.4, CLR 2.0 §8.2.4). */
const DEMANDING: ReadonlySet<Format> = new Set(['ob3', 'clr2']);

/**
 * Whether the claims are the credential's own members by other names: of a badge or a record of several, and beside the
 * claim `vc` (VCDM 1.1 §6.3.1). Where the payload is any other credential, they are the token's, whether or not it gives
 * its type (VC-JOSE-COSE §3.1.1, `typ` SHOULD be present).
 */
const areRepeated = ({ format, source: { flavour, claims } }: EnvelopedCredential): boolean =>
  (flavour === 'vc-jwt' && DEMANDING.has(format)) || isJsonObject(claims.vc);

/**
 * Compares the registered claims with the credential in the token (docs/decisions.md#tokens). If `exp` and `nbf` repeat
 * the credential's own period, the validity check judges them. Otherwise they limit the signature.
 */
export function checkClaims(credential: EnvelopedCredential, now: Instant): ClaimFindings {
  const payload = claimsOf(credential.source);
  const { iss, sub, jti } = payload;
  const { id, credentialSubject } = credential.source.document;
  const subjects = asArray<Json>(credentialSubject).map((subject) => isJsonObject(subject) && subject.id);
  const isVc = credentialSubject !== undefined;
  const hasOtherId = isVc && isNoneOf(jti, [id]);
  const isRepeating = areRepeated(credential);
  return {
    contradictions: [
      ...secondCredentials(payload),
      ...(isVc && isNoneOf(sub, subjects) ? [contradiction('sub')] : []),
      ...(hasOtherId && isRepeating ? [contradiction('jti')] : []),
      ...outOfTime(credential, now),
    ],
    issuer: iss !== undefined && iss !== credential.issuer.id ? contradiction('iss') : null,
    oddities: [
      // VC-JOSE-COSE §3.1.1 only advises against it. There `jti` names the token, and the credential has its own id.
      ...(hasOtherId && !isRepeating ? [contradiction('jti')] : []),
      ...(isRepeating && DEMANDING.has(credential.format) ? absentClaims(payload) : []),
    ],
  };
}

/** Whether a claim is there and equals none of the ids. Where there is no id, nothing differs from it. */
function isNoneOf(claim: Json | undefined, values: readonly (Json | undefined)[]): boolean {
  const ids = values.filter((value) => typeof value === 'string');
  return claim !== undefined && ids.length > 0 && !ids.some((id) => id === claim);
}

/** VC-JOSE-COSE §3.1.1: two credentials in one token. */
const secondCredentials = (payload: JsonObject): readonly Problem[] =>
  payload['@context'] === undefined || isRepeated(payload)
    ? []
    : ['vc', 'vp'].filter((claim) => payload[claim] !== undefined).map(contradiction);

/** OB 3.0 §8.2.4, CLR 2.0 §8.2.4. */
const absentClaims = (payload: JsonObject): readonly Problem[] => [
  ...(payload.sub === undefined ? [problem('subject-claim-absent', { at: '/sub' })] : []),
  ...['iss', 'nbf', 'jti']
    .filter((claim) => payload[claim] === undefined)
    .map((claim) => problem('registered-claim-absent', { at: `/${claim}`, params: { claim } })),
];

/**
 * RFC 7519 §4.1.4–4.1.6, with NumericDate in seconds: claims that contradict the credential's period, or that exclude
 * this moment.
 */
export function outOfTime(credential: EnvelopedCredential, now: Instant): readonly Problem[] {
  const { nbf, exp, iat } = claimsOf(credential.source);
  return [
    ...(nbf === undefined ? [] : startTrouble(nbf, credential, now)),
    ...(exp === undefined ? [] : endTrouble(exp, credential, now)),
    ...(isAhead(iat, now) ? [problem('proof-created-in-future', { at: '/iat' })] : []),
  ];
}

/**
 * SD-JWT VC §3.2.2: there `nbf` and `exp` are the credential's own dates, and are read as such (readSdJwtVc). In an SD-JWT
 * of a W3C credential they limit the signature.
 */
const areOwnTimes = ({ source }: EnvelopedCredential): boolean =>
  source.flavour === 'sd-jwt-vc' && isSdJwtVc(source.document);

function startTrouble(nbf: Json, credential: EnvelopedCredential, now: Instant): readonly Problem[] {
  const { document } = credential.source;
  if (typeof nbf !== 'number') return [contradiction('nbf')];
  const issued = readDate(document.issuanceDate)?.instant ?? null;
  const from = readDate(document.validFrom)?.instant ?? issued;
  if (areOwnTimes(credential) || sameSecond(nbf, from) || sameSecond(nbf, issued)) return [];
  if (areRepeated(credential) && from !== null) return [contradiction('nbf')];
  return isAhead(nbf, now) ? [problem('proof-created-in-future', { at: '/nbf' })] : [];
}

function endTrouble(exp: Json, credential: EnvelopedCredential, now: Instant): readonly Problem[] {
  if (typeof exp !== 'number') return [contradiction('exp')];
  const until = credential.validUntil?.instant ?? null;
  if (areOwnTimes(credential) || sameSecond(exp, until)) return [];
  if (areRepeated(credential) && until !== null) return [contradiction('exp')];
  return exp * 1000 <= now ? [problem('proof-expired', { at: '/exp' })] : [];
}

const isAhead = (seconds: Json | undefined, now: Instant): boolean =>
  typeof seconds === 'number' && seconds * 1000 > now + CLOCK_TOLERANCE_MS;

const contradiction = (claim: string): Problem =>
  problem('claims-contradict', { at: `/${claim}`, params: { claim } });

/** Some issuers round a moment to its second, others cut it off (RFC 7519 §2, NumericDate). */
const sameSecond = (seconds: Json | undefined, instant: Instant | null): boolean =>
  typeof seconds === 'number' && instant !== null && Math.abs(seconds * 1000 - instant) < 1000;
