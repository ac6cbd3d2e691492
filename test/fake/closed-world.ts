/** A credential verified, or a file inspected, with nothing but the documents that a test gives. */
import type { Credential } from '../../src/credential/model.ts';
import { readCredential } from '../../src/credential/read.ts';
import { inspectDocument } from '../../src/inspect.ts';
import type { Item } from '../../src/item.ts';
import type { JsonObject } from '../../src/json.ts';
import { judge } from '../../src/verify/judge.ts';
import type { VerifyPorts } from '../../src/verify/ports.ts';
import type { CheckId, Report, Verdict } from '../../src/verify/report.ts';
import { verify } from '../../src/verify/verify.ts';
import { fileOf } from '../build/file.ts';
import { type FakeDocument, fakeNet } from './net.ts';
import { fakePorts, NOW } from './ports.ts';

type Written = Readonly<Record<string, unknown>> | string;

interface World {
  /** What answers, by address. Everything else is unreachable. */
  readonly documents?: Readonly<Record<string, FakeDocument>>;
  /** Ports other than those of `fakePorts`. A net of its own stands in place of `documents`. */
  readonly ports?: Partial<VerifyPorts>;
}

export interface ClosedWorld extends World {
  /** What is verified: read already, or as JSON or a token. */
  readonly credential: Credential | Written;
  /** The address that served it, if any did. */
  readonly retrievedFrom?: string | null;
  /** 1 for an endorsement of another credential. */
  readonly depth?: number;
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
  depth = 0,
  documents = {},
  ports = {},
}: ClosedWorld): Promise<Verified> {
  const net = fakeNet(documents, NOW);
  const read = isRead(credential) ? credential : credentialOf(credential, retrievedFrom);
  const { report, record } = await verify(
    { credential: read, claim: null, depth },
    fakePorts({ net, ...ports }),
  );
  const stateOf = (id: CheckId): string => {
    const { state, problem } = report.outcomes[id];
    return problem ? `${state} ${problem.code}` : state;
  };
  return { report, record, verdict: judge(report), stateOf, asked: net.asked };
}

/** Every row of a file that a reader hands over. */
export const inspectInClosedWorld = (
  file: Written | readonly unknown[],
  { documents = {}, ports = {} }: World = {},
): Promise<readonly Item[]> =>
  inspectDocument(fileOf(file), fakePorts({ net: fakeNet(documents, NOW), ...ports }));

/** A test's own credential, read. */
export function credentialOf(written: Written, retrievedFrom: string | null = null): Credential {
  const read = readCredential(written as JsonObject | string, retrievedFrom);
  if (!read.ok) throw new Error(`the test's own credential is not read: ${read.problem.code}`);
  return read.value;
}
