/** A badge signed as a VC-JWT under a key that is its own issuer: for members that no bundled context knows. */
import { type Json, ob3 } from '../build/badge.ts';
import { createJwtKey, type JwtKey, signVcJwt } from '../build/jwt.ts';

export const BADGE = 'urn:uuid:00000000-0000-4000-8000-00000000000a';
export const COURSE = 'https://a.example/course';

export interface JwtIssuer {
  readonly did: string;
  badge(more?: Json): Promise<string>;
}

/** A fresh `did:jwk` issuer. */
export async function createJwtIssuer(): Promise<JwtIssuer> {
  const key = await createJwtKey('ES256');
  const { kty, crv, x, y } = key.publicJwk;
  const did = `did:jwk:${Buffer.from(JSON.stringify({ kty, crv, x, y })).toString('base64url')}`;
  const named: JwtKey = {
    ...key,
    sign: (payload, header) => key.sign(payload, { ...header, kid: `${did}#0` }),
  };
  return { did, badge: (more = {}) => signVcJwt(unsignedBadge(did, more), named) };
}

/** The credential before it is signed. */
export const unsignedBadge = (issuer: string, more: Json = {}): Json => ({
  ...ob3({
    id: BADGE,
    issuer: { id: issuer, name: 'Example' },
    course: { id: COURSE, name: 'Welding', description: 'd', criteria: 'c' } as never,
    subject: { id: 'did:example:ann' },
    from: '2026-01-01T00:00:00Z',
  }),
  ...more,
});
