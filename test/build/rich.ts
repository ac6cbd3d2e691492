/** Records that tell all that the standards let a record tell. Every name in them is invented. */
import type { JsonObject } from '../../src/json.ts';

/** Written out: this file is also for the gallery, which runs in a browser. */
const VC_2 = 'https://www.w3.org/ns/credentials/v2';
const OB_3_0_3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const CLR_2_0_1 = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
const AT = 'https://college.harbour.example';
const LEARNER = 'did:example:ana';

export const RICH_ACHIEVEMENT: JsonObject = {
  id: `${AT}/achievements/coastal-navigation`,
  type: ['Achievement'],
  achievementType: 'MasterCertificate',
  name: 'Coastal Navigation and Seamanship',
  description: 'Plans a passage along a coast, by day and by night, and carries it out under supervision.',
  humanCode: 'NAV-310',
  fieldOfStudy: 'Nautical science',
  specialization: 'Tidal waters',
  creditsAvailable: 7.5,
  inLanguage: 'de',
  version: '2026.1',
  image: {
    id: `${AT}/badges/coastal-navigation.png`,
    type: 'Image',
    caption: 'A lighthouse above three waves.',
  },
  criteria: {
    id: `${AT}/criteria/coastal-navigation`,
    narrative:
      '## What it takes\n\n1. A **written examination** of 180 minutes.\n2. A passage of at least 40 nautical miles.\n3. A logbook that two examiners have signed.',
  },
  otherIdentifier: [{ type: 'IdentifierEntry', identifier: 'HC-0420-NAV', identifierType: 'sourcedId' }],
  related: [{ type: ['Related'], id: `${AT}/achievements/radio`, inLanguage: 'en-GB', version: '3' }],
  alignment: [
    {
      type: ['Alignment'],
      targetName: 'Passage planning',
      targetUrl: 'https://skills.example/passage-planning',
      targetFramework: 'Maritime Competence Framework',
      targetCode: 'MCF-12',
      targetType: 'CFItem',
    },
    {
      type: ['Alignment'],
      targetName: 'Reading of tide tables',
      targetUrl: 'https://skills.example/tides',
      targetFramework: 'Maritime Competence Framework',
      targetCode: 'MCF-14',
    },
  ],
  tag: ['navigation', 'night passage'],
  resultDescription: [
    {
      id: 'urn:uuid:6f1c8b0e-0000-4000-8000-000000000001',
      type: ['ResultDescription'],
      name: 'Written examination',
      resultType: 'RawScore',
      valueMin: '0',
      valueMax: '50',
      requiredValue: '25',
    },
    {
      id: 'urn:uuid:6f1c8b0e-0000-4000-8000-000000000002',
      type: ['ResultDescription'],
      name: 'Passage under supervision',
      resultType: 'RubricCriterionLevel',
      requiredLevel: 'urn:uuid:6f1c8b0e-0000-4000-8000-0000000000a1',
      rubricCriterionLevel: [
        {
          id: 'urn:uuid:6f1c8b0e-0000-4000-8000-0000000000a1',
          type: ['RubricCriterionLevel'],
          name: 'Sails safely with advice',
          level: 'Pass',
        },
        {
          id: 'urn:uuid:6f1c8b0e-0000-4000-8000-0000000000a2',
          type: ['RubricCriterionLevel'],
          name: 'Sails safely without advice',
          level: 'Distinction',
        },
      ],
    },
    {
      id: 'urn:uuid:6f1c8b0e-0000-4000-8000-000000000003',
      type: ['ResultDescription'],
      name: 'Logbook',
      resultType: 'Status',
    },
  ],
};

export const RICH_SUBJECT: JsonObject = {
  id: LEARNER,
  type: ['AchievementSubject'],
  identifier: [
    { type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: 'Ana Lindqvist' },
  ],
  activityStartDate: '2025-09-01T00:00:00Z',
  activityEndDate: '2026-02-27T00:00:00Z',
  creditsEarned: 7.5,
  licenseNumber: 'HC-88-2041',
  role: 'Skipper under training',
  term: 'Winter 2025/26',
  narrative: 'Sailed four passages, one of them by night.',
  result: [
    {
      type: ['Result'],
      resultDescription: 'urn:uuid:6f1c8b0e-0000-4000-8000-000000000001',
      value: '42',
    },
    {
      type: ['Result'],
      resultDescription: 'urn:uuid:6f1c8b0e-0000-4000-8000-000000000002',
      achievedLevel: 'urn:uuid:6f1c8b0e-0000-4000-8000-0000000000a2',
    },
    {
      type: ['Result'],
      resultDescription: 'urn:uuid:6f1c8b0e-0000-4000-8000-000000000003',
      status: 'InProgress',
    },
  ],
  achievement: RICH_ACHIEVEMENT,
};

/** A badge with results on a scale, levels, credits, a role, a term, a licence, evidence and skills; unsigned. */
export const richBadge = (issuer: string, more: JsonObject = {}): JsonObject => ({
  '@context': [VC_2, OB_3_0_3],
  id: `${AT}/credentials/310-2041`,
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: issuer, type: ['Profile'], name: 'Harbour College' },
  name: 'Coastal Navigation and Seamanship',
  validFrom: '2026-03-04T00:00:00Z',
  validUntil: '2031-03-04T00:00:00Z',
  evidence: [
    {
      id: `${AT}/evidence/passage-7`,
      type: ['Evidence'],
      name: 'Night passage, 46 nautical miles',
      description: 'Track, weather and log of the passage.',
      genre: 'Project',
      audience: 'Examiners',
    },
  ],
  credentialSubject: RICH_SUBJECT,
  ...more,
});

const MODULES = 11;
const moduleId = (n: number): string => `${AT}/achievements/module-${n}`;
const WHOLE = `${AT}/achievements/diploma`;

/** A record of a diploma and its modules, one of them a badge inside; unsigned, but for what is in it. */
export const richRecord = (
  issuer: string,
  inner: readonly JsonObject[],
  more: JsonObject = {},
): JsonObject => ({
  '@context': [VC_2, CLR_2_0_1, OB_3_0_3],
  id: `${AT}/records/2041`,
  type: ['VerifiableCredential', 'ClrCredential'],
  issuer: { id: issuer, type: ['Profile'], name: 'Harbour College' },
  name: 'Transcript of Ana Lindqvist',
  description: 'All that she took at Harbour College until the winter of 2026.',
  partial: true,
  validFrom: '2026-03-04T00:00:00Z',
  credentialSubject: {
    id: LEARNER,
    type: ['ClrSubject'],
    achievement: [
      {
        id: WHOLE,
        type: ['Achievement'],
        achievementType: 'Diploma',
        name: 'Diploma in Nautical Science',
        description: 'Three years of study.',
        criteria: { narrative: 'All modules.' },
      },
      ...Array.from({ length: MODULES }, (_, at) => ({
        id: moduleId(at + 1),
        type: ['Achievement'],
        achievementType: 'Course',
        name: `Module ${at + 1}`,
        description: `Part ${at + 1} of the diploma.`,
        creditsAvailable: 5,
        criteria: { narrative: 'Pass the examination.' },
      })),
    ],
    association: Array.from({ length: MODULES }, (_, at) => ({
      type: ['Association'],
      associationType: 'isChildOf',
      sourceId: moduleId(at + 1),
      targetId: WHOLE,
    })),
    verifiableCredential: inner,
  },
  ...more,
});

/** What a guild says of that badge, as a credential of its own; unsigned. */
export const richEndorsement = (endorser: string, subject: string, comment: string): JsonObject => ({
  '@context': [VC_2, OB_3_0_3],
  id: 'urn:uuid:5b1f8c0e-0000-4000-8000-0000000000ee',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  issuer: { id: endorser, type: ['Profile'], name: 'Guild of Sea Pilots' },
  name: 'Endorsement',
  validFrom: '2026-03-05T00:00:00Z',
  credentialSubject: { id: subject, type: ['EndorsementSubject'], endorsementComment: comment },
});
