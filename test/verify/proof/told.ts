/** What is said of a proof: of an embedded one, of a hosted badge, of a signed badge of Open Badges 1 and 2. */
import { readStated } from '../../../src/credential/read.ts';
import type { JsonObject } from '../../../src/json.ts';
import type { Hosting } from '../../../src/ports.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import { checkEmbedded } from '../../../src/verify/proof/data-integrity.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { assertion, servers } from '../../build/hosted-badge.ts';
import { home, key, signed } from '../../build/signed-ob2.ts';
import { credentialOf, type Verified, verifyInClosedWorld } from '../../fake/closed-world.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { fakePorts } from '../../fake/ports.ts';

/** What is said of a document with embedded proofs. */
export async function toldOf(document: JsonObject, changes: Partial<VerifyPorts> = {}) {
  const credential = { ...readStated(document), source: { securing: 'embedded', document } as const };
  const securing = await checkEmbedded(credential, fakePorts(changes));
  const said = ({ state, problem }: (typeof securing)['proof']): string =>
    problem ? `${state} ${problem.code} ${problem.at ?? ''}`.trim() : state;
  return {
    proof: said(securing.proof),
    binding: said(securing.keyBinding),
    facts: securing.proof.facts,
    outcome: securing.proof,
  };
}

/** What is said of the proof of a credential, whatever secures it. */
export async function proofSaid(value: JsonObject): Promise<string> {
  const { proof } = await checkSecuring(credentialOf(value), fakePorts());
  return proof.problem ? `${proof.state} ${proof.problem.code}` : proof.state;
}

export interface Verifying {
  readonly copy?: JsonObject | string;
  readonly documents?: Record<string, FakeDocument>;
  readonly hosting?: Partial<Hosting>;
  readonly retrievedFrom?: string | null;
}

/** Verifies a copy in a world of servers, and tells what a test asks about. */
export const verifyBadge = ({
  copy = assertion(),
  documents = servers(),
  hosting,
  retrievedFrom = null,
}: Verifying): Promise<Verified> =>
  verifyInClosedWorld({
    credential: copy,
    retrievedFrom,
    documents,
    ports: { hosting: { ...fakePorts().hosting, ...hosting } },
  });

/** What comes of a signed badge of Open Badges 1 or 2 in a world of documents. */
export const verifySigned = async (documents = home(), payload = signed(), by = key): Promise<Verified> =>
  verifyBadge({ copy: await by.sign(payload), documents });
