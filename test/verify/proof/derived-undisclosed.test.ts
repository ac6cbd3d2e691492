/** What a derived proof keeps back, and what is said of that. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { deriveWith } from '../../build/derived.ts';
import { badge } from '../../build/issue.ts';
import { credentialOf } from '../../fake/closed-world.ts';
import { fakePorts } from '../../fake/ports.ts';

describe('a derived proof of bbs-2023', () => {
  const told = async (selective: readonly string[]) => {
    const { proof, undisclosed } = await checkSecuring(
      credentialOf((await deriveWith('bbs-2023', badge, { selective })) as JsonObject),
      fakePorts(),
    );
    return { state: proof.state, undisclosed: proof.facts?.undisclosed, mayHide: undisclosed };
  };

  it('that shows everything keeps nothing back, and says so', async () => {
    const all = ['/id', '/type', '/name', '/credentialSubject'];
    expect(await told(all)).toEqual({ state: 'passed', undisclosed: 0, mayHide: undefined });
  });

  it('that hides statements among those that it shows holds, and may hide the end and the status', async () => {
    const { state, undisclosed, mayHide } = await told(['/credentialSubject/achievement/name']);
    expect([state, mayHide]).toEqual(['passed', { dates: true, status: true }]);
    expect(undisclosed).toBeGreaterThan(5);
  });
});
