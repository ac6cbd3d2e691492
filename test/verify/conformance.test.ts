import { describe, expect, test } from 'vitest';
import { utf8 } from '../../src/encoding/text.ts';
import type { JsonObject } from '../../src/json.ts';
import type { NetAnswer, NetRequest } from '../../src/ports.ts';
import { fail, type Result, succeed } from '../../src/result.ts';
import { checkConformance } from '../../src/verify/check/conformance.ts';
import type { Outcome } from '../../src/verify/report.ts';
import { achievement, ob2, ob3, subject, vc } from '../build/samples.ts';
import { readOne } from '../credential/reading.ts';
import { fakeHeavy } from '../fake/ports.ts';

const OB3_SCHEMA =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';
const OWN_SCHEMA = 'https://schemas.example.org/card.json';

interface World {
  readonly asked: string[];
  readonly check: (content: JsonObject | string) => Promise<Outcome>;
}

/** A world in which some addresses answer, each with a body and a status. */
function world(bodies: Readonly<Record<string, string>> = {}, status = 200): World {
  const asked: string[] = [];
  const get = async ({ url }: NetRequest): Promise<Result<NetAnswer>> => {
    asked.push(url);
    const body = bodies[url];
    if (body === undefined) return fail('timeout');
    const answer = { url, finalUrl: url, status, contentType: null, charset: null, maxAgeSeconds: null };
    return succeed({ ...answer, bytes: utf8(body), at: 0, cached: false });
  };
  return {
    asked,
    check: async (content) => checkConformance(await readOne(content), { heavy: fakeHeavy, net: { get } }),
  };
}

const named = (id: string, type = '1EdTechJsonSchemaValidator2019'): JsonObject => ({
  credentialSchema: [{ id, type }],
});
const schema = (value: JsonObject): Record<string, string> => ({ [OWN_SCHEMA]: JSON.stringify(value) });

describe('without a schema', () => {
  test('a whole credential passes', async () => {
    expect(await world().check(ob3())).toEqual({ state: 'passed' });
  });

  test('the first defect is the problem, the rest are beside it', async () => {
    const outcome = await world().check(ob3({ issuer: null, validFrom: 'soon' }));
    expect(outcome).toMatchObject({
      state: 'failed',
      problem: { code: 'member-missing', at: '/issuer' },
      others: [{ code: 'date-malformed', at: '/validFrom' }],
    });
  });

  test('a member that breaks the rules of the badge and of the data model is one defect', async () => {
    const outcome = await world().check(ob3({ issuer: { id: 7, type: ['Profile'] } }));
    expect(outcome).toEqual({ state: 'failed', problem: expect.objectContaining({ at: '/issuer/id' }) });
  });

  test('what is only odd is a warning', async () => {
    const { id: _id, ...anybody } = subject({ name: 'Ada' });
    const outcome = await world().check(ob3({ credentialSubject: anybody }));
    expect(outcome).toMatchObject({ state: 'warned', problem: { code: 'recipient-not-identified' } });
  });

  test('a defect outweighs an oddity, whichever was found first', async () => {
    const { id: _id, ...anybody } = subject({ name: 'Ada', achievement: achievement({ name: null }) });
    const outcome = await world().check(ob3({ credentialSubject: anybody }));
    expect(outcome).toMatchObject({
      state: 'failed',
      problem: { code: 'member-missing' },
      others: [{ code: 'recipient-not-identified' }],
    });
  });

  test('of an address nothing is said but that it is one', async () => {
    const baked = '<svg xmlns:o="http://openbadges.org"><o:assertion verify="https://b.example/1"/></svg>';
    expect(await world().check(baked)).toEqual({ state: 'not-run', blockedBy: 'proof' });
  });
});

describe('with a schema of 1EdTech', () => {
  test('it is validated against the bundled one, and nobody is asked', async () => {
    const { asked, check } = world();
    expect(await check(ob3(named(OB3_SCHEMA)))).toEqual({ state: 'passed' });
    expect(asked).toEqual([]);
  });

  test('a violation fails, with its place', async () => {
    const wrong = achievement({ alignment: [{ type: ['Alignment'], targetName: 'x', targetUrl: 7 }] });
    const outcome = await world().check(
      ob3({ ...named(OB3_SCHEMA), credentialSubject: subject({ achievement: wrong }) }),
    );
    expect(outcome.state).toBe('failed');
    expect([outcome.problem, ...(outcome.others ?? [])].map((each) => `${each?.code} ${each?.at}`)).toContain(
      'schema-violated /credentialSubject/achievement/alignment/0/targetUrl',
    );
  });

  test('a member that only the schema demands fails', async () => {
    const other = subject({ achievement: achievement({ tag: 7 }) });
    const outcome = await world().check(ob3({ ...named(OB3_SCHEMA), credentialSubject: other }));
    expect(outcome).toMatchObject({ state: 'failed', problem: { code: 'schema-violated' } });
  });

  test('of a credential that is shown in part, what is missing may be kept back, and what is malformed is not', async () => {
    const without = subject({
      achievement: achievement({ criteria: undefined as never, name: undefined as never }),
    });
    const partial = ob3({ ...named(OB3_SCHEMA), credentialSubject: without });
    const undisclosed = { dates: true, status: true };
    const told = async (content: JsonObject) =>
      checkConformance(
        await readOne(content),
        { heavy: fakeHeavy, net: { get: async () => fail('timeout') } },
        { undisclosed },
      );
    const { state, problem, others = [] } = await told(partial);
    expect([state, ...[problem, ...others].map((each) => each?.code)]).toEqual([
      'warned',
      ...Array(3).fill('statements-hidden'),
    ]);
    expect((await world().check(partial)).state).toBe('failed');
    expect(await told({ ...partial, validFrom: 'soon' })).toMatchObject({
      state: 'failed',
      problem: { code: 'date-malformed' },
    });
    const alone = ob3();
    for (const type of [[], {}])
      expect(
        (
          await told({
            ...alone,
            type: ['VerifiableCredential', 'OpenBadgeCredential'],
            evidence: { id: 'urn:e', type },
          })
        ).state,
      ).toBe('warned');
    for (const type of [7, [7], { x: 1 }])
      expect(await told({ ...alone, evidence: { id: 'urn:e', type } })).toMatchObject({
        state: 'failed',
        problem: { code: 'member-malformed' },
      });
  });

  test('a member that is null is one that is not there', async () => {
    const nulled = achievement({
      alignment: [
        { type: ['Alignment'], targetName: 'x', targetUrl: 'https://x.example', targetDescription: null },
      ],
    });
    const outcome = await world().check(
      ob3({ ...named(OB3_SCHEMA), credentialSubject: subject({ achievement: nulled }) }),
    );
    expect(outcome).toEqual({ state: 'passed' });
  });

  test('the data model of the credential chooses among what the address has meant', async () => {
    const { validFrom: _f, validUntil: _u, ...rest } = ob3();
    const old = {
      ...rest,
      ...named(OB3_SCHEMA),
      '@context': [
        'https://www.w3.org/2018/credentials/v1',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
      ],
      name: 'Bread',
      issuanceDate: '2026-01-15T00:00:00Z',
    };
    expect(await world().check(old)).toEqual({ state: 'passed' });
    const outcome = await world().check({ ...old, name: undefined as never });
    expect(outcome).toMatchObject({ state: 'failed', problem: { code: 'schema-violated' } });
  });
});

describe('with a schema from elsewhere', () => {
  const card = (override: JsonObject = {}) => vc({ ...named(OWN_SCHEMA, 'JsonSchema'), ...override });

  test('it is fetched and validated against', async () => {
    const demands = { type: 'object', properties: { credentialSubject: { required: ['card'] } } };
    expect(await world(schema(demands)).check(card({ credentialSubject: { card: 7 } }))).toEqual({
      state: 'passed',
    });
    expect(await world(schema(demands)).check(card())).toMatchObject({
      state: 'failed',
      problem: { code: 'schema-violated', at: '/credentialSubject', params: { url: OWN_SCHEMA } },
    });
  });

  test('its patterns are applied where they are tame', async () => {
    const demands = { properties: { card: { pattern: '^(?:urn|https?):[a-z]+(-[a-z]+)?$' } } };
    expect(await world(schema(demands)).check(card({ card: 'urn:abc-def' }))).toEqual({ state: 'passed' });
    expect(await world(schema(demands)).check(card({ card: 'abc' }))).toMatchObject({
      problem: { code: 'schema-violated', at: '/card' },
    });
  });

  test('one that cannot be had leaves the question open, never passes and never fails', async () => {
    expect(await world().check(card())).toMatchObject({
      state: 'inconclusive',
      problem: { code: 'schema-unavailable', at: '/credentialSchema/0', cause: { code: 'timeout' } },
    });
    expect(await world(schema({}), 404).check(card())).toMatchObject({
      state: 'inconclusive',
      problem: { code: 'schema-unavailable', cause: { code: 'record-not-found' } },
    });
    expect(await world({ [OWN_SCHEMA]: '<html>' }).check(card())).toMatchObject({
      state: 'inconclusive',
      problem: { code: 'schema-unavailable', cause: { code: 'html-not-json' } },
    });
  });

  test('a violated schema outweighs one that cannot be had', async () => {
    const schemas = [
      { id: 'https://gone.example/s', type: 'JsonSchema' },
      { id: OWN_SCHEMA, type: 'JsonSchema' },
    ];
    const outcome = await world(schema({ required: ['nothing'] })).check(vc({ credentialSchema: schemas }));
    expect(outcome).toMatchObject({
      state: 'failed',
      problem: { code: 'schema-violated' },
      others: [{ code: 'schema-unavailable' }],
    });
  });

  test('two that demand the same in vain are named each', async () => {
    const demands = JSON.stringify({ properties: { credentialSubject: { required: ['card'] } } });
    const other = `${OWN_SCHEMA}?other`;
    const credentialSchema = [OWN_SCHEMA, other].map((id) => ({ id, type: 'JsonSchema' }));
    const { problem, others } = await world({ [OWN_SCHEMA]: demands, [other]: demands }).check(
      card({ credentialSchema }),
    );
    expect([problem, ...(others ?? [])].map((each) => each?.params?.url)).toEqual([OWN_SCHEMA, other]);
  });

  test('a kind of schema that nobody knows is said to be one', async () => {
    const { asked, check } = world(schema({}));
    expect(await check(vc(named(OWN_SCHEMA, 'ZkpExampleSchema2018')))).toMatchObject({
      state: 'inconclusive',
      problem: { code: 'schema-unsupported', params: { type: 'ZkpExampleSchema2018' } },
    });
    expect(asked).toEqual([]);
  });

  test('nobody is asked on the word of a document that nobody signed', async () => {
    const { asked, check } = world(schema({}));
    const { proof: _proof, ...unsigned } = card();
    expect(await check({ ...unsigned, type: ['VerifiableCredential'] })).toMatchObject({
      state: 'inconclusive',
      problem: { code: 'schema-unavailable' },
    });
    expect(asked).toEqual([]);
  });

  test.each([
    ['repeats a repetition', '^(a+)+$'],
    ['leaves every letter out or not', `^urn:${'a?'.repeat(40)}b`],
    ['has two ways for every letter', `^urn:${'(a|a)'.repeat(38)}b`],
  ])('a pattern that %s ends, and decides', async (_, pattern) => {
    const demands = { properties: { note: { pattern } } };
    expect(await world(schema(demands)).check(card({ note: `urn:${'a'.repeat(5_000)}!` }))).toMatchObject({
      state: 'failed',
      problem: { code: 'schema-violated', at: '/note' },
    });
  });

  const twice = (name: string) => ({ allOf: [{ $ref: `#/$defs/${name}` }, { $ref: `#/$defs/${name}` }] });
  const tower = Object.fromEntries(
    Array.from({ length: 40 }, (_, level) => [`d${level}`, twice(`d${level + 1}`)]),
  );
  test.each<[string, JsonObject]>([
    ['that refers to itself', { $ref: '#' }],
    ['that refers to nothing', { $ref: '#/$defs/missing' }],
    ['that doubles at every step', { ...twice('d0'), $defs: { ...tower, d40: {} } }],
    [
      'whose pattern repeats within bounds that are none',
      { properties: { note: { pattern: '^a{1,9999}a{1,9999}a{1,9999}b$' } } },
    ],
    ['whose pattern is none', { properties: { id: { pattern: '[' } } }],
  ])('one %s ends, and leaves the question open', async (_, hostile) => {
    const outcome = await world(schema(hostile)).check(
      card({ id: `urn:${'a'.repeat(60)}!`, note: 'a'.repeat(19_000) }),
    );
    expect(outcome).toMatchObject({ state: 'inconclusive', problem: { code: 'schema-unsupported' } });
  });
});

describe('extensions of Open Badges 2.0', () => {
  const link = (url: unknown, type = 'extensions:ApplyLink') =>
    ob2({ 'extensions:applyLink': { type: ['Extension', type], url } as JsonObject });

  test('a known one is held to its own schema', async () => {
    expect(await world().check(link('https://apply.example'))).toEqual({ state: 'passed' });
    expect(await world().check(link(7))).toMatchObject({
      state: 'failed',
      problem: { code: 'schema-violated', at: '/extensions:applyLink/url' },
    });
  });

  test('an unknown one is left alone', async () => {
    expect(await world().check(link(7, 'extensions:OurOwn'))).toEqual({ state: 'passed' });
  });
});

describe('schemas that ask too much, or are none', () => {
  const patterned = (pattern: string, more: JsonObject = {}): JsonObject => ({
    type: 'object',
    properties: { name: { type: 'string', pattern }, ...more },
  });
  const told = async (value: unknown, content: JsonObject = {}): Promise<string> => {
    const { state, problem } = await world({ [OWN_SCHEMA]: JSON.stringify(value) }).check(
      vc({ ...named(OWN_SCHEMA), name: 'Anna', ...content }),
    );
    return problem ? `${state} ${problem.code}` : state;
  };

  test.each([[[]], ['text'], [7], [null]])('a schema that is %j is none', async (value) => {
    expect(await told(value)).toBe('inconclusive schema-unavailable');
  });

  test.each<[string, string, string]>([
    ['fits', '^A', 'passed'],
    ['does not fit', '^B', 'failed schema-violated'],
    ['would take a backtracking engine for ever', '^(A|[a-z]n|n[a-z])*[^n]$', 'passed'],
    ['refers back', '^(a)\\1$', 'inconclusive schema-unsupported'],
    ['is longer than anybody reads', `^${'A?'.repeat(501)}`, 'inconclusive schema-unsupported'],
  ])('a pattern that %s', async (_, pattern, said) => {
    expect(await told(patterned(pattern))).toBe(said);
  });

  test('patterns for names are tried on the names', async () => {
    const names = (pattern: string) => ({
      type: 'object',
      patternProperties: { [pattern]: { type: 'number' } },
    });
    expect(await told(names('^nam'))).toBe('failed schema-violated');
    expect(await told(names('^mood'))).toBe('passed');
    expect(await told({ type: 'object', patternProperties: { '^a': {}, '^nam': { type: 'number' } } })).toBe(
      'failed schema-violated',
    );
    expect(await told(names('^(?=n)'))).toBe('inconclusive schema-unsupported');
  });

  test('a member that is null is one that is not there', async () => {
    const content = { name: null, evidence: [{ type: ['Evidence'], name: null }] } as unknown as JsonObject;
    expect(await told(patterned('^A'), content)).toBe('passed');
  });
});
