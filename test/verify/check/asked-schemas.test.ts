/** What a credential can make a verifier ask for: a little, and only once it is somebody's word. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { badge, issueFor } from '../../build/issue.ts';
import { tamperJwt } from '../../build/jwt.ts';
import { createJwtIssuer, type JwtIssuer } from '../../build/jwt-issuer.ts';
import type { Suite } from '../../build/signer.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';
import type { FakeDocument } from '../../fake/net.ts';

let issuer: JwtIssuer;
beforeAll(async () => {
  issuer = await createJwtIssuer();
});

async function check(token: string | JsonObject, documents: Record<string, FakeDocument> = {}) {
  const { report, stateOf, asked, verdict } = await verifyInClosedWorld({ credential: token, documents });
  return { said: stateOf('conformance'), others: report.outcomes.conformance.others ?? [], asked, verdict };
}

const schemas = (count: number): readonly JsonObject[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `https://schemas.example/${index}`,
    type: '1EdTechJsonSchemaValidator2019',
  }));
const anything = (count: number): Record<string, FakeDocument> =>
  Object.fromEntries(schemas(count).map(({ id }) => [id, { body: {} }]));

describe('the schemas that a credential names', () => {
  it('are asked for after a good proof, and decide', async () => {
    const token = await issuer.badge({ credentialSchema: schemas(2) });
    expect(await check(token, anything(2))).toMatchObject({ said: 'passed', asked: { length: 2 } });
  });

  it('are not asked for on the word of a credential whose proof does not hold', async () => {
    const token = tamperJwt(await issuer.badge({ credentialSchema: schemas(2) }), 'Welding', 'Surgery');
    const { asked, said, verdict } = await check(token, anything(2));
    expect(asked).toEqual([]);
    expect([said, verdict.status]).toEqual(['inconclusive schema-unavailable', 'failed']);
  });

  it('are not asked for without number: what was not looked at leaves the question open', async () => {
    const token = await issuer.badge({ credentialSchema: schemas(400) });
    const { asked, said, others, verdict } = await check(token, anything(400));
    expect(asked.length).toBeLessThanOrEqual(10);
    expect(said).toBe('inconclusive schema-unsupported');
    expect(others).toEqual([]);
    expect(verdict.standing).not.toBe('verified');
  });

  it('that are violated fail, however many there are', async () => {
    const token = await issuer.badge({ credentialSchema: schemas(400) });
    const broken = { ...anything(400), 'https://schemas.example/1': { body: { required: ['diploma'] } } };
    expect((await check(token, broken)).said).toBe('failed schema-violated');
  });
});

describe('the schema of an issuer’s own', () => {
  const OWN = 'https://schemas.example/own';
  const WORD = 'https://own.example/word';
  const DEMANDS = { required: ['diploma'] };
  const AS_LIST = { properties: { name: { type: 'array' } } };
  const VIOLATED = 'failed schema-violated';
  const OPEN = 'inconclusive schema-unsupported';

  it.each<[Suite, JsonObject, JsonObject, string]>([
    ['eddsa-rdfc-2022', {}, DEMANDS, VIOLATED],
    ['eddsa-rdfc-2022', {}, AS_LIST, OPEN],
    ['eddsa-rdfc-2022', { [WORD]: 'x' }, DEMANDS, OPEN],
    ['eddsa-rdfc-2022', { evidence: [{ id: 'urn:e', type: ['Evidence'], [WORD]: 'x' }] }, DEMANDS, OPEN],
    ['eddsa-jcs-2022', {}, AS_LIST, VIOLATED],
    ['eddsa-jcs-2022', { [WORD]: 'x' }, DEMANDS, VIOLATED],
  ])('is not held against the writing of a graph: %s, %j, %j', async (suite, more, schema, said) => {
    const credentialOf = (by: string) => ({
      ...badge(by),
      credentialSchema: [{ id: OWN, type: 'JsonSchema' }],
      ...more,
    });
    const { credential } = await issueFor(suite, { credentialOf });
    expect((await check(credential, { [OWN]: { body: schema } })).said).toBe(said);
  });

  it('is held against a token as that was written', async () => {
    const token = await issuer.badge({ credentialSchema: schemas(1) });
    expect((await check(token, { 'https://schemas.example/0': { body: AS_LIST } })).said).toBe(VIOLATED);
  });
});

describe('a credential of two proofs, one of which fails', () => {
  it('holds with a warning, and its schemas and resources are asked for', async () => {
    const picture = 'https://a.example/picture.png';
    const digestSRI = `sha256-${createHash('sha256').update('x').digest('base64')}`;
    const { credential } = await issueFor('eddsa-jcs-2022', {
      credentialOf: (by) => ({
        ...badge(by),
        credentialSchema: schemas(1),
        relatedResource: [{ id: picture, digestSRI }],
      }),
    });
    const proof = credential.proof as JsonObject;
    const two = { ...credential, proof: [{ ...proof, created: '2026-02-02T00:00:00Z' }, proof] };
    const documents = { ...anything(1), [picture]: { body: 'x' } };
    const { said, asked, verdict } = await check(two, documents);
    expect(asked).toEqual(['https://schemas.example/0', picture]);
    expect([said, verdict.reason]).toEqual(['passed', 'other-proof-failed']);
  });
});
