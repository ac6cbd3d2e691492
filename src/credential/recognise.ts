import { isJsonObject, type JsonObject } from '../json.ts';
import { contextList, VC_1_CONTEXT, VC_2_CONTEXT } from './shape/context-shape.ts';
import { readTypes } from './text.ts';
import { unwrapBadgePart } from './unwrap-singles.ts';

export type Kind =
  /** a W3C credential in JSON, of whatever profile */
  | 'vc'
  /** a W3C presentation */
  | 'vp'
  /** an EnvelopedVerifiableCredential or EnvelopedVerifiablePresentation */
  | 'enveloped'
  /** an Open Badges 0.5 to 2.1 assertion, or the rest of a revoked one */
  | 'assertion'
  /** a badge, an issuer or a list: a part of a credential that is awarded to nobody */
  | 'definition';

const DEFINITIONS: ReadonlySet<string> = new Set([
  'BadgeClass',
  'Issuer',
  'IssuerOrg',
  'Profile',
  'CryptographicKey',
  'RevocationList',
  'Achievement',
]);

/** By its media type, or by its type: VCDM 2.0 §4.13 names no scheme but "such as" JOSE and COSE. */
export const isEnvelope = (value: JsonObject): boolean =>
  typeof value.id === 'string' &&
  /^data:/i.test(value.id) &&
  (/^data:application\/v[cp]/i.test(value.id) ||
    readTypes(value).some((type) => type.startsWith('Enveloped')));

/** What a JSON object is, judged by its members alone. Null where it is no part of any credential format. */
export function recognise(value: JsonObject): Kind | null {
  const types = readTypes(value);
  if (isEnvelope(value)) return 'enveloped';
  if (types.includes('VerifiablePresentation')) return 'vp';
  if (isVc(value, types)) return 'vc';
  if (isAssertion(unwrapBadgePart(value), types)) return 'assertion';
  if (types.some((type) => DEFINITIONS.has(type))) return 'definition';
  if (contextList(value).some((context) => context === VC_1_CONTEXT || context === VC_2_CONTEXT)) {
    // It has the context of the data model but neither subject nor type: a presentation without its type (VCDM 2.0
    // §4.13), or what a graph stands in. A graph that is signed is read as what it says, however it is written.
    if (value['@graph'] !== undefined && value.proof === undefined) return null;
    return value.verifiableCredential === undefined && value.holder === undefined && types.length > 0
      ? null
      : 'vp';
  }
  return null;
}

const VC_TYPES: ReadonlySet<string> = new Set([
  'VerifiableCredential',
  'OpenBadgeCredential',
  'AchievementCredential',
  'EndorsementCredential',
  'ClrCredential',
]);

const isVc = (value: JsonObject, types: readonly string[]): boolean =>
  types.some((type) => VC_TYPES.has(type)) || value.credentialSubject !== undefined;

function isAssertion(value: JsonObject, types: readonly string[]): boolean {
  if (types.includes('Assertion')) return true;
  if (value.revoked === true && typeof value.id === 'string') return true;
  // OB 1 bakers wrote at least the address of the assertion (OB 1.0 Baking, SVG `verify`).
  if (isJsonObject(value.verify) && typeof value.verify.url === 'string') return true;
  if (value.badge === undefined) return false;
  const badge = value.badge;
  if (typeof badge !== 'string' && !isJsonObject(badge)) return false;
  return ['recipient', 'verify', 'verification', 'issuedOn', 'issued_on'].some(
    (name) => value[name] !== undefined,
  );
}

/** Terms of the formats, quoted as JSON writes them. Self-asserted schema.org markup has none of them. */
const TERMS =
  /"(?:VerifiableCredential|VerifiablePresentation|OpenBadgeCredential|AchievementCredential|ClrCredential|EndorsementCredential|EnvelopedVerifiableCredential|Assertion|credentialSubject|verifiableCredential|badge)"/;

/** A compact JWS or an SD-JWT, whole. */
const COMPACT = /^eyJ[\w-]*\.[\w-]+\.[\w-]+(?:~[\w.~-]*)?$/;

/** Whether a text is a compact JWS or an SD-JWT, whole. What is broken is found by `isCompactToken` (jwt.ts). */
export const isTokenText = (text: string): boolean => COMPACT.test(text);

/** Whether a text is worth parsing: a compact JWS, or JSON that uses the terms of a credential. */
export const isCredentialText = (text: string): boolean => {
  const trimmed = text.trim();
  return COMPACT.test(trimmed) || (/^[[{]/.test(trimmed) && TERMS.test(trimmed));
};
