/** What is said of a token’s key, and where a did:webvh leads, in a world of documents. */
import type { JsonObject } from '../../../src/json.ts';
import type { Result } from '../../../src/result.ts';
import { loadControlledIdentifierDocument } from '../../../src/verify/key/controlled-identifier-document.ts';
import { didWebvhAddress } from '../../../src/verify/key/did-webvh-address.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import type { JwtKey } from '../../build/jwt.ts';
import { credentialOf } from '../../fake/closed-world.ts';
import { type FakeDocument, fakeNet } from '../../fake/net.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';

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

/** The first of these alone, where nobody asks who was asked. */
export const told = async (...asked: Parameters<typeof ask>): Promise<readonly string[]> =>
  (await ask(...asked)).said;

/** How the reading of a key or of a document ended: `read`, or the code. */
export const codeOf = (read: Result<unknown>): string => (read.ok ? 'read' : read.problem.code);

/** A credential with nothing to check but its key, as a token. */
export const plainToken = (key: JwtKey, issuer: string, header: JsonObject): Promise<string> =>
  key.sign(
    {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: 'urn:uuid:6a5a3b6c-3c3f-4a56-9a3c-0d4a8f7b1c2d',
      type: ['VerifiableCredential'],
      issuer,
      validFrom: '2026-01-15T00:00:00Z',
      credentialSubject: { id: 'did:example:learner' },
    },
    { typ: 'vc+jwt', kid: undefined, ...header } as never,
  );

/** A world in which the issuer’s host is one that houses many. */
export const aTenant = {
  hosting: { ...fakePorts().hosting, providerAt: () => ({ id: 'host', name: 'Host' }) },
};

interface Served {
  readonly log: string;
  /** What stands at did-witness.json; absent: nothing. */
  readonly witness?: FakeDocument;
  /** How the log itself is served. */
  readonly over?: FakeDocument;
  readonly at?: number;
}

/** What a DID leads to where this is served at its place, in one line. */
export async function resolve(did: string, { log, witness, over, at = NOW }: Served): Promise<string> {
  const address = didWebvhAddress(did);
  const place = address.ok ? address.value : '';
  const beside = place.replace(/did\.jsonl$/, 'did-witness.json');
  const net = fakeNet({ [place]: { body: log, ...over }, ...(witness && { [beside]: witness }) }, at);
  const document = await loadControlledIdentifierDocument(did, net);
  if (document.ok) return `found ${document.value.json.id} at ${document.value.domain}`;
  const { code, params = {} } = document.problem;
  const { what, method, entry, found, threshold } = params;
  const lacks = threshold === undefined ? undefined : `${entry}: ${found} of ${threshold}`;
  return [code, what ?? method ?? lacks].filter((word) => word !== undefined).join(' ');
}
