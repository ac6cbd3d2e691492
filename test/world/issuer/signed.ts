/** The Open Harbour Foundation: Open Badges 2.0, signed (JWS). */
import { assertion, badgeClass, type Course, issuerProfile } from '../../build/badge.ts';
import { dataUrl, emblem } from '../../build/emblem.ts';
import { createJwtKey, type JwtKey } from '../../build/jwt.ts';
import { json, text } from '../reply.ts';
import type { Draft, Expectation } from '../world.ts';

const HOST = 'https://skills.openharbour.example';
const NAME = 'Open Harbour Foundation';
const ISSUER = `${HOST}/profile.json`;
const KEY = `${HOST}/keys/2025.json`;
const REVOCATIONS = `${HOST}/revoked.json`;

const COURSE: Course = {
  id: `${HOST}/badges/maintainer.json`,
  name: 'Open Source Maintainer',
  description: 'Has kept a public project healthy for a year: reviews, releases and a friendly tracker.',
  criteria: 'Peers nominate; three maintainers of other projects review twelve months of public work.',
  image: dataUrl(emblem(168, 'wave')),
};

interface Row {
  readonly id: string;
  readonly signedBy: 'issuer' | 'stranger';
  readonly creator: string;
  readonly expected: Expectation;
}

const ROWS: readonly Row[] = [
  {
    id: 'signed-valid',
    signedBy: 'issuer',
    creator: KEY,
    expected: { status: 'signature-verified', standing: 'unrecognised', reason: 'issuer-unknown' },
  },
  {
    id: 'signed-wrong-key',
    signedBy: 'stranger',
    creator: KEY,
    expected: { status: 'failed', standing: 'failed', reason: 'signature-invalid' },
  },
  {
    id: 'signed-foreign-key',
    signedBy: 'stranger',
    creator: `${HOST}/visitors/key.json`,
    expected: { status: 'failed', standing: 'failed', reason: 'key-not-bound' },
  },
  {
    id: 'signed-revoked',
    signedBy: 'issuer',
    creator: KEY,
    expected: { status: 'revoked', standing: 'failed', reason: 'revoked', also: ['revoked'] },
  },
];

export async function signedIssuer(draft: Draft): Promise<void> {
  const keys = { issuer: await createJwtKey('RS256'), stranger: await createJwtKey('RS256') };
  draft.reply(ISSUER, json(issuerProfile(ISSUER, NAME, { publicKey: KEY, revocationList: REVOCATIONS })));
  draft.reply(KEY, json(publicKey(KEY, keys.issuer)));
  draft.reply(`${HOST}/visitors/key.json`, json(publicKey(`${HOST}/visitors/key.json`, keys.stranger)));
  draft.reply(COURSE.id, json(badgeClass(COURSE, ISSUER)));
  draft.reply(
    REVOCATIONS,
    json({
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'RevocationList',
      id: REVOCATIONS,
      issuer: ISSUER,
      revokedAssertions: [{ id: urnOf('signed-revoked'), revocationReason: 'Nomination withdrawn' }],
    }),
  );
  for (const { id, signedBy, creator, expected } of ROWS) {
    const link = `${HOST}/assertions/${id.replace('signed-', '')}.jwt`;
    const issued = draft.day(-210);
    const badge = assertion({
      id: urnOf(id),
      badge: COURSE.id,
      email: draft.holder.email,
      from: issued,
      more: { verification: { type: 'SignedBadge', creator } },
    });
    draft.reply(link, text(await keys[signedBy].sign(badge), 'application/jwt'));
    draft.credential({ id, title: COURSE.name, issuer: NAME, link, issued, expires: null, expected });
  }
}

const publicKey = (id: string, key: JwtKey) => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'CryptographicKey',
  id,
  owner: ISSUER,
  publicKeyPem: key.publicPem,
});

/** A signed assertion has no address of its own. One fixed urn for each row. */
const urnOf = (id: string): string =>
  `urn:uuid:5d1f7c00-0000-4000-8000-${Buffer.from(id.padEnd(18, '-').slice(7, 13)).toString('hex')}`;
