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

describe('a record that is its issuer’s and lacks only the form of its standard', () => {
  const conformance = (code: ProblemCode, ...others: readonly ProblemCode[]): Outcome => ({
    ...told('failed', code),
    others: others.map((each) => problem(each)),
  });

  it.each<[string, Outcome]>([
    ['an id', conformance('member-missing')],
    ['a well-formed member', conformance('member-malformed', 'member-missing')],
    ['a date', conformance('date-malformed')],
    ['an id, which its schema demands too', conformance('member-missing', 'schema-violated')],
    ['an id, and whose schema cannot be had', conformance('member-missing', 'schema-unavailable')],
    ['an id, and is odd besides', conformance('member-missing', 'reference-dangling')],
  ])('has failed with its reason, and asks for caution: without %s', (_, outcome) => {
    expect(verdictOf({ conformance: outcome })).toMatchObject({
      status: 'failed',
      standing: 'caution',
      reason: outcome.problem?.code,
    });
  });

  it.each<[string, Partial<Record<CheckId, Outcome>>]>([
    ['whose key is open', { 'key-binding': told('inconclusive', 'timeout') }],
    ['whose proof is open', { proof: told('inconclusive', 'no-proof') }],
    ['that is revoked', { revocation: told('failed', 'revoked') }],
    ['whose second proof is broken', { proof: told('failed', 'signature-invalid') }],
    ['that contradicts itself', { conformance: conformance('member-missing', 'claims-contradict') }],
    ['of a kind that nobody knows', { conformance: conformance('type-unknown', 'member-missing') }],
    ['that only its schema refuses', { conformance: conformance('schema-violated') }],
  ])('is not one %s', (_, changes) => {
    const verdict = verdictOf({ conformance: conformance('member-missing'), ...changes });
    expect(verdict).toMatchObject({ status: 'failed', standing: 'failed' });
  });

  it('asks for caution also where it is suspended or has ended', () => {
    for (const changes of [
      { revocation: told('warned', 'suspended') },
      { 'validity-period': told('failed', 'expired') },
    ])
      expect(verdictOf({ conformance: conformance('member-missing'), ...changes })).toMatchObject({
        status: 'failed',
        standing: 'caution',
      });
  });
});

describe('of several reasons for one status', () => {
  it.each<[CheckId, ProblemCode]>([
    ['proof', 'signature-invalid'],
    ['key-binding', 'key-not-bound'],
  ])('the %s leads before the form', (id, code) => {
    const changes = { conformance: told('failed', 'member-missing'), [id]: told('failed', code) };
    expect(verdictOf(changes)).toMatchObject({ status: 'failed', reason: code });
  });
});
