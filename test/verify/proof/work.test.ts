import { describe, expect, it } from 'vitest';
import { createWork, documentAllowance } from '../../../src/verify/proof/work.ts';

/** More than half of what one credential may cost. */
const HEAVY = 400_000;

describe('what may be spent on proofs', () => {
  it('ends for one credential, and begins anew for the next', () => {
    const first = createWork();
    expect([first.spend(HEAVY), first.spend(HEAVY)]).toEqual([true, false]);
    expect(createWork().spend(HEAVY)).toBe(true);
  });

  it('ends for all the credentials of one document together', () => {
    const document = documentAllowance();
    const spent = Array.from({ length: 8 }, () => createWork(document).spend(HEAVY));
    expect(spent).toEqual([true, true, true, true, true, true, false, false]);
  });
});
