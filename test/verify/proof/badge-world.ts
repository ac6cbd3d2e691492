/** A hosted OB 2 badge on the servers of one issuer, of which a test changes the part that it is about. */
import type { JsonObject } from '../../../src/json.ts';
import type { Hosting } from '../../../src/ports.ts';
import { type Verified, verifyInClosedWorld } from '../../fake/closed-world.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { fakePorts } from '../../fake/ports.ts';

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

export interface Verifying {
  readonly copy?: JsonObject | string;
  readonly documents?: Record<string, FakeDocument>;
  readonly hosting?: Partial<Hosting>;
  readonly retrievedFrom?: string | null;
}

/** Verifies a copy in a world of servers, and tells what a test asks about. */
export const verifyBadge = ({
  copy = assertion(),
  documents = servers(),
  hosting,
  retrievedFrom = null,
}: Verifying): Promise<Verified> =>
  verifyInClosedWorld({
    credential: copy,
    retrievedFrom,
    documents,
    ports: { hosting: { ...fakePorts().hosting, ...hosting } },
  });
