/** What is said of a token’s key, and where a did:webvh leads, in a world of documents. */
import { loadControlledIdentifierDocument } from '../../../src/verify/key/controlled-identifier-document.ts';
import { didWebvhAddress } from '../../../src/verify/key/did-webvh-address.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
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
