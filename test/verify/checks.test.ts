/** Which question waits for which answer. */
import { describe, expect, it } from 'vitest';
import { problem } from '../../src/problem.ts';
import { CHECKS } from '../../src/verify/checks.ts';
import type { Inquiry } from '../../src/verify/inquiry.ts';
import { type CheckId, type CheckState, inconclusive, passed, warned } from '../../src/verify/report.ts';

const blocked = (proof: CheckState, keyBinding: CheckState, id: CheckId) =>
  CHECKS.find((check) => check.id === id)?.blockedBy({
    outcomes: { proof: { state: proof }, 'key-binding': { state: keyBinding } },
    hosting: null,
  } as unknown as Inquiry);

describe('a question', () => {
  it.each<CheckId>(['revocation', 'validity-period', 'holder', 'endorsements', 'page-claim'])(
    'about %s is not put to a record that is disproved, by its proof or by its key',
    (id) => {
      expect(blocked('failed', 'not-run', id)).toBe('proof');
      expect(blocked('passed', 'failed', id)).toBe('key-binding');
      expect(blocked('warned', 'failed', id)).toBe('key-binding');
      expect(blocked('passed', 'passed', id)).toBe(null);
    },
  );

  it.each<CheckId>(['revocation', 'endorsements'])('about %s is put to nobody without a proof', (id) => {
    for (const open of ['inconclusive', 'not-run', 'not-applicable'] as const)
      expect(blocked(open, 'not-run', id)).toBe('proof');
  });

  it.each<CheckId>(['validity-period', 'holder', 'page-claim'])(
    'about %s is put also to what nobody signed: its own word may be told',
    (id) => {
      expect(blocked('inconclusive', 'not-run', id)).toBe(null);
    },
  );

  it('about the issuer is always put: a look-alike is told of before anything is proved', () => {
    for (const state of ['passed', 'failed', 'inconclusive', 'not-run'] as const)
      expect(blocked(state, state, 'issuer-trust')).toBe(null);
  });
});

describe('what a record names', () => {
  const waiting = (proof: object) =>
    CHECKS.filter(
      ({ blockedBy }) => blockedBy({ outcomes: { proof } } as unknown as Inquiry) === 'proof',
    ).map(({ id }) => id);

  it('is asked for after a proof that holds, and not where nobody could say', () => {
    expect(waiting(passed())).toEqual([]);
    expect(waiting(warned(problem('other-proof-failed')))).toEqual([]);
    expect(waiting(inconclusive(problem('no-proof')))).toEqual(['revocation', 'endorsements']);
  });
});
