/** Tokens that one issuer has signed, and what is told of them in a world of documents. */
import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { JsonObject } from '../../../src/json.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { type FakeDocument, fakeNet } from '../../fake/net.ts';
import { fakePorts } from '../../fake/ports.ts';
import { badge, claimsOf, credentialOf } from '../proof/issue.ts';

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

type Documents = Record<string, FakeDocument>;

/** What is said of a token’s signature and of the binding of its key, and which addresses were asked. */
export async function ask(token: string, documents: Documents = {}, over: Partial<VerifyPorts> = {}) {
  const net = fakeNet(documents);
  const { proof, keyBinding } = await checkSecuring(credentialOf(token), fakePorts({ net, ...over }));
  const said = [proof, keyBinding].map(({ state, problem }) =>
    problem ? `${state} ${problem.code}` : state,
  );
  return { said, asked: net.asked };
}

/** A world in which the issuer’s host is one that houses many. */
export const aTenant = {
  hosting: { ...fakePorts().hosting, providerAt: () => ({ id: 'host', name: 'Host' }) },
};
