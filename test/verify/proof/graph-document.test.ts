/** What may stand in a document whose graph is signed, and where it could be read otherwise than it was signed. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { withAchievement } from '../../build/hand-signed.ts';
import { badge, issueFor, issueWith } from '../../build/issue.ts';
import { proofSaid, toldOf } from './told.ts';

const signed = await issueWith('eddsa-rdfc-2022');

describe('a document under a proof of its graph', () => {
  it('may have nothing in a list', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const tag = [null, 'mathematics', 'analysis'];
    expect((await toldOf(withAchievement(credential, { tag }))).proof).toBe('passed');
  });
});

describe('a text with a language', () => {
  const of = async (name: JsonObject) => {
    const { credential } = await issueFor('eddsa-rdfc-2022', {
      credentialOf: (issuer) => ({ ...badge(issuer), name }) as JsonObject,
    });
    return proofSaid(credential);
  };

  it('may be written with the keywords for it', async () => {
    expect(await of({ '@value': 'Analysis', '@language': 'en' })).toBe('passed');
    expect(await of({ '@value': 'Analysis', '@direction': 'ltr' })).toBe('passed');
    expect(await of({ '@value': 'Analysis', '@language': 'en', '@direction': 'ltr' })).toBe('passed');
    expect(await of({ '@value': 'Analysis' })).toBe('passed');
  });
});

it('a member __proto__ that slipped past the reader is refused at any depth', async () => {
  const smuggled = (place: string) =>
    JSON.parse(
      JSON.stringify(signed).replace(`"${place}":{`, `"${place}":{"__proto__":{"name":"Evil"},`),
    ) as JsonObject;
  for (const place of ['credentialSubject', 'achievement', 'criteria'])
    expect(await proofSaid({ ...signed, ...smuggled(place) }), place).toMatch(/^failed /);
});
