import { describe, expect, it } from 'vitest';
import { credentialBudget, documentBudget } from '../../src/json-ld/work-budget.ts';

/** More than half of what one credential may cost. */
const HEAVY = 400_000;

describe('what may be spent on proofs', () => {
  it('ends for one credential, and begins anew for the next', () => {
    const first = credentialBudget();
    expect([first.spend(HEAVY), first.spend(HEAVY)]).toEqual([true, false]);
    expect(credentialBudget().spend(HEAVY)).toBe(true);
  });

  it('ends for all the credentials of one document together', () => {
    const document = documentBudget();
    const spent = Array.from({ length: 8 }, () => credentialBudget(document).spend(HEAVY));
    expect(spent).toEqual([true, true, true, true, true, true, false, false]);
  });
});
