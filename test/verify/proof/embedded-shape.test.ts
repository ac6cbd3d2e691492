/** Embedded proofs and documents of another shape than most: what decides is read where it stands, and nothing crashes. */
import { createHash, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import serialize from 'canonicalize';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import type { JsonObject } from '../../../src/json.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import { checkEmbedded } from '../../../src/verify/proof/data-integrity.ts';
import { equalBytes } from '../../../src/verify/proof/digest.ts';
import { loaderFor } from '../../build/loader.ts';
import { fakePorts } from '../../fake/ports.ts';
import { badge, issueFor } from './issue.ts';

const V1 = 'https://www.w3.org/2018/credentials/v1';
const V2 = 'https://www.w3.org/ns/credentials/v2';
const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2';

async function told(document: JsonObject, changes: Partial<VerifyPorts> = {}) {
  const issuer = document.issuer ?? document.holder ?? null;
  const id = typeof issuer === 'object' ? ((issuer as JsonObject | null)?.id ?? null) : issuer;
  const securing = await checkEmbedded(
    { securing: 'embedded', document },
    id as string | null,
    fakePorts(changes),
  );
  const said = ({ state, problem }: (typeof securing)['proof']): string =>
    problem ? `${state} ${problem.code} ${problem.at ?? ''}`.trim() : state;
  return {
    proof: said(securing.proof),
    binding: said(securing.keyBinding),
    facts: securing.proof.facts,
    outcome: securing.proof,
  };
}

/** A hand of the test’s own: what other people’s libraries refuse to sign. */
const pair = generateKeyPairSync('ed25519');
const raw = Buffer.from(String(pair.publicKey.export({ format: 'jwk' }).x), 'base64url');
const multikey = `z${encodeBase58btc(Uint8Array.from([0xed, 0x01, ...raw]))}`;
const DID = `did:key:${multikey}`;
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
const rdf = async (document: object): Promise<string> =>
  String(
    await jsonld.canonize(
      document as never,
      { documentLoader: loaderFor(), safe: true, base: null } as never,
    ),
  );

async function sign(document: JsonObject, cryptosuite: string, more: JsonObject = {}): Promise<JsonObject> {
  const proof: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite,
    created: '2026-02-01T00:00:00Z',
    verificationMethod: `${DID}#${multikey}`,
    proofPurpose: 'assertionMethod',
    ...more,
  };
  const isJcs = cryptosuite.includes('jcs');
  const contexts = document['@context'] as readonly string[];
  const config = isJcs
    ? String(serialize(proof))
    : await rdf({ ...proof, '@context': [...contexts, DATA_INTEGRITY] });
  const body = isJcs ? String(serialize(document)) : await rdf(document);
  const bytes = signBytes(null, Buffer.concat([sha256(config), sha256(body)]), pair.privateKey);
  return { ...document, proof: { ...proof, proofValue: `z${encodeBase58btc(bytes)}` } };
}
const proofOf = (credential: JsonObject): JsonObject => credential.proof as JsonObject;
const achievementOf = (credential: JsonObject): JsonObject =>
  (credential.credentialSubject as JsonObject).achievement as JsonObject;
const withAchievement = (credential: JsonObject, more: object): JsonObject =>
  ({
    ...credential,
    credentialSubject: {
      ...(credential.credentialSubject as JsonObject),
      achievement: { ...achievementOf(credential), ...more },
    },
  }) as JsonObject;

describe('a proof over JSON itself', () => {
  it('may have members with a colon, and tells of no contexts', async () => {
    const signed = await sign(badge(DID), 'eddsa-jcs-2022', { 'ext:note': 'x' });
    const { proof, facts } = await told(signed);
    expect(proof).toBe('passed');
    expect(facts).toEqual({
      suite: 'eddsa-jcs-2022',
      created: '2026-02-01T00:00:00Z',
      verificationMethod: `${DID}#${multikey}`,
    });
  });

  it('of a presentation is its holder’s', async () => {
    const presentation = { '@context': [V2], type: ['VerifiablePresentation'], holder: DID };
    const purpose = { proofPurpose: 'assertionMethod' };
    expect(await told(await sign(presentation, 'eddsa-jcs-2022', purpose))).toMatchObject({
      proof: 'passed',
      binding: 'passed',
    });
    const { holder: _, ...nobodys } = presentation;
    expect((await told(await sign(nobodys, 'eddsa-jcs-2022', purpose))).binding).toBe(
      'inconclusive presenter-not-named /holder',
    );
  });

  it('of a credential that names no issuer is nobody’s', async () => {
    const { issuer: _, ...nobodys } = badge(DID);
    expect((await told(await sign(nobodys, 'eddsa-jcs-2022'))).binding).toMatch(/^failed key-not-bound/);
  });
});

describe('a proof', () => {
  it('over contexts that do not define it holds under its suite’s own', async () => {
    const credential = {
      '@context': [V1, { name: 'https://schema.org/name' }] as never,
      type: ['VerifiableCredential'],
      issuer: DID,
      issuanceDate: '2026-01-15T00:00:00Z',
      credentialSubject: { id: 'did:example:learner', name: 'Ann' },
    };
    expect((await told(await sign(credential, 'eddsa-rdfc-2022'))).proof).toBe('passed');
  });

  it('whose end stands in a list has no end that could be read, and is malformed', async () => {
    for (const name of ['created', 'expires', 'expiration']) {
      const signed = await sign(badge(DID), 'eddsa-jcs-2022', { [name]: ['2026-02-01T00:00:00Z'] });
      expect((await told(signed)).proof).toBe(`failed proof-malformed /proof/${name}`);
    }
  });

  it.each([['StatusList2021'], ['BitstringStatusList'], []])(
    'for logging in speaks for no document of type %s',
    async (...type) => {
      const document = { '@context': [V2], type, holder: DID };
      const signed = await sign(document, 'eddsa-jcs-2022', { proofPurpose: 'authentication' });
      expect((await told(signed)).proof).toBe('failed proof-purpose-wrong /proof/proofPurpose');
    },
  );
});

describe('a set of proofs', () => {
  it.each([null, 'proof', 7, ['proof']])(
    'with %j among them names that one, and holds by another',
    async (none) => {
      const signed = await sign(badge(DID), 'eddsa-jcs-2022');
      const { proof, facts } = await told({ ...signed, proof: [none, proofOf(signed)] as never });
      expect(proof).toBe('warned other-proof-failed /proof/0');
      expect(facts?.proofs).toMatchObject([{ code: 'proof-malformed' }, { state: 'passed' }]);
    },
  );

  it('with nothing among them still finds what a proof continues', async () => {
    const signed = await sign(badge(DID), 'eddsa-jcs-2022');
    const first = { ...proofOf(signed), id: 'urn:proof:1' };
    const second = { ...proofOf(signed), previousProof: 'urn:proof:2' };
    const { facts } = await told({ ...signed, proof: [null, first, second] as never });
    expect(facts?.proofs).toMatchObject([
      { code: 'proof-malformed' },
      { code: 'signature-invalid' },
      { code: 'previous-proof-missing' },
    ]);
  });

  it('over one large document looks at that once', async () => {
    const large = (issuer: string) => withAchievement(badge(issuer), { description: 'x'.repeat(230_000) });
    const { credential } = await issueFor('eddsa-rdfc-2022', { credentialOf: large });
    const proof = proofOf(credential);
    const { facts } = await told({ ...credential, proof: [proof, proof, proof, proof] });
    expect(facts?.proofs).toMatchObject(Array(4).fill({ state: 'passed' }));
  });
});

describe('a document under a proof of its graph', () => {
  it('may have nothing in a list', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const tag = [null, 'mathematics', 'analysis'];
    expect((await told(withAchievement(credential, { tag }))).proof).toBe('passed');
  });

  it('is looked through to the last member of each list', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const [first, second] = achievementOf(credential).alignment as readonly [JsonObject, JsonObject];
    const { targetName, ...rest } = second;
    const name = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#targetName';
    const alignment = [first, { ...rest, [name]: targetName ?? '' }];
    expect((await told(withAchievement(credential, { alignment }))).proof).toMatch(
      /^failed record-rearranged \/credentialSubject\/achievement\/alignment\/1\//,
    );
  });

  it.each([
    ['a language of no value', { '@language': 'en' }, '@language'],
    ['a value with more than its language', { '@value': 'x', '@language': 'en', '@index': 'y' }, '@index'],
  ])('has no place for %s', async (_, value, name) => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    expect((await told(withAchievement(credential, { description: value }))).proof).toBe(
      `failed record-rearranged /credentialSubject/achievement/description/${name}`,
    );
  });

  it('without an id repeats none where another has none either', async () => {
    const { id: _, ...nameless } = badge(DID);
    const signed = { ...nameless, proof: proofOf((await issueFor('eddsa-rdfc-2022')).credential) };
    const { proof } = await told(withAchievement(signed, { id: null }));
    expect(proof).not.toContain('record-ambiguous');
  });

  it('whose contexts stand in a list in a list is not called changed', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const nested = { ...credential, '@context': [credential['@context'] ?? []] as never };
    expect((await told(nested)).proof).not.toContain('record-rearranged');
  });
});

describe('a signature that does not hold', () => {
  const explained = async (document: JsonObject, explain = true) =>
    (await told(document, { explain })).facts?.signing as JsonObject | undefined;

  it('is laid open where that is asked for, as it was made', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const forged = { ...credential, name: 'Analysis II' };
    expect(await explained(forged)).toMatchObject({ canonicalisation: 'RDFC-1.0' });
    expect(await explained(forged, false)).toBeUndefined();
    const proof = { ...proofOf(credential), proofValue: 'z2' };
    expect(await explained({ ...credential, proof })).toBeUndefined();
  });

  it('under one content of a context says more than a term that is missing in the others', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022', {
      credentialOf: (issuer) => ({ ...badge(issuer), endorsementJwt: ['aaaa.bbbb.cccc'] }),
      snapshot: 'ob-v3p0-3.0.3-with-jti',
    });
    expect((await told(credential)).proof).toBe('passed');
    expect((await told({ ...credential, name: 'Analysis II' })).proof).toMatch(/^failed signature-invalid/);
  });

  it('over JSON itself is laid open under the contexts of its proof', async () => {
    const contexts = badge(DID)['@context'] as readonly string[];
    const signed = await sign(badge(DID), 'eddsa-jcs-2022', { '@context': contexts.slice(0, 2) });
    const signing = await explained({ ...signed, name: 'Analysis II' });
    expect(signing?.canonicalisation).toBe('JCS');
    expect(JSON.parse(String(signing?.document))['@context']).toEqual(contexts.slice(0, 2));
  });
});

it('bytes with more behind them are not the same', () => {
  const [one, longer] = [Uint8Array.of(1, 2), Uint8Array.of(1, 2, 3)];
  expect([equalBytes(one, longer), equalBytes(longer, one), equalBytes(one, one)]).toEqual([
    false,
    false,
    true,
  ]);
});
