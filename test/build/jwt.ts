/** Issues compact JWS and JWT with `jose`: VC-JWT of Open Badges 3.0 and signed badges of Open Badges 2.0. */
import { CompactSign, exportJWK, exportSPKI, generateKeyPair, type JWK } from 'jose';

type Json = Record<string, unknown>;

export interface JwtKey {
  readonly alg: 'RS256' | 'ES256' | 'EdDSA';
  readonly publicJwk: JWK;
  readonly publicPem: string;
  sign(payload: Json, header?: Json): Promise<string>;
}

/** A fresh key pair. `kid`, where given, stands in the public JWK and in every header. */
export async function createJwtKey(alg: JwtKey['alg'], kid?: string): Promise<JwtKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const named = kid === undefined ? {} : { kid };
  return {
    alg,
    publicJwk: { ...(await exportJWK(publicKey)), ...named, alg, use: 'sig' },
    publicPem: await exportSPKI(publicKey),
    sign: (payload, header = {}) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg, ...named, ...header })
        .sign(privateKey),
  };
}

/** The DID that is this key and nothing else. */
export const didJwkOf = ({ publicJwk: { kty, crv, x, y, n, e } }: Pick<JwtKey, 'publicJwk'>): string =>
  `did:jwk:${Buffer.from(JSON.stringify({ kty, crv, x, y, n, e })).toString('base64url')}`;

/** A credential as VC-JWT: the registered claims of OB 3.0 §JWT-proof beside the credential's own members. */
export function signVcJwt(credential: Json, key: JwtKey): Promise<string> {
  const issuer = credential.issuer as { readonly id: string };
  const subject = credential.credentialSubject as { readonly id?: string };
  const from = credential.validFrom as string;
  const until = credential.validUntil as string | undefined;
  return key.sign(
    {
      ...credential,
      iss: issuer.id,
      jti: credential.id,
      nbf: seconds(from),
      ...(subject.id !== undefined && { sub: subject.id }),
      ...(until !== undefined && { exp: seconds(until) }),
    },
    { typ: 'JWT' },
  );
}

/** The same token with a piece of the payload's text changed: a forger who has no key. */
export function tamperJwt(token: string, from: string, to: string): string {
  const [header, payload, signature] = token.split('.') as [string, string, string];
  const text = Buffer.from(payload, 'base64url').toString('utf8');
  return [header, Buffer.from(text.replaceAll(from, to)).toString('base64url'), signature].join('.');
}

const seconds = (date: string): number => Math.floor(Date.parse(date) / 1000);
