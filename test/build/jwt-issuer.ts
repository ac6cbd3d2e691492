/** An issuer that is its own key, and signs tokens: for members that no bundled context knows. */
import { type Json, ob3 } from './badge.ts';
import { createJwtKey, didJwkOf, type JwtKey, signVcJwt } from './jwt.ts';

export const BADGE = 'urn:uuid:00000000-0000-4000-8000-00000000000a';
export const COURSE = 'https://a.example/course';

export interface JwtIssuer {
  readonly did: string;
  /** Its key, which leaves the header to whoever signs with it. */
  readonly key: JwtKey;
  /** A badge as VC-JWT. */
  badge(more?: Json): Promise<string>;
  /** Signs whatever it is given: what no JSON-LD processor would sign, a JWT carries. */
  sign(payload: unknown, header?: Json): Promise<string>;
}

/** A fresh `did:jwk` issuer. */
export async function createJwtIssuer(alg: JwtKey['alg'] = 'ES256'): Promise<JwtIssuer> {
  const key = await createJwtKey(alg);
  const did = didJwkOf(key);
  const sign = (payload: unknown, header: Json = {}) =>
    key.sign(payload as Json, { typ: 'vc+jwt', kid: `${did}#0`, ...header });
  return { did, key, sign, badge: (more = {}) => signVcJwt(unsignedBadge(did, more), { ...key, sign }) };
}

/** The credential before it is signed. */
export const unsignedBadge = (issuer: string, more: Json = {}): Json => ({
  ...ob3({
    id: BADGE,
    issuer: { id: issuer, name: 'Example' },
    course: { id: COURSE, name: 'Welding', description: 'd', criteria: 'c' },
    subject: { id: 'did:example:ann' },
    from: '2026-01-01T00:00:00Z',
  }),
  ...more,
});
