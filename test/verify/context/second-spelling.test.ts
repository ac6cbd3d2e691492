/** Types that decide what is looked up: written as IRIs they would keep the signature, and nobody would look. */
import { expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { judge } from '../../../src/verify/judge.ts';
import { verify } from '../../../src/verify/verify.ts';
import { fakePorts } from '../../fake/ports.ts';
import { badge, credentialOf, issueFor } from '../proof/issue.ts';

const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const LIST = 'https://lists.example/1';

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
