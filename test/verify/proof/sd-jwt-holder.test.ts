/** What the holder of an SD-JWT may leave out, add and turn round (RFC 9901 §7.1, §9.7): never does it read as more than was signed. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.ts';
import { badge } from '../../build/issue.ts';
import { createJwtKey } from '../../build/jwt.ts';
import { createJwtIssuer } from '../../build/jwt-issuer.ts';
import { inspectInClosedWorld } from '../../fake/closed-world.ts';
import { knowingAll, NOW } from '../../fake/ports.ts';

const { did: ISSUER, key } = await createJwtIssuer();
const { kty, crv, x, y } = key.publicJwk;
const stranger = await createJwtKey('ES256');
const DAY = 86_400;
const now = NOW / 1000;

const disclosure = (...parts: readonly Json[]): string =>
  Buffer.from(JSON.stringify(['salt', ...parts])).toString('base64url');
const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
const sign = (payload: JsonObject, typ?: string): Promise<string> =>
  key.sign(payload, { kid: `${ISSUER}#0`, ...(typ !== undefined && { typ }) });

/** Everybody is recognised here, so that whatever keeps a credential from `verified` is what was shown of it. */
async function shown(text: string) {
  const [item, ...more] = await inspectInClosedWorld(text, { ports: knowingAll });
  if (item === undefined || more.length > 0) throw new Error('not exactly one');
  const { verdict, report } = item;
  const said = (id: 'conformance' | 'proof' | 'key-binding' | 'revocation' | 'validity-period'): string => {
    const { state, problem } = report.outcomes[id];
    return problem ? `${state} ${problem.code} ${problem.at ?? ''}`.trim() : state;
  };
  return { report, said, verdict: `${verdict.status} ${verdict.standing}`, reason: verdict.reason };
}

/** An SD-JWT VC by itself, and a badge without an end in a token that has all its claims. */
const card: JsonObject = { vct: 'https://types.example/licence', iss: ISSUER };
const { validUntil: _until, ...endless } = badge(ISSUER);
const claimed: JsonObject = {
  ...endless,
  iss: ISSUER,
  sub: 'did:example:learner',
  jti: endless.id as Json,
  nbf: Date.parse('2026-01-15T00:00:00Z') / 1000,
};
const LATER = '2030-01-15T00:00:00Z';
const end = disclosure('validUntil', '2026-02-01T00:00:00Z');
const expiry = disclosure('exp', now - DAY);
const other = disclosure('given_name', 'Ann');

describe('an SD-JWT that keeps nothing back', () => {
  it.each<[string, JsonObject, string]>([
    ['of its own kind', card, 'dc+sd-jwt'],
    ['of a W3C credential', endless as JsonObject, 'vc+sd-jwt'],
  ])('%s is verified', async (_, payload, typ) => {
    expect((await shown(`${await sign(payload, typ)}~`)).verdict).toBe('signature-verified verified');
    const open = await sign({ ...payload, _sd: [hash(other)] }, typ);
    expect((await shown(`${open}~${other}~`)).verdict).toBe('signature-verified verified');
  });
});

describe('an SD-JWT VC that leaves its issuer to a certificate', () => {
  it('could not be checked, and has no defect: whom it is from need not be said twice', async () => {
    const { iss: _iss, ...unsaid } = card;
    for (const payload of [unsaid, { ...unsaid, iss: null }]) {
      const token = await key.sign(payload, { typ: 'dc+sd-jwt', x5c: ['MIIB'] });
      const { verdict, said } = await shown(`${token}~`);
      expect(verdict).toBe('not-checked inconclusive');
      expect([said('conformance'), said('proof')]).toEqual(['passed', 'inconclusive key-method-unsupported']);
    }
  });

  it('is never by whoever holds a key that it names, and an issuer that is no text is a defect', async () => {
    const { iss: _iss, ...unsaid } = card;
    expect((await shown(`${await sign(unsaid, 'dc+sd-jwt')}~`)).said('key-binding')).toBe(
      'failed key-not-bound',
    );
    const odd = await shown(`${await sign({ ...card, iss: [ISSUER] }, 'dc+sd-jwt')}~`);
    expect(odd.said('conformance')).toBe('failed member-malformed /iss');
  });
});

describe('an SD-JWT VC that has members of a W3C credential, but no context', () => {
  it.each<[string, JsonObject]>([
    ['a subject', { credentialSubject: { degree: 'Master' } }],
    // The first drafts of SD-JWT VC called the type so.
    ['a type', { type: 'VerifiableCredential' }],
    ['both', { type: ['VerifiableCredential'], credentialSubject: { degree: 'Master' } }],
  ])('is by its `iss`, and they are claims of its own: %s', async (_, more) => {
    const own = { ...card, ...more };
    const { verdict, report } = await shown(`${await sign(own, 'dc+sd-jwt')}~`);
    expect(verdict).toBe('signature-verified verified');
    expect(report.credential?.types).toEqual([card.vct]);
  });

  it('ends and is revoked in the words of W3C all the same', async () => {
    const own = { ...card, credentialSubject: { degree: 'Master' } };
    const ended = await sign({ ...own, validUntil: '2026-02-01T00:00:00Z' }, 'dc+sd-jwt');
    expect((await shown(`${ended}~`)).verdict).toBe('expired caution');
    const listed = await sign({ ...own, credentialStatus: { type: 'Other' } }, 'dc+sd-jwt');
    expect((await shown(`${listed}~`)).said('revocation')).toMatch(/^inconclusive /);
  });
});

describe('a required member that the issuer did not sign', () => {
  const { id: _id, ...unnamed } = endless;
  const { name, ...subject } = unnamed.credentialSubject as JsonObject;
  const named = disclosure('name', name ?? 'Ann');
  const inSubject: JsonObject = { ...unnamed, credentialSubject: { ...subject, _sd: [hash(named)] } };

  it('is missing all the same where its holder keeps back what belongs elsewhere', async () => {
    const token = await sign(inSubject, 'vc+sd-jwt');
    for (const presented of [`${token}~${named}~`, `${token}~`]) {
      const { verdict, said } = await shown(presented);
      expect([verdict, said('conformance')]).toEqual(['failed caution', 'failed member-missing /id']);
    }
  });

  it('may be kept back where something is kept back beside it', async () => {
    const { verdict, said } = await shown(`${await sign({ ...unnamed, _sd: [hash(other)] }, 'vc+sd-jwt')}~`);
    expect([verdict, said('conformance')]).toEqual([
      'signature-verified caution',
      'warned statements-hidden /id',
    ]);
  });
});

describe('a list or an object of which nothing is shown', () => {
  const inList = hash(disclosure('Alignment'));
  const { achievement, ...subject } = endless.credentialSubject as JsonObject;
  const { alignment: _alignment, ...rest } = achievement as JsonObject;
  const aligned = (type: Json): JsonObject => ({
    ...subject,
    achievement: {
      ...rest,
      alignment: [{ type, targetName: 'Proof', targetUrl: 'https://skills.example/p' }],
    },
  });
  it.each<[string, JsonObject]>([
    ['the type of a part', { credentialSubject: aligned([{ '...': inList }]) }],
    ['the type that was asked for', { credentialSubject: aligned([{ '...': inList }, 'Other']) }],
    ['every subject', { credentialSubject: [{ '...': inList }] }],
    ['the one subject', { type: ['VerifiableCredential'], credentialSubject: { _sd: [inList] } }],
  ])('was kept back, and is not malformed: %s', async (_, over) => {
    const { verdict, said } = await shown(`${await sign({ ...endless, ...over }, 'vc+sd-jwt')}~`);
    expect(verdict).toBe('signature-verified caution');
    expect(said('conformance')).toMatch(/^warned statements-hidden /);
  });

  it('is malformed where nothing was kept back', async () => {
    const { said } = await shown(`${await sign({ ...endless, credentialSubject: [] }, 'vc+sd-jwt')}~`);
    expect(said('conformance')).toMatch(/^failed /);
  });
});

describe('a token of which every disclosure is left out', () => {
  it.each<[string, JsonObject, (token: string) => string]>([
    ['and the last ~ too', {}, (token) => token],
    ['and the last ~ stays', {}, (token) => `${token}~`],
    ['and which names its hash', { _sd_alg: 'sha-256' }, (token) => token],
  ])('is no whole VC-JWT, to which nothing could be missing: %s', async (_, more, asShown) => {
    const token = await sign({ ...claimed, ...more, _sd: [hash(end)] });
    expect((await shown(`${token}~${end}~`)).verdict).toBe('expired caution');
    const { verdict, said } = await shown(asShown(token));
    expect(verdict).toBe('signature-verified caution');
    expect(said('validity-period')).toBe('warned statements-hidden /validUntil');
    expect(said('revocation')).toBe('warned statements-hidden /credentialStatus');
  });

  it('is no whole credential in a claim either (VCDM 1.1 §6.3.1)', async () => {
    const { iss, sub, jti, nbf } = claimed;
    const vc = { ...endless, _sd: [hash(end)] };
    const token = await sign({ iss, sub, jti, nbf, vc } as JsonObject, 'JWT');
    expect((await shown(`${token}~${end}~`)).verdict).toBe('expired caution');
    for (const text of [token, `${token}~`]) {
      const { verdict, said } = await shown(text);
      expect(verdict).toBe('signature-verified caution');
      expect(said('validity-period')).toBe('warned statements-hidden /validUntil');
      expect(said('revocation')).toBe('warned statements-hidden /credentialStatus');
    }
  });

  it('may keep an element of a list back as well', async () => {
    const credentialStatus = [{ '...': hash('kept back') }];
    const { said } = await shown(await sign({ ...claimed, credentialStatus }));
    expect(said('revocation')).toBe('warned statements-hidden /credentialStatus');
  });

  it('is an assertion of Open Badges 2.0, which is not read so: its list of revoked badges would not be asked for', async () => {
    const assertion: JsonObject = {
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Assertion',
      id: 'urn:uuid:1',
      recipient: { type: 'email', hashed: false, identity: 'ann@example.org' },
      badge: 'https://university.example/badge',
      verification: { type: 'signed', creator: `${ISSUER}#0` },
      issuedOn: '2026-01-15T00:00:00Z',
    };
    for (const more of [{}, { vct: 'https://types.example/badge' }] as JsonObject[]) {
      const token = await sign({ ...assertion, ...more, _sd: [hash(other)] });
      expect((await shown(`${token}~${other}~`)).reason).toBe('unknown-format');
    }
  });
});

describe('an end or a status that may be kept back', () => {
  it.each<[string, JsonObject, string, string]>([
    [
      'is said of an SD-JWT VC that shows neither',
      { _sd: [hash(expiry)] },
      'warned statements-hidden /validUntil',
      'warned statements-hidden /credentialStatus',
    ],
    [
      'may be an earlier end than the one that is shown',
      { exp: now + DAY, nbf: now - DAY, _sd: [hash(other)] },
      'warned statements-hidden /validUntil',
      'warned statements-hidden /credentialStatus',
    ],
    [
      'may be a beginning',
      { exp: now + DAY, iat: now - DAY, _sd: [hash(disclosure('nbf', now + DAY))] },
      'warned statements-hidden /validFrom',
      'warned statements-hidden /credentialStatus',
    ],
    [
      'is neither within a claim that is neither',
      { address: { _sd: [hash(other)] } },
      'passed',
      'not-applicable',
    ],
    [
      'is said of a W3C credential with a type of SD-JWT VC',
      { ...(endless as JsonObject), _sd: [hash(end)] },
      'warned statements-hidden /validUntil',
      'warned statements-hidden /credentialStatus',
    ],
    [
      'is said of what is left of a W3C credential without its type and subject',
      { '@context': ['https://university.example/context'], type: ['Degree'], _sd: [hash(other)] },
      'warned statements-hidden /validUntil',
      'warned statements-hidden /credentialStatus',
    ],
  ])('%s', async (_, more, period, revocation) => {
    const { verdict, said } = await shown(`${await sign({ ...card, ...more }, 'dc+sd-jwt')}~`);
    expect([said('validity-period'), said('revocation')]).toEqual([period, revocation]);
    const isWhole = revocation === 'not-applicable';
    expect(verdict).toBe(`signature-verified ${isWhole ? 'verified' : 'caution'}`);
  });

  it('is none within a claim that a disclosure shows, and that is neither', async () => {
    const address = disclosure('address', { country: 'NL', _sd: [hash(other)] });
    const { verdict } = await shown(
      `${await sign({ ...card, _sd: [hash(address)] }, 'dc+sd-jwt')}~${address}~`,
    );
    expect(verdict).toBe('signature-verified verified');
  });

  it('may be a status in the words of W3C, where an SD-JWT VC shows its own', async () => {
    const status = { status_list: { idx: 1, uri: 'https://university.example/statuses' } };
    const codes = async (more: JsonObject) => {
      const { report } = await shown(`${await sign({ ...card, status, ...more }, 'dc+sd-jwt')}~`);
      const { problem, others = [] } = report.outcomes.revocation;
      return [problem, ...others].map((each) => each?.code);
    };
    const undisclosed = ['status-list-unreachable', 'statements-hidden'];
    expect(await codes({ address: { _sd: [hash(other)] } })).toEqual(['status-list-unreachable']);
    expect(await codes({ _sd: [hash(other)] })).toEqual(undisclosed);
    expect(await codes({ status: { ...status, _sd: [hash(other)] } })).toEqual(undisclosed);
    expect(await codes({ _sd: [hash(other)], '@context': ['https://university.example/context'] })).toEqual(
      undisclosed,
    );
    const { '@context': _context, ...bare } = endless as JsonObject;
    for (const w3c of [endless as JsonObject, bare])
      expect(await codes({ ...w3c, _sd: [hash(other)] })).toEqual(undisclosed);
  });

  it('counts where an SD-JWT VC has it in the words of W3C, whose type its holder keeps back', async () => {
    const typed = disclosure('type', endless.type as Json);
    const entry = { type: 'BitstringStatusListEntry', statusListCredential: 'https://university.example/1' };
    const told = async (more: JsonObject) =>
      shown(`${await sign({ ...card, ...more, _sd: [hash(typed)] }, 'dc+sd-jwt')}~`);
    expect((await told({ validUntil: '2026-02-01T00:00:00Z' })).verdict).toBe('expired caution');
    expect((await told({ expirationDate: '2026-02-01T00:00:00Z' })).verdict).toBe('expired caution');
    expect((await told({ validUntil: LATER, exp: now - DAY })).verdict).toBe('expired caution');
    expect((await told({ validUntil: '2026-02-01T00:00:00Z', exp: now - DAY })).verdict).toBe(
      'expired caution',
    );
    expect((await told({ credentialStatus: entry })).said('revocation')).toMatch(/^inconclusive /);
  });

  it('is no less of one, in the words of W3C, where whatever has them is kept back with it', async () => {
    const all = [end, ...Object.entries(endless).map(([name, value]) => disclosure(name, value as Json))];
    const payload = { ...card, exp: now + DAY, nbf: now - DAY, _sd: all.map(hash) };
    const token = await sign(payload, 'dc+sd-jwt');
    expect((await shown(`${token}~${all.join('~')}~`)).verdict).toBe('expired caution');
    expect((await shown(`${token}~${end}~`)).verdict).toBe('expired caution');
    expect((await shown(`${token}~`)).said('validity-period')).toBe('warned statements-hidden /validUntil');
  });

  it.each<[string, JsonObject]>([
    ['in its own', { nbf: now + DAY }],
    ['in those of W3C', { validFrom: LATER }],
    ['in those of its first data model', { issuanceDate: LATER }],
    ['in both, of which the later counts', { nbf: now - DAY, validFrom: LATER }],
    ['in both, and neither has come', { nbf: now + DAY, validFrom: LATER }],
  ])('nor does it hold before its beginning in whichever words: %s', async (_, more) => {
    const { said, verdict } = await shown(`${await sign({ ...card, ...more }, 'dc+sd-jwt')}~`);
    expect([said('proof'), said('validity-period')]).toEqual(['passed', 'failed not-yet-valid']);
    expect(verdict).toMatch(/ caution$/);
  });
});

describe('an SD-JWT whose claim vc is the credential', () => {
  const { iss, sub, jti, nbf } = claimed;
  const from = { iss, sub, jti, nbf } as JsonObject;
  const { achievement, ...subject } = endless.credentialSubject as JsonObject;
  const held = async (vc: JsonObject, more: JsonObject = {}, opened: readonly string[] = []) =>
    shown(`${[await sign({ ...from, ...more, vc }, 'vc+sd-jwt'), ...opened].join('~')}~`);
  const whole = endless as JsonObject;

  it('is verified where nothing is kept back, and reads what is disclosed in it', async () => {
    const shownPart = disclosure('achievement', achievement as Json);
    const vc = { ...whole, credentialSubject: { ...subject, _sd: [hash(shownPart)] } };
    const { verdict, report } = await held(vc, {}, [shownPart]);
    expect(verdict).toBe('signature-verified verified');
    expect(report.credential?.achievements.map(({ name }) => name)).toEqual([
      (achievement as JsonObject).name,
    ]);
  });

  it('has its issuer and its other members from the claims that stand for them', async () => {
    const { issuer: _issuer, id: _id, validFrom: _from, ...rest } = whole;
    const { report } = await held({ ...rest, credentialSubject: { ...subject, achievement } as JsonObject });
    expect([report.credential?.issuer.id, report.credential?.id]).toEqual([iss, jti]);
    expect(report.credential?.validFrom?.instant).toBe((nbf as number) * 1000);
  });

  it.each<[string, JsonObject, JsonObject, string, string]>([
    ['beside it', {}, { _sd: [hash(other)] }, 'warned statements-hidden /validUntil', 'warned'],
    ['in it', { _sd: [hash(other)] }, {}, 'warned statements-hidden /validUntil', 'warned'],
    [
      'beside an end that is shown',
      { validUntil: LATER, _sd: [hash(other)] },
      {},
      'warned statements-hidden /exp',
      'warned',
    ],
    ['among its statuses', { credentialStatus: [{ '...': hash(other) }] }, {}, 'passed', 'warned'],
    [
      'about its subject',
      { credentialSubject: { ...subject, achievement, _sd: [hash(other)] } as JsonObject },
      {},
      'passed',
      'not-applicable',
    ],
  ])('may keep an end or a status back %s', async (_, inside, beside, period, revocation) => {
    const { said } = await held({ ...whole, ...inside }, beside);
    expect(said('validity-period')).toBe(period);
    expect(said('revocation')).toBe(
      revocation === 'warned' ? 'warned statements-hidden /credentialStatus' : revocation,
    );
  });

  it.each<[string, JsonObject, JsonObject, string]>([
    ['an end', {}, { exp: now - DAY }, 'expired caution'],
    ['an end in its own words', {}, { validUntil: '2026-02-01T00:00:00Z' }, 'expired caution'],
    ['another issuer', {}, { iss: 'did:web:other.example' }, 'failed failed'],
    ['another subject', {}, { sub: 'did:example:other' }, 'failed failed'],
    ['another beginning', {}, { nbf: 1 }, 'failed failed'],
    ['a presentation', {}, { vp: { type: 'VerifiablePresentation' } }, 'not-checked inconclusive'],
  ])('counts what stands beside it: %s', async (_, inside, beside, verdict) => {
    expect((await held({ ...whole, ...inside }, beside)).verdict).toBe(verdict);
  });
});

describe('what the disclosures of a W3C credential show', () => {
  it.each<[string, readonly Json[], string, string]>([
    ['an end of the token', ['exp', now - DAY], 'proof', 'failed proof-expired /exp'],
    ['its beginning', ['nbf', now + DAY], 'proof', 'failed proof-created-in-future /nbf'],
    ['another subject', ['sub', 'did:example:other'], 'proof', 'failed claims-contradict /sub'],
    ['another issuer', ['iss', 'https://other.example'], 'key-binding', 'failed claims-contradict /iss'],
    ['another credential', ['vc', { type: [] }], 'conformance', 'failed claims-contradict /vc'],
    ['a presentation', ['vp', { type: [] }], 'conformance', 'failed claims-contradict /vp'],
  ])('is held against it as if it stood in the open: %s', async (_, parts, id, expected) => {
    const one = disclosure(...parts);
    const payload: JsonObject = { ...endless, validUntil: LATER, _sd: [hash(one)] };
    const { said, verdict } = await shown(`${await sign(payload, 'vc+sd-jwt')}~${one}~`);
    expect(said(id as 'proof')).toBe(expected);
    expect(verdict).toBe('failed failed');
  });

  it('is nothing behind a VC-JWT that has no digest for it', async () => {
    const forged = disclosure('degree', 'PhD');
    const text = `${await sign({ ...claimed, validUntil: LATER }, 'JWT')}~${forged}~`;
    expect((await shown(text)).said('proof')).toBe('failed selective-disclosure-unbound');
  });

  it('makes no SD-JWT VC of a VC-JWT that has a vct as well', async () => {
    const past = { ...endless, validUntil: '2026-02-01T00:00:00Z' };
    const token = await sign({ ...card, vc: past } as JsonObject, 'JWT');
    expect((await shown(token)).verdict).toBe('expired caution');
    expect((await shown(`${token}~`)).said('conformance')).toBe('failed claims-contradict /vc');
  });
});

describe('what stands behind the last ~', () => {
  const bound: JsonObject = { ...card, cnf: { jwk: { kty, crv, x, y } as JsonObject } };
  const answer = { iat: now, aud: 'https://verifier.example', nonce: 'n', sd_hash: 'x' };

  it.each<[string, JsonObject, Promise<string>]>([
    ['of the holder', bound, key.sign(answer, { typ: 'kb+jwt' })],
    ['of somebody else', bound, stranger.sign(answer, { typ: 'kb+jwt' })],
    ['for no key of a holder', card, key.sign(answer, { typ: 'kb+jwt' })],
    ['of another type that says nothing', bound, key.sign({}, { typ: 'JWT' })],
  ])(
    'as a key-binding JWT (%s) answers another verifier: nothing is better or worse for it',
    async (_, payload, binding) => {
      const token = await sign({ ...payload, _sd: [hash(other)] }, 'dc+sd-jwt');
      const plain = await shown(`${token}~${other}~`);
      const withBinding = await shown(`${token}~${other}~${await binding}`);
      expect(withBinding.verdict).toBe('signature-verified verified');
      expect(withBinding.report).toEqual(plain.report);
    },
  );

  it('as a disclosure that lost its separator is one all the same, if it was signed', async () => {
    const token = await sign({ ...card, _sd: [hash(other), hash(expiry)] }, 'dc+sd-jwt');
    expect((await shown(`${token}~${other}~${expiry}`)).report).toEqual(
      (await shown(`${token}~${other}~${expiry}~`)).report,
    );
    expect((await shown(`${token}~${disclosure('given_name', 'Eve')}`)).verdict).toBe('failed failed');
    expect((await shown(`${await sign(claimed)}~${other}`)).verdict).toBe('failed failed');
  });

  it.each<[string, string]>([
    ['anything else', 'junk'],
    ['parts that are no JWT', 'x.y.z'],
  ])('as %s is malformed, and nothing is silently left out for it', async (_, last) => {
    const token = await sign({ ...card, _sd: [hash(other)] }, 'dc+sd-jwt');
    expect((await shown(`${token}~${last}`)).reason).toBe('jwt-malformed');
    expect((await shown(`${await sign(claimed)}~${last}`)).reason).toBe('jwt-malformed');
  });
});

describe('an SD-JWT whose digests are of a hash that nobody here knows', () => {
  it.each<[string, readonly string[]]>([
    ['shown as it is', []],
    ['shown with a disclosure', [other]],
  ])('could not be checked: %s', async (_, disclosures) => {
    const token = await sign({ ...card, _sd_alg: 'blake2b-256', _sd: [hash(other)] }, 'dc+sd-jwt');
    const { verdict, said } = await shown([token, ...disclosures, ''].join('~'));
    expect(said('proof')).toBe('inconclusive algorithm-unsupported');
    expect([said('conformance'), verdict]).toEqual(['passed', 'not-checked inconclusive']);
  });
});

describe('an SD-JWT of hostile size', () => {
  const many = Array.from({ length: 5_000 }, (_, index) => disclosure(`claim${index}`, index));
  const text = async (payload: JsonObject, ...disclosures: readonly string[]) =>
    [await sign({ ...card, ...payload }, 'dc+sd-jwt'), ...disclosures, ''].join('~');

  it('of 100,000 disclosures, or of separators alone, is not read', async () => {
    const flood = Array.from({ length: 20 }, () => many).flat();
    expect((await shown(await text({}, ...flood))).reason).toBe('json-too-many-entries');
    expect((await shown(await text({}, '~'.repeat(20_000_000)))).reason).toBe('json-too-many-entries');
  });

  it('of 100,000 decoys in one list is not read, and of 20,000 in some is', async () => {
    const decoys = Array.from({ length: 20 }, () => many.map(hash)).flat();
    expect((await shown(await text({ _sd: decoys }))).reason).toBe('json-too-large');
    const lists = ['a', 'b', 'c', 'd'].map((name, at) => [
      name,
      { _sd: many.map((one) => hash(`${at}${one}`)) },
    ]);
    const { report, verdict } = await shown(await text(Object.fromEntries(lists) as JsonObject));
    expect(report.outcomes.proof.facts).toMatchObject({ disclosed: 0, undisclosed: 20_000 });
    expect(verdict).toBe('signature-verified verified');
  });

  it('gives one fault once, however often it is there', async () => {
    const faults = async (token: string) => {
      const { report } = await shown(token);
      const { problem, others = [] } = report.outcomes.conformance;
      return [problem, ...others].map((each) => each?.code);
    };
    const lists = ['a', 'b', 'c'].map((name) => [name, { _sd: many.map(() => 7) }]);
    expect(await faults(await text(Object.fromEntries(lists) as JsonObject))).toEqual([
      'selective-disclosure-unbound',
    ]);
    expect(await faults(await text({}, ...many.slice(0, 1_900)))).toEqual(['selective-disclosure-unbound']);
    expect(await faults(await text({}, 'A', 'B', 'C'))).toEqual(['encoding-malformed']);
  });

  it('of 10,000 levels is not read, in its payload or in a disclosure', async () => {
    const tower = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const part = (json: string) => Buffer.from(json).toString('base64url');
    const payload = part(`{"vct":"x","iss":"did:example:i","a":${tower}}`);
    expect((await shown(`${part('{"alg":"ES256","typ":"dc+sd-jwt"}')}.${payload}.AA~`)).reason).toBe(
      'json-too-deep',
    );
    const deep = part(`["salt","a",${tower}]`);
    expect((await shown(await text({ _sd: [hash(deep)] }, deep))).said('conformance')).toBe(
      'failed encoding-malformed',
    );
  });

  it('of as many disclosures within each other is refused where JSON itself would be', async () => {
    let inner = disclosure('end', true);
    const tower = [inner];
    for (let level = 0; level < 1_900; level++) {
      inner = disclosure(`level${level}`, { _sd: [hash(inner)] });
      tower.push(inner);
    }
    const { said } = await shown(await text({ _sd: [hash(inner)] }, ...tower));
    expect([said('conformance'), said('proof')]).toEqual([
      'failed selective-disclosure-unbound',
      'failed selective-disclosure-unbound',
    ]);
  });
});
