import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { DID, proofOf, sign } from '../../build/hand-signed.ts';
import { badge, issueFor } from '../../build/issue.ts';
import { toldOf } from './told.ts';

describe('a signature that does not hold', () => {
  const explained = async (document: JsonObject, explain = true) =>
    (await toldOf(document, { explain })).facts?.signing as JsonObject | undefined;

  it('is laid open where that is asked for, as it was made', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const forged = { ...credential, name: 'Analysis II' };
    expect(await explained(forged)).toMatchObject({ canonicalisation: 'RDFC-1.0' });
    expect(await explained(forged, false)).toBeUndefined();
    const proof = { ...proofOf(credential), proofValue: 'z2' };
    expect(await explained({ ...credential, proof })).toBeUndefined();
  });

  it('over JSON itself is laid open under the contexts of its proof', async () => {
    const contexts = badge(DID)['@context'] as readonly string[];
    const signed = await sign(badge(DID), 'eddsa-jcs-2022', { '@context': contexts.slice(0, 2) });
    const signing = await explained({ ...signed, name: 'Analysis II' });
    expect(signing?.canonicalisation).toBe('JCS');
    expect(JSON.parse(String(signing?.document))['@context']).toEqual(contexts.slice(0, 2));
  });
});
