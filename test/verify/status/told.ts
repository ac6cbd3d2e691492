/** What is told of the revocation of a badge or a card in a world of documents. */
import type { Problem } from '../../../src/problem.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import type { Json } from '../../build/badge.ts';
import { issuer, LIST } from '../../build/issued-list.ts';
import { served } from '../../build/issued-token-list.ts';
import { unsignedBadge } from '../../build/jwt-issuer.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { fakePorts } from '../../fake/ports.ts';

/** A store that answers everything with one thing. */
export const keeping = (kept: unknown): Partial<VerifyPorts> => ({
  store: { ...fakePorts().store, get: async () => kept },
});

export interface Told {
  readonly said: string;
  readonly problem: Problem | undefined;
  readonly status: string;
}
type Documents = Record<string, FakeDocument>;

/** What is told of the revocation of a token in a world of documents. */
export async function told(
  token: string,
  documents: Documents,
  ports: Partial<VerifyPorts> = {},
): Promise<Told> {
  const { report, stateOf, verdict } = await verifyInClosedWorld({ credential: token, documents, ports });
  return { said: stateOf('revocation'), problem: report.outcomes.revocation.problem, status: verdict.status };
}

interface Over {
  /** What else the badge has. */
  readonly more?: Json;
  readonly ports?: Partial<VerifyPorts>;
}

/** What is told of a badge with a `credentialStatus`. */
export const asked = async (
  credentialStatus: unknown,
  documents: Documents,
  { more = {}, ports = {} }: Over = {},
): Promise<Told> =>
  told(await issuer.sign(unsignedBadge(issuer.did, { credentialStatus, ...more })), documents, ports);

/** What is said of it where `LIST` answers with a document, or not at all. */
export const said = async (credentialStatus: unknown, list: FakeDocument | null, over: Over = {}) =>
  (await asked(credentialStatus, list === null ? {} : { [LIST]: list }, over)).said;

/** What is told of a credential where `LIST` answers with a token, or otherwise. */
export const checkCard = (
  credential: string,
  list: string | FakeDocument,
  ports: Partial<VerifyPorts> = {},
): Promise<Told> => told(credential, { [LIST]: typeof list === 'string' ? served(list) : list }, ports);
