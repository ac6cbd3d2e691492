/** Members that a holder writes otherwise after signing: the graph, and so the signature, stays the same, and what is read with it. */
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '../../../src/json.ts';
import { badge, issueFor } from '../../build/issue.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';

const XSD_DATE = 'http://www.w3.org/2001/XMLSchema#dateTime';
const OB = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#';

const verdictOn = async (credential: JsonObject) => {
  const { report, verdict } = await verifyInClosedWorld({ credential });
  return { status: verdict.status, code: report.outcomes.proof.problem?.code ?? null };
};
const HOLDS = { status: 'signature-verified', code: null };

/** What is shown of one has to be what is shown of the other. */
async function expectSame(respelt: JsonObject, original: JsonObject): Promise<void> {
  const one = await verifyInClosedWorld({ credential: respelt });
  const other = await verifyInClosedWorld({ credential: original });
  expect(one.verdict).toEqual(other.verdict);
  expect(one.report.credential).toEqual(other.report.credential);
}

const contextsOf = (credential: JsonObject): readonly Json[] => credential['@context'] as readonly Json[];
const adding = (credential: JsonObject, ...more: readonly Json[]): JsonObject => ({
  ...credential,
  '@context': [...contextsOf(credential), ...more],
});
const rename = (value: JsonObject, from: string, to: string): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([name, one]) => [name === from ? to : name, one]));
const inSubject = (credential: JsonObject, change: (subject: JsonObject) => JsonObject): JsonObject => ({
  ...credential,
  credentialSubject: change(credential.credentialSubject as JsonObject),
});
const inAchievement = (credential: JsonObject, change: (value: JsonObject) => JsonObject): JsonObject =>
  inSubject(credential, (subject) => ({
    ...subject,
    achievement: change(subject.achievement as JsonObject),
  }));

const expired = async (): Promise<JsonObject> => {
  const credentialOf = (issuer: string) => ({ ...badge(issuer), validUntil: '2026-02-01T00:00:00Z' });
  return (await issueFor('eddsa-rdfc-2022', { credentialOf })).credential;
};

describe('a name', () => {
  it('that a vocabulary completes is read all the same', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const respelt = adding(rename(credential, 'name', 'me'), { '@vocab': 'https://schema.org/na' });
    await expectSame(respelt, credential);
  });
});

describe('a member deep inside', () => {
  it.each(['description', 'tag'])('is read out of a list in a list: %s', async (name) => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const nested = inAchievement(credential, (value) => ({
      ...value,
      [name]: [[value[name] ?? '']] as never,
    }));
    expect(await verdictOn(credential)).toEqual(HOLDS);
    await expectSame(nested, credential);
  });
});

describe('a name that shares its meaning with another one', () => {
  it('shows the criteria (Open Badges 3.0: criteria, Criteria)', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const respelt = inAchievement(credential, (value) => rename(value, 'criteria', 'Criteria'));
    await expectSame(respelt, credential);
  });

  it('shows the achievement (Achievement)', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const respelt = inSubject(credential, (subject) => rename(subject, 'achievement', 'awarded'));
    await expectSame(adding(respelt, { awarded: `${OB}achievement` }), credential);
  });

  it('shows who it is about (ODRL: id, uid)', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const odrl = adding(credential, 'https://www.w3.org/ns/odrl.jsonld');
    await expectSame(
      inSubject(odrl, (subject) => rename(subject, 'id', 'uid')),
      credential,
    );
  });

  it.each([
    ['in full', 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#ClrCredential'],
    ['by a prefix', 'clr:ClrCredential'],
    ['by a vocabulary', 'clr/vocab.html#ClrCredential'],
  ])('as a type that is written %s shows what a record contains', async (_, type) => {
    const clr = (issuer: string): JsonObject => {
      const prefix = {
        clr: 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#',
        '@vocab': 'https://purl.imsglobal.org/spec/vc/',
      };
      return {
        ...adding(badge(issuer), 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', prefix),
        type: ['VerifiableCredential', 'ClrCredential'],
        credentialSubject: {
          id: 'did:example:learner',
          type: ['ClrSubject'],
          verifiableCredential: [
            { id: 'urn:inner', type: ['VerifiableCredential'], issuer, credentialSubject: { id: 'urn:x' } },
          ],
        },
      };
    };
    const { credential } = await issueFor('eddsa-rdfc-2022', { credentialOf: clr });
    expect((await verdictOn(credential)).code).toBeNull();
    await expectSame({ ...credential, type: ['VerifiableCredential', type] }, credential);
  });
});

describe('one node in two parts', () => {
  it('is read whole', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const { achievement, id = '', type = [], ...rest } = credential.credentialSubject as JsonObject;
    const halves = [
      { id, type, ...rest },
      { id, type, achievement: achievement ?? '' },
    ];
    await expectSame({ ...credential, credentialSubject: halves }, credential);
  });

  it('is read whole where the other part stands deep in the credential', async () => {
    const id = 'urn:uuid:6a5a3b6c-3c3f-4a56-9a3c-0d4a8f7b1c2d';
    const credentialOf = (issuer: string): JsonObject => ({
      ...badge(issuer),
      validUntil: '2026-02-01T00:00:00Z',
      '@context': [...contextsOf(badge(issuer)), { about: 'https://e.example/about' }],
      about: { id },
    });
    const { credential } = await issueFor('eddsa-rdfc-2022', { credentialOf });
    const { validUntil = '', ...rest } = credential;
    const inline = {
      until: { '@id': 'https://www.w3.org/2018/credentials#validUntil', '@type': XSD_DATE },
    };
    const moved = adding({ ...rest, about: { id, until: validUntil } }, inline);
    expect((await verdictOn(moved)).status).toBe('expired');
  });
});

describe('a member in a list of one', () => {
  it('is shown as it would be without the list', async () => {
    const identifier = { type: 'IdentityObject', hashed: false, identityType: 'emailAddress' };
    const { credential } = await issueFor('eddsa-rdfc-2022', {
      credentialOf: (issuer) =>
        inSubject(badge(issuer), (subject) => ({
          ...subject,
          identifier: { ...identifier, identityHash: 'ann@example.org' },
        })),
    });
    const listed = inSubject(credential, (subject) => ({
      ...subject,
      identifier: { ...identifier, identityHash: ['ann@example.org'] },
    }));
    const ports = { holder: { email: 'mallory@example.org' } };
    const { report } = await verifyInClosedWorld({ credential: listed, ports });
    expect(report.outcomes.proof.state).toBe('passed');
    expect(report.holder.state).toBe('mismatch');
  });
});

describe('the end of validity', () => {
  it('is seen where it stands under its own name', async () => {
    expect(await verdictOn(await expired())).toEqual({ status: 'expired', code: null });
  });

  it.each<[string, string, readonly JsonObject[]]>([
    [
      'a vocabulary in one context and the rest of the name in another',
      's#validUntil',
      [{ '@vocab': 'https://www.w3.org/2018/credential' }, { 's#validUntil': { '@type': XSD_DATE } }],
    ],
    [
      'a vocabulary in one context and an id that leans on it in another',
      'until',
      [
        { '@vocab': 'https://www.w3.org/2018/credential' },
        { until: { '@id': 's#validUntil', '@type': XSD_DATE } },
      ],
    ],
    [
      'a prefix that is defined in another context',
      'until',
      [
        { c: { '@id': 'https://www.w3.org/2018/cred', '@prefix': true } },
        { until: { '@id': 'c:entials#validUntil', '@type': XSD_DATE } },
      ],
    ],
    [
      'a prefix that two contexts define differently',
      'until',
      [
        { c: { '@id': 'https://e.example/', '@prefix': true } },
        { c: { '@id': 'https://www.w3.org/2018/cred', '@prefix': true } },
        { until: { '@id': 'c:entials#validUntil', '@type': XSD_DATE } },
      ],
    ],
  ])('cannot hide behind %s', async (_, name, inline) => {
    const credential = await expired();
    expect(await verdictOn(adding(rename(credential, 'validUntil', name), ...inline))).toEqual({
      status: 'expired',
      code: null,
    });
  });

  it('leaves contexts alone that lean on each other over words of their own', async () => {
    const inline = [{ ex: 'https://e.example/' }, { grade: { '@id': 'ex:grade' } }];
    const credentialOf = (issuer: string) => ({
      ...adding(badge(issuer), ...inline, { '@vocab': 'https://v.example/#' }),
      grade: 'A',
      note: 'n',
    });
    const { credential } = await issueFor('eddsa-rdfc-2022', { credentialOf });
    expect(await verdictOn(credential)).toEqual(HOLDS);
  });
});

describe('the end of a proof', () => {
  const EXPIRES = '2026-03-01T00:00:00Z';
  const signed = async (): Promise<JsonObject> =>
    (await issueFor('eddsa-rdfc-2022', { expires: EXPIRES })).credential;

  it('is seen where it stands under its own name', async () => {
    expect((await verdictOn(await signed())).code).toBe('proof-expired');
  });

  it.each<[string, string, JsonObject | string]>([
    ['written out in full', 'https://w3id.org/security#expiration', { '@type': XSD_DATE, '@value': EXPIRES }],
    ['called what it was before', 'expiration', EXPIRES],
  ])('is seen where it is %s', async (_, name, value) => {
    const credential = await signed();
    const { expires: _expires, ...rest } = isJsonObject(credential.proof) ? credential.proof : {};
    const old = { expiration: { '@id': 'https://w3id.org/security#expiration', '@type': XSD_DATE } };
    const respelt = { ...adding(credential, old), proof: { ...rest, [name]: value } };
    expect((await verdictOn(respelt)).code).toBe('proof-expired');
  });
});
