import { describe, expect, it } from 'vitest';
import { asRecognised } from '../../src/present/as-recognised.ts';
import { problem } from '../../src/problem.ts';
import { judge } from '../../src/verify/judge.ts';
import { failed, type Outcomes, warned } from '../../src/verify/report.ts';
import { item } from '../ui/made-up-items.ts';

const judged = (outcomes: Partial<Outcomes>) => {
  const shown = item({ key: 'a', verdict: {}, issuer: { rung: 'domain', recognisedBy: [] }, outcomes });
  return { ...shown, verdict: judge(shown.report) };
};
const unknown = { 'issuer-trust': warned(problem('issuer-unknown')) };

describe('a badge as readers see it who know its issuer', () => {
  it('is confirmed where only the recognition was missing', () => {
    const before = judged(unknown);
    expect(before.verdict.standing).toBe('unrecognised');
    expect(asRecognised(before).verdict).toMatchObject({
      status: before.verdict.status,
      standing: 'verified',
    });
  });

  it.each([
    ['it failed', { proof: failed(problem('signature-invalid')) }],
    ['it was revoked', { revocation: failed(problem('revoked')) }],
    [
      'the issuer looks like another',
      {
        'issuer-trust': { ...warned(problem('issuer-unknown')), others: [problem('issuer-look-alike')] },
      },
    ],
    ['the page says something else', { 'page-claim': warned(problem('claim-title-differs')) }],
  ])('stays as it is where %s', (_why, outcomes) => {
    const before = judged({ ...unknown, ...outcomes });
    expect(asRecognised(before)).toBe(before);
  });
});
