/** A host on which everything goes wrong that can go wrong while a record is fetched and read. */
import { assertion, badgeClass, type Course, issuerProfile, type Json } from '../../build/badge.ts';
import { OB_3_0_3, VC_2 } from '../../build/contexts.ts';
import { botWall, bytes, drop, html, json, type Reply, redirect, status, text } from '../reply.ts';
import type { Draft, Expectation } from '../world.ts';

const HOST = 'https://files.brackwater.example';
const NAME = 'Brackwater College';
const ISSUER = `${HOST}/issuer.json`;
const TEN_MEGABYTES = 10 * 1024 * 1024;

const COURSE: Course = {
  id: `${HOST}/badge.json`,
  name: 'Harbour Pilotage',
  description: 'Brings ships of up to 8,000 tonnes through the Brackwater.',
  criteria: 'Forty passages under supervision.',
};

interface Trouble {
  readonly id: string;
  readonly host?: string;
  readonly expected: Expectation;
  readonly serve: (good: Json, link: string) => Reply;
}

const failed = (reason: Expectation['reason']): Expectation => ({
  status: 'failed',
  standing: 'failed',
  reason,
});
const unreachable = (
  reason: Expectation['reason'],
  reasonInBrowser?: Expectation['reasonInBrowser'],
): Expectation => ({
  status: 'unreachable',
  standing: 'inconclusive',
  reason,
  ...(reasonInBrowser && { reasonInBrowser }),
});
const confirmed: Expectation = {
  status: 'issuer-confirmed',
  standing: 'unrecognised',
  reason: 'issuer-unknown',
};

const nested = (depth: number): string =>
  `{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","extensions":${'['.repeat(depth)}${']'.repeat(depth)}}`;

const TROUBLES: readonly Trouble[] = [
  {
    id: 'bad-json',
    expected: unreachable('json-malformed'),
    serve: () => text('{"type": "Assertion", ', 'application/json'),
  },
  {
    id: 'bad-html',
    expected: unreachable('html-not-json'),
    serve: () =>
      html('<!doctype html><html lang="en"><title>Brackwater College</title><h1>Welcome</h1></html>'),
  },
  { id: 'bad-empty', expected: unreachable('empty-document'), serve: () => text('', 'application/json') },
  {
    id: 'bad-huge',
    expected: unreachable('too-large'),
    serve: () => text(`{"padding":"${'x'.repeat(TEN_MEGABYTES)}"}`, 'application/json'),
  },
  {
    id: 'bad-redirect-loop',
    expected: unreachable('redirect-loop', 'network-failed'),
    serve: (_, link) => redirect(link),
  },
  {
    id: 'bad-redirect-private',
    expected: unreachable('redirected-to-private-host', 'network-failed'),
    serve: () => redirect('https://127.0.0.1/assertion.json'),
  },
  {
    id: 'bad-redirect-http',
    expected: unreachable('redirected-to-http', 'network-failed'),
    serve: () => redirect('http://files.brackwater.example/assertion.json'),
  },
  { id: 'bad-dropped', expected: unreachable('network-failed'), serve: () => drop },
  {
    id: 'bad-rate-limited',
    // a host that asks for a pause is left alone as a whole, so it is one of its own
    host: 'https://busy.brackwater.example',
    expected: unreachable('rate-limited'),
    serve: () => status(429, 'Too Many Requests'),
  },
  { id: 'bad-forbidden', expected: unreachable('access-denied'), serve: () => status(403, 'Forbidden') },
  { id: 'bad-bot-wall', expected: unreachable('bot-wall'), serve: () => botWall },
  {
    id: 'bad-nesting',
    expected: unreachable('json-too-deep'),
    serve: () => text(nested(1000), 'application/json'),
  },
  {
    id: 'bad-forbidden-name',
    expected: failed('json-forbidden-name'),
    serve: (good) =>
      text(JSON.stringify(good).replace('{', '{"__proto__":{"revoked":false},'), 'application/json'),
  },
  {
    id: 'bad-duplicate-name',
    expected: failed('json-duplicate-name'),
    serve: (good) =>
      text(JSON.stringify(good).replace('{', '{"badge":"https://else.example/b",'), 'application/json'),
  },
  {
    id: 'bad-not-a-credential',
    expected: unreachable('answer-not-understood'),
    serve: () => json({ name: 'Harbour menu', price: 12 }),
  },
  {
    id: 'bad-unknown-context',
    expected: { status: 'not-checked', standing: 'inconclusive', reason: 'context-unknown' },
    serve: (_, link) => json(unknownContext(link)),
  },
  // Odd, but readable: nobody's credential fails for these.
  { id: 'odd-content-type', expected: confirmed, serve: (good) => text(JSON.stringify(good), 'text/plain') },
  {
    id: 'odd-utf-16',
    expected: confirmed,
    serve: (good) =>
      bytes(Buffer.from(`\ufeff${JSON.stringify(good)}`, 'utf16le'), 'application/json; charset=utf-16'),
  },
];

export async function troublesomeIssuer(draft: Draft): Promise<void> {
  draft.reply(ISSUER, json(issuerProfile(ISSUER, NAME)));
  draft.reply(COURSE.id, json(badgeClass(COURSE, ISSUER)));
  for (const { id, host = HOST, expected, serve } of TROUBLES) {
    const link = `${host}/assertions/${id}.json`;
    const issued = draft.day(-90);
    const good = assertion({ id: link, badge: COURSE.id, email: draft.holder.email, from: issued });
    draft.reply(link, serve(good, link));
    draft.credential({ id, title: COURSE.name, issuer: NAME, link, issued, expires: null, expected });
  }
}

/** Well-formed, with a proof, over a vocabulary that nobody but its author knows. */
const unknownContext = (id: string): Json => ({
  '@context': [VC_2, OB_3_0_3, 'https://files.brackwater.example/contexts/pilotage-v1.json'],
  id,
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK', type: ['Profile'], name: NAME },
  validFrom: '2026-02-01T00:00:00Z',
  name: COURSE.name,
  credentialSubject: {
    id: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
    type: ['AchievementSubject'],
    achievement: {
      id: COURSE.id,
      type: ['Achievement'],
      name: COURSE.name,
      description: COURSE.description,
      criteria: { narrative: COURSE.criteria },
    },
  },
  proof: {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-02-01T00:00:00Z',
    verificationMethod:
      'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
    proofPurpose: 'assertionMethod',
    proofValue: 'z3FXQjecWufY46yg5abdVZsXqLhxhueuSoZgNSARiKBk9czhSePTFehP8c3PGfb6a22gkfUKods5D2UAUL5n2Brbx',
  },
});
