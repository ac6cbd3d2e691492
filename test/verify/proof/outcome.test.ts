/** Malformed is the word for what the record itself brought. What it only names is never called so. */
import { describe, expect, it } from 'vitest';
import { natureOf, PROBLEMS, type ProblemCode, problem } from '../../../src/problem.ts';
import { outcomeOf } from '../../../src/verify/proof/outcome.ts';
import { CLASS, ISSUER, servers } from '../../build/hosted-badge.ts';
import { home, KEY, signed } from '../../build/signed-ob2.ts';
import { verifyBadge, verifySigned } from './told.ts';

const BROKEN = { body: '{"type": ' } as const;

describe('what a problem means for a proof', () => {
  it.each(Object.keys(PROBLEMS) as ProblemCode[])(
    'is a failure for %s only where it speaks of the record',
    (code) => {
      const damning = ['disproved', 'malformed', 'revoked'].includes(natureOf(problem(code)));
      expect(outcomeOf(problem(code)).state).toBe(damning ? 'failed' : 'inconclusive');
    },
  );
});

describe('a document that is no JSON', () => {
  it('leaves a signed badge open where it is the profile of its issuer', async () => {
    const { stateOf, verdict } = await verifySigned(home({ [ISSUER]: BROKEN }));
    expect(stateOf('proof')).toBe('inconclusive issuer-unreachable');
    expect(verdict.status).toBe('unreachable');
  });

  it('leaves a signed badge open where it is the key', async () => {
    const { stateOf } = await verifySigned(home({ [KEY]: BROKEN }));
    expect(stateOf('proof')).toBe('inconclusive key-unresolvable');
  });

  it('leaves a signed badge open where it is the class', async () => {
    const { stateOf } = await verifySigned(home({ [CLASS]: BROKEN }), signed({ badge: CLASS }));
    expect(stateOf('proof')).toBe('inconclusive badge-class-unreachable');
  });

  it('leaves a hosted badge open where it is the class or the profile', async () => {
    expect((await verifyBadge({ documents: servers({ [CLASS]: BROKEN }) })).stateOf('proof')).toBe(
      'inconclusive badge-class-unreachable',
    );
    const documents = servers({ [ISSUER]: BROKEN });
    expect((await verifyBadge({ documents })).stateOf('key-binding')).toBe('inconclusive issuer-unreachable');
  });
});
