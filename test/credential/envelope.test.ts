import { describe, expect, it } from 'vitest';
import { issuer } from '../build/issued-list.ts';
import { unsignedBadge } from '../build/jwt-issuer.ts';
import { inspectInClosedWorld } from '../fake/closed-world.ts';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const COSE = '0oRDoQEmoFgx';
const token = await issuer.sign(unsignedBadge(issuer.did));

const enveloped = (id: string) => ({ '@context': V2, type: 'EnvelopedVerifiableCredential', id });
const presented = (id: string) => ({
  '@context': [V2],
  type: ['VerifiablePresentation'],
  verifiableCredential: [enveloped(id)],
});
const rows = async (file: Readonly<Record<string, unknown>>) =>
  (await inspectInClosedWorld(file)).map(({ verdict }) => `${verdict.status} ${verdict.reason}`);

describe('an envelope (VCDM 2.0 §4.13)', () => {
  it.each(['vc+cose', 'vc+cose;base64', 'vp+cose', 'vc+sd-cwt', 'vc', 'mdoc'])(
    'of application/%s is one that this version does not know, and is not called broken',
    async (type) => {
      const id = `data:application/${type},${COSE}`;
      expect(await rows(enveloped(id))).toEqual(['not-checked unknown-format']);
      expect(await rows(presented(id))).toEqual(['not-checked unknown-format']);
    },
  );

  it.each(['application/vc+jwt', 'application/vc+sd-jwt', 'application/jwt'])(
    'that says it is a token, by %s, and holds none is broken',
    async (type) => {
      expect(await rows(enveloped(`data:${type},${COSE}`))).toEqual(['failed jwt-malformed']);
    },
  );

  it('that holds nothing, but names an address, is none', async () => {
    expect(await rows(enveloped('https://a.example/1'))).toEqual(['not-checked no-credential-found']);
  });

  it.each(['application/vc+jwt', 'application/jwt', 'text/plain', ''])(
    'holds the token in it, whatever its media type: %s',
    async (type) => {
      const id = `data:${type},${token}`;
      expect(await rows(enveloped(id))).toEqual(['signature-verified issuer-unknown']);
      expect(await rows(presented(id))).toEqual(['signature-verified issuer-unknown']);
    },
  );
});

describe('an envelope of the Candidate Recommendation of February 2024, with `;` before its token', () => {
  it('holds the token in it', async () => {
    for (const type of ['vc-ld+jwt', 'vc+ld+json+jwt', 'vc+jwt']) {
      const id = `data:application/${type};${token}`;
      expect(await rows(enveloped(id))).toEqual(['signature-verified issuer-unknown']);
      expect(await rows(presented(id))).toEqual(['signature-verified issuer-unknown']);
    }
  });

  it('is broken where that is no token', async () => {
    expect(await rows(enveloped('data:application/vc+jwt;base64'))).toEqual(['failed jwt-malformed']);
  });
});

describe.each(['JwtProof2020', 'SdJwtCompactProof'])(
  'a token beside what a wallet has read in it (%s)',
  (type) => {
    const beside = (jwt: unknown, said: object = {}) => ({
      ...unsignedBadge(issuer.did),
      ...said,
      proof: { type, jwt },
    });

    it('is the credential, by itself and in a presentation', async () => {
      const within = {
        '@context': [V2],
        type: ['VerifiablePresentation'],
        verifiableCredential: [beside(token)],
      };
      for (const file of [beside(token), { ...beside(token), proof: [beside(token).proof] }, within])
        expect(await rows(file)).toEqual(['signature-verified issuer-unknown']);
    });

    it('is shown as it was signed, whatever stands beside it', async () => {
      const changed = beside(token, {
        name: 'Another',
        validUntil: '2020-01-01T00:00:00Z',
        credentialSubject: {},
      });
      const [item] = await inspectInClosedWorld(changed);
      const [signed] = await inspectInClosedWorld(enveloped(`data:application/vc+jwt,${token}`));
      expect(item?.report.credential).toEqual(signed?.report.credential);
      expect(item?.verdict).toEqual(signed?.verdict);
    });

    it('may be an SD-JWT VC', async () => {
      const vct = 'https://types.example/card';
      const card = `${await issuer.sign({ vct, iss: issuer.did }, { typ: 'dc+sd-jwt' })}~`;
      const [item] = await inspectInClosedWorld(beside(card));
      expect(item?.verdict).toMatchObject({ status: 'signature-verified', reason: 'issuer-unknown' });
      expect(item?.report.credential).toMatchObject({ format: 'sd-jwt-vc', types: [vct] });
    });

    it('is broken where it is no token, and of an unknown kind where there is none', async () => {
      expect(await rows(beside(`${token.slice(0, 40)}.e30`))).toEqual(['failed jwt-malformed']);
      for (const jwt of [undefined, 7, { token }])
        expect(await rows(beside(jwt))).toEqual(['not-checked suite-unsupported']);
    });

    it('is none of several proofs', async () => {
      const { proof, ...said } = beside(token);
      expect(await rows({ ...said, proof: [proof, { type: 'Other2020' }] })).toEqual([
        'not-checked suite-unsupported',
      ]);
    });
  },
);

it('a credential in the older envelope under the newer name is not in order, and nobody is accused', async () => {
  const vc = unsignedBadge(issuer.did);
  const { id, validFrom } = vc;
  const claims = {
    iss: issuer.did,
    sub: 'did:example:ann',
    jti: id,
    nbf: Date.parse(String(validFrom)) / 1000,
  };
  const told = async (payload: object) =>
    (await inspectInClosedWorld(await issuer.sign(payload))).map(({ verdict }) => verdict);
  const [wrapped] = await told({ vc, ...claims });
  expect(wrapped).toMatchObject({ status: 'failed', standing: 'caution', reason: 'member-malformed' });
  const [twofold] = await told({ ...vc, vc, ...claims });
  expect(twofold).toMatchObject({ status: 'failed', standing: 'failed', reason: 'claims-contradict' });
});
