import { encodeBase64url } from '../../src/encoding/base64url.ts';
import { utf8 } from '../../src/encoding/text.ts';
import type { JsonObject } from '../../src/json.ts';

export const V1 = 'https://www.w3.org/2018/credentials/v1';
export const V2 = 'https://www.w3.org/ns/credentials/v2';

/** Made-up credentials, whole and well-formed; a test overrides the one member that it is about. */
export const ob3 = (override: JsonObject = {}): JsonObject => ({
  '@context': [V2, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'https://issuer.example.org/credentials/1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://issuer.example.org/profile', type: ['Profile'], name: 'Example Academy' },
  validFrom: '2026-01-15T00:00:00Z',
  validUntil: '2028-01-15T00:00:00Z',
  credentialSubject: subject(),
  proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofValue: 'z' },
  ...override,
});

export const subject = (override: JsonObject = {}): JsonObject => ({
  id: 'did:example:learner',
  type: ['AchievementSubject'],
  achievement: achievement(),
  ...override,
});

export const achievement = (override: JsonObject = {}): JsonObject => ({
  id: 'https://issuer.example.org/achievements/1',
  type: ['Achievement'],
  name: 'Bread Baking',
  description: 'Bakes bread that rises.',
  criteria: { narrative: 'Bake **three** loaves.' },
  ...override,
});

export const clr = (override: JsonObject = {}, subjectOverride: JsonObject = {}): JsonObject =>
  ob3({
    '@context': [V2, 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'],
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Transcript',
    credentialSubject: {
      id: 'did:example:a',
      type: ['ClrSubject'],
      verifiableCredential: [ob3()],
      ...subjectOverride,
    },
    ...override,
  });

export const vc = (override: JsonObject = {}): JsonObject => ({
  '@context': [V2],
  type: ['VerifiableCredential', 'LibraryCard'],
  issuer: 'did:example:library',
  credentialSubject: { id: 'did:example:reader' },
  proof: { type: 'DataIntegrityProof' },
  ...override,
});

/** The same by the data model 1.1. */
export const vc11 = (override: JsonObject = {}): JsonObject => ({
  ...vc(),
  '@context': [V1],
  issuanceDate: '2026-01-15T00:00:00Z',
  ...override,
});

export const ob2 = (override: JsonObject = {}): JsonObject => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://badges.example.org/assertions/7',
  recipient: { type: 'email', hashed: true, salt: 'sea', identity: `sha256$${'0a'.repeat(32)}` },
  badge: 'https://badges.example.org/class',
  verification: { type: 'hosted' },
  issuedOn: '2024-05-01T10:00:00Z',
  ...override,
});

export const badgeClass = (override: JsonObject = {}): JsonObject => ({
  type: 'BadgeClass',
  id: 'https://badges.example.org/class',
  name: 'Bread Baking',
  description: 'Bakes bread.',
  image: 'https://badges.example.org/class.png',
  criteria: { id: 'https://badges.example.org/criteria', narrative: 'Bake.' },
  issuer: issuer(),
  ...override,
});

export const issuer = (override: JsonObject = {}): JsonObject => ({
  type: 'Profile',
  id: 'https://badges.example.org/issuer',
  name: 'Example Bakery',
  url: 'https://example.org',
  email: 'badges@example.org',
  ...override,
});

export const ob05 = (override: JsonObject = {}): JsonObject => ({
  recipient: `sha256$${'0b'.repeat(32)}`,
  salt: 'flour',
  issued_on: '2012-11-10',
  badge: {
    version: '0.5.0',
    name: 'Reveler',
    description: 'Came and danced.',
    image: 'https://old.example.org/image.png',
    criteria: 'https://old.example.org/criteria',
    issuer: { origin: 'https://old.example.org', name: 'Old Example', contact: 'old@example.org' },
  },
  ...override,
});

/** A credential that lacks some of its members. */
export const without = (value: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

/** An unsigned compact token: reading does not look at signatures. */
export const token = (payload: JsonObject, header: JsonObject = { alg: 'ES256', typ: 'JWT' }): string =>
  [JSON.stringify(header), JSON.stringify(payload), 'sig']
    .map((part) => encodeBase64url(utf8(part)))
    .join('.');
