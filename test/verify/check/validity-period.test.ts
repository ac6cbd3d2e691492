import { describe, expect, it } from 'vitest';
import { readDate } from '../../../src/credential/date.ts';
import type { Credential } from '../../../src/credential/model.ts';
import { checkValidityPeriod } from '../../../src/verify/check/validity-period.ts';
import { createJwtIssuer } from '../../build/jwt-issuer.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';
import { fakePorts } from '../../fake/ports.ts';

/** The tests' clock stands at 2026-11-23T00:00:00Z. */
function ask(dates: { from?: string | number; until?: string | number; issued?: string }) {
  const record = {
    validFrom: readDate(dates.from),
    validUntil: readDate(dates.until),
    issued: readDate(dates.issued),
  } as unknown as Credential;
  const { outcome } = checkValidityPeriod({ record, ports: fakePorts() });
  return [
    outcome.state,
    ...[outcome.problem, ...(outcome.others ?? [])].flatMap((one) => (one ? [one.code] : [])),
  ];
}

describe('pitfall 15: instants are compared, never texts', () => {
  it.each<[string, Parameters<typeof ask>[0], readonly string[]]>([
    ['no dates', {}, ['passed']],
    ['within', { from: '2026-01-01T00:00:00Z', until: '2027-01-01T00:00:00Z' }, ['passed']],
    ['until this very moment', { until: '2026-11-23T00:00:00Z' }, ['passed']],
    ['until a second ago', { until: '2026-11-22T23:59:59Z' }, ['failed', 'expired']],
    ['from this very moment', { from: '2026-11-23T00:00:00Z' }, ['passed']],
    ['from a second later', { from: '2026-11-23T00:00:01Z' }, ['failed', 'not-yet-valid']],
    [
      'a later text that is an earlier instant',
      { until: '2026-11-23T01:00:00+05:00' },
      ['failed', 'expired'],
    ],
    ['an earlier text that is a later instant', { until: '2026-11-22T22:00:00-05:00' }, ['passed']],
    ['without a zone', { until: '2026-11-22T23:00:00' }, ['failed', 'expired']],
    ['until today, a date alone', { until: '2026-11-23' }, ['passed']],
    ['until the day that ends this very moment, a date alone', { until: '2026-11-22' }, ['passed']],
    ['until yesterday, a date alone', { until: '2026-11-21' }, ['failed', 'expired']],
    ['Unix seconds', { until: 1700000000 }, ['failed', 'expired']],
    ['24:00 of yesterday', { until: '2026-11-22T24:00:00Z' }, ['passed']],
    ['a leap second', { until: '2016-12-31T23:59:60Z' }, ['failed', 'expired']],
    [
      'issued in the future without a validFrom',
      { issued: '2040-01-01T00:00:00Z' },
      ['failed', 'not-yet-valid'],
    ],
    [
      'over before it begins',
      { from: '2040-01-01T00:00:00Z', until: '2020-01-01T00:00:00Z' },
      ['failed', 'expired', 'not-yet-valid'],
    ],
    ['an end that names no instant', { until: 'next year' }, ['inconclusive', 'date-malformed']],
    ['an end on 31 April', { until: '2027-04-31T00:00:00Z' }, ['inconclusive', 'date-malformed']],
    [
      'an unreadable start and an end that is past',
      { from: 'x', until: '2020-01-01T00:00:00Z' },
      ['failed', 'expired'],
    ],
  ])('%s', (_what, dates, expected) => {
    expect(ask(dates)).toEqual(expected);
  });
});

it.each([
  ['2026-11-24T09:59:59Z', '2026-11-25', 'failed'],
  ['2026-11-24T10:00:00Z', '2026-11-25', 'passed'],
  ['2026-11-24T23:00:00Z', '2026-11-25T00:00:00', 'failed'],
])('at %s, what was issued on %s has begun where that day has begun in any zone: %s', (at, issued, state) => {
  const clock = { now: () => Date.parse(at) };
  const record = { issued: readDate(issued), validFrom: null, validUntil: null };
  expect(checkValidityPeriod({ record, ports: { clock } }).outcome.state).toBe(state);
});

it('an end in Unix seconds is told as the date that it is', () => {
  const record = { issued: null, validFrom: null, validUntil: readDate(1_400_000_000) };
  const { outcome } = checkValidityPeriod({ record, ports: fakePorts() });
  expect(outcome.problem?.params).toEqual({ date: '2014-05-13T16:53:20.000Z' });
});

describe('a credential of VCDM 1.1 with two beginnings', () => {
  const [PAST, AHEAD] = ['2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z'];
  it.each([
    [AHEAD, PAST, 'failed not-yet-valid'],
    [PAST, AHEAD, 'failed not-yet-valid'],
    [PAST, '2021-01-01T00:00:00Z', 'passed'],
  ])('issued %s and valid from %s is valid from the later', async (issuanceDate, validFrom, expected) => {
    const issuer = await createJwtIssuer();
    const vc = {
      '@context': ['https://www.w3.org/2018/credentials/v1'],
      type: ['VerifiableCredential'],
      issuer: issuer.did,
      issuanceDate,
      validFrom,
      credentialSubject: { id: 'did:example:ann' },
    };
    const credential = await issuer.sign({ iss: issuer.did, vc }, { typ: 'JWT' });
    const { stateOf, record } = await verifyInClosedWorld({ credential });
    expect(stateOf('validity-period')).toBe(expected);
    expect(record.issued?.text).toBe(validFrom);
  });
});

describe('what the holder shows in part', () => {
  const told = (dates: { validFrom?: string; validUntil?: string; issued?: string }, kept: boolean) => {
    const record = {
      validFrom: readDate(dates.validFrom),
      validUntil: readDate(dates.validUntil),
      issued: readDate(dates.issued),
    } as unknown as Credential;
    const undisclosed = { dates: kept, status: false };
    const { outcome } = checkValidityPeriod({ record, ports: fakePorts(), undisclosed });
    return outcome.problem ? `${outcome.state} ${outcome.problem.code} ${outcome.problem.at}` : outcome.state;
  };
  const [validFrom, validUntil] = ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'];

  it('may keep back its end or its beginning, whichever is not there', () => {
    expect(told({ validFrom }, true)).toBe('warned statements-hidden /validUntil');
    expect(told({ validUntil }, true)).toBe('warned statements-hidden /validFrom');
    expect(told({ validUntil, issued: validFrom }, true)).toBe('warned statements-hidden /validFrom');
  });

  it('keeps nothing back where both are there, or dates cannot be kept back', () => {
    expect(told({ validFrom, validUntil }, true)).toBe('passed');
    expect(told({ validFrom }, false)).toBe('passed');
  });
});
