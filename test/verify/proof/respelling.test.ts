/** Members that a holder renames after signing: the graph, and so the signature, stays the same; the reader must notice. */
import { describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject } from '../../../src/json.ts';
import { knownMeanings } from '../../../src/json-ld/context/known-meanings.ts';
import { isSecondSpelling } from '../../../src/json-ld/context/second-spelling.ts';
import { judge } from '../../../src/verify/judge.ts';
import { verify } from '../../../src/verify/verify.ts';
import { fakePorts } from '../../fake/ports.ts';
import { badge, credentialOf, issueFor } from './issue.ts';

const XSD_DATE = 'http://www.w3.org/2001/XMLSchema#dateTime';

const verdictOn = async (credential: JsonObject) => {
  const { report } = await verify({ credential: credentialOf(credential), claim: null }, fakePorts());
  return { status: judge(report).status, code: report.outcomes.proof.problem?.code ?? null };
};

const expired = async (): Promise<JsonObject> => {
  const credentialOf = (issuer: string) => ({ ...badge(issuer), validUntil: '2026-02-01T00:00:00Z' });
  return (await issueFor('eddsa-rdfc-2022', { credentialOf })).credential;
};

/** The end of validity under another name, which these contexts give its meaning. */
function renamed(credential: JsonObject, name: string, ...inline: readonly JsonObject[]): JsonObject {
  const { validUntil, ...rest } = credential;
  return {
    ...rest,
    '@context': [...(credential['@context'] as readonly string[]), ...inline],
    [name]: validUntil ?? null,
  };
}

/** A badge with an image, and its achievement changed. */
function withAchievement(
  credential: JsonObject,
  change: (achievement: JsonObject) => JsonObject,
): JsonObject {
  const subject = credential.credentialSubject as JsonObject;
  const image = { id: 'https://university.example/analysis.png', type: 'Image' };
  const achievement = change({ image, ...(subject.achievement as JsonObject) });
  return { ...credential, credentialSubject: { ...subject, achievement } };
}

describe('a name', () => {
  it('cannot hide behind one that a vocabulary completes', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const { name, ...rest } = credential;
    const contexts = [...(rest['@context'] as string[]), { '@vocab': 'https://schema.org/na' }];
    const respelt = { ...rest, '@context': contexts, me: name ?? null };
    expect(await verdictOn(respelt)).toEqual({ status: 'failed', code: 'context-redefines-terms' });
  });
});

describe('a member deep inside', () => {
  it.each(['description', 'image', 'tag'])('is not hidden in a list in a list: %s', async (name) => {
    const { credential } = await issueFor('eddsa-rdfc-2022', {
      credentialOf: (issuer) => withAchievement(badge(issuer), (value) => value),
    });
    const nested = withAchievement(credential, (achievement) => ({
      ...achievement,
      [name]: [[achievement[name] ?? '']],
    }));
    expect(await verdictOn(credential)).toEqual({ status: 'signature-verified', code: null });
    const { status, code } = await verdictOn(nested);
    expect(code).toBe('record-ambiguous');
    // Some of these are malformed as well, by the schema of the format.
    expect(status).toMatch(/^(?:not-checked|failed)$/);
  });
});

describe('a name that shares its meaning with another one', () => {
  const rename = (value: JsonObject, from: string, to: string): JsonObject =>
    Object.fromEntries(Object.entries(value).map(([name, one]) => [name === from ? to : name, one]));
  const inSubject = (credential: JsonObject, change: (subject: JsonObject) => JsonObject): JsonObject => ({
    ...credential,
    credentialSubject: change(credential.credentialSubject as JsonObject),
  });
  const adding = (credential: JsonObject, context: string): JsonObject => ({
    ...credential,
    '@context': [...(credential['@context'] as string[]), context],
  });
  const beta = (issuer: string): JsonObject => {
    const { validFrom, validUntil: _until, ...rest } = badge(issuer);
    const contexts = [
      'https://www.w3.org/2018/credentials/v1',
      'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
      'https://w3id.org/security/suites/ed25519-2020/v1',
    ];
    const { alignment: _, ...achievement } = (rest.credentialSubject as JsonObject).achievement as JsonObject;
    const subject = { ...(rest.credentialSubject as JsonObject), achievement };
    return { ...rest, '@context': contexts, issuanceDate: validFrom ?? '', credentialSubject: subject };
  };

  it('and hides the criteria behind it is refused (Open Badges 3.0: criteria, Criteria)', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const respelt = withAchievement(credential, (value) => rename(value, 'criteria', 'Criteria'));
    expect(await verdictOn(respelt)).toEqual({ status: 'failed', code: 'record-rearranged' });
  });

  it('and hides the whole achievement behind it is refused (the beta: achievement, Achievement)', async () => {
    const { credential } = await issueFor('Ed25519Signature2020', {
      credentialOf: beta,
      snapshot: 'ob-v3p0-3.0.0',
    });
    expect((await verdictOn(credential)).code).toBeNull();
    const respelt = inSubject(credential, (subject) => rename(subject, 'achievement', 'Achievement'));
    expect((await verdictOn(respelt)).code).toBe('record-rearranged');
  });

  it('and hides who it is about behind it is refused (ODRL: id, uid)', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const odrl = adding(credential, 'https://www.w3.org/ns/odrl.jsonld');
    const respelt = inSubject(odrl, (subject) => rename(subject, 'id', 'uid'));
    expect((await verdictOn(odrl)).code).toBeNull();
    expect((await verdictOn(respelt)).code).toBe('record-rearranged');
  });

  it.each([
    ['in full', 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#ClrCredential'],
    ['by a prefix', 'clr:ClrCredential'],
    ['by a vocabulary', 'clr/vocab.html#ClrCredential'],
  ])('as a type that is written %s is refused: it would hide what a record contains', async (_, type) => {
    const clr = (issuer: string): JsonObject => {
      const contexts = badge(issuer)['@context'] as string[];
      const prefix = {
        clr: 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#',
        '@vocab': 'https://purl.imsglobal.org/spec/vc/',
      };
      return {
        ...badge(issuer),
        '@context': [...contexts, 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', prefix],
        type: ['VerifiableCredential', 'ClrCredential'],
        credentialSubject: { id: 'did:example:learner', type: ['ClrSubject'], verifiableCredential: [] },
      };
    };
    const { credential } = await issueFor('eddsa-rdfc-2022', { credentialOf: clr });
    expect((await verdictOn(credential)).code).toBeNull();
    const respelt = { ...credential, type: ['VerifiableCredential', type] };
    expect((await verdictOn(respelt)).code).toBe('record-rearranged');
  });

  it('is the only trap of its kind in the bundle: whatever else has two names is read under both, or not at all', () => {
    const harmless = new Set([
      // Both are read: tags; the end of a proof; OB 1 and OB 2, which no Data Integrity proof secures.
      'https://schema.org/keywords',
      'https://w3id.org/security#expiration',
      ...['HostedBadge', 'SignedBadge', 'Issuer', 'issueDate', 'revoked', 'verify'].map(
        (name) => `https://w3id.org/openbadges#${name}`,
      ),
      // Prefixes; a member of two OB 2 extensions that is shown to nobody.
      'http://purl.org/dc/terms/',
      'http://schema.org/text',
    ]);
    const { byIri, byTerm } = knownMeanings();
    const traps = [...byIri].filter(
      ([iri, names]) => names.size > 1 && !harmless.has(iri) && !/spec\/ob\/vocab#dt/.test(iri),
    );
    for (const [iri, names] of traps) {
      const plain = [...names].filter((name) => !isSecondSpelling(name, { byIri, byTerm }));
      const types = [...names].every((name) => /^[A-Z]/.test(name));
      expect(types ? 1 : plain.length, `${iri}: ${[...names]}`).toBe(1);
    }
    expect(traps.length).toBeGreaterThan(10);
  });
});

describe('a member in a list of one', () => {
  it('is shown as it would be without the list', async () => {
    const identifier = { type: 'IdentityObject', hashed: false, identityType: 'emailAddress' };
    const { credential } = await issueFor('eddsa-rdfc-2022', {
      credentialOf: (issuer) => {
        const subject = badge(issuer).credentialSubject as JsonObject;
        const holder = { ...identifier, identityHash: 'ann@example.org' };
        return { ...badge(issuer), credentialSubject: { ...subject, identifier: holder } };
      },
    });
    const subject = credential.credentialSubject as JsonObject;
    const listed = {
      ...credential,
      credentialSubject: { ...subject, identifier: { ...identifier, identityHash: ['ann@example.org'] } },
    };
    const holder = { email: 'mallory@example.org' };
    const { report } = await verify({ credential: credentialOf(listed), claim: null }, fakePorts({ holder }));
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
      'a vocabulary that leans on a term',
      'until',
      [
        { c: 'https://www.w3.org/2018/credential#' },
        { '@vocab': 'c:', until: { '@id': 'validUntil', '@type': XSD_DATE } },
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
    expect(await verdictOn(renamed(await expired(), name, ...inline))).toEqual({
      status: 'failed',
      code: 'context-redefines-terms',
    });
  });

  it('leaves contexts alone that lean on each other over words of their own', async () => {
    const inline = [{ ex: 'https://e.example/' }, { grade: { '@id': 'ex:grade' } }];
    const credentialOf = (issuer: string) => {
      const plain = badge(issuer);
      const contexts = [...(plain['@context'] as string[]), ...inline, { '@vocab': 'https://v.example/#' }];
      return { ...plain, '@context': contexts, grade: 'A', note: 'n' };
    };
    const { credential } = await issueFor('eddsa-rdfc-2022', { credentialOf });
    expect(await verdictOn(credential)).toEqual({ status: 'signature-verified', code: null });
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
    const contexts = [...(credential['@context'] as string[]), old];
    const respelt = { ...credential, '@context': contexts, proof: { ...rest, [name]: value } };
    expect((await verdictOn(respelt)).code).toMatch(/^(?:record-rearranged|proof-expired)$/);
  });
});
