/** Which question waits for which answer. */
import { describe, expect, it } from 'vitest';
import { problem } from '../../src/problem.ts';
import type { CheckContext } from '../../src/verify/check-context.ts';
import { CHECKS } from '../../src/verify/checks.ts';
import {
  CHECK_IDS,
  type CheckId,
  type CheckState,
  inconclusive,
  passed,
  warned,
} from '../../src/verify/report.ts';

const blocked = (proof: CheckState, keyBinding: CheckState, id: CheckId) =>
  CHECKS.find((check) => check.id === id)?.blockedBy({
    outcomes: { proof: { state: proof }, 'key-binding': { state: keyBinding } },
    hosting: null,
  } as unknown as CheckContext);

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
      ({ blockedBy }) =>
        blockedBy({ outcomes: { proof }, record: { refreshServices: [{}] } } as unknown as CheckContext) ===
        'proof',
    ).map(({ id }) => id);

  it('is asked for after a proof that holds, and not where nobody could say', () => {
    expect(waiting(passed())).toEqual([]);
    expect(waiting(warned(problem('other-proof-failed')))).toEqual([]);
    expect(waiting(inconclusive(problem('no-proof')))).toEqual(['refresh', 'revocation', 'endorsements']);
  });
});

describe('the list of checks', () => {
  it('has each check once, and tells of no two with the same rank', () => {
    expect(CHECKS.map(({ id }) => id).sort()).toEqual([...CHECK_IDS].sort());
    expect(new Set(CHECKS.map(({ rank }) => rank)).size).toBe(CHECKS.length);
  });

  it('settles which record is judged before anything is asked about it', () => {
    expect(CHECKS.slice(0, 3).map(({ id }) => id)).toEqual(['proof', 'key-binding', 'refresh']);
  });
});
