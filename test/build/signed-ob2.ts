/** A signed OB 1 or OB 2 badge, its key listed by its issuer's profile, of which a test changes the part it is about. */
import type { JsonObject } from '../../src/json.ts';
import type { FakeDocument } from '../fake/net.ts';
import { assertion, badgeClass, CLASS, ISSUER, issuer } from './hosted-badge.ts';
import { createJwtKey } from './jwt.ts';

export const KEY = 'https://badges.example.org/key.json';
export const ID = 'urn:uuid:00000000-0000-4000-8000-000000000001';
/** The issuer's key, and one that is nobody's. */
export const [key, stranger] = await Promise.all([createJwtKey('RS256'), createJwtKey('RS256')]);

/** The badge before it is signed. */
export const signed = (over: JsonObject = {}): JsonObject =>
  assertion({ id: ID, verification: { type: 'SignedBadge', creator: KEY }, ...over });

export const keyDocument = (over: object = {}): JsonObject => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'CryptographicKey',
  id: KEY,
  owner: ISSUER,
  publicKeyPem: key.publicPem,
  ...over,
});

export const home = (over: Record<string, FakeDocument> = {}): Record<string, FakeDocument> => ({
  [CLASS]: { body: badgeClass() },
  [ISSUER]: { body: issuer({ publicKey: KEY }) },
  [KEY]: { body: keyDocument() },
  ...over,
});
