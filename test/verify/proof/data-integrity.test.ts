import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import type { JsonObject } from '../../../src/json.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { controllerDocument } from '../../build/controller.ts';
import { multikey, DID as SIGNER, sign } from '../../build/hand-signed.ts';
import { badge, issueFor } from '../../build/issue.ts';
import { credentialOf } from '../../fake/closed-world.ts';
import { type FakeDocument, fakeNet } from '../../fake/net.ts';
import { fakePorts } from '../../fake/ports.ts';

const WEB = 'did:web:university.example';
const WEB_ADDRESS = 'https://university.example/.well-known/did.json';

async function told(credential: JsonObject, documents: Record<string, FakeDocument> = {}) {
  const net = fakeNet(documents);
  const { proof, keyBinding } = await checkSecuring(credentialOf(credential), fakePorts({ net }));
  return {
    proof: [proof.state, proof.problem?.code ?? null],
    keyBinding: [keyBinding.state, keyBinding.problem?.code ?? null],
    asked: net.asked,
    facts: { proof: proof.facts, keyBinding: keyBinding.facts },
    outcome: proof,
  };
}
const HOLDS = { proof: ['passed', null], keyBinding: ['passed', null] };

const didDocument = (id: string, method: JsonObject, more = {}): FakeDocument =>
  controllerDocument(id, [method], more);
const withProof = (credential: JsonObject, changes: JsonObject): JsonObject => ({
  ...credential,
  proof: { ...(credential.proof as JsonObject), ...changes },
});

it.each(['Ed25519Signature2020', 'eddsa-rdfc-2022', 'ecdsa-rdfc-2019 P-256'] as const)(
  'a badge that gives its type by both of its names holds under %s',
  async (suite) => {
    const type = ['VerifiableCredential', 'OpenBadgeCredential', 'AchievementCredential'];
    const { credential } = await issueFor(suite, { credentialOf: (issuer) => ({ ...badge(issuer), type }) });
    expect(await told(credential)).toMatchObject(HOLDS);
  },
);

describe('the key of an embedded proof', () => {
  it('is the issuer’s where its did:web document lists it for assertion', async () => {
    const { credential, method } = await issueFor('eddsa-rdfc-2022', { controller: WEB });
    const answer = await told(credential, { [WEB_ADDRESS]: didDocument(WEB, method) });
    expect(answer).toMatchObject(HOLDS);
    expect(answer.facts.keyBinding).toMatchObject({ domain: 'university.example' });
  });

  it.each([
    [
      'a relative method id',
      (m: JsonObject) => ({ verificationMethod: [{ ...m, id: '#key-1' }], assertionMethod: ['#key-1'] }),
    ],
    ['a method embedded under assertionMethod', (m: JsonObject) => ({ assertionMethod: [m] })],
  ])('is found in %s', async (_, listed) => {
    const { credential, method } = await issueFor('eddsa-rdfc-2022', { controller: WEB });
    const body = { id: WEB, ...listed(method) };
    expect(await told(credential, { [WEB_ADDRESS]: { body } })).toMatchObject(HOLDS);
  });

  it('is the one that a DID lists for assertion, where the proof names the DID alone', async () => {
    const named = (verificationMethod: string, issuer = verificationMethod) =>
      sign(badge(issuer), 'eddsa-jcs-2022', { verificationMethod });
    const nobodys = { keyBinding: ['failed', 'key-not-bound'] };
    expect(await told(await named(SIGNER))).toMatchObject(HOLDS);
    expect(await told(await named(SIGNER, 'did:web:mit.example'))).toMatchObject(nobodys);
    const method = (id: string, more = {}) => ({
      id: `${WEB}#${id}`,
      type: 'Multikey',
      controller: WEB,
      publicKeyMultibase: multikey,
      ...more,
    });
    const by = async (methods: readonly JsonObject[], more = {}) =>
      told(await named(WEB), { [WEB_ADDRESS]: controllerDocument(WEB, methods, more) });
    expect(await by([method('a')])).toMatchObject(HOLDS);
    expect(await by([method('a'), method('b')], { assertionMethod: [`${WEB}#b`] })).toMatchObject(HOLDS);
    expect(await by([method('a'), method('b')])).toMatchObject(nobodys);
    expect(await by([method('a')], { assertionMethod: [] })).toMatchObject(nobodys);
    expect((await by([method('a', { revoked: '2026-01-01T00:00:00Z' })])).keyBinding).toEqual([
      'failed',
      'key-revoked',
    ]);
    expect(await told(await named(`${SIGNER}#`, SIGNER))).toMatchObject(nobodys);
  });

  it('may be the issuer’s own name, where that very key of a DID has signed', async () => {
    const key = `${SIGNER}#${multikey}`;
    const by = (issuer: string, verificationMethod: string) =>
      sign(badge(issuer), 'eddsa-jcs-2022', { verificationMethod });
    expect(await told(await by(key, key))).toMatchObject(HOLDS);
    const nobodys = { keyBinding: ['failed', 'key-not-bound'] };
    for (const other of [`${SIGNER}#0`, `${SIGNER}#`, `${SIGNER}?x#${multikey}`, 'did:web:mit.example#0'])
      expect(await told(await by(other, key)), other).toMatchObject(nobodys);
    const method = { id: `${WEB}#a`, type: 'Multikey', controller: SIGNER, publicKeyMultibase: multikey };
    const document = { [WEB_ADDRESS]: controllerDocument(WEB, [method]) };
    expect(await told(await by(`${WEB}#a`, `${WEB}#a`), document)).toMatchObject(nobodys);
    const ended = { ...method, controller: WEB, revoked: '2026-01-01T00:00:00Z' };
    const closed = { [WEB_ADDRESS]: controllerDocument(WEB, [ended]) };
    expect((await told(await by(`${WEB}#a`, `${WEB}#a`), closed)).keyBinding).toEqual([
      'failed',
      'key-revoked',
    ]);
  });

  it('pitfall 1: is never read out of the fragment of an https address', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const method = String((credential.proof as JsonObject).verificationMethod);
    const fragment = withProof(credential, {
      verificationMethod: `https://university.example/keys#${method.split('#')[1]}`,
    });
    const answer = await told(fragment);
    expect(answer.proof).toEqual(['inconclusive', 'key-unresolvable']);
    expect(answer.asked).toEqual(['https://university.example/keys']);
  });

  it('pitfall 2: does not count for an issuer whom it does not name', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022', { issuer: 'https://mit.example/' });
    expect(await told(credential)).toMatchObject({
      proof: ['passed', null],
      keyBinding: ['failed', 'key-not-bound'],
    });
  });

  it('pitfall 2: does not count without a controller', async () => {
    const { credential, method } = await issueFor('eddsa-rdfc-2022', { controller: WEB });
    const { controller: _, ...orphan } = method;
    expect(await told(credential, { [WEB_ADDRESS]: didDocument(WEB, orphan) })).toMatchObject({
      proof: ['passed', null],
      keyBinding: ['failed', 'key-not-bound'],
    });
  });

  it.each([
    ['is not listed for assertion', { assertionMethod: [] }, {}, 'key-purpose-wrong'],
    ['was revoked', {}, { revoked: '2026-05-01T00:00:00Z' }, 'key-revoked'],
    ['has expired', {}, { expires: '2026-05-01T00:00:00Z' }, 'key-expired'],
    ['ends at no readable date', {}, { expires: 'soon' }, 'key-expired'],
  ])('does not bind where it %s', async (_, more, change, code) => {
    const { credential, method } = await issueFor('eddsa-rdfc-2022', { controller: WEB });
    const document = didDocument(WEB, { ...method, ...change }, more);
    expect(await told(credential, { [WEB_ADDRESS]: document })).toMatchObject({
      proof: ['passed', null],
      keyBinding: ['failed', code],
    });
  });

  it('pitfall 16: is nobody’s where the did:web document carries another id', async () => {
    const { credential, method } = await issueFor('eddsa-rdfc-2022', { controller: WEB });
    const document = didDocument('did:web:other.example', method);
    expect((await told(credential, { [WEB_ADDRESS]: document })).keyBinding).toEqual([
      'failed',
      'key-document-mismatch',
    ]);
  });

  it('is disowned where the document was read and does not list it', async () => {
    const { credential, method } = await issueFor('eddsa-rdfc-2022', { controller: WEB });
    const document = didDocument(WEB, { ...method, id: `${WEB}#key-2` });
    expect(await told(credential, { [WEB_ADDRESS]: document })).toMatchObject({
      proof: ['not-run', null],
      keyBinding: ['failed', 'key-not-bound'],
    });
  });

  it.each([
    ['404', { status: 404 }],
    ['410', { status: 410 }],
    ['503', { status: 503 }],
    ['HTML', { body: '<html></html>', contentType: 'text/html' }],
    ['no answer', { error: 'timeout' }],
    ['a redirect to another host', { finalUrl: 'https://evil.example/did.json', body: { id: WEB } }],
  ] as const)('pitfall 12: cannot be looked up after %s, which is no bad signature', async (_, document) => {
    const { credential } = await issueFor('eddsa-rdfc-2022', { controller: WEB });
    expect(await told(credential, { [WEB_ADDRESS]: document })).toMatchObject({
      proof: ['inconclusive', 'key-unresolvable'],
      keyBinding: ['not-run', null],
    });
  });

  it('is found through a redirect that only adds www', async () => {
    const { credential, method } = await issueFor('eddsa-rdfc-2022', { controller: WEB });
    const document = didDocument(WEB, method);
    const moved = { ...document, finalUrl: 'https://www.university.example/.well-known/did.json' };
    expect(await told(credential, { [WEB_ADDRESS]: moved })).toMatchObject(HOLDS);
  });

  it('at an https address is bound by the document at the issuer’s id, and by nothing else', async () => {
    const issuer = 'https://university.example/issuer';
    const { credential, method } = await issueFor('eddsa-rdfc-2022', { controller: issuer });
    expect(await told(credential, { [issuer]: didDocument(issuer, method) })).toMatchObject(HOLDS);
    expect((await told(credential, { [issuer]: { body: method } })).keyBinding).toEqual([
      'failed',
      'key-document-mismatch',
    ]);
  });

  it('that the document gives away with its secret proves nothing', async () => {
    const { credential, method } = await issueFor('eddsa-rdfc-2022', { controller: WEB });
    const document = didDocument(WEB, { ...method, secretKeyMultibase: 'z3u2' });
    expect((await told(credential, { [WEB_ADDRESS]: document })).proof).toEqual(['failed', 'key-private']);
  });

  it('with one id and two values leaves open which is meant', async () => {
    const { credential, method } = await issueFor('eddsa-rdfc-2022', { controller: WEB });
    const other = { ...method, publicKeyMultibase: 'z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw' };
    const body = { id: WEB, verificationMethod: [method, other], assertionMethod: [method.id as string] };
    expect((await told(credential, { [WEB_ADDRESS]: { body } })).proof).toEqual([
      'inconclusive',
      'key-ambiguous',
    ]);
  });

  it.each(['did:ion:abc#k', 'did:web:a.example?versionId=2#k', 'xxx:z6Mk#k', 'http://a.example/#k'])(
    'pitfall 12: of a kind that is not carried (%s) leaves the proof open',
    async (verificationMethod) => {
      const { credential } = await issueFor('eddsa-rdfc-2022');
      expect((await told(withProof(credential, { verificationMethod }))).proof).toEqual([
        'inconclusive',
        'key-method-unsupported',
      ]);
    },
  );

  it('of a did:key must be named by its own fragment', async () => {
    const { credential, controller } = await issueFor('eddsa-rdfc-2022');
    const answer = await told(withProof(credential, { verificationMethod: `${controller}#key-1` }));
    expect(answer.keyBinding).toEqual(['failed', 'key-not-bound']);
  });
});

describe('the options of an embedded proof', () => {
  it.each([
    ['pitfall 11: another purpose', { proofPurpose: 'authentication' }, 'failed', 'proof-purpose-wrong'],
    ['no purpose', { proofPurpose: undefined }, 'failed', 'proof-purpose-wrong'],
    ['pitfall 11: an end that has passed', { expires: '2026-11-22T23:59:59Z' }, 'failed', 'proof-expired'],
    ['a beginning tomorrow', { created: '2026-11-24T00:00:00Z' }, 'failed', 'proof-created-in-future'],
    ['a date that is none', { created: '2026-02-30T00:00:00Z' }, 'failed', 'proof-malformed'],
    ['a method that is an object', { verificationMethod: { id: 'x' } }, 'failed', 'term-undefined'],
    ['pitfall 12: an unknown suite', { cryptosuite: 'eddsa-rdfc-2099' }, 'inconclusive', 'suite-unsupported'],
    ['a cryptosuite as type', { type: 'eddsa-rdfc-2022' }, 'inconclusive', 'suite-unsupported'],
    ['no cryptosuite', { cryptosuite: undefined }, 'inconclusive', 'suite-unsupported'],
    ['no type', { type: undefined }, 'failed', 'proof-malformed'],
    [
      'a type under another name',
      { type: undefined, '@type': 'DataIntegrityProof' },
      'inconclusive',
      'suite-unsupported',
    ],
    ['a suite for other keys', { cryptosuite: 'ecdsa-rdfc-2019' }, 'failed', 'key-algorithm-mismatch'],
    [
      'pitfall 11: a missing previous proof',
      { previousProof: 'urn:gone' },
      'failed',
      'previous-proof-missing',
    ],
    ['another multibase', { proofValue: 'uAAAA' }, 'failed', 'signature-malformed'],
    ['a signature cut short', { proofValue: 'z2' }, 'failed', 'signature-malformed'],
    ['no signature', { proofValue: undefined }, 'failed', 'proof-malformed'],
  ])('%s', async (_, changes, state, code) => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    expect((await told(withProof(credential, changes as JsonObject))).proof).toEqual([state, code]);
  });

  it('pitfall 10: contexts of a JCS proof that the document does not begin with', async () => {
    const { credential } = await issueFor('eddsa-jcs-2022');
    const [base = '', ...rest] = credential['@context'] as string[];
    const answer = await told({ ...credential, '@context': [base, 'https://evil.example/v1', ...rest] });
    expect(answer.proof).toEqual(['failed', 'proof-malformed']);
  });

  it.each([
    ['an address', 'https://w3id.org/security/data-integrity/v2'],
    ['one of those that are there', 'https://www.w3.org/ns/credentials/v2'],
    ['rules of its own', { '@base': 'https://mallory.example/' }],
  ])('a context behind those that a JCS proof covers (%s) is not judged', async (_, added) => {
    const { credential } = await issueFor('eddsa-jcs-2022');
    const more = { ...credential, '@context': [...(credential['@context'] as string[]), added] };
    expect((await told(more)).proof).toEqual(['inconclusive', 'context-unsigned']);
    expect((await told({ ...more, name: 'Analysis II' })).proof).toEqual(['failed', 'signature-invalid']);
  });

  it('a bad signature names the hashes to compare', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const { outcome } = await told({ ...credential, name: 'Analysis II' });
    expect(outcome.problem?.params).toMatchObject({
      documentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      proofHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});

describe('the key of a presentation’s embedded proof', () => {
  const presented = async (proofPurpose: string, listed: string): Promise<unknown[]> => {
    const { proofValue: _, ...options } = {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-jcs-2022',
      created: '2026-02-01T00:00:00Z',
      verificationMethod: `${WEB}#key-1`,
      proofPurpose,
      proofValue: '',
    };
    const presentation = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      holder: WEB,
    };
    const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
    const hash = async (value: object) =>
      new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.from(String(canonicalize(value)))));
    const proof = { ...options, '@context': presentation['@context'] };
    const data = Buffer.concat([await hash(proof), await hash(presentation)]);
    const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, data));
    const { kty, crv, x } = await crypto.subtle.exportKey('jwk', pair.publicKey);
    const method = {
      id: `${WEB}#key-1`,
      type: 'JsonWebKey',
      controller: WEB,
      publicKeyJwk: { kty, crv, x } as JsonObject,
    };
    const answer = await told(
      { ...presentation, proof: { ...proof, proofValue: `z${encodeBase58btc(signature)}` } },
      { [WEB_ADDRESS]: { body: { id: WEB, verificationMethod: [method], [listed]: [method.id] } } },
    );
    return [...answer.proof, ...answer.keyBinding];
  };

  it.each(['authentication', 'assertionMethod'])(
    'made for %s is one that is listed for that',
    async (purpose) => {
      expect(await presented(purpose, purpose)).toEqual(['passed', null, 'passed', null]);
      const other = purpose === 'authentication' ? 'assertionMethod' : 'authentication';
      expect(await presented(purpose, other)).toEqual(['passed', null, 'failed', 'key-purpose-wrong']);
    },
  );
});

describe('a set of proofs', () => {
  const two = async (changes: JsonObject) => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const proof = credential.proof as JsonObject;
    return { ...credential, proof: [{ ...proof, ...changes }, proof] };
  };

  it('is warned of where one holds and another fails', async () => {
    const answer = await told(await two({ created: '2026-02-02T00:00:00Z' }));
    expect(answer.proof).toEqual(['warned', 'other-proof-failed']);
    expect(answer.outcome.problem?.cause?.code).toBe('signature-invalid');
    expect(answer.facts.proof?.at).toBe('/proof/1');
  });

  it('holds where the other one is of an unknown suite, and labels that one', async () => {
    const answer = await told(await two({ cryptosuite: 'unheard-of' }));
    expect(answer).toMatchObject(HOLDS);
    expect(answer.facts.proof?.proofs).toMatchObject([
      { suite: 'unheard-of', state: 'inconclusive', code: 'suite-unsupported' },
      { suite: 'eddsa-rdfc-2022', state: 'passed' },
    ]);
  });

  it('does not hold where all are of unknown suites', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const proof = { ...(credential.proof as JsonObject), cryptosuite: 'unheard-of' };
    expect((await told({ ...credential, proof: [proof, proof] })).proof[0]).toBe('inconclusive');
  });

  it('costs no more than a few looks at a document, however many proofs and contexts there are to try', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const subject = credential.credentialSubject as JsonObject;
    const achievement = subject.achievement as JsonObject;
    const alignment = Array.from({ length: 400 }, (_, index) => ({
      type: ['Alignment'],
      targetName: `Skill ${index}`,
      targetUrl: `https://skills.example/${index}`,
    }));
    const proof = Array.from({ length: 16 }, (_, index) => ({
      ...(credential.proof as JsonObject),
      id: `urn:proof:${index}`,
    }));
    const large = {
      ...credential,
      credentialSubject: { ...subject, achievement: { ...achievement, alignment } },
    };
    const terms = Object.fromEntries(
      Array.from({ length: 2000 }, (_, n) => [`t${n}`, `https://e.example/${n}`]),
    );
    // An index says nothing, and leaves the document to the general processor.
    const wordy = { ...large, '@index': 'x', '@context': [...(credential['@context'] as string[]), terms] };
    expect((await told({ ...large, proof })).proof).toEqual(['failed', 'signature-invalid']);
    expect((await told({ ...wordy, proof })).proof).toEqual(['inconclusive', 'graph-too-complex']);
  });

  it('with more members than are looked at is left open: nobody found anything wrong', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const proof = Array.from({ length: 17 }, (_, index) => ({
      ...(credential.proof as JsonObject),
      id: `urn:proof:${index}`,
    }));
    expect((await told({ ...credential, proof })).proof).toEqual(['inconclusive', 'too-many-proofs']);
  });

  it('pitfall 11: a chain whose earlier link fails does not hold, and a circle neither', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const proof = credential.proof as JsonObject;
    const circle = [
      { ...proof, id: 'urn:a', previousProof: 'urn:b' },
      { ...proof, id: 'urn:b', previousProof: 'urn:a' },
    ];
    expect((await told({ ...credential, proof: circle })).proof[0]).toBe('failed');
  });
});

describe('pitfall 10: what a document brings along', () => {
  const resigned = (inline: JsonObject, change: (credential: JsonObject) => JsonObject = (same) => same) =>
    issueFor('eddsa-rdfc-2022').then(({ credential }) => ({
      ...change(credential),
      '@context': [...(credential['@context'] as string[]), inline],
    }));
  const subjectOf = (credential: JsonObject) => credential.credentialSubject as JsonObject;

  it.each<[string, JsonObject]>([
    ['a second name for a known property', { headline: 'https://schema.org/name' }],
    [
      'a compact spelling of a known property',
      { cred: 'https://www.w3.org/2018/credentials#', until: 'cred:validUntil' },
    ],
    [
      'a second name for a known type',
      { Award: { '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement' } },
    ],
    ['an alias of a keyword', { kind: '@type' }],
    ['an index, which is not signed', { extra: { '@id': 'https://e.example/x', '@container': '@index' } }],
    ['a nest, which is not signed', { extra: { '@id': 'https://e.example/x', '@nest': '@nest' } }],
    ['a base', { '@base': 'https://evil.example/' }],
    [
      'a scoped context that does so',
      { X: { '@id': 'https://e.example/X', '@context': { headline: 'https://schema.org/name' } } },
    ],
  ])('%s changes nothing: what is read is what is signed', async (_, inline) => {
    expect(await told(await resigned(inline))).toMatchObject(HOLDS);
  });

  it('a known name for another thing is refused where the contexts protect it', async () => {
    const answer = await told(await resigned({ VerifiableCredential: 'https://evil.example/Credential' }));
    expect(answer.proof).toEqual(['failed', 'context-redefines-terms']);
  });

  it('words of its own that were signed are fine', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022', {
      credentialOf: (issuer) => ({
        ...badge(issuer),
        '@context': [...(badge(issuer)['@context'] as string[]), { mood: 'https://e.example/mood' }],
        credentialSubject: { ...subjectOf(badge(issuer)), mood: 'glad' },
      }),
    });
    expect(await told(credential)).toMatchObject(HOLDS);
  });

  it('a member that no context maps is not signed, and said so', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const answer = await told({ ...credential, smuggled: 'x' });
    expect(answer.proof).toEqual(['failed', 'term-undefined']);
    expect(answer.outcome.problem?.params?.term).toBe('smuggled');
  });

  it.each<[string, (credential: JsonObject) => JsonObject]>([
    [
      'the end of validity under its full name',
      ({ validUntil, ...rest }) => ({
        ...rest,
        'https://www.w3.org/2018/credentials#validUntil': {
          '@value': validUntil ?? '',
          '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
        },
      }),
    ],
    [
      'the end of validity in a value object',
      ({ validUntil, ...rest }) => ({
        ...rest,
        validUntil: { '@value': validUntil ?? '', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
      }),
    ],
    [
      'the end of validity in a list of one',
      ({ validUntil, ...rest }) => ({ ...rest, validUntil: [validUntil ?? ''] }),
    ],
    [
      'the subject in a set',
      ({ credentialSubject, ...rest }) => ({
        ...rest,
        credentialSubject: { '@set': [credentialSubject ?? ''] },
      }),
    ],
    [
      'the subject in a list in a list',
      ({ credentialSubject, ...rest }) => ({ ...rest, credentialSubject: [[credentialSubject ?? '']] }),
    ],
  ])('%s is the same graph, and holds', async (_, change) => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    expect(await told(change(credential))).toMatchObject(HOLDS);
  });

  it('a credential signed over another published content of the same address holds, and says which', async () => {
    const withJti = (issuer: string) => ({ ...badge(issuer), endorsementJwt: ['aaaa.bbbb.cccc'] });
    const { credential } = await issueFor('eddsa-rdfc-2022', {
      credentialOf: withJti,
      snapshot: 'ob-v3p0-3.0.3-with-jti',
    });
    const answer = await told(credential);
    expect(answer).toMatchObject(HOLDS);
    const [, used] = Object.entries(answer.facts.proof?.contexts as JsonObject)[1] ?? [];
    expect(used).toMatchObject({ name: 'ob-v3p0-3.0.3-with-jti' });
  });

  it('a context that nobody here knows leaves the proof open, and is named', async () => {
    const answer = await told(
      await resigned({}, (same) => same).then((c) => ({
        ...c,
        '@context': [...(c['@context'] as string[]).slice(0, 2), 'https://unknown.example/v1'],
      })),
    );
    expect(answer.proof).toEqual(['inconclusive', 'context-unknown']);
    expect(answer.outcome.problem?.params?.context).toBe('https://unknown.example/v1');
    expect(answer.asked).toEqual([]);
  });
});

describe('pitfall 18: hostile documents', () => {
  it('a poison graph ends by the work limit, as not checked', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const names = Array.from({ length: 9 }, (_, index) => `_:x${index}`);
    const clique = names.map((id) => ({
      id,
      type: ['Alignment'],
      ...Object.fromEntries(
        names.filter((other) => other !== id).map((other, index) => [`p${index}`, { id: other }]),
      ),
    }));
    const inline = Object.fromEntries(
      names.map((_, index) => [`p${index}`, { '@id': 'https://e.example/p', '@type': '@id' }]),
    );
    const poison = {
      ...credential,
      '@context': [...(credential['@context'] as string[]), inline],
      evidence: clique,
    };
    expect((await told(poison)).proof).toEqual(['inconclusive', 'graph-too-complex']);
  });

  it('a document beyond the general path’s size is not checked', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    expect((await told({ ...credential, '@index': 'x', description: 'x'.repeat(300_000) })).proof).toEqual([
      'inconclusive',
      'graph-too-complex',
    ]);
  });

  it('an own __proto__ that slipped past the reader does not hide a change', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const smuggled = JSON.parse(`${JSON.stringify(credential).slice(0, -1)},"__proto__":{"name":"Evil"}}`);
    const { proof } = await checkSecuring(
      { ...credentialOf(credential), source: { securing: 'embedded', document: smuggled } },
      fakePorts(),
    );
    expect(proof.state).toBe('failed');
  });
});

describe('pitfall 14: nothing leaks from one credential into the next', () => {
  it('an inline context of one does not define the words of another', async () => {
    const ports = fakePorts();
    const withWord = await issueFor('eddsa-rdfc-2022', {
      credentialOf: (issuer) => ({
        ...badge(issuer),
        '@context': [...(badge(issuer)['@context'] as string[]), { mood: 'https://e.example/mood' }],
        mood: 'glad',
      }),
    });
    expect((await checkSecuring(credentialOf(withWord.credential), ports)).proof.state).toBe('passed');
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const { proof } = await checkSecuring(credentialOf({ ...credential, mood: 'glad' }), ports);
    expect(proof.problem?.code).toBe('term-undefined');
  });

  it('a context that was offered once is unknown again when nobody offers it', async () => {
    const url = 'https://pinned.example/v1';
    const body = new TextEncoder().encode('{"@context":{"mood":"https://e.example/mood"}}');
    const { credential } = await issueFor('eddsa-jcs-2022');
    const asked = {
      ...credential,
      '@context': [...(credential['@context'] as string[]), url],
      proof: { ...(credential.proof as JsonObject), cryptosuite: 'eddsa-rdfc-2022' },
    };
    const offering = fakePorts({ contexts: { get: (name) => (name === url ? body : undefined) } });
    expect((await checkSecuring(credentialOf(asked), offering)).proof.problem?.code).toBe(
      'signature-invalid',
    );
    expect((await checkSecuring(credentialOf(asked), fakePorts())).proof.problem?.code).toBe(
      'context-unknown',
    );
  });
});
