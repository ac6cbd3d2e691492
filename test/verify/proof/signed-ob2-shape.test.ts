/** Signed badges of Open Badges 2 whose parts are not to be had, or of another shape than the specification gives them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readCredential } from '../../../src/credential/read.ts';
import type { JsonObject } from '../../../src/json.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { establishSignedOb2 } from '../../../src/verify/proof/signed-ob2.ts';
import { createJwtKey, type JwtKey } from '../../build/jwt.ts';
import { type FakeDocument, fakeNet } from '../../fake/net.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';
import { ASSERTION, assertion, badgeClass, CLASS, ISSUER, issuer, verifyBadge } from './badge-world.ts';

const KEY = 'https://badges.example.org/key.json';
let key: JwtKey;
let other: JwtKey;
beforeAll(async () => {
  [key, other] = await Promise.all([createJwtKey('RS256'), createJwtKey('RS256')]);
});

const signed = (over: JsonObject = {}): JsonObject =>
  assertion({ id: 'urn:uuid:1', verification: { type: 'SignedBadge', creator: KEY }, ...over });
const keyDocument = (over: object = {}): JsonObject =>
  ({ type: 'CryptographicKey', id: KEY, owner: ISSUER, publicKeyPem: key.publicPem, ...over }) as JsonObject;
const home = (over: Record<string, FakeDocument> = {}): Record<string, FakeDocument> => ({
  [CLASS]: { body: badgeClass() },
  [ISSUER]: { body: issuer({ publicKey: KEY }) },
  [KEY]: { body: keyDocument() },
  ...over,
});
const run = async (documents = home(), payload = signed()) =>
  verifyBadge({ copy: await key.sign(payload), documents });

/** What is established of a badge, its facts included. */
async function established(token: string, changes: Partial<VerifyPorts> = {}) {
  const read = await readCredential(token, null);
  if (!read.ok) throw new Error('not read');
  return establishSignedOb2(read.value, fakePorts({ net: fakeNet(home(), NOW), ...changes }));
}

describe('a signed badge', () => {
  it('whose BadgeClass does not answer is not checked', async () => {
    const { stateOf } = await run(home({ [CLASS]: { status: 503 } }));
    expect(stateOf('proof')).toBe('inconclusive badge-class-unreachable');
  });

  it('whose key is listed as an object with nothing but an address has its key from there', async () => {
    const documents = home({ [ISSUER]: { body: issuer({ publicKey: { id: KEY } as never }) } });
    expect((await run(documents)).verdict.status).toBe('signature-verified');
  });

  it.each([
    ['a PEM in a list', () => ({ publicKeyPem: [key.publicPem] }), 'failed key-malformed'],
    ['no key', () => ({ publicKeyPem: undefined }), 'failed key-malformed'],
  ])('does not hold by a document with %s', async (_, over, proof) => {
    expect((await run(home({ [KEY]: { body: keyDocument(over()) } }))).stateOf('proof')).toBe(proof);
  });

  it('is not bound by a key whose owner is a list, and is by one whose id is no name', async () => {
    const owners = await run(home({ [KEY]: { body: keyDocument({ owner: [ISSUER] }) } }));
    expect(owners.stateOf('key-binding')).toBe('failed key-owner-mismatch');
    const numbered = await run(home({ [KEY]: { body: keyDocument({ id: 7 }) } }));
    expect(numbered.stateOf('key-binding')).toBe('passed');
    const inline = issuer({ publicKey: keyDocument({ id: { id: 'https://badges.example.org/other' } }) });
    const unaddressed = await run(
      home({ [ISSUER]: { body: inline } }),
      signed({ verification: { type: 'signed' } }),
    );
    expect(unaddressed.stateOf('key-binding')).toBe('passed');
  });

  it('is not bound by a key at home that its profile does not list, not even where that lists none', async () => {
    const { stateOf, verdict } = await run(home({ [ISSUER]: { body: issuer() } }));
    expect([stateOf('proof'), stateOf('key-binding')]).toEqual(['passed', 'failed key-not-bound']);
    expect(verdict.status).toBe('failed');
  });

  it('does not have its key at the address of its verification, as one of OB 1 has', async () => {
    const url = 'https://badges.example.org/assertions/1.json';
    const { verdict } = await run(home(), signed({ verification: { type: 'signed', url } }));
    expect(verdict.status).toBe('signature-verified');
  });

  it('asks its provider about addresses alone: a key without an owner is nobody’s', async () => {
    const sameRecord = (one: string, two: string) => one.toLowerCase() === two.toLowerCase();
    const { stateOf } = await verifyBadge({
      copy: await key.sign(signed()),
      documents: home({ [KEY]: { body: keyDocument({ owner: undefined }) } }),
      hosting: { sameRecord },
    });
    expect(stateOf('key-binding')).toBe('failed key-owner-mismatch');
  });

  it('lays open what was signed where it fails and is asked to, and never else', async () => {
    const forged = await other.sign(signed());
    const explained = (await established(forged, { explain: true })).proof;
    expect(explained).toMatchObject({ state: 'failed', facts: { signing: { algorithm: 'RS256' } } });
    expect((await established(forged)).proof).not.toHaveProperty('facts');
    const [head, body, last = ''] = (await key.sign(signed())).split('.');
    const short = [head, body, last.slice(4)].join('.');
    const cut = (await established(short, { explain: true })).proof;
    expect(cut).toMatchObject({ state: 'failed', problem: { code: 'signature-malformed' } });
    expect(cut).not.toHaveProperty('facts');
  });

  it('is looked up in a list of revocations by a uid that is a text, and by nothing else', async () => {
    const LIST = 'https://badges.example.org/revocations.json';
    const net = () =>
      fakeNet(home({ [ISSUER]: { body: issuer({ publicKey: KEY, revocationList: LIST }) } }), NOW);
    const entriesOf = async (uid: never) =>
      (await established(await key.sign(signed({ uid })), { net: net() })).record.statuses;
    expect((await entriesOf('abc' as never))[0]?.json).toMatchObject({ uid: 'abc' });
    for (const uid of [5, ['abc'], undefined])
      expect((await entriesOf(uid as never))[0]?.json).not.toHaveProperty('uid');
  });
});

it('what is established elsewhere has no proof of its own', async () => {
  const token = await readCredential(await key.sign(signed()), null);
  const hosted = await readCredential(assertion(), ASSERTION);
  for (const read of [token, hosted]) {
    if (!read.ok) throw new Error('not read');
    const { proof } = await checkSecuring(read.value, fakePorts());
    expect(proof.problem?.code).toBe('no-proof');
  }
});
