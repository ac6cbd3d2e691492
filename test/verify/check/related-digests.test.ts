import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import type { JsonObject } from '../../../src/json.ts';
import { problem } from '../../../src/problem.ts';
import { withRelated } from '../../../src/verify/check/related-digests.ts';
import type { Json } from '../../build/badge.ts';
import { createJwtIssuer } from '../../build/jwt-issuer.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';
import type { FakeDocument } from '../../fake/net.ts';

const PICTURE = 'https://a.example/picture.png';
const BYTES = 'the very picture';
const issuer = await createJwtIssuer();

const hash = (name: 'sha256' | 'sha384' | 'sha512', text = BYTES): Buffer =>
  createHash(name).update(text).digest();
const sri = (name: 'sha256' | 'sha384' | 'sha512', text = BYTES): string =>
  `${name}-${hash(name, text).toString('base64')}`;
const multibase = (code: number, bytes: Buffer): string =>
  `z${encodeBase58btc(Uint8Array.of(code, bytes.length, ...bytes))}`;

async function check(more: Json, document: FakeDocument = { body: BYTES, contentType: 'image/png' }) {
  const documents = { [PICTURE]: document };
  const { report, verdict, asked } = await verifyInClosedWorld({
    credential: await issuer.badge(more),
    documents,
  });
  const { state, problem, facts } = report.outcomes.conformance;
  return {
    said: problem ? `${state} ${problem.code} ${problem.at}` : state,
    related: facts?.related,
    status: verdict.status,
    asked,
  };
}
const related = (members: Json): Json => ({ relatedResource: [{ id: PICTURE, ...members }] });

describe('a resource with a digest', () => {
  it.each([
    ['digestSRI', sri('sha256')],
    ['digestSRI', sri('sha384')],
    ['digestSRI', `${sri('sha256', 'weaker, and another')} ${sri('sha512')}`],
    ['digestSRI', sri('sha256').replace('sha', 'SHA')],
    ['digestMultibase', multibase(0x12, hash('sha256'))],
    ['digestMultibase', `f1220${hash('sha256').toString('hex')}`],
    ['digestMultibase', `F1220${hash('sha256').toString('hex').toUpperCase()}`],
    ['digestMultibase', multibase(0x20, hash('sha384'))],
    ['digestMultibase', [multibase(0x13, hash('sha512'))]],
  ])('that is as it was (%s %s) is told, and warns nobody', async (name, value) => {
    expect(await check(related({ [name]: value }))).toMatchObject({
      said: 'passed',
      related: [{ id: PICTURE, at: '/relatedResource/0', says: 'matches' }],
    });
  });

  it.each([
    ['digestSRI', sri('sha384', 'another')],
    ['digestSRI', `sha256-${hash('sha256').subarray(0, 9).toString('base64')}`],
    ['digestMultibase', multibase(0x12, hash('sha256').subarray(0, 9))],
    ['digestMultibase', multibase(0x12, hash('sha256', 'another'))],
    ['digestSRI', sri('sha384', 'another').replace('sha', 'SHA')],
    ['digestMultibase', `F1220${hash('sha256', 'another').toString('hex').toUpperCase()}`],
    ['digestSRI', `${sri('sha256')} ${sri('sha512', 'stronger, and another')}`],
  ])('that has changed (%s) warns, with its place', async (name, value) => {
    expect(await check(related({ [name]: value }))).toMatchObject({
      said: 'warned digest-mismatch /relatedResource/0',
      status: 'signature-verified',
    });
  });

  it.each<[string, Json]>([
    ['of another kind', { digestMultibase: multibase(0x1b, hash('sha256')) }],
    ['that is no multihash', { digestMultibase: 'z' }],
    ['that is no multibase', { digestMultibase: '!' }],
    [
      'whose length is wrong',
      { digestMultibase: `z${encodeBase58btc(Uint8Array.of(0x12, 31, ...hash('sha256')))}` },
    ],
    ['that is a number', { digestMultibase: 7 }],
    ['of an SRI that nobody knows', { digestSRI: 'md5-AAAA' }],
    ['of an SRI that is no base64', { digestSRI: 'sha256-!' }],
  ])('%s is told not to be carried, and nothing is asked for', async (_, members) => {
    expect(await check(related(members))).toMatchObject({
      said: 'passed',
      related: [{ says: 'digest-unsupported' }],
      asked: [],
    });
  });

  it('at no address, or at none that answers, is told and warns nobody', async () => {
    const at = async (id: string) => await check({ relatedResource: [{ id, digestSRI: sri('sha256') }] });
    expect(await at('picture.png')).toMatchObject({ said: 'passed', related: [{ says: 'url-malformed' }] });
    const gone = await check(related({ digestSRI: sri('sha256') }), { status: 404 });
    expect(gone).toMatchObject({ said: 'passed', related: [{ id: PICTURE }] });
    expect(JSON.stringify(gone.related)).not.toContain('matches');
    const long = `https://a.example/${'x'.repeat(300)}`;
    const [told] = (await at(long)).related as [{ id: string }];
    expect(told.id.length).toBeLessThan(250);
  });

  it('stands beside a defect of another kind, and does not hide it', async () => {
    const members = { ...related({ digestSRI: sri('sha256', 'another') }), validFrom: 'soon' };
    const { said } = await check(members);
    expect(said).toMatch(/^(?:failed|warned) (?!digest-mismatch)/);
  });

  it('deeper than anybody puts one is not looked for', async () => {
    const nested = (depth: number): Json =>
      depth === 0 ? { id: PICTURE, digestSRI: sri('sha256', 'another') } : { inner: nested(depth - 1) };
    expect((await check({ evidence: [{ type: 'Evidence', inner: nested(3) }] })).said).toMatch(
      /^warned digest-mismatch/,
    );
    expect((await check({ evidence: [{ type: 'Evidence', inner: nested(40) }] })).asked).toEqual([]);
  });

  it('is not asked for on the word of a forgery, nor of an endorsement', async () => {
    const documents = { [PICTURE]: { body: BYTES } };
    const ask = async (credential: string, depth: number) =>
      (await verifyInClosedWorld({ credential, documents, depth })).asked;
    const token = await issuer.badge(related({ digestSRI: sri('sha256') }));
    const [head, body = '', tail] = token.split('.');
    const forged = Buffer.from(body, 'base64url').toString().replace('Welding', 'Surgery');
    expect(await ask(token, 0)).toEqual([PICTURE]);
    expect(await ask(token, 1)).toEqual([]);
    expect(await ask(`${head}.${Buffer.from(forged).toString('base64url')}.${tail}`, 0)).toEqual([]);
  });

  it('whose digest was rewritten to fit another file no longer has a signature', async () => {
    const token = await issuer.badge(related({ digestSRI: sri('sha256') }));
    const [head, body = '', tail] = token.split('.');
    const json = Buffer.from(body, 'base64url').toString().replace(sri('sha256'), sri('sha256', 'another'));
    const credential = `${head}.${Buffer.from(json).toString('base64url')}.${tail}`;
    expect((await verifyInClosedWorld({ credential })).verdict).toMatchObject({
      status: 'failed',
      reason: 'signature-invalid',
    });
  });

  it.each([
    [
      'image',
      { image: { id: PICTURE, type: 'Image', digestMultibase: multibase(0x12, hash('sha256', 'another')) } },
    ],
    [
      'evidence',
      {
        evidence: {
          id: PICTURE,
          type: ['Evidence'],
          digestMultibase: multibase(0x12, hash('sha256', 'another')),
        },
      },
    ],
  ])('that has changed is noticed in %s', async (at, more) => {
    expect((await check(more)).said).toBe(`warned digest-mismatch /${at}`);
  });

  it.each([
    ['its own', '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734', 'passed'],
    ['another', '00'.repeat(32), 'warned digest-mismatch /relatedResource'],
  ])(
    'that is a bundled context is compared with the bundle, and nobody is asked: %s',
    async (_, hex, said) => {
      const digestSRI = `sha256-${Buffer.from(hex, 'hex').toString('base64')}`;
      const told = await check({
        relatedResource: { id: 'https://www.w3.org/ns/credentials/v2', digestSRI },
      });
      expect([told.said, told.asked]).toEqual([said, []]);
    },
  );

  it('beyond the eighth is not asked for, and is told of', async () => {
    const many = Array.from({ length: 9 }, () => ({ id: PICTURE, digestSRI: sri('sha256') }));
    const told = await check({ relatedResource: many });
    expect((told.related as readonly Json[]).map(({ says }) => says)).toEqual([
      ...Array(8).fill('matches'),
      'not-compared',
    ]);
  });

  it('is found wherever it stands, also in the credential itself', async () => {
    const evidence = [
      { id: 'urn:uuid:1', type: ['Evidence'] },
      { id: PICTURE, type: ['Evidence'], digestSRI: sri('sha256', 'another') },
    ];
    expect((await check({ evidence })).said).toBe('warned digest-mismatch /evidence/1');
    const inline = `data:image/png;base64,${Buffer.from('another').toString('base64')}`;
    const image = { id: inline, type: 'Image', digestSRI: sri('sha256') };
    expect((await check({ image })).said).toBe('warned digest-mismatch /image');
  });

  it.each([
    [{ status: 404 }, 'record-not-found'],
    [{ error: 'timeout' as const }, 'timeout'],
    [{ error: 'permission-needed' as const }, 'permission-needed'],
  ])('that cannot be had (%j) is a fact and no warning', async (document, says) => {
    const { said, related: told } = await check(related({ digestSRI: sri('sha256') }), document);
    expect([said, told]).toEqual(['passed', [expect.objectContaining({ says: expect.any(String) })]]);
    if (says !== 'record-not-found') expect(told).toMatchObject([{ says }]);
  });

  it('of a kind that nobody knows is a fact, and is not fetched', async () => {
    const { said, related: told, asked } = await check(related({ digestSRI: 'sha3-AAAA' }));
    expect([said, asked]).toEqual(['passed', []]);
    expect(told).toMatchObject([{ says: 'digest-unsupported' }]);
  });

  it('is asked for only after a good proof, and no more than eight of them', async () => {
    const token = await issuer.badge(related({ digestSRI: sri('sha256') }));
    const forged = `${token.slice(0, token.lastIndexOf('.'))}.${'A'.repeat(86)}`;
    expect((await verifyInClosedWorld({ credential: forged })).asked).toEqual([]);
    const many = Array.from({ length: 20 }, (_, index) => ({
      id: `${PICTURE}?${index}`,
      digestSRI: sri('sha256'),
    }));
    expect((await check({ relatedResource: many })).asked).toHaveLength(8);
  });

  it('that is a bundled context is not fetched', async () => {
    const context = { id: 'https://www.w3.org/ns/credentials/v2', digestSRI: sri('sha384') };
    expect((await check({ relatedResource: [context] } as JsonObject)).asked).toEqual([]);
  });
});

describe('a credential with something else about it', () => {
  it('that names no resource is told nothing about any', async () => {
    expect((await check({})).related).toBeUndefined();
  });

  it('fails for what it fails for, and the changed resource stands beside that', () => {
    const changed = problem('digest-mismatch', { at: '/relatedResource/0' });
    const findings = {
      problems: [changed],
      facts: [{ id: PICTURE, at: '/relatedResource/0', says: 'differs' }],
    };
    for (const state of ['failed', 'inconclusive', 'warned'] as const) {
      const outcome = { state, problem: problem('member-missing', { at: '/name' }) };
      expect(withRelated(outcome, findings)).toMatchObject({ ...outcome, others: [changed] });
    }
  });

  it('has members that are null, and its resource is compared all the same', async () => {
    const more = related({ digestSRI: sri('sha256', 'another'), mediaType: null });
    expect((await check({ ...more, evidence: [{ type: ['Evidence'], name: null }] })).said).toBe(
      'warned digest-mismatch /relatedResource/0',
    );
  });

  it('names a context of the bundle by a digest that the bundle does not keep: nobody is warned', async () => {
    const context = { id: 'https://www.w3.org/ns/credentials/v2', digestSRI: sri('sha384') };
    expect(await check({ relatedResource: [context] })).toMatchObject({
      said: 'passed',
      related: [{ says: 'digest-unsupported' }],
      asked: [],
    });
  });
});

describe('a digest', () => {
  const digest = { digestSRI: 'sha256-AAAA' };

  it('of an address that cannot be read is told not to be comparable', async () => {
    const { said, related } = await check({ relatedResource: [{ id: 'data:!', ...digest }] });
    expect([said, related]).toMatchObject(['passed', [{ id: 'data:!' }]]);
    expect(JSON.stringify(related)).not.toContain('differs');
  });

  it('of nothing that is named is no question', async () => {
    expect(await check({ card: digest })).toMatchObject({ said: 'passed', related: undefined });
  });

  it('inside an endorsement is the endorsement’s own matter', async () => {
    const { said, related, asked } = await check({ endorsement: [{ id: PICTURE, ...digest }] });
    expect([said, related, asked]).toEqual(['passed', undefined, []]);
  });
});
