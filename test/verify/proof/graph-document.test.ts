/** What may stand in a document whose graph is signed, and where it could be read otherwise than it was signed. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { achievementOf, DID, proofOf, toldOf, withAchievement } from './hand-signed.ts';
import { badge, issueFor, issueWith, proofSaid } from './issue.ts';

const signed = await issueWith('eddsa-rdfc-2022');

describe('a document under a proof of its graph', () => {
  it('may have nothing in a list', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const tag = [null, 'mathematics', 'analysis'];
    expect((await toldOf(withAchievement(credential, { tag }))).proof).toBe('passed');
  });

  it('is looked through to the last member of each list', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const [first, second] = achievementOf(credential).alignment as readonly [JsonObject, JsonObject];
    const { targetName, ...rest } = second;
    const name = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#targetName';
    const alignment = [first, { ...rest, [name]: targetName ?? '' }];
    expect((await toldOf(withAchievement(credential, { alignment }))).proof).toMatch(
      /^failed record-rearranged \/credentialSubject\/achievement\/alignment\/1\//,
    );
  });

  it.each([
    ['a language of no value', { '@language': 'en' }, '@language'],
    ['a value with more than its language', { '@value': 'x', '@language': 'en', '@index': 'y' }, '@index'],
  ])('has no place for %s', async (_, value, name) => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    expect((await toldOf(withAchievement(credential, { description: value }))).proof).toBe(
      `failed record-rearranged /credentialSubject/achievement/description/${name}`,
    );
  });

  it('without an id repeats none where another has none either', async () => {
    const { id: _, ...nameless } = badge(DID);
    const signed = { ...nameless, proof: proofOf((await issueFor('eddsa-rdfc-2022')).credential) };
    const { proof } = await toldOf(withAchievement(signed, { id: null }));
    expect(proof).not.toContain('record-ambiguous');
  });

  it('whose contexts stand in a list in a list is not called changed', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const nested = { ...credential, '@context': [credential['@context'] ?? []] as never };
    expect((await toldOf(nested)).proof).not.toContain('record-rearranged');
  });
});

describe('a text with a language', () => {
  const of = async (name: JsonObject) => {
    const { credential } = await issueFor('eddsa-rdfc-2022', {
      credentialOf: (issuer) => ({ ...badge(issuer), name }) as JsonObject,
    });
    return proofSaid(credential);
  };

  it('may be written with the keywords for it, and a bare value may not', async () => {
    expect(await of({ '@value': 'Analysis', '@language': 'en' })).toBe('passed');
    expect(await of({ '@value': 'Analysis', '@direction': 'ltr' })).toBe('passed');
    expect(await of({ '@value': 'Analysis', '@language': 'en', '@direction': 'ltr' })).toBe('passed');
    expect(await of({ '@value': 'Analysis' })).toBe('failed record-rearranged');
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

it('an object that goes by the credential’s own id is not judged: its members could have been the credential’s', async () => {
  const subject = signed.credentialSubject as JsonObject;
  const again = (more: JsonObject): JsonObject => ({
    ...signed,
    credentialSubject: { ...subject, seeAlso: { id: String(signed.id), ...more } },
  });
  expect(await proofSaid(again({ validUntil: '2020-01-01T00:00:00Z' }))).toMatch(/record-ambiguous$/);
  expect(await proofSaid(again({ type: ['Evidence'] }))).not.toMatch(/record-ambiguous$/);
});
