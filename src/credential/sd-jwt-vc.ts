import type { Json, JsonObject } from '../json.ts';
import { type Problem, problem } from '../problem.ts';
import { readDate } from './date.ts';
import type { Credential, DateText, Source } from './model.ts';
import { readPersonName } from './person-name.ts';
import { recognise } from './recognise.ts';
import { saidClaims } from './said-claims.ts';
import { readText } from './text.ts';
import { readTokenStatuses } from './token-status.ts';
import { firstEnd, lastBeginning, readStatuses } from './vc.ts';

/**
 * Whether it is a credential by its `vct` and by no data model. A token with a whole W3C credential is read as that. Every
 * such credential names its context (VCDM 2.0 §4.3, 1.1 §4.1). Without one, `type` and `credentialSubject` are the
 * issuer's own claims.
 */
export function isSdJwtVc(document: JsonObject): boolean {
  const kind = recognise(document);
  const isOther = kind === null || kind === 'definition';
  return (
    typeof document.vct === 'string' && (isOther || (kind === 'vc' && document['@context'] === undefined))
  );
}

/**
 * SD-JWT VC (§3.2.2): a credential that consists of claims alone. `vct` is its type, `iss` its issuer, `sub` its
 * subject, whom the registered claims for a person name (RFC 7519 §4). All other claims are the issuer's own
 * vocabulary. We cannot interpret them, so we do not show them. Dates and a status in W3C terms count too. A holder may
 * leave out the members that would make it a W3C credential.
 */
export function readSdJwtVc(document: JsonObject, source: Source): Credential {
  const claims = saidClaims(document);
  const { vct, iss, sub, iat, nbf, exp, validFrom, issuanceDate, validUntil, expirationDate } = claims;
  return {
    format: 'sd-jwt-vc',
    securing: source.securing,
    vcdm: null,
    types: typeof vct === 'string' ? [vct] : [],
    id: typeof claims.jti === 'string' ? claims.jti : null,
    name: readText(vct),
    description: null,
    image: null,
    issuer: {
      id: typeof iss === 'string' ? iss : null,
      name: null,
      url: null,
      email: null,
      image: null,
      description: null,
    },
    recipient: { id: typeof sub === 'string' ? sub : null, name: readPersonName(claims), identifiers: [] },
    achievements: [],
    issued: readNumericDate(iat),
    validFrom: lastBeginning(readNumericDate(nbf), readDate(validFrom), readDate(issuanceDate)),
    validUntil: firstEnd(readNumericDate(exp), readDate(validUntil), readDate(expirationDate)),
    source,
    statuses: [...readTokenStatuses(document), ...readStatuses(document)],
    schemas: [],
    refreshServices: [],
    endorsements: [],
    contained: [],
    defects: [...issuerForm(claims), ...dates(claims)],
  };
}

/** A text is no NumericDate, but it does not count as absent either. */
const readNumericDate = (value: Json | undefined): DateText | null =>
  typeof value === 'string' ? { text: value, instant: null } : readDate(value);

/**
 * §3.2.2.2: `iss` is optional, because a certificate (`x5c`) may name the issuer as well. If present, it must be a
 * text.
 */
const issuerForm = ({ iss }: JsonObject): readonly Problem[] =>
  iss === undefined || typeof iss === 'string'
    ? []
    : [problem('member-malformed', { at: '/iss', params: { member: 'iss' } })];

/** RFC 7519 §4.1.4: NumericDates are numbers. */
const dates = (claims: JsonObject): readonly Problem[] =>
  ['iat', 'nbf', 'exp'].flatMap((member) => {
    const value = claims[member];
    if (value === undefined || readNumericDate(value)?.instant != null) return [];
    return [problem('date-malformed', { at: `/${member}`, params: { member } })];
  });
