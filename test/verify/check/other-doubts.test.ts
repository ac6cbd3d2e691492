/** What is doubted of a record, and what is not: each doubt by a record that gives no other reason for it. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { checkConformance } from '../../../src/verify/check/conformance.ts';
import { extensionProblems } from '../../../src/verify/schema/extensions.ts';
import { validate } from '../../../src/verify/schema/validate.ts';
import { verify } from '../../../src/verify/verify.ts';
import { readOne, vc } from '../../credential/samples.ts';
import { fakeNet } from '../../fake/net.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';
import { createJwtIssuer, type JwtIssuer } from '../jwt-badge.ts';
import { credentialOf } from '../proof/issue.ts';

const REFRESH = 'https://refresh.example/a';
let issuer: JwtIssuer;
beforeAll(async () => {
  issuer = await createJwtIssuer();
});

async function outcomesOf(more: JsonObject, body: string | object = '') {
  const net = fakeNet({ [REFRESH]: { body } }, NOW);
  const credential = credentialOf(await issuer.badge(more as never));
  const { report } = await verify({ credential, claim: null }, fakePorts({ net }));
  return { ...report.outcomes, asked: net.asked };
}

describe('a newer copy', () => {
  const service = { id: REFRESH, type: '1EdTechCredentialRefresh' };

  it('whose key is the issuer’s, and whose token is of the future, is not taken', async () => {
    const copy = await issuer.badge({ iat: 4_000_000_000 } as never);
    const { refresh } = await outcomesOf({ refreshService: service }, copy);
    expect([refresh.state, refresh.problem?.code]).toEqual(['warned', 'refreshed-copy-rejected']);
  });

  it.each([
    { ...service, type: '1EdTechCredentialRefreshBeta' },
    { id: REFRESH },
    { ...service, id: [REFRESH] },
  ])('is not asked for at a service of another make (%j)', async (one) => {
    const { refresh, asked } = await outcomesOf({ refreshService: one as JsonObject });
    expect([refresh.problem?.code, asked]).toEqual(['refresh-unsupported', []]);
  });

  it('is asked for at the service that has an address, whichever stands first', async () => {
    const { asked } = await outcomesOf({ refreshService: [{ ...service, id: [REFRESH] }, service] });
    expect(asked).toEqual([REFRESH]);
  });
});

describe('a digest', () => {
  const digest = { digestSRI: 'sha256-AAAA' };

  it('of an address that cannot be read is told not to be comparable', async () => {
    const { conformance } = await outcomesOf({ relatedResource: [{ id: 'data:!', ...digest }] });
    expect(conformance).toMatchObject({ state: 'passed', facts: { related: [{ id: 'data:!' }] } });
    expect(JSON.stringify(conformance.facts)).not.toContain('differs');
  });

  it('of nothing that is named is no question', async () => {
    const { conformance } = await outcomesOf({ card: digest });
    expect([conformance.state, conformance.facts?.related]).toEqual(['passed', undefined]);
  });

  it('inside an endorsement is the endorsement’s own matter', async () => {
    const { conformance, asked } = await outcomesOf({ endorsement: [{ id: REFRESH, ...digest }] });
    expect([conformance.facts?.related, conformance.problem?.code, asked]).toEqual([
      undefined,
      undefined,
      [],
    ]);
  });
});

describe('a schema', () => {
  const SCHEMA = 'https://schemas.example.org/card.json';
  const entry = { id: SCHEMA, type: 'OurOwnValidator' };
  const placeOf = async (credentialSchema: JsonObject | readonly JsonObject[]) => {
    const credential = await readOne(vc({ credentialSchema } as JsonObject));
    return (await checkConformance(credential, { net: fakeNet({}, NOW) })).problem?.at;
  };

  it('is pointed at where it stands: alone or in a list', async () => {
    expect(await placeOf(entry)).toBe('/credentialSchema');
    expect(await placeOf([entry])).toBe('/credentialSchema/0');
  });

  it('of an extension of Open Badges 2.0 says nothing of a later credential', async () => {
    const broken = { type: ['Extension', 'extensions:ApplyLink'], url: 7 };
    expect(extensionProblems({ link: broken })).toHaveLength(1);
    const said = await checkConformance(await readOne(vc({ link: broken })), { net: fakeNet({}, NOW) });
    expect(said.problem?.code).not.toBe('schema-violated');
  });

  it('of an extension is named by a text', () => {
    expect(extensionProblems({ link: { type: ['Extension', ['extensions:ApplyLink']], url: 7 } })).toEqual(
      [],
    );
  });

  it('is told by the deepest place at which it is violated, whichever branch was tried last', () => {
    const deep = { properties: { a: { properties: { b: { type: 'string' } } } } };
    const found = validate({ anyOf: [deep, { required: ['z'] }] }, { a: { b: 7 } });
    expect(found.ok && found.value[0]).toEqual({ at: '/a/b', keyword: 'type' });
  });

  it('with one pattern for names looks at each name once', () => {
    const wide = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`m${index}`, 1]));
    const schema = { patternProperties: { '^a*b*$': {} } };
    const found = validate(schema, { ...wide, note: 'x'.repeat(300) }, 'elsewhere');
    expect(found.ok && found.value).toEqual([]);
  });
});
