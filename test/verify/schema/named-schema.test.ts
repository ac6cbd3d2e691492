/** What counts as naming a schema. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { checkConformance } from '../../../src/verify/check/conformance.ts';
import { vc } from '../../build/samples.ts';
import { readOne } from '../../credential/reading.ts';
import { fakeNet } from '../../fake/net.ts';
import { fakeHeavy, NOW } from '../../fake/ports.ts';

const SCHEMA = 'https://schemas.example.org/card.json';
const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json';

async function check(document: JsonObject, schema: JsonObject = {}) {
  const net = fakeNet({ [SCHEMA]: { body: schema } }, NOW);
  const {
    state,
    problem,
    others = [],
  } = await checkConformance(await readOne(document), { heavy: fakeHeavy, net });
  return {
    said: problem ? `${state} ${problem.code}` : state,
    at: problem?.at,
    asked: net.asked,
    all: [problem, ...others].map((each) => each?.code),
  };
}
const named = (entry: JsonObject): JsonObject => vc({ credentialSchema: [entry] });

describe('an entry of credentialSchema', () => {
  it('may have several types, of which one is known', async () => {
    const entry = { id: SCHEMA, type: ['OurOwnValidator', 'JsonSchema'] };
    expect(await check(named(entry))).toMatchObject({ said: 'passed', asked: [SCHEMA] });
    expect((await check(named(entry), { required: ['card'] })).said).toBe('failed schema-violated');
  });

  it.each<[string, JsonObject]>([
    ['no address', { type: 'JsonSchema' }],
    ['an address that is no text', { id: 7, type: 'JsonSchema' }],
  ])('with %s names none, and nobody is asked', async (_, entry) => {
    const { asked, all } = await check(named(entry));
    expect(asked).toEqual([]);
    expect(all).toContain('schema-unsupported');
  });

  it('of 1EdTech that was never published for this data model is not to be had', async () => {
    const old = vc({
      '@context': ['https://www.w3.org/2018/credentials/v1'],
      issuanceDate: '2026-01-15T00:00:00Z',
      credentialSchema: [{ id: CLR, type: '1EdTechJsonSchemaValidator2019' }],
    });
    expect(await check(old)).toMatchObject({ said: 'inconclusive schema-unavailable', asked: [] });
  });

  it('is pointed at where it stands: alone or in a list', async () => {
    const entry = { id: SCHEMA, type: 'OurOwnValidator' };
    expect((await check(vc({ credentialSchema: entry }))).at).toBe('/credentialSchema');
    expect((await check(named(entry))).at).toBe('/credentialSchema/0');
  });
});
