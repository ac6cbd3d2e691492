/** Where a code decides, and where it only stands beside something else. */
import { describe, expect, it } from 'vitest';
import { type ProblemCode, problem } from '../../src/problem.ts';
import { judge } from '../../src/verify/judge.ts';
import {
  type CheckId,
  type CheckState,
  type Outcome,
  outcomesFrom,
  type Report,
} from '../../src/verify/report.ts';
import { NO_ISSUER } from '../../src/verify/unresolved.ts';
import { NOW } from '../fake/ports.ts';

const told = (state: CheckState, code?: ProblemCode, cause?: ProblemCode): Outcome => ({
  state,
  ...(code && { problem: problem(code, { ...(cause && { cause: problem(cause) }) }) }),
});
const verdictOf = (changes: Partial<Record<CheckId, Outcome>>) =>
  judge({
    credential: { format: 'ob3', securing: 'embedded' } as Report['credential'],
    outcomes: outcomesFrom((id) => changes[id] ?? { state: 'passed' }),
    issuer: { ...NO_ISSUER, rung: 'recognised' },
    holder: { state: 'not-checkable' },
    contacted: [],
    at: NOW,
  });

describe('a code that decides', () => {
  it.each<[CheckId, CheckState, ProblemCode]>([
    ['issuer-trust', 'warned', 'suspended'],
    ['page-claim', 'failed', 'holder-mismatch'],
    ['endorsements', 'warned', 'expired'],
    ['refresh', 'inconclusive', 'expired'],
    ['key-binding', 'warned', 'other-proof-failed'],
    ['conformance', 'warned', 'not-yet-valid'],
  ])('decides nothing beside its own check: %s %s %s', (id, state, code) => {
    expect(verdictOf({ [id]: told(state, code) }).status).toBe('signature-verified');
  });

  it('tells of a suspension that was found out, whatever became of the proof', () => {
    const revocation = told('warned', 'suspended');
    expect(verdictOf({ revocation, proof: told('inconclusive', 'timeout') })).toMatchObject({
      status: 'revoked',
      standing: 'caution',
      reason: 'suspended',
    });
  });

  it('tells of a second proof that fails also where the key of the first is open', () => {
    const changes = {
      proof: told('warned', 'other-proof-failed'),
      'key-binding': told('inconclusive', 'timeout'),
    };
    expect(verdictOf(changes)).toMatchObject({ status: 'failed', reason: 'other-proof-failed' });
  });
});

describe('the reason', () => {
  it.each<ProblemCode>(['private-record', 'wallet-bound', 'permission-needed'])(
    'is %s where that lies behind what could not be reached: the reader can do something about it',
    (cause) => {
      expect(verdictOf({ proof: told('inconclusive', 'key-unresolvable', cause) })).toMatchObject({
        status: 'not-checked',
        reason: cause,
      });
    },
  );

  it('of a report that is neither good nor bad is the first thing that was found out', () => {
    const changes = { proof: told('not-applicable'), 'issuer-trust': told('warned', 'issuer-unknown') };
    expect(verdictOf(changes)).toMatchObject({ status: 'not-checked', reason: 'issuer-unknown' });
    expect(verdictOf({ proof: told('not-applicable') }).reason).toBe(null);
  });
});
