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

  it.each(['application/vc+jwt', 'application/jwt', 'text/plain', ''])(
    'holds the token in it, whatever its media type: %s',
    async (type) => {
      const id = `data:${type},${token}`;
      expect(await rows(enveloped(id))).toEqual(['signature-verified issuer-unknown']);
      expect(await rows(presented(id))).toEqual(['signature-verified issuer-unknown']);
    },
  );
});
