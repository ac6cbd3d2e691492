/** A hosted OB 2 badge on the servers of one issuer, of which a test changes the part that it is about. */
import type { JsonObject } from '../../src/json.ts';
import type { FakeDocument } from '../fake/net.ts';

export const ISSUER = 'https://badges.example.org/issuer.json';
export const CLASS = 'https://badges.example.org/class.json';
export const ASSERTION = 'https://badges.example.org/assertions/1.json';
const CONTEXT = 'https://w3id.org/openbadges/v2';

export const issuer = (over: JsonObject = {}): JsonObject => ({
  '@context': CONTEXT,
  type: 'Issuer',
  id: ISSUER,
  name: 'Example Issuer',
  url: 'https://badges.example.org',
  email: 'badges@example.org',
  ...over,
});
export const badgeClass = (over: JsonObject = {}): JsonObject => ({
  '@context': CONTEXT,
  type: 'BadgeClass',
  id: CLASS,
  name: 'Welding',
  description: 'Can weld.',
  image: 'https://badges.example.org/class.png',
  criteria: { narrative: 'Weld.' },
  issuer: ISSUER,
  ...over,
});
export const assertion = (over: JsonObject = {}): JsonObject => ({
  '@context': CONTEXT,
  type: 'Assertion',
  id: ASSERTION,
  badge: CLASS,
  recipient: { type: 'email', hashed: false, identity: 'ann@example.com' },
  issuedOn: '2026-01-15T00:00:00Z',
  verification: { type: 'hosted' },
  ...over,
});

export const servers = (over: Record<string, FakeDocument> = {}): Record<string, FakeDocument> => ({
  [ASSERTION]: { body: assertion() },
  [CLASS]: { body: badgeClass() },
  [ISSUER]: { body: issuer() },
  ...over,
});
