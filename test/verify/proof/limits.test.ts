import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.ts';
import { contextSets } from '../../../src/json-ld/context/context-set.ts';
import { distinctSets } from '../../../src/json-ld/context/distinct-sets.ts';
import { RDF } from '../../../src/json-ld/literal.ts';
import { documentBudget } from '../../../src/json-ld/work-budget.ts';
import { fail } from '../../../src/result.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { proofOf, withAchievement } from '../../build/hand-signed.ts';
import { badge, issueFor, issueWith } from '../../build/issue.ts';
import { credentialOf } from '../../fake/closed-world.ts';
import { fakeHeavy, fakePorts } from '../../fake/ports.ts';
import { proofSaid, toldOf } from './told.ts';

const signed = await issueWith('eddsa-rdfc-2022');
/** No statement, but nothing that the walk knows. */
const FOR_THE_GENERAL_PROCESSOR = { '@index': 'x' };
/** Words that not every published content of its contexts knows, so that each is looked at. */
const IN_EVERY_CONTENT = { name: 'awardedDate', '@index': 'endorsementJwt' };
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

  it('in which many name the same one, of which many things are handed in, is not told by their square', async () => {
    const evidence = Array.from({ length: 300 }, (_, index) => ({
      id: `urn:evidence:${index}`,
      type: ['Evidence', 'Achievement'],
      endorsement: [
        {
          '@context': signed['@context'] as Json,
          id: 'urn:e',
          type: ['EndorsementCredential'],
          name: `${index}`,
        },
      ],
    }));
    expect(await told({ evidence })).toBe('inconclusive graph-too-complex');
    expect(await told({ evidence: evidence.slice(0, 100) })).toBe('failed signature-invalid');
  });

  it('in which each of a few names all the others is told as often as the allowance of its document lasts', async () => {
    const few = [...'abcdefghi'];
    const alignment = few.map((one) => ({
      id: `_:${one}`,
      type: ['Alignment'],
      'https://e.example/beside': few.filter((other) => other !== one).map((id) => ({ id: `_:${id}` })),
    }));
    const workBudget = documentBudget();
    const looks = [1, 2, 3, 4, 5].map(() => toldOf(withAchievement(signed, { alignment }), { workBudget }));
    for (const { proof } of await Promise.all(looks)) expect(proof).toBe('inconclusive graph-too-complex');
    expect(workBudget.isSpent()).toBe(true);
  });

  it('in which many name one, of which much is said, is not copied out for each of them', async () => {
    const told = { id: 'urn:told', type: ['Evidence'], narrative: 'x'.repeat(120_000) };
    const naming = Array.from({ length: 800 }, (_, index) => ({
      type: ['Evidence'],
      name: `${index}`,
      'https://e.example/beside': { id: 'urn:told' },
    }));
    const evidence = (count: number) => proofSaid({ ...signed, evidence: [told, ...naming.slice(0, count)] });
    expect(await evidence(20)).toBe('failed signature-invalid');
    expect(await evidence(800)).toBe('inconclusive graph-too-complex');
  });

  it('of lists that are entries of each other is not told by every way through them', async () => {
    const [first, rest, nil] = ['first', 'rest', 'nil'].map((name) => `${RDF}${name}`) as [
      string,
      string,
      string,
    ];
    // Each list has two entries, and both are the next list.
    const cells = Array.from({ length: 60 }, (_, index) => [
      { id: `urn:a:${index}`, [first]: { id: `urn:a:${index + 1}` }, [rest]: { id: `urn:b:${index}` } },
      { id: `urn:b:${index}`, [first]: { id: `urn:a:${index + 1}` }, [rest]: { id: nil } },
    ]).flat();
    expect(await told({ evidence: cells })).toBe('inconclusive graph-too-complex');
    const itself = { id: 'urn:a', [first]: { id: 'urn:a' }, [rest]: { id: nil } };
    expect(await told({ evidence: [itself] })).toBe('inconclusive graph-too-complex');
  });

  it('in which many name one that has a long list, or a document in it, pays for each copy', async () => {
    const naming = Array.from({ length: 300 }, (_, index) => ({
      type: ['Evidence'],
      name: `${index}`,
      'https://e.example/beside': { id: 'urn:told' },
    }));
    const evidence = (more: JsonObject) =>
      proofSaid({
        ...signed,
        '@context': listOf(0)['@context'] ?? null,
        evidence: [{ id: 'urn:told', type: ['Evidence'], ...more }, ...naming],
      });
    const length = 4_000;
    expect(await evidence({ steps: Array.from({ length }, (_, index) => index) })).toBe(
      'inconclusive graph-too-complex',
    );
    const inner = { type: ['EndorsementCredential'], narrative: 'x'.repeat(300_000) };
    expect(await evidence({ endorsement: inner })).toBe('inconclusive graph-too-complex');
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

describe('the general processor', () => {
  /** A door behind which nothing ends. */
  const stopped = (asked: string[]) => ({
    run: async (name: string) => {
      asked.push(name);
      return fail('work-stopped');
    },
  });
  const saidBehind = async (change: JsonObject, asked: string[]) => {
    const { proof } = await checkSecuring(
      credentialOf({ ...signed, ...FOR_THE_GENERAL_PROCESSOR, ...change }),
      fakePorts({ heavy: stopped(asked) as VerifyPorts['heavy'] }),
    );
    return `${proof.state} ${proof.problem?.code ?? ''}`.trim();
  };

  it('reads more than a badge where it can be stopped: then nothing is disproved, and nothing holds', async () => {
    const asked: string[] = [];
    expect(await saidBehind({ description: 'x'.repeat(20_000) }, asked)).toBe('inconclusive work-stopped');
    // Under other contents of its contexts it would be no better.
    expect(asked).toEqual(['general']);
  });

  it.each(['work-stopped', 'part-missing'] as const)(
    'that ends with %s at a later content leaves open what does not hold under the first',
    async (code) => {
      let reads = 0;
      const once: VerifyPorts['heavy'] = {
        run: (name, input) => {
          // The proof is small: only the document is read here.
          reads += 1;
          return reads > 1 ? Promise.resolve(fail(code)) : fakeHeavy.run(name, input);
        },
      };
      const altered = {
        ...signed,
        ...FOR_THE_GENERAL_PROCESSOR,
        ...IN_EVERY_CONTENT,
        description: 'x'.repeat(20_000),
      };
      const { proof } = await checkSecuring(credentialOf(altered), fakePorts({ heavy: once }));
      expect([proof.state, proof.problem?.code, reads]).toEqual(['inconclusive', code, 2]);
    },
  );

  it('reads a document under no content that says the same as one before', async () => {
    let reads = 0;
    const counted: VerifyPorts['heavy'] = {
      run: (name, input) => {
        reads += 1;
        return fakeHeavy.run(name, input);
      },
    };
    const altered = { ...signed, ...FOR_THE_GENERAL_PROCESSOR, description: 'x'.repeat(20_000) };
    const sets = await contextSets(altered, { offered: { get: () => undefined } });
    const different = [...distinctSets(altered, sets.ok ? sets.value : [])].length;
    await checkSecuring(credentialOf(altered), fakePorts({ heavy: counted }));
    expect([reads, sets.ok && sets.value.length > reads]).toEqual([different, true]);
  });

  it('reads a badge on the spot', async () => {
    const asked: string[] = [];
    expect(await saidBehind({}, asked)).toBe('passed');
    expect(asked).toEqual([]);
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
    const large = { ...FOR_THE_GENERAL_PROCESSOR, ...IN_EVERY_CONTENT, description: 'x'.repeat(250_000) };
    expect(await told(large)).toBe('inconclusive graph-too-complex');
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
