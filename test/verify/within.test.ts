/** A badge in a record of several: whom it is about, and whom the record is about. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { KnownHolder } from '../../src/ports.ts';
import type { Json } from '../build/badge.ts';
import { createJwtIssuer, type JwtIssuer } from '../build/jwt-issuer.ts';
import { inspectInClosedWorld } from '../fake/closed-world.ts';

let issuer: JwtIssuer;
beforeAll(async () => {
  issuer = await createJwtIssuer();
});

const ANN = 'did:example:ann';
const subjectOf = (subject: Json): Json => ({
  ...subject,
  type: ['AchievementSubject'],
  achievement: {
    id: 'https://a.example/course',
    type: ['Achievement'],
    name: 'Welding',
    description: 'd',
    criteria: { narrative: 'c' },
  },
});

/** The row of a badge about this subject, in a record about that one. */
async function rowIn(
  outer: Json,
  inner: Json,
  holder: KnownHolder = {},
  between = (badge: unknown) => badge,
) {
  const badge = await issuer.badge({ credentialSubject: subjectOf(inner) });
  const record = await issuer.badge({
    type: ['VerifiableCredential', 'ClrCredential'],
    credentialSubject: { ...outer, type: ['ClrSubject'], verifiableCredential: [between(badge)] },
  });
  const items = await inspectInClosedWorld(record, { ports: { holder } });
  const { report, verdict, within } = items.at(-1) as (typeof items)[number];
  expect(within).not.toBeNull();
  const { state, problem } = report.outcomes.holder;
  return { said: problem ? `${state} ${problem.code}` : state, standing: verdict.standing };
}
const DOUBT = { said: 'warned recipient-not-of-record', standing: 'caution' };

describe('pitfall 45: a badge of another in a record of one’s own', () => {
  it('asks for caution, whoever issued it', async () => {
    expect(await rowIn({ id: 'did:example:eve' }, { id: ANN })).toEqual(DOUBT);
    expect(await rowIn({ id: 'mailto:eve@a.example' }, { id: 'mailto:ann@a.example' })).toEqual(DOUBT);
  });

  it('is of one person where the two spell one address in another case', async () => {
    for (const [outer, inner] of [
      ['mailto:Ann@A.example', 'mailto:ann@a.example'],
      ['https://A.example/people/ann', 'https://a.example:443/people/ann'],
    ] as const)
      expect(await rowIn({ id: outer }, { id: inner })).toMatchObject({ said: 'not-applicable' });
    const [ann, bob] = ['https://a.example/people#ann', 'https://a.example/people#bob'];
    expect(await rowIn({ id: ann }, { id: bob })).toEqual(DOUBT);
  });

  it('asks for it behind a presentation in between as well', async () => {
    const presented = (badge: unknown): Json => ({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [
        { type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${badge}` },
      ],
    });
    expect(await rowIn({ id: 'did:example:eve' }, { id: ANN }, {}, presented)).toEqual(DOUBT);
  });

  it.each<[string, Json, Json]>([
    ['of the same person', { id: ANN }, { id: ANN }],
    ['of somebody known by an id of another kind', { id: 'mailto:ann@a.example' }, { id: ANN }],
    ['of an id made for one record', { id: 'urn:uuid:1' }, { id: 'urn:uuid:2' }],
    ['of nobody named', { id: ANN }, { identifier: [] }],
  ])('asks for none %s', async (_, outer, inner) => {
    expect((await rowIn(outer, inner)).said).toBe('not-applicable');
  });

  it('asks for none where the reader knows whose it is, and is told of a mismatch first', async () => {
    const of = { id: 'mailto:ann@a.example' };
    const record = { id: 'mailto:eve@a.example' };
    expect((await rowIn(record, of, { email: 'ann@a.example' })).said).toBe('passed');
    expect((await rowIn(record, of, { email: 'eve@a.example' })).said).toBe('failed holder-mismatch');
  });
});
