/** Credentials under every suite that signs a graph, each with another part that a respelling might hide. */
import type { JsonObject } from '../../src/json.ts';
import { OB_3_0_3, VC_2 } from '../build/contexts.ts';
import { deriveWith } from '../build/derived.ts';
import { DID, ed25519Signature2018, sign as signByHand } from '../build/hand-signed.ts';
import { badge, issueFor } from '../build/issue.ts';
import { createSigner, type Suite } from '../build/signer.ts';
import { statusEntry, statusList } from '../build/status-list.ts';
import { type Source, shareOf } from '../tamper/source.ts';
import type { Respelt } from './trial.ts';

type Json = Record<string, unknown>;

const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const AT = new Date('2026-02-01T00:00:00Z');
const LIST = 'https://status.university.example/lists/3';
const REVOCATIONS = 'https://university.example/revocations';
const REFRESH = 'https://university.example/refresh';

const source = (name: string, value: unknown, documents: Source['documents'] = {}): Source => {
  const text = JSON.stringify(value);
  return { name, text, documents, share: shareOf(text) };
};

const within = (credential: Json, more: Json): Json => ({
  ...credential,
  credentialSubject: { ...(credential.credentialSubject as Json), ...more },
});

/** All of them, with fresh keys. */
export async function respellable(): Promise<readonly Respelt[]> {
  const signer = await createSigner('eddsa-rdfc-2022');
  const plain = badge(signer.controller) as Json;
  const sign = async (credential: Json, suite?: Suite): Promise<Json> => {
    const own = suite ? await createSigner(suite) : signer;
    const issuer = { ...(credential.issuer as Json), id: own.controller };
    return own.sign({ ...credential, issuer }, AT);
  };
  const list = (set: readonly number[]) =>
    statusList(
      {
        id: LIST,
        issuer: signer.controller,
        purpose: 'revocation',
        set,
        at: new Date('2026-11-20T00:00:00Z'),
      },
      signer,
    );
  const withStatus = await sign({ ...plain, credentialStatus: statusEntry(LIST, 7, 'revocation') });
  const withList = await sign({
    ...plain,
    '@context': [...(plain['@context'] as string[]), EXTENSIONS],
    credentialStatus: { id: REVOCATIONS, type: '1EdTechRevocationList' },
  });
  const revocations = {
    id: REVOCATIONS,
    issuer: signer.controller,
    revokedCredential: [{ id: plain.id, revoked: true, revocationReason: 'Withdrawn' }],
  };
  const endorsed = await sign({ ...plain, endorsement: [await sign(endorsement(signer.controller))] });
  const inner = await sign(plain, 'Ed25519Signature2020');
  const withService = {
    ...plain,
    '@context': [...(plain['@context'] as string[]), EXTENSIONS],
    refreshService: { id: REFRESH, type: '1EdTechCredentialRefresh' },
  };
  const byHand = inOrder(badge(DID));
  const [asText, asGraph] = [
    await signByHand(byHand, 'eddsa-jcs-2022'),
    await signByHand(byHand, 'eddsa-rdfc-2022'),
  ];
  return [
    source('Ed25519Signature2020', (await issueFor('Ed25519Signature2020')).credential),
    source('ecdsa-rdfc-2019 P-384', (await issueFor('ecdsa-rdfc-2019 P-384')).credential),
    source('ecdsa-rdfc-2019 P-256', await sign(plain, 'ecdsa-rdfc-2019 P-256')),
    source('Ed25519Signature2018', await ed25519Signature2018()),
    source('ecdsa-sd-2023', await deriveWith('ecdsa-sd-2023', badge)),
    source('bbs-2023', await deriveWith('bbs-2023', badge)),
    source('eddsa-rdfc-2022', await sign(plain)),
    source('expired', await sign({ ...plain, validUntil: '2026-03-01T00:00:00Z' })),
    source(
      'a proof that has ended',
      (await issueFor('eddsa-rdfc-2022', { expires: '2026-03-01T00:00:00Z' })).credential,
    ),
    source('withdrawn by a bitstring list', withStatus, { [LIST]: { body: await list([7]) } }),
    source('standing in a bitstring list', withStatus, { [LIST]: { body: await list([8]) } }),
    source('withdrawn by a list of ids', withList, { [REVOCATIONS]: { body: revocations } }),
    source('with results and identifiers', await sign(withResults(plain))),
    source('endorsed', endorsed),
    source(
      'a record of two',
      await sign(
        record(signer.controller, [
          inner,
          await sign({ ...plain, id: 'urn:uuid:2', validUntil: '2026-03-01T00:00:00Z' }),
        ]),
      ),
    ),
    source(
      'a presentation',
      await signByHand(
        presentation(DID, [await sign(plain, 'ecdsa-rdfc-2019 P-256')]) as JsonObject,
        'eddsa-rdfc-2022',
      ),
    ),
    source('in words of its own', await sign(inOwnWords(plain))),
    source('signed as text and as a graph', {
      ...byHand,
      proof: [asText.proof ?? null, asGraph.proof ?? null],
    }),
    source('with a newer copy', await sign(withService), {
      [REFRESH]: { body: await sign({ ...withService, validUntil: '2031-01-15T00:00:00Z' }) },
    }),
    {
      ...source('a list that withdraws', await list([7])),
      lookedUp: { at: LIST, by: JSON.stringify(withStatus) },
    },
  ];
}

/** The tags in the order in which a graph is read, so that text and graph tell the same. */
const inOrder = (credential: JsonObject): JsonObject => {
  const subject = credential.credentialSubject as JsonObject;
  const achievement = subject.achievement as JsonObject;
  const tag = [...(achievement.tag as string[])].sort();
  return within(credential, { achievement: { ...achievement, tag } }) as JsonObject;
};

const endorsement = (issuer: string): Json => ({
  '@context': [VC_2, OB_3_0_3],
  id: 'urn:uuid:00000000-0000-4000-8000-0000000000e1',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  issuer: { id: issuer, type: ['Profile'], name: 'Guild of Glaziers' },
  name: 'A good course',
  validFrom: '2026-01-20T00:00:00Z',
  credentialSubject: {
    id: 'urn:uuid:6a5a3b6c-3c3f-4a56-9a3c-0d4a8f7b1c2d',
    type: ['EndorsementSubject'],
    endorsementComment: 'We hire from it.',
  },
});

const record = (issuer: string, inner: readonly Json[]): Json => ({
  '@context': [VC_2, CLR, OB_3_0_3],
  id: 'urn:uuid:00000000-0000-4000-8000-0000000000c1',
  type: ['VerifiableCredential', 'ClrCredential'],
  issuer: { id: issuer, type: ['Profile'], name: 'Example University' },
  name: 'Transcript',
  validFrom: '2026-01-20T00:00:00Z',
  credentialSubject: { id: 'did:example:learner', type: ['ClrSubject'], verifiableCredential: inner },
});

const presentation = (holder: string, inner: readonly Json[]): Json => ({
  '@context': [VC_2, OB_3_0_3],
  id: 'urn:uuid:00000000-0000-4000-8000-0000000000f1',
  type: ['VerifiablePresentation'],
  holder,
  verifiableCredential: inner,
});

const withResults = (plain: Json): Json => {
  const subject = plain.credentialSubject as JsonObject;
  const level = { id: 'urn:level:2', type: ['RubricCriterionLevel'], name: 'Distinction', level: '2' };
  const description = {
    id: 'urn:result:1',
    type: ['ResultDescription'],
    name: 'Grade',
    resultType: 'RubricCriterionLevel',
    rubricCriterionLevel: [level],
  };
  return within(plain, {
    identifier: [
      {
        type: 'IdentityObject',
        hashed: false,
        identityHash: 'ann@example.org',
        identityType: 'emailAddress',
      },
    ],
    achievement: { ...(subject.achievement as JsonObject), resultDescription: [description] },
    result: [
      { type: ['Result'], resultDescription: 'urn:result:1', achievedLevel: 'urn:level:2', value: '1.3' },
    ],
  });
};

const inOwnWords = (plain: Json): Json => ({
  ...plain,
  '@context': [
    ...(plain['@context'] as string[]),
    { score: 'https://university.example/vocab#score', level: 'https://university.example/vocab#level' },
  ],
  score: '95',
  level: 'advanced',
});
