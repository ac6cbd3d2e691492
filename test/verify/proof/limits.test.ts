import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.ts';
import { canonizeJson } from '../../../src/verify/proof/jcs.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { fakePorts } from '../../fake/ports.ts';
import { badge, credentialOf, issueFor, issueWith } from './issue.ts';

const signed = await issueWith('eddsa-rdfc-2022');
async function told(change: JsonObject): Promise<string> {
  const { proof } = await checkSecuring(credentialOf({ ...signed, ...change }), fakePorts());
  return proof.problem ? `${proof.state} ${proof.problem.code}` : proof.state;
}

describe('a graph', () => {
  it('deeper than any badge is not begun', async () => {
    let evidence: Json = { type: ['Evidence'], name: 'x' };
    for (let depth = 0; depth < 200; depth++) evidence = { type: ['Evidence'], name: 'x', evidence };
    expect(await told({ evidence })).toBe('inconclusive graph-too-complex');
  });

  it('of more statements than any badge is not sorted', async () => {
    const achievement = (badge('').credentialSubject as JsonObject).achievement as JsonObject;
    const tag = Array.from({ length: 60_000 }, (_, index) => `${index}`);
    expect(
      await told({ credentialSubject: { id: 'did:example:x', achievement: { ...achievement, tag } } }),
    ).toBe('inconclusive graph-too-complex');
  });

  const listOf = (length: number): JsonObject => ({
    '@context': [
      ...(signed['@context'] as string[]),
      { steps: { '@id': 'https://e.example/steps', '@container': '@list' } },
    ],
    steps: Array.from({ length }, () => 0),
  });

  it('with a list of thousands of equal entries is given up before it takes time and memory by its square', async () => {
    expect(await told(listOf(20_000))).toBe('inconclusive graph-too-complex');
  });
});

describe('JSON to be signed as text (RFC 8785 §3.2.2.2)', () => {
  const HALF = '\ud83d';
  it.each<[string, JsonObject]>([
    ['a value', { a: HALF }],
    ['a name', { [HALF]: 1 }],
    ['a list', { a: ['fine', [HALF]] }],
    ['an object in a list', { a: [null, 7, true, { b: HALF }] }],
  ])('has no half of a surrogate pair in %s', (_, value) => {
    expect(canonizeJson(value)).toMatchObject({ problem: { code: 'text-not-unicode' } });
  });

  it('may spell one out in its text', () => {
    const value = { a: ['\\ud83d', null, 7, true, { b: '😀' }], c: null };
    expect(canonizeJson(value)).toMatchObject({ ok: true });
  });
});

describe('a proof over JSON as text', () => {
  const jcs = async (change: (proof: JsonObject) => JsonObject, more: JsonObject = {}, explain = false) => {
    const { proof, ...rest } = await issueWith('eddsa-jcs-2022');
    const credential = credentialOf({ ...rest, ...more, proof: change(proof as JsonObject) });
    const { proof: outcome } = await checkSecuring(credential, fakePorts({ explain }));
    return { said: outcome.problem ? `${outcome.state} ${outcome.problem.code}` : outcome.state, outcome };
  };

  it('needs no contexts of its own, but is another proof without them', async () => {
    expect((await jcs((same) => same)).said).toBe('passed');
    const { '@context': _, ...bare } = (await issueWith('eddsa-jcs-2022')).proof as JsonObject;
    expect((await jcs(() => bare)).said).toBe('failed signature-invalid');
  });

  it('has no half of a surrogate pair, in the document or in itself', async () => {
    const half = { name: '\ud83d' };
    expect((await jcs((same) => same, half)).said).toBe('failed text-not-unicode');
    expect((await jcs((same) => ({ ...same, ...half }))).said).toBe('failed text-not-unicode');
  });

  it('is laid open with the forms that were compared', async () => {
    for (const change of [(same: JsonObject) => same, ({ '@context': _, ...bare }: JsonObject) => bare]) {
      const { outcome } = await jcs(change, { name: 'Forged' }, true);
      const signing = outcome.facts?.signing as JsonObject;
      expect(signing).toMatchObject({ canonicalisation: 'JCS', digest: 'sha256', algorithm: 'Ed25519' });
      expect(String(signing.document)).toContain('"name":"Forged"');
      expect(String(signing.document)).toContain('"@context":[');
    }
  });
});

describe('a text with a language', () => {
  const of = async (name: JsonObject) => {
    const { credential } = await issueFor('eddsa-rdfc-2022', {
      credentialOf: (issuer) => ({ ...badge(issuer), name }) as JsonObject,
    });
    const { proof } = await checkSecuring(credentialOf(credential), fakePorts());
    return proof.problem ? `${proof.state} ${proof.problem.code}` : proof.state;
  };

  it('may be written with the keywords for it, and a bare value may not', async () => {
    expect(await of({ '@value': 'Analysis', '@language': 'en' })).toBe('passed');
    expect(await of({ '@value': 'Analysis', '@direction': 'ltr' })).toBe('passed');
    expect(await of({ '@value': 'Analysis', '@language': 'en', '@direction': 'ltr' })).toBe('passed');
    expect(await of({ '@value': 'Analysis' })).toBe('failed record-rearranged');
  });
});

it('a member __proto__ that slipped past the reader is refused at any depth', async () => {
  const smuggled = (place: string) =>
    JSON.parse(
      JSON.stringify(signed).replace(`"${place}":{`, `"${place}":{"__proto__":{"name":"Evil"},`),
    ) as JsonObject;
  for (const place of ['credentialSubject', 'achievement', 'criteria'])
    expect(await told(smuggled(place)), place).toMatch(/^failed /);
});

it('an object that goes by the credential’s own id is not judged: its members could have been the credential’s', async () => {
  const subject = signed.credentialSubject as JsonObject;
  const again = (more: JsonObject) => ({
    credentialSubject: { ...subject, seeAlso: { id: String(signed.id), ...more } },
  });
  expect(await told(again({ validUntil: '2020-01-01T00:00:00Z' }))).toMatch(/record-ambiguous$/);
  expect(await told(again({ type: ['Evidence'] }))).not.toMatch(/record-ambiguous$/);
});

describe('a document of one content alone', () => {
  /** Only the contexts of the W3C, which have one published content each: there is one look at it, and no second. */
  const plain = (more: JsonObject, contexts: readonly Json[] = []) =>
    issueFor('eddsa-rdfc-2022', {
      credentialOf: (issuer) => ({
        '@context': ['https://www.w3.org/ns/credentials/v2', ...contexts],
        type: ['VerifiableCredential'],
        issuer,
        credentialSubject: { id: 'did:example:learner', ...more },
      }),
    });
  const outcomeOf = async (credential: JsonObject) => {
    const { proof } = await checkSecuring(credentialOf(credential), fakePorts());
    return proof.problem ? `${proof.state} ${proof.problem.code}` : proof.state;
  };

  it('that is larger than any badge is not begun, though its look would be within the allowance', async () => {
    const { credential } = await plain({});
    const description = (letters: number) => outcomeOf({ ...credential, description: 'x'.repeat(letters) });
    expect(await description(250_000)).toBe('failed signature-invalid');
    expect(await description(300_000)).toBe('inconclusive graph-too-complex');
  });

  it('is judged by the size of what it says, not of the words that it defines', async () => {
    const words = Object.fromEntries(
      Array.from({ length: 1200 }, (_, index) => [`word${index}`, `https://words.example/${index}`]),
    );
    const { credential } = await plain({ word7: 'said' }, [words]);
    expect(await outcomeOf(credential)).toBe('passed');
  });
});

describe('a document of several contents', () => {
  it('whose later contents could not be tried any more is left open, though the first did not hold', async () => {
    expect(await told({ description: 'x'.repeat(250_000) })).toBe('inconclusive graph-too-complex');
  });

  it('is told of the signature where a content defines all its words, not of a word that another lacks', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022', {
      credentialOf: (issuer) => ({ ...badge(issuer), endorsementJwt: ['aaaa.bbbb.cccc'] }),
      snapshot: 'ob-v3p0-3.0.3-with-jti',
    });
    const { proof } = await checkSecuring(credentialOf({ ...credential, name: 'Forged' }), fakePorts());
    expect([proof.state, proof.problem?.code]).toEqual(['failed', 'signature-invalid']);
  });
});
