import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { findSecondSpelling, isSecondSpelling } from '../../src/json-ld/context/second-spelling.ts';
import { judge } from '../../src/verify/judge.ts';
import { verify } from '../../src/verify/verify.ts';
import { fakePorts } from '../fake/ports.ts';
import { badge, credentialOf, issueFor } from '../verify/proof/issue.ts';
import { foundSets, OB_303, setOf, V2 } from './made-sets.ts';

const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const OB = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#';
const LIST = 'https://lists.example/1';

// Types that decide what is looked up: written as IRIs they would keep the signature, and nobody would look.
it.each<[string, string, string]>([
  ['credentialStatus', '1EdTechRevocationList', 'vcrl'],
  ['refreshService', '1EdTechCredentialRefresh', 'vccr'],
  ['credentialSchema', '1EdTechJsonSchemaValidator2019', 'vccs'],
])('a %s of the type %s is not hidden behind an IRI', async (member, name, vocabulary) => {
  const iri = `https://purl.imsglobal.org/spec/${vocabulary}/v1p0/context.json#${name}`;
  const value = { id: LIST, type: name };
  const { credential } = await issueFor('eddsa-rdfc-2022', {
    credentialOf: (issuer) => {
      const plain = badge(issuer);
      return { ...plain, '@context': [...(plain['@context'] as string[]), EXTENSIONS], [member]: value };
    },
  });
  const outcomeOf = async (document: JsonObject) => {
    const { report } = await verify({ credential: credentialOf(document), claim: null }, fakePorts());
    return { proof: report.outcomes.proof.problem?.code ?? null, status: judge(report).status };
  };
  expect((await outcomeOf(credential)).proof).toBeNull();
  for (const type of [iri, [iri]])
    expect(await outcomeOf({ ...credential, [member]: { ...value, type } })).toEqual({
      proof: 'record-rearranged',
      status: 'failed',
    });
});

describe('a second spelling', () => {
  async function found(more: JsonObject, inline: readonly Json[] = []) {
    const document = { '@context': [V2, OB_303, ...inline], ...more } as JsonObject;
    return findSecondSpelling(document, await foundSets(document))?.at ?? null;
  }

  it('is sought past members and types that are null or no text', async () => {
    expect(await found({ evidence: null, type: [null, 7], list: [null] })).toBeNull();
    expect(await found({ evidence: null, list: [null, { Criteria: 'x' }] })).toBe('/list/1/Criteria');
  });

  it('is one in the document, not where a context defines the word', async () => {
    const same = { Criteria: `${OB}Criteria` };
    expect(await found({}, [same])).toBeNull();
    expect(await found({ Criteria: 'x' }, [same])).toBe('/Criteria');
  });

  it('of a type is another name than its own, whatever vocabulary stands beside it', async () => {
    const vocabulary = { '@vocab': OB };
    const type = ['VerifiableCredential', 'OpenBadgeCredential'];
    expect(await found({ type }, [vocabulary])).toBeNull();
    expect(await found({ type: [`${OB}OpenBadgeCredential`] }, [vocabulary])).toBe('/type');
  });
});

describe('a second name', () => {
  const CLR = `${OB}ClrCredential`;

  it('is looked for in types, not in what members say', () => {
    const set = setOf({ ClrCredential: CLR });
    expect(findSecondSpelling({ type: CLR }, [set])?.code).toBe('record-rearranged');
    expect(findSecondSpelling({ seeAlso: CLR }, [set])).toBeNull();
  });

  it('is no place in a list, even where a context defines a number', () => {
    expect(findSecondSpelling({ list: ['a'] }, [setOf({ 0: '@id' })])).toBeNull();
    expect(findSecondSpelling({ 0: 'a' }, [setOf({ 0: '@id' })])?.code).toBe('record-rearranged');
  });

  it('is a class’s for a property, and not a class’s own', () => {
    const spelt = (...names: string[]) => ({
      byTerm: new Map(names.map((name) => [name, new Set(['urn:x'])])),
      byIri: new Map([['urn:x', new Set(names)]]),
    });
    expect(isSecondSpelling('Profile', spelt('Profile'))).toBe(false);
    expect(isSecondSpelling('Profile', spelt('Profile', 'profile'))).toBe(true);
  });
});
