import type { Json, JsonObject } from '../json.ts';
import { type Problem, problem } from '../problem.ts';
import { readDate } from './date.ts';
import type { Credential, DateText, Source } from './model.ts';
import { readText } from './text.ts';
import { readTokenStatuses } from './token-status.ts';

/**
 * SD-JWT VC (§3.2.2): a credential that is nothing but claims. `vct` says what it is, `iss` who issued it, `sub` to
 * whom; all else is the issuer's own vocabulary and is shown by nobody who does not know that.
 */
export function readSdJwtVc(document: JsonObject, source: Source): Credential {
  const { vct, iss, sub, iat, nbf, exp } = document;
  return {
    format: 'sd-jwt-vc',
    securing: source.securing,
    vcdm: null,
    types: typeof vct === 'string' ? [vct] : [],
    id: typeof document.jti === 'string' ? document.jti : null,
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
    recipient: { id: typeof sub === 'string' ? sub : null, name: null, identifiers: [] },
    achievements: [],
    issued: readNumericDate(iat),
    validFrom: readNumericDate(nbf) ?? readNumericDate(iat),
    validUntil: readNumericDate(exp),
    source,
    statuses: readTokenStatuses(document),
    schemas: [],
    refreshServices: [],
    endorsements: [],
    contained: [],
    defects: [...required(document, 'iss'), ...dates(document)],
  };
}

/** A text is no NumericDate, and no absent one either. */
const readNumericDate = (value: Json | undefined): DateText | null =>
  typeof value === 'string' ? { text: value, instant: null } : readDate(value);

const required = (document: JsonObject, member: string): readonly Problem[] =>
  typeof document[member] === 'string'
    ? []
    : [problem('member-missing', { at: `/${member}`, params: { member } })];

/** RFC 7519 §4.1.4: NumericDates are numbers. */
const dates = (document: JsonObject): readonly Problem[] =>
  ['iat', 'nbf', 'exp'].flatMap((member) => {
    const value = document[member];
    if (value === undefined || readNumericDate(value)?.instant != null) return [];
    return [problem('date-malformed', { at: `/${member}`, params: { member } })];
  });
