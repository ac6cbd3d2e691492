/** Documents of every kind that is signed as a graph; every name in them is invented. */
import type { JsonObject } from '../../../src/json.ts';

const V1 = 'https://www.w3.org/2018/credentials/v1';
const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const OB_1 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json';
const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
const ED25519 = 'https://w3id.org/security/suites/ed25519-2020/v1';

const issuer = {
  id: 'did:key:z6MkissuerExample',
  type: ['Profile'],
  name: 'Example University',
  url: 'https://university.example/',
  address: {
    type: ['Address'],
    addressCountry: 'Utopia',
    geo: { type: ['GeoCoordinates'], latitude: 1.5, longitude: -2 },
  },
  otherIdentifier: [
    { type: ['IdentifierEntry'], identifier: 'a-1', identifierType: 'identifier' },
    { type: ['IdentifierEntry'], identifier: 'a-2', identifierType: 'nationalIdentityNumber' },
  ],
  dateOfBirth: '1999-01-01',
};

const achievement = {
  id: 'https://university.example/achievements/analysis',
  type: ['Achievement'],
  achievementType: 'Course',
  name: 'Analysis I',
  description: 'Limits, "continuity", derivatives.\nAnd é, too.',
  criteria: { id: 'https://university.example/criteria', narrative: 'Passed the written examination.' },
  creditsAvailable: 7.5,
  tag: ['mathematics', 'analysis'],
  inLanguage: 'en',
  image: { id: 'https://university.example/a.png', type: 'Image', caption: 'A picture' },
  alignment: [
    {
      type: ['Alignment'],
      targetName: 'Calculus',
      targetUrl: 'https://skills.example/calculus',
      targetType: 'ceasn:Competency',
    },
    { type: ['Alignment'], targetName: 'Proof', targetUrl: 'https://skills.example/proof' },
  ],
  resultDescription: [
    {
      id: 'urn:uuid:0c8b5c58-9c3d-4b52-8a64-4a1d8b5f3d00',
      type: ['ResultDescription'],
      name: 'Grade',
      resultType: 'LetterGrade',
      allowedValue: ['A', 'B', 'C', 'C'],
      rubricCriterionLevel: [{ id: 'urn:uuid:1', type: ['RubricCriterionLevel'], name: 'Good', points: '3' }],
    },
  ],
};

const { inLanguage: _, ...olderAchievement } = achievement;

const badge: JsonObject = {
  '@context': [V2, OB, ED25519],
  id: 'urn:uuid:6a5a3b6c-3c3f-4a56-9a3c-0d4a8f7b1c2d',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer,
  name: 'Analysis I',
  validFrom: '2026-01-15T00:00:00Z',
  validUntil: '2030-01-15T00:00:00Z',
  awardedDate: '2026-01-15T00:00:00Z',
  credentialSubject: {
    id: 'did:example:learner',
    type: ['AchievementSubject'],
    identifier: [
      {
        type: 'IdentityObject',
        hashed: true,
        identityHash: 'sha256$ab',
        identityType: 'emailAddress',
        salt: 's',
      },
    ],
    achievement,
    result: [
      { type: ['Result'], resultDescription: 'urn:uuid:0c8b5c58-9c3d-4b52-8a64-4a1d8b5f3d00', value: 'A' },
      { type: ['Result'], value: 'A', status: 'Completed' },
    ],
  },
  evidence: [
    { id: 'https://university.example/e/1', type: ['Evidence'], name: 'Essay', genre: 'Text' },
    { type: ['Evidence'], narrative: 'Shown in class.' },
  ],
  credentialStatus: {
    id: 'https://university.example/status/1#4',
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '4',
    statusListCredential: 'https://university.example/status/1',
  },
  credentialSchema: [{ id: 'https://schemas.example/ob.json', type: 'JsonSchema' }],
  refreshService: {
    id: 'https://university.example/refresh/1',
    type: 'https://university.example/terms#Refresh',
  },
};

const old: JsonObject = {
  '@context': [V1, OB_1],
  id: 'https://university.example/old/1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://university.example/issuer', type: 'Profile', name: 'Example University' },
  issuanceDate: '2022-01-15T00:00:00Z',
  expirationDate: '2030-01-15T00:00:00Z',
  name: 'Old badge',
  credentialSubject: {
    id: 'did:example:learner',
    type: ['AchievementSubject'],
    achievement: { ...olderAchievement },
  },
};

const endorsement: JsonObject = {
  '@context': [V2, OB],
  id: 'urn:uuid:2a5a3b6c-3c3f-4a56-9a3c-0d4a8f7b1c2d',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  issuer: { id: 'did:example:endorser', type: ['Profile'], name: 'Example Agency' },
  name: 'An endorsement',
  validFrom: '2026-01-15T00:00:00Z',
  credentialSubject: { id: issuer.id, type: ['EndorsementSubject'], endorsementComment: 'Good work' },
  proof: {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    proofValue: 'z1',
    created: '2026-01-15T00:00:00Z',
  },
};

const endorsed: JsonObject = {
  ...badge,
  endorsement: [endorsement],
  issuer: { ...issuer, endorsement: [{ ...endorsement, id: 'urn:uuid:3' }] },
};

const transcript: JsonObject = {
  '@context': [V2, CLR, OB],
  id: 'urn:uuid:7a5a3b6c-3c3f-4a56-9a3c-0d4a8f7b1c2d',
  type: ['VerifiableCredential', 'ClrCredential'],
  issuer,
  name: 'Transcript',
  validFrom: '2026-01-15T00:00:00Z',
  credentialSubject: {
    id: 'did:example:learner',
    type: ['ClrSubject'],
    verifiableCredential: [
      { ...badge, id: 'urn:uuid:a', proof: endorsement.proof },
      { ...badge, id: 'urn:uuid:b' },
    ],
    achievement: [achievement, { id: 'urn:uuid:c', type: ['Achievement'], name: 'Second' }],
    association: [
      { type: 'Association', associationType: 'isChildOf', sourceId: 'urn:uuid:a', targetId: 'urn:uuid:b' },
    ],
  },
};

const presentation: JsonObject = {
  '@context': [V2],
  type: 'VerifiablePresentation',
  holder: 'did:example:learner',
  verifiableCredential: [badge, { ...endorsement, id: 'urn:uuid:4' }],
};

const list: JsonObject = {
  '@context': [V2],
  id: 'https://university.example/status/1',
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: 'did:key:z6MkissuerExample',
  validFrom: '2026-01-15T00:00:00Z',
  credentialSubject: {
    id: 'https://university.example/status/1#list',
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList: 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA',
  },
};

/** A proof without its value, as it is hashed. */
const configuration: JsonObject = {
  '@context': [V2, OB],
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2026-01-15T00:00:00Z',
  verificationMethod: 'did:key:z6MkissuerExample#z6MkissuerExample',
  proofPurpose: 'assertionMethod',
};

/** Words of an issuer's own, in a namespace of its own. */
const own: JsonObject = {
  ...badge,
  '@context': [
    V2,
    OB,
    {
      uni: 'https://university.example/terms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      score: { '@id': 'uni:score', '@type': 'xsd:double' },
      level: 'uni:level',
      title: { '@id': 'uni:title', '@container': '@language' },
      steps: { '@id': 'uni:steps', '@container': '@list' },
      about: { '@id': 'uni:about', '@type': '@json' },
      nothing: { '@id': 'uni:nothing', '@type': '@json' },
      seen: { '@id': 'uni:seen', '@type': '@vocab' },
      Module: {
        '@id': 'uni:Module',
        '@context': { level: { '@id': 'uni:moduleLevel', '@type': 'xsd:integer' } },
      },
      part: { '@id': 'uni:part', '@context': { part: 'uni:innerPart', level: 'uni:partLevel' } },
    },
  ],
  score: 17,
  level: 'high',
  title: { en: 'Title', 'de-CH': ['Titel', 'Zweiter'] },
  steps: ['one', 'two', { '@value': 'drei', '@language': 'DE' }],
  about: { b: [1, { c: null }], a: 'x' },
  // To a JSON literal, null is a value.
  nothing: null,
  seen: 'level',
  'uni:free': [true, 1, 1.5, 'text'],
  part: { type: 'Module', level: 3, part: { level: 'deep', part: 'end' } },
};

const undefinedTerms: JsonObject = {
  '@context': [V2, 'https://www.w3.org/ns/credentials/undefined-terms/v2'],
  type: ['VerifiableCredential', 'Anything'],
  issuer: 'did:example:issuer',
  credentialSubject: { anything: 'goes', here: { nothing: 5 } },
};

export const DOCUMENTS: readonly JsonObject[] = [
  badge,
  old,
  endorsed,
  transcript,
  presentation,
  list,
  configuration,
  own,
  undefinedTerms,
];

/** Addresses that a mutant may name. */
export const ADDRESSES: readonly string[] = [
  V1,
  V2,
  OB,
  OB_1,
  CLR,
  ED25519,
  'https://w3id.org/security/v2',
  'https://w3id.org/openbadges/v2',
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/dcc/v1',
];
