/** A document inside a badge whose statements are turned round (JSON-LD 1.1 §4.8, reverse properties). */
import { beforeAll, describe, expect, it } from 'vitest';
import { endorsed, endorsementBy, type Json, ob3 } from '../build/badge.ts';
import { createSigner, type Signer } from '../build/signer.ts';
import { verifyInClosedWorld } from '../fake/closed-world.ts';
import { knowing, NOW } from '../fake/ports.ts';

const SUBJECT = 'https://www.w3.org/2018/credentials#credentialSubject';
const BASE = 'https://www.w3.org/ns/credentials/v2';
const BADGE = 'urn:uuid:00000000-0000-4000-8000-0000000000ba';

let university: Signer;
let guild: Signer;
let badge: Json;
beforeAll(async () => {
  [university, guild] = await Promise.all([createSigner('eddsa-rdfc-2022'), createSigner('eddsa-rdfc-2022')]);
  const at = new Date(NOW - 1000);
  const endorsement = await guild.sign(endorsementBy(guild.controller, endorsed(BADGE)), at);
  const course = { id: 'https://a.example/c', name: 'Glazing', description: 'Glass', criteria: 'Glaze.' };
  const plain = ob3({
    id: BADGE,
    issuer: { id: university.controller, name: 'Known' },
    course,
    subject: { id: 'did:example:ann' },
    from: '2026-01-01T00:00:00Z',
  });
  badge = await university.sign({ ...plain, endorsement: [endorsement] }, at);
});

/** The same graph: the badge is named by its subject. */
function turned(reverse: string, contexts: readonly Json[]): Json {
  const { credentialSubject, '@context': own, ...rest } = badge;
  const names = { [SUBJECT]: { '@id': BADGE }, '@context': [BASE] };
  return {
    ...rest,
    '@context': [...(own as readonly Json[]), ...contexts],
    '@included': [{ ...(credentialSubject as Json), [reverse]: names }],
  };
}

async function told(document: Json) {
  const ports = knowing(university.controller, guild.controller);
  const { stateOf } = await verifyInClosedWorld({ credential: document, ports });
  return [stateOf('proof'), stateOf('endorsements')];
}

describe('a badge with an endorsement, whose subject names it', () => {
  it('is told as when it names its subject', async () => {
    expect(await told(badge)).toEqual(['passed', 'passed']);
    expect(await told(turned('@reverse', []))).toEqual(await told(badge));
  });

  it('is left open where the text of the endorsement cannot be told', async () => {
    expect(await told(turned('names', [{ names: '@reverse' }]))).toEqual([
      'inconclusive record-ambiguous',
      'not-run',
    ]);
  });
});
