/** Tokens that say in an odd place that they have ended, and what a forger wraps around one: never good. */
import { describe, expect, it } from 'vitest';
import type { Json } from '../build/badge.ts';
import { allSet, entry, issuer, LIST, listOf, signed, stranger } from '../build/issued-list.ts';
import { inspectInClosedWorld } from '../fake/closed-world.ts';
import { knowing } from '../fake/ports.ts';

const FROM = '2026-01-01T00:00:00Z';
const PAST = '2026-02-01T00:00:00Z';
const vc: Json = {
  '@context': ['https://www.w3.org/2018/credentials/v1'],
  id: 'urn:uuid:00000000-0000-4000-8000-0000000000d1',
  type: ['VerifiableCredential'],
  issuer: issuer.did,
  issuanceDate: FROM,
  credentialSubject: { id: 'did:example:eve' },
};
const claims: Json = {
  iss: issuer.did,
  sub: 'did:example:eve',
  jti: vc.id,
  nbf: Date.parse(FROM) / 1000,
  vc,
};
const token = (more: Json = {}, by = issuer): Promise<string> =>
  by.sign({ ...claims, ...more }, { typ: 'JWT' });
const status = { status_list: { idx: 1, uri: LIST } };

/** What becomes of a text where every bit of the list is set: all its rows. */
async function told(text: string): Promise<readonly string[]> {
  const documents = { [LIST]: await signed(listOf({ encodedList: allSet })) };
  const items = await inspectInClosedWorld(text, { documents, ports: knowing(issuer.did) });
  return items.map(({ verdict }) => `${verdict.status} ${verdict.standing}`);
}

it('a token that says nothing of an end is verified', async () => {
  expect(await told(await token())).toEqual(['signature-verified verified']);
});

it.each(['at+jwt', 'kb+jwt', 'statuslist+jwt'])('a token of type %s was not signed for this', async (typ) => {
  expect(await told(await issuer.sign(claims, { typ }))).toEqual(['failed caution']);
});

it.each(['vp+jwt', 'application/vp+jwt', 'vp+sd-jwt'])(
  'a credential in a token of type %s was shown by whoever signed it, and not issued',
  async (typ) => {
    const whole = { ...vc, '@context': ['https://www.w3.org/ns/credentials/v2'], validFrom: FROM };
    expect(await told(await issuer.sign(whole, { typ: typ.replace('vp', 'vc') }))).toEqual([
      'signature-verified verified',
    ]);
    expect(await told(await issuer.sign(whole, { typ }))).toEqual(['failed caution']);
    const claims = { iss: issuer.did, vct: 'https://types.example/licence' };
    expect(await told(`${await issuer.sign(claims, { typ })}~`)).toEqual(['failed caution']);
  },
);

describe('pitfall 51: a token is not good that says of its end', () => {
  it.each<[string, Json, string]>([
    ['a status in vc', { vc: { ...vc, credentialStatus: entry() } }, 'revoked failed'],
    ['a status beside vc', { credentialStatus: entry() }, 'revoked failed'],
    [
      'one status in vc, another beside it',
      { vc: { ...vc, credentialStatus: entry({ statusListIndex: '99999999' }) }, credentialStatus: entry() },
      'revoked failed',
    ],
    ['an end beside vc', { expirationDate: PAST }, 'expired caution'],
    ['an end of the newer data model beside vc', { validUntil: PAST }, 'expired caution'],
    [
      'an end beside vc before the one in it',
      { vc: { ...vc, expirationDate: '2040-01-01T00:00:00Z' }, expirationDate: PAST },
      'expired caution',
    ],
    [
      'an end in vc before the one beside it',
      { vc: { ...vc, expirationDate: PAST }, expirationDate: '2040-01-01T00:00:00Z' },
      'expired caution',
    ],
    ['an end beside vc that is no date', { validUntil: 'soon' }, 'failed caution'],
    ['a token status beside vc', { status }, 'unreachable inconclusive'],
    ['a token status in vc', { vc: { ...vc, status } }, 'unreachable inconclusive'],
    ['a token status in a list', { status: [status] }, 'not-checked inconclusive'],
  ])('%s', async (_, more, said) => {
    expect(await told(await token(more))).toEqual([said]);
  });
});

describe('what is wrapped around a token changes nothing of what it says', () => {
  const badge: Json = { ...vc, '@context': ['https://www.w3.org/ns/credentials/v2'], validFrom: FROM };
  const whole = (more: Json = {}, by = issuer): Promise<string> =>
    by.sign({ ...badge, issuanceDate: undefined, ...more });
  const GOOD = 'signature-verified verified';
  it.each<[string, () => Promise<string>, readonly string[]]>([
    ['nothing', () => whole(), [GOOD]],
    [
      'a separator behind a revoked one',
      async () => `${await whole({ credentialStatus: entry() })}~`,
      ['revoked failed'],
    ],
    [
      'an envelope that says more',
      async () =>
        JSON.stringify({
          '@context': 'https://www.w3.org/ns/credentials/v2',
          type: 'EnvelopedVerifiableCredential',
          id: `data:application/vc+jwt,${await whole({ credentialStatus: entry() })}`,
          credentialStatus: undefined,
          validUntil: '2040-01-01T00:00:00Z',
        }),
      ['revoked failed'],
    ],
    [
      'an unsigned badge beside it',
      async () => JSON.stringify({ vc: badge, credential: await whole() }),
      [GOOD, 'not-checked inconclusive'],
    ],
    [
      'an unsigned presentation by another',
      async () =>
        JSON.stringify({
          '@context': ['https://www.w3.org/ns/credentials/v2'],
          type: 'VerifiablePresentation',
          holder: issuer.did,
          verifiableCredential: [await whole({}, stranger), badge],
        }),
      // The presentation has a row of its own: what it carries has no proof.
      ['failed failed', 'failed failed', 'not-checked inconclusive'],
    ],
    [
      'a presentation that the issuer signed',
      async () =>
        issuer.sign(
          {
            '@context': ['https://www.w3.org/ns/credentials/v2'],
            type: 'VerifiablePresentation',
            holder: issuer.did,
            verifiableCredential: [badge],
          },
          { typ: 'vp+jwt' },
        ),
      ['not-checked inconclusive'],
    ],
    [
      'a token in a token',
      async () => stranger.sign({ ...claims, vc: await token() } as Json, { typ: 'JWT' }),
      ['not-checked inconclusive'],
    ],
    ['a name twice', async () => `{"vc":"${await whole()}","vc":"x"}`, ['failed failed']],
    ['__proto__', async () => `{"__proto__":{"proof":{}},"vc":"${await whole()}"}`, ['failed failed']],
    ['NUL', async () => `${await whole()}\0`, ['not-checked inconclusive']],
    [
      'another token',
      async () => `${await whole()}\n${await whole({}, stranger)}`,
      ['not-checked inconclusive'],
    ],
  ])('%s', async (_, make, said) => {
    expect([...(await told(await make()))].sort()).toEqual([...said].sort());
  });
});
