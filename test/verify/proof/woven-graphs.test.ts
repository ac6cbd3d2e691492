/** Honest badges in which one node is several things: what is signed as a graph is told whole, wherever it is named. */
import { beforeAll, describe, expect, it } from 'vitest';
import { ANALYSIS, type Json, ob3 } from '../../build/badge.ts';
import { createSigner, type Signer } from '../../build/signer.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';
import { knowing, NOW } from '../../fake/ports.ts';

const ID = 'urn:uuid:00000000-0000-4000-8000-0000000000c1';
let issuer: Signer;
beforeAll(async () => {
  issuer = await createSigner('eddsa-rdfc-2022');
});

const badge = (): Json & { credentialSubject: Json & { achievement: Json } } =>
  ob3({
    id: ID,
    issuer: { id: issuer.controller, name: 'Known' },
    course: { id: ANALYSIS.id, name: 'Analysis I', description: 'Limits.', criteria: 'An examination.' },
    subject: { id: 'did:example:learner' },
    from: '2026-01-01T00:00:00Z',
  }) as never;

async function verdictOf(unsigned: Json) {
  const credential = await issuer.sign(unsigned, new Date(NOW - 1000));
  const { verdict, record } = await verifyInClosedWorld({ credential, ports: knowing(issuer.controller) });
  return { ...verdict, achievements: record.achievements.map(({ name }) => name) };
}
const GOOD = { status: 'signature-verified', standing: 'verified', achievements: ['Analysis I'] };

describe('a badge holds', () => {
  it('whose subject bears its own id', async () => {
    const { credentialSubject, ...rest } = badge();
    expect(await verdictOf({ ...rest, credentialSubject: { ...credentialSubject, id: ID } })).toMatchObject(
      GOOD,
    );
  });

  it('whose achievement bears its own id', async () => {
    const { credentialSubject, ...rest } = badge();
    const achievement = { ...credentialSubject.achievement, id: ID };
    expect(
      await verdictOf({ ...rest, credentialSubject: { ...credentialSubject, achievement } }),
    ).toMatchObject(GOOD);
  });

  it('whose issuer, or the organisation above it, is also its subject and named by an id alone', async () => {
    const { credentialSubject, ...rest } = badge();
    const own = { ...credentialSubject, id: issuer.controller };
    expect(await verdictOf({ ...rest, issuer: issuer.controller, credentialSubject: own })).toMatchObject({
      ...GOOD,
      standing: 'caution',
      reason: 'issuer-self',
    });
    const parentOrg = { id: 'did:example:learner' };
    const named = { id: issuer.controller, type: ['Profile'], name: 'Known', parentOrg };
    expect(await verdictOf({ ...rest, issuer: named, credentialSubject })).toMatchObject(GOOD);
  });

  it('that is its own evidence', async () => {
    const evidence = [{ id: ID, type: ['Evidence'], name: 'The badge' }];
    expect(await verdictOf({ ...badge(), evidence })).toMatchObject(GOOD);
  });

  it('in which two subjects have one achievement, written out for each', async () => {
    const { credentialSubject, ...rest } = badge();
    const both = [credentialSubject, { ...credentialSubject, id: 'did:example:other' }];
    expect(await verdictOf({ ...rest, credentialSubject: both })).toMatchObject({
      ...GOOD,
      achievements: ['Analysis I', 'Analysis I'],
    });
  });

  it('whose alignments have one id, and a name and an address each', async () => {
    const { credentialSubject, ...rest } = badge();
    const aligned = (target: string): Json => ({
      id: 'https://skills.example/calculus',
      type: ['Alignment'],
      targetName: target,
      targetUrl: `https://skills.example/${target}`,
    });
    const achievement = {
      ...credentialSubject.achievement,
      alignment: [aligned('Limits'), aligned('Derivatives')],
    };
    expect(
      await verdictOf({ ...rest, credentialSubject: { ...credentialSubject, achievement } }),
    ).toMatchObject(GOOD);
  });

  it('with a text of the datatype of JSON that is none', async () => {
    const { '@context': contexts, ...rest } = badge();
    const note = {
      '@id': 'https://university.example/note',
      '@type': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON',
    };
    expect(
      await verdictOf({ '@context': [...(contexts as string[]), { note }], ...rest, note: '{broken' }),
    ).toMatchObject(GOOD);
  });
});

describe('a schema of the issuer’s own, which forbids one way of writing', () => {
  const SCHEMA = 'https://university.example/schema.json';
  const single = { properties: { evidence: { type: 'object' } }, required: ['evidence'] };
  it.each([
    ['by its opposite', { not: single }],
    ['under a condition', { if: { not: single }, else: false }],
    [
      'among other ways',
      { oneOf: [{ required: ['evidence'], not: single }, { not: { required: ['evidence'] } }] },
    ],
  ])('%s accuses nobody: a graph does not tell how it was written', async (_, schema) => {
    const { '@context': contexts, ...rest } = badge();
    const credential = await issuer.sign(
      {
        '@context': [...(contexts as string[]), 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
        ...rest,
        credentialSchema: [{ id: SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
        evidence: [{ id: 'https://university.example/exam', type: ['Evidence'], name: 'Examination' }],
      },
      new Date(NOW - 1000),
    );
    const documents = { [SCHEMA]: { body: schema } };
    const ports = knowing(issuer.controller);
    const { verdict } = await verifyInClosedWorld({ credential, documents, ports });
    expect(verdict).toMatchObject({ status: 'not-checked', reason: 'schema-unsupported' });
  });
});
