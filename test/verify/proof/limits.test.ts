import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.ts';
import { proofOf, toldOf, withAchievement } from './hand-signed.ts';
import { badge, issueFor, issueWith, proofSaid } from './issue.ts';

const signed = await issueWith('eddsa-rdfc-2022');
/** No statement, but nothing that the walk knows. */
const FOR_THE_GENERAL_PROCESSOR = { '@index': 'x' };
const told = (change: JsonObject): Promise<string> => proofSaid({ ...signed, ...change });

describe('a graph', () => {
  it('deeper than any badge is not begun', async () => {
    let evidence: Json = { type: ['Evidence'], name: 'x' };
    for (let depth = 0; depth < 200; depth++) evidence = { type: ['Evidence'], name: 'x', evidence };
    expect(await told({ evidence })).toBe('inconclusive graph-too-complex');
  });

  it('of more statements than any badge is not sorted', async () => {
    const achievement = (badge('').credentialSubject as JsonObject).achievement as JsonObject;
    const tag = Array.from({ length: 200_000 }, (_, index) => `${index}`);
    expect(
      await told({
        credentialSubject: {
          id: 'did:example:x',
          type: 'AchievementSubject',
          achievement: { ...achievement, tag },
        },
      }),
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

  it('that is larger than any badge is not begun by the general processor, though its look would be within the allowance', async () => {
    const { credential } = await plain({});
    const description = (letters: number) =>
      proofSaid({ ...credential, ...FOR_THE_GENERAL_PROCESSOR, description: 'x'.repeat(letters) });
    expect(await description(250_000)).toBe('failed signature-invalid');
    expect(await description(300_000)).toBe('inconclusive graph-too-complex');
  });

  it('is judged by the size of what it says, not of the words that it defines', async () => {
    const words = Object.fromEntries(
      Array.from({ length: 1200 }, (_, index) => [`word${index}`, `https://words.example/${index}`]),
    );
    const { credential } = await plain({ word7: 'said' }, [words]);
    expect(await proofSaid(credential)).toBe('passed');
  });
});

describe('a document of several contents', () => {
  it('whose later contents could not be tried any more is left open, though the first did not hold', async () => {
    expect(await told({ ...FOR_THE_GENERAL_PROCESSOR, description: 'x'.repeat(250_000) })).toBe(
      'inconclusive graph-too-complex',
    );
  });

  it('is told of the signature where a content defines all its words, not of a word that another lacks', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022', {
      credentialOf: (issuer) => ({ ...badge(issuer), endorsementJwt: ['aaaa.bbbb.cccc'] }),
      snapshot: 'ob-v3p0-3.0.3-with-jti',
    });
    expect(await proofSaid({ ...credential, name: 'Forged' })).toBe('failed signature-invalid');
  });

  it('has more said of it by a signature that fails under one content than by a term that the others lack', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022', {
      credentialOf: (issuer) => ({ ...badge(issuer), endorsementJwt: ['aaaa.bbbb.cccc'] }),
      snapshot: 'ob-v3p0-3.0.3-with-jti',
    });
    expect((await toldOf(credential)).proof).toBe('passed');
    expect((await toldOf({ ...credential, name: 'Analysis II' })).proof).toMatch(/^failed signature-invalid/);
  });

  it('that is large is looked at once for a set of proofs', async () => {
    const large = (issuer: string) => withAchievement(badge(issuer), { description: 'x'.repeat(230_000) });
    const { credential } = await issueFor('eddsa-rdfc-2022', { credentialOf: large });
    const proof = proofOf(credential);
    const more = [1, 2, 3].map((index) => ({ ...proof, id: `urn:proof:${index}` }));
    const { facts } = await toldOf({ ...credential, proof: [proof, ...more] });
    // The later ones were not made for their ids: that is found out, and not that the work is spent.
    const failed = { state: 'failed', code: 'signature-invalid' };
    expect(facts?.proofs).toMatchObject([{ state: 'passed' }, failed, failed, failed]);
  });
});
