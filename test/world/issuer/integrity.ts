/** Kestrel Academy: Open Badges 3.0 with Data Integrity proofs, `did:web`, bitstring status lists, baked images. */

import { type Award, type Course, hashedIdentifier, type Json, ob3, ob3InVc1 } from '../../build/badge.ts';
import { bakePng, bakeSvgCredential } from '../../build/bake.ts';
import { dataUrl, emblem, rasterise } from '../../build/emblem.ts';
import { createSigner, type Signer } from '../../build/signer.ts';
import { statusEntry, statusList } from '../../build/status-list.ts';
import { bytes, json, type Reply, text } from '../reply.ts';
import type { Draft, Expectation } from '../world.ts';

const DID_HOST = 'id.kestrel-academy.example';
const DID = `did:web:${DID_HOST}`;
const HOST = 'https://badges.kestrel-academy.example';
const NAME = 'Kestrel Academy';
const LISTS = { revocation: `${HOST}/status/revocation`, suspension: `${HOST}/status/suspension` } as const;
const EMBLEM = emblem(18, 'spark');

export const KESTREL_COURSE: Course = {
  id: `${HOST}/achievements/cloud-operations`,
  name: 'Cloud Operations Engineer',
  description: 'Runs services that other people depend on: deploys, observes, and mends them at night.',
  type: 'Certification',
  criteria: 'A proctored examination of three hours, of which two are hands-on work on a broken cluster.',
  image: dataUrl(EMBLEM),
  skills: [
    {
      name: 'incident response',
      framework: 'Northern Skills Index',
      url: 'https://skills.example/nsi/4105',
      code: 'NSI-4105',
    },
    {
      name: 'infrastructure as code',
      framework: 'Northern Skills Index',
      url: 'https://skills.example/nsi/4122',
      code: 'NSI-4122',
    },
  ],
};

interface Hands {
  /** did:web, eddsa-rdfc-2022: the academy's daily key. */
  readonly daily: Signer;
  /** did:web, ecdsa-rdfc-2019. */
  readonly second: Signer;
  /** did:key, Ed25519Signature2020: a teacher on her own. */
  readonly teacher: Signer;
  /** did:key, eddsa-rdfc-2022: somebody who is not the academy. */
  readonly stranger: Signer;
}

interface Row {
  readonly id: string;
  readonly by?: keyof Hands;
  readonly issuer?: string;
  readonly from?: number;
  readonly until?: number;
  readonly status?: { readonly purpose: keyof typeof LISTS; readonly index: number };
  /** E-mail address whose hash is the only subject; default: a DID, which nobody can compare with an address. */
  readonly email?: string;
  readonly shape?: (award: Award) => Json;
  /** A course of its own name; default: `KESTREL_COURSE`. */
  readonly title?: string;
  /** What a forger does to the signed credential. */
  readonly spoil?: (signed: Json) => Json;
  readonly serve?: (signed: Json) => Promise<readonly [extension: string, reply: Reply]>;
  readonly expected: Expectation;
}

const verified: Expectation = {
  status: 'signature-verified',
  standing: 'unrecognised',
  reason: 'issuer-unknown',
};
const failed = (reason: Expectation['reason']): Expectation => ({
  status: 'failed',
  standing: 'failed',
  reason,
});

const ROWS: readonly Row[] = [
  { id: 'integrity-valid', status: { purpose: 'revocation', index: 1041 }, expected: verified },
  { id: 'integrity-ecdsa', by: 'second', expected: verified },
  { id: 'integrity-2020', by: 'teacher', shape: ob3InVc1, expected: verified },
  {
    id: 'integrity-revoked',
    status: { purpose: 'revocation', index: 2077 },
    expected: { status: 'revoked', standing: 'failed', reason: 'revoked', also: ['revoked'] },
  },
  {
    id: 'integrity-expired-and-revoked',
    title: 'Cluster Administrator, Level I',
    status: { purpose: 'revocation', index: 90_210 },
    until: -100,
    expected: { status: 'revoked', standing: 'failed', reason: 'revoked', also: ['revoked', 'expired'] },
  },
  {
    id: 'integrity-suspended',
    status: { purpose: 'suspension', index: 311 },
    expected: { status: 'revoked', standing: 'caution', reason: 'suspended', also: ['suspended'] },
  },
  {
    id: 'integrity-future',
    from: 30,
    expected: { status: 'expired', standing: 'caution', reason: 'not-yet-valid', also: ['not-yet-valid'] },
  },
  {
    id: 'integrity-tampered',
    expected: failed('signature-invalid'),
    spoil: (signed) =>
      JSON.parse(
        JSON.stringify(signed).replaceAll('Cloud Operations Engineer', 'Cloud Operations Architect'),
      ),
  },
  {
    id: 'integrity-key-not-bound',
    title: 'Certified Security Lead',
    by: 'stranger',
    issuer: DID,
    expected: failed('key-not-bound'),
  },
  {
    id: 'integrity-suite-unsupported',
    expected: { status: 'not-checked', standing: 'inconclusive', reason: 'suite-unsupported' },
    spoil: (signed) => ({
      ...signed,
      proof: { ...(signed.proof as Json), cryptosuite: 'mldsa44-rdfc-2024' },
    }),
  },
  {
    id: 'integrity-unsigned',
    expected: { status: 'not-checked', standing: 'inconclusive', reason: 'no-proof' },
    spoil: ({ proof: _, ...rest }) => rest,
  },
  {
    id: 'integrity-holder-matches',
    email: 'mara.ellingsen@posteingang.example',
    expected: verified,
  },
  {
    id: 'integrity-other-holder',
    title: 'Site Reliability Foundations',
    email: 'someone.else@posteingang.example',
    expected: {
      status: 'holder-mismatch',
      standing: 'caution',
      reason: 'holder-mismatch',
      also: ['holder-mismatch'],
    },
  },
  {
    id: 'integrity-baked-png',
    expected: verified,
    serve: async (signed) => [
      'png',
      bytes(bakePng(await rasterise(EMBLEM), JSON.stringify(signed), 'openbadgecredential'), 'image/png'),
    ],
  },
  {
    id: 'integrity-baked-svg',
    expected: verified,
    serve: async (signed) => [
      'svg',
      text(bakeSvgCredential(EMBLEM, JSON.stringify(signed)), 'image/svg+xml'),
    ],
  },
];

export async function integrityIssuer(draft: Draft): Promise<void> {
  const hands: Hands = {
    daily: await createSigner('eddsa-rdfc-2022', DID),
    second: await createSigner('ecdsa-rdfc-2019 P-256', DID),
    teacher: await createSigner('Ed25519Signature2020'),
    stranger: await createSigner('eddsa-rdfc-2022'),
  };
  draft.reply(`https://${DID_HOST}/.well-known/did.json`, json(didDocument([hands.daily, hands.second])));
  for (const [purpose, set] of [
    ['revocation', [2077, 90_210]],
    ['suspension', [311]],
  ] as const) {
    const list = await statusList(
      { id: LISTS[purpose], issuer: DID, purpose, set, at: draft.now },
      hands.daily,
    );
    draft.reply(LISTS[purpose], json(list));
  }
  for (const row of ROWS) await addCredential(draft, row, hands);
}

async function addCredential(draft: Draft, row: Row, hands: Hands): Promise<void> {
  const { id, by = 'daily', shape = ob3, spoil = (signed) => signed, serve = asJson, expected } = row;
  const issued = draft.day(row.from ?? -600);
  const expires = row.until === undefined ? null : draft.day(row.until);
  const name = by === 'teacher' ? 'Ines Marlow, teacher at Kestrel Academy' : NAME;
  const title = row.title ?? KESTREL_COURSE.name;
  const unsigned = shape({
    id: `urn:uuid:7a3e5b00-0000-4000-8000-${String(ROWS.indexOf(row)).padStart(12, '0')}`,
    issuer: { id: row.issuer ?? hands[by].controller, name },
    course: { ...KESTREL_COURSE, name: title },
    subject:
      row.email === undefined
        ? { id: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK' }
        : { identifier: [hashedIdentifier(row.email, 'hornbeam')] },
    from: issued,
    ...(expires !== null && { until: expires }),
    more: {
      ...(row.status && {
        credentialStatus: statusEntry(LISTS[row.status.purpose], row.status.index, row.status.purpose),
      }),
    },
  });
  const signedAt = new Date(draft.now.getTime() - 86_400_000);
  const [extension, reply] = await serve(spoil(await hands[by].sign(unsigned, signedAt)));
  const link = `${HOST}/credentials/${id.replace('integrity-', '')}.${extension}`;
  draft.reply(link, reply);
  draft.credential({ id, title, issuer: name, link, issued, expires, expected });
}

const asJson = async (signed: Json): Promise<readonly [string, Reply]> => ['json', json(signed)];

const didDocument = (signers: readonly Signer[]): Json => ({
  '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
  id: DID,
  verificationMethod: signers.map(({ method }) => method),
  assertionMethod: signers.map(({ verificationMethod }) => verificationMethod),
});
