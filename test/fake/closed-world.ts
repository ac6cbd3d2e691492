/** One credential verified with nothing but the documents that a test gives. Everything else is unreachable. */
import type { Credential } from '../../src/credential/model.ts';
import { readCredential } from '../../src/credential/read.ts';
import type { JsonObject } from '../../src/json.ts';
import { judge } from '../../src/verify/judge.ts';
import type { VerifyPorts } from '../../src/verify/ports.ts';
import type { CheckId, Report, Verdict } from '../../src/verify/report.ts';
import { verify } from '../../src/verify/verify.ts';
import { type FakeDocument, fakeNet } from './net.ts';
import { fakePorts, NOW } from './ports.ts';

export interface ClosedWorld {
  /** What is verified: read already, or as JSON or a token. */
  readonly credential: Credential | JsonObject | string;
  /** The address that served it, if any did. */
  readonly retrievedFrom?: string | null;
  readonly documents?: Readonly<Record<string, FakeDocument>>;
  /** Ports other than those of `fakePorts`. A net of its own stands in place of `documents`. */
  readonly ports?: Partial<VerifyPorts>;
}

export interface Verified {
  readonly report: Report;
  readonly verdict: Verdict;
  readonly record: Credential;
  /** State and code of one check: `failed key-not-bound`. */
  readonly stateOf: (id: CheckId) => string;
  /** Every address that was asked for, in order. */
  readonly asked: readonly string[];
}

const isRead = (credential: ClosedWorld['credential']): credential is Credential =>
  typeof credential === 'object' && 'source' in credential && 'securing' in credential;

/** Rejects where the test's own credential cannot be read. */
export async function verifyInClosedWorld({
  credential,
  retrievedFrom = null,
  documents = {},
  ports = {},
}: ClosedWorld): Promise<Verified> {
  const net = fakeNet(documents, NOW);
  const { report, record } = await verify(
    { credential: isRead(credential) ? credential : readIt(credential, retrievedFrom), claim: null },
    fakePorts({ net, ...ports }),
  );
  const stateOf = (id: CheckId): string => {
    const { state, problem } = report.outcomes[id];
    return problem ? `${state} ${problem.code}` : state;
  };
  return { report, record, verdict: judge(report), stateOf, asked: net.asked };
}

function readIt(document: JsonObject | string, retrievedFrom: string | null): Credential {
  const read = readCredential(document, retrievedFrom);
  if (!read.ok) throw new Error(`the test's own credential is not read: ${read.problem.code}`);
  return read.value;
}
