/** What an issuer publishes about its keys. */
import type { FakeDocument } from '../fake/net.ts';
import type { JwtKey } from './jwt.ts';

/** A verification method as a document lists it. */
export interface Method {
  readonly id?: unknown;
  readonly [member: string]: unknown;
}

/** The public part of a token's key, and nothing that says what it is for. */
export const bareJwk = ({ publicJwk: { kty, crv, x, y } }: Pick<JwtKey, 'publicJwk'>) => ({ kty, crv, x, y });

/** A token's key as a verification method. */
export const jwkMethod = (key: Pick<JwtKey, 'publicJwk'>, id: string): Method => ({
  id,
  type: 'JsonWebKey',
  controller: id.split('#', 1)[0],
  publicKeyJwk: bareJwk(key),
});

/** A DID document, or the like at an https address, which lists methods for assertion. */
export const controllerDocument = (
  id: string,
  methods: readonly Method[],
  over: Readonly<Record<string, unknown>> = {},
): FakeDocument => ({
  body: { id, verificationMethod: methods, assertionMethod: methods.map((method) => method.id), ...over },
});
