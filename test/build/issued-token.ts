/** Tokens that one issuer has signed. */
import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { JsonObject } from '../../src/json.ts';
import { badge, claimsOf } from './issue.ts';

export const WEB = 'https://university.example/issuer';
export const DID = 'did:web:university.example';

/** Where the document of `DID` stands. */
export const DID_ADDRESS = 'https://university.example/.well-known/did.json';

/** The set of keys of the authority behind `WEB`. */
export const SET = 'https://university.example/.well-known/jwks.json';

export const METADATA = 'https://university.example/.well-known/jwt-vc-issuer/issuer';

const [own, other] = await Promise.all([
  generateKeyPair('EdDSA', { extractable: true }),
  generateKeyPair('EdDSA', { extractable: true }),
]);
/** The key that signs every token here. */
export const jwk: JWK = await exportJWK(own.publicKey);
/** A key that has signed nothing. */
export const stranger: JWK = await exportJWK(other.publicKey);

export const sign = (payload: JsonObject, header: object): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', ...header } as never)
    .sign(own.privateKey);

export const badgeOf = (issuer: string): JsonObject => ({
  ...badge(issuer),
  ...claimsOf(issuer),
});

/** An SD-JWT VC, which need not name an issuer. */
export const card = async (iss: string | undefined, header: object): Promise<string> =>
  `${await sign({ vct: 'https://university.example/degree', ...(iss !== undefined && { iss }) }, { typ: 'dc+sd-jwt', ...header })}~`;
