import { describe, expect, it } from 'vitest';
import { problem } from '../../src/problem.ts';
import { CHECKS } from '../../src/verify/checks.ts';
import { readCredentialText } from '../../src/verify/credential-text.ts';
import type { Inquiry } from '../../src/verify/inquiry.ts';
import { failed, inconclusive, notApplicable, passed, warned } from '../../src/verify/report.ts';

describe('what a record names', () => {
  const blocked = (proof: object) =>
    CHECKS.filter(
      ({ blockedBy }) => blockedBy({ outcomes: { proof } } as unknown as Inquiry) === 'proof',
    ).map(({ id }) => id);

  it('is asked for after a proof that holds, and not where nobody could say', () => {
    expect(blocked(passed())).toEqual([]);
    expect(blocked(warned(problem('other-proof-failed')))).toEqual([]);
    expect(blocked(inconclusive(problem('no-proof')))).toEqual(['revocation', 'endorsements']);
  });
});

it('a presentation in the place of a credential asserts nothing', async () => {
  const context = ['https://www.w3.org/ns/credentials/v2'];
  const whole = { '@context': context, type: ['VerifiablePresentation'], holder: 'did:example:ann' };
  const read = await readCredentialText(JSON.stringify(whole), 'https://a.example/');
  expect(read).toMatchObject({ ok: false, problem: { code: 'answer-not-understood' } });
});

it('an outcome without facts has no member for them', () => {
  const trouble = problem('no-proof');
  for (const outcome of [passed(), notApplicable(), warned(trouble), failed(trouble), inconclusive(trouble)])
    expect(outcome).not.toHaveProperty('facts');
});
