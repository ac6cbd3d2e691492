/** What a proof says about itself: contexts, dates, purpose. */
import { describe, expect, it } from 'vitest';
import { DID, sign } from '../../build/hand-signed.ts';
import { badge } from '../../build/issue.ts';
import { NOW } from '../../fake/ports.ts';
import { toldOf } from './told.ts';

const V1 = 'https://www.w3.org/2018/credentials/v1';
const V2 = 'https://www.w3.org/ns/credentials/v2';

describe('a proof', () => {
  it('over contexts that do not define it holds under its suite’s own', async () => {
    const credential = {
      '@context': [V1, { name: 'https://schema.org/name' }] as never,
      type: ['VerifiableCredential'],
      issuer: DID,
      issuanceDate: '2026-01-15T00:00:00Z',
      credentialSubject: { id: 'did:example:learner', name: 'Ann' },
    };
    expect((await toldOf(await sign(credential, 'eddsa-rdfc-2022'))).proof).toBe('passed');
  });

  it.each(['2026-02-01T00:00:00', '2026-02-01T00:00:00.123456', '2026-02-01T00:00:00+0000'])(
    'made at %s is of a moment that can be read',
    async (created) => {
      for (const suite of ['eddsa-jcs-2022', 'eddsa-rdfc-2022']) {
        const { proof } = await toldOf(await sign(badge(DID), suite, { created }));
        expect(proof).toBe('passed');
      }
    },
  );

  it.each(['created', 'expires', 'previousProof'])('with a %s of null has none', async (name) => {
    for (const suite of ['eddsa-jcs-2022', 'eddsa-rdfc-2022']) {
      const { proof } = await toldOf(await sign(badge(DID), suite, { [name]: null }));
      expect(proof, suite).toBe('passed');
    }
  });

  it.each(['2026-02-01', '2026-02-01T', '20260201T000000Z', 'soon'])(
    'made at %s is malformed',
    async (created) => {
      const { proof } = await toldOf(await sign(badge(DID), 'eddsa-jcs-2022', { created }));
      expect(proof).toBe('failed proof-malformed /proof/created');
    },
  );

  it('that ends at a time without a zone ends at that time in UTC', async () => {
    const ending = async (expires: string): Promise<string> =>
      (await toldOf(await sign(badge(DID), 'eddsa-rdfc-2022', { expires }))).proof;
    const end = new Date(NOW).toISOString().slice(0, 19);
    expect(await ending(end)).toBe('failed proof-expired /proof/expires');
    expect(await ending(`${end}.001`)).toBe('passed');
    expect(await ending('soon')).toBe('failed proof-malformed /proof/expires');
  });

  it('whose end stands in a list has no end that could be read, and is malformed', async () => {
    for (const name of ['created', 'expires', 'expiration']) {
      const signed = await sign(badge(DID), 'eddsa-jcs-2022', { [name]: ['2026-02-01T00:00:00Z'] });
      expect((await toldOf(signed)).proof).toBe(`failed proof-malformed /proof/${name}`);
    }
  });

  it.each([['StatusList2021'], ['BitstringStatusList'], []])(
    'for logging in speaks for no document of type %s',
    async (...type) => {
      const document = { '@context': [V2], type, holder: DID };
      const signed = await sign(document, 'eddsa-jcs-2022', { proofPurpose: 'authentication' });
      expect((await toldOf(signed)).proof).toBe('failed proof-purpose-wrong /proof/proofPurpose');
    },
  );
});
