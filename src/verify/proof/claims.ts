import { readDate } from '../../credential/date.ts';
import type { Credential, EnvelopingSource, Format } from '../../credential/model.ts';
import { claimsOf } from '../../credential/said-claims.ts';
import { isSdJwtVc } from '../../credential/sd-jwt-vc.ts';
import { asArray, isJsonObject, type Json } from '../../json.ts';
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
const areRepeated = ({ format, source: { flavour, payload } }: EnvelopedCredential): boolean =>
  flavour === 'vc-jwt' && (DEMANDING.has(format) || isJsonObject(payload.vc));

/**
 * Compares the registered claims with the credential in the token (docs/decisions.md#tokens). If `exp` and `nbf` repeat
 * the credential's own period, the validity check judges them. Otherwise they limit the signature.
 */
export function checkClaims(credential: EnvelopedCredential, now: Instant): ClaimFindings {
  const { document } = credential.source;
  const isRepeating = areRepeated(credential);
  const payload = claimsOf(credential.source);
  const contradictions: Problem[] = [];
  const oddities: Problem[] = [];
  const contradict = (claim: string): void => {
    contradictions.push(contradiction(claim));
  };
  // VC-JOSE-COSE §3.1.1: two credentials in one token.
  if (payload['@context'] !== undefined)
    for (const claim of ['vc', 'vp']) if (payload[claim] !== undefined) contradict(claim);
  const subjects = asArray<Json>(document.credentialSubject).flatMap((subject) =>
    isJsonObject(subject) && typeof subject.id === 'string' ? [subject.id] : [],
  );
  const isVc = document.credentialSubject !== undefined;
  const differs = (claim: 'sub' | 'jti', ids: readonly string[]): boolean =>
    payload[claim] !== undefined && isVc && ids.length > 0 && !ids.some((id) => id === payload[claim]);
  if (differs('sub', subjects)) contradict('sub');
  if (differs('jti', typeof document.id === 'string' ? [document.id] : [])) {
    // VC-JOSE-COSE §3.1.1 only advises against it. There `jti` names the token, and the credential has its own id.
    if (isRepeating) contradict('jti');
    else oddities.push(contradiction('jti'));
  }
  contradictions.push(...outOfTime(credential, now));
  if (isRepeating && DEMANDING.has(credential.format)) {
    if (payload.sub === undefined) oddities.push(problem('subject-claim-absent', { at: '/sub' }));
    for (const claim of ['iss', 'nbf', 'jti'])
      if (payload[claim] === undefined)
        oddities.push(problem('registered-claim-absent', { at: `/${claim}`, params: { claim } }));
  }
  const { iss } = payload;
  const wrongIssuer = iss !== undefined && iss !== credential.issuer.id;
  return {
    contradictions,
    issuer: wrongIssuer ? contradiction('iss') : null,
    oddities,
  };
}

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
