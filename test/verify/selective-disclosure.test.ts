/** What the holder of a selectively disclosed credential keeps back may be its end or its status: the reader is told. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { type DerivingSuite, deriveWith, type Pointers } from '../build/derived.ts';
import { badge } from '../build/issue.ts';
import { statusEntry } from '../build/status-list.ts';
import { verifyInClosedWorld } from '../fake/closed-world.ts';
import { knowingAll, NOW } from '../fake/ports.ts';

const LIST = 'https://university.example/status/1';
const withStatus = (issuer: string): JsonObject => ({
  ...badge(issuer),
  credentialStatus: statusEntry(LIST, 7, 'revocation') as JsonObject,
});
const SUBJECT = ['/issuer', '/credentialSubject/id'];
const DATES = ['/validFrom', '/validUntil'];
/** All that Open Badges 3.0 demands; what is optional is kept back. */
const SHOWN = [
  '/id',
  '/name',
  '/credentialSubject/type',
  ...['id', 'type', 'name', 'description', 'criteria'].map(
    (name) => `/credentialSubject/achievement/${name}`,
  ),
];

/** Everybody is recognised here, so that whatever keeps a credential from `verified` is what was hidden. */
const ports = knowingAll;

async function told(suite: DerivingSuite, pointers: Pointers, of = badge) {
  const derived = (await deriveWith(suite, of, pointers)) as JsonObject;
  const { report, verdict } = await verifyInClosedWorld({ credential: derived, ports });
  const stateOf = (id: 'proof' | 'revocation' | 'validity-period') => {
    const { state, problem } = report.outcomes[id];
    return problem ? `${state} ${problem.code} ${problem.at ?? ''}` : state;
  };
  return { derived, report, verdict, stateOf, facts: report.outcomes.proof.facts ?? {} };
}

describe.each<DerivingSuite>(['ecdsa-sd-2023', 'bbs-2023'])('a proof derived by %s', (suite) => {
  it('that keeps the end of validity back is no more than a caution, and says why', async () => {
    const { derived, stateOf, verdict } = await told(suite, {
      mandatory: [...SUBJECT, '/validFrom'],
      selective: SHOWN,
    });
    expect(derived).not.toHaveProperty('validUntil');
    expect(stateOf('proof')).toBe('passed');
    expect(stateOf('validity-period')).toBe('warned statements-hidden /validUntil');
    expect(verdict).toMatchObject({
      status: 'signature-verified',
      standing: 'caution',
      reason: 'statements-hidden',
    });
  });

  it('that shows its dates may still keep a status back', async () => {
    const { stateOf, verdict } = await told(suite, { mandatory: [...SUBJECT, ...DATES], selective: SHOWN });
    expect(stateOf('validity-period')).toBe('passed');
    expect(stateOf('revocation')).toBe('warned statements-hidden /credentialStatus');
    expect(verdict.standing).toBe('caution');
  });

  it('that keeps a status back is never said to have none', async () => {
    const { derived, stateOf } = await told(
      suite,
      { mandatory: [...SUBJECT, ...DATES], selective: SHOWN },
      withStatus,
    );
    expect(derived).not.toHaveProperty('credentialStatus');
    expect(stateOf('revocation')).toBe('warned statements-hidden /credentialStatus');
  });

  it('whose issuer has one status always shown may hide another', async () => {
    const two = (issuer: string): JsonObject => {
      const one = withStatus(issuer).credentialStatus as JsonObject;
      return { ...badge(issuer), credentialStatus: [one, { ...one, id: `${LIST}#8`, statusListIndex: '8' }] };
    };
    const mandatory = [...SUBJECT, ...DATES, '/credentialStatus/0'];
    const { derived, report } = await told(suite, { mandatory, selective: SHOWN }, two);
    expect(JSON.stringify(derived)).not.toContain(`${LIST}#8`);
    const { problem, others = [] } = report.outcomes.revocation;
    expect([problem, ...others].map((each) => each?.code)).toEqual([
      'status-list-unreachable',
      'statements-hidden',
    ]);
  });

  it('whose holder chose to show a status may have another', async () => {
    const { report } = await told(
      suite,
      { mandatory: [...SUBJECT, ...DATES], selective: [...SHOWN, '/credentialStatus'] },
      withStatus,
    );
    const { problem, others = [] } = report.outcomes.revocation;
    expect([problem, ...others].map((each) => each?.code)).toEqual([
      'status-list-unreachable',
      'statements-hidden',
    ]);
  });

  it('that keeps back what the format demands is not called malformed for it', async () => {
    const { report, verdict } = await told(suite, {
      mandatory: [...SUBJECT, ...DATES],
      selective: SHOWN.filter((at) => !at.endsWith('/criteria')),
    });
    expect(report.outcomes.conformance).toMatchObject({
      state: 'warned',
      problem: { code: 'statements-hidden', at: '/credentialSubject/achievement/criteria' },
    });
    expect(verdict.status).toBe('signature-verified');
  });

  it('that hides an end that is past does not know it, and does not say it holds for certain', async () => {
    const past = (issuer: string) => ({ ...badge(issuer), validUntil: '2026-02-01T00:00:00Z' });
    expect(Date.parse('2026-02-01T00:00:00Z')).toBeLessThan(NOW);
    const { verdict } = await told(suite, { mandatory: SUBJECT, selective: SHOWN }, past);
    expect(verdict.standing).toBe('caution');
    const open = await told(suite, { mandatory: [...SUBJECT, ...DATES], selective: SHOWN }, past);
    expect(open.verdict.status).toBe('expired');
  });
});

describe('how much is kept back', () => {
  const everything = {
    mandatory: SUBJECT,
    selective: ['/@context', '/type', '/id', ...DATES, '/name', '/issuer', '/credentialSubject'],
  };

  it('is known of bbs-2023: where it is nothing, nothing is held against it', async () => {
    const { facts, stateOf, verdict } = await told('bbs-2023', everything);
    expect(facts).toMatchObject({ undisclosed: 0 });
    expect(stateOf('revocation')).toBe('not-applicable');
    expect(stateOf('validity-period')).toBe('passed');
    expect(verdict.standing).toBe('verified');
  });

  it('is not known of ecdsa-sd-2023', async () => {
    const { facts, stateOf } = await told('ecdsa-sd-2023', everything);
    expect(facts).toMatchObject({ undisclosed: null });
    expect(stateOf('revocation')).toBe('warned statements-hidden /credentialStatus');
  });
});
