/** Aldermoor University: Open Badges 3.0 as VC-JWT, https issuer with `.well-known/jwks.json`. */
import { type Award, type Course, ob3 } from '../../build/badge.ts';
import { dataUrl, emblem } from '../../build/emblem.ts';
import { createJwtKey, type JwtKey, signVcJwt, tamperJwt } from '../../build/jwt.ts';
import { json, text } from '../reply.ts';
import type { Draft, Expectation } from '../world.ts';

const HOST = 'https://credentials.aldermoor.example';
const ISSUER = {
  id: `${HOST}/issuers/registry`,
  name: 'Aldermoor University',
  url: 'https://www.aldermoor.example/',
};
const KEY_ID = `${HOST}/keys/registry-2026`;
const REVOCATIONS = `${HOST}/status/revocations`;
const SUBJECT = 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK';

const COURSE: Course = {
  id: `${HOST}/achievements/applied-statistics`,
  name: 'Postgraduate Certificate in Applied Statistics',
  description: 'Sixty credits: inference, experimental design, and a supervised analysis of real data.',
  type: 'Certificate',
  criteria: 'Four modules and a **supervised project**, all passed at 50 % or above.',
  image: dataUrl(emblem(262, 'grid')),
  skills: [
    {
      name: 'design of experiments',
      framework: 'Northern Skills Index',
      url: 'https://skills.example/nsi/3110',
      code: 'NSI-3110',
    },
    {
      name: 'statistical modelling',
      framework: 'Northern Skills Index',
      url: 'https://skills.example/nsi/3124',
      code: 'NSI-3124',
    },
    { name: 'R', framework: 'Aldermoor Tool List', url: 'https://www.aldermoor.example/tools/r' },
  ],
};

interface Row {
  readonly id: string;
  readonly from?: number;
  readonly until?: number;
  readonly sign?: (award: Record<string, unknown>, keys: Keys) => Promise<string>;
  /** A course of its own name; default: `COURSE`. */
  readonly title?: string;
  readonly expected: Expectation;
}
interface Keys {
  readonly registry: JwtKey;
  readonly stranger: JwtKey;
}

const failed = (reason: Expectation['reason']): Expectation => ({
  status: 'failed',
  standing: 'failed',
  reason,
});

const ROWS: readonly Row[] = [
  {
    id: 'jwt-valid',
    until: 900,
    expected: { status: 'signature-verified', standing: 'verified', reason: null },
  },
  {
    id: 'jwt-expired',
    until: -20,
    expected: { status: 'expired', standing: 'caution', reason: 'expired', also: ['expired'] },
  },
  {
    id: 'jwt-future',
    from: 60,
    expected: {
      status: 'expired',
      standing: 'caution',
      reason: 'not-yet-valid',
      also: ['not-yet-valid'],
    },
  },
  {
    id: 'jwt-revoked',
    expected: { status: 'revoked', standing: 'failed', reason: 'revoked', also: ['revoked'] },
  },
  {
    id: 'jwt-tampered',
    title: 'Diploma in Machine Learning, with distinction',
    expected: failed('signature-invalid'),
    // signed as a pass; the holder would rather have had more
    sign: async (award, { registry }) => {
      const honest = JSON.parse(JSON.stringify(award).replaceAll('with distinction', 'pass'));
      return tamperJwt(await signVcJwt(honest, registry), ', pass', ', with distinction');
    },
  },
  {
    id: 'jwt-wrong-key',
    expected: failed('signature-invalid'),
    // signed by somebody else, with the registry's key named in the header
    sign: (award, { stranger }) => signVcJwt(award, stranger),
  },
  {
    id: 'jwt-foreign-key',
    expected: failed('key-not-bound'),
    // OB 3.0 §JWT-proof allows `jwk`; it proves that something signed this, not that the issuer did
    sign: (award, { stranger: { alg, sign, publicJwk, publicPem } }) => {
      const { kid: _, ...jwk } = publicJwk;
      return signVcJwt(award, {
        alg,
        publicJwk: jwk,
        publicPem,
        sign: (payload, header) => sign(payload, { ...header, kid: undefined, jwk }),
      });
    },
  },
];

export async function jwtIssuer(draft: Draft): Promise<void> {
  const keys = {
    registry: await createJwtKey('RS256', KEY_ID),
    stranger: await createJwtKey('RS256', KEY_ID),
  };
  draft.reply(`${HOST}/.well-known/jwks.json`, json({ keys: [keys.registry.publicJwk] }));
  draft.reply(KEY_ID, json(keys.registry.publicJwk));
  draft.reply(ISSUER.id, json({ id: ISSUER.id, type: 'Profile', name: ISSUER.name, url: ISSUER.url }));
  draft.reply(
    REVOCATIONS,
    json({
      id: REVOCATIONS,
      issuer: ISSUER.id,
      revokedCredential: [
        { id: addressOf('jwt-revoked'), revoked: true, revocationReason: 'Registration annulled' },
      ],
    }),
  );
  for (const row of ROWS) await addCredential(draft, row, keys);
}

async function addCredential(draft: Draft, row: Row, keys: Keys): Promise<void> {
  const { id, expected, sign = (award, { registry }) => signVcJwt(award, registry) } = row;
  const issued = draft.day(row.from ?? -320);
  const expires = row.until === undefined ? null : draft.day(row.until);
  const title = row.title ?? COURSE.name;
  const award: Award = {
    id: addressOf(id),
    issuer: ISSUER,
    course: { ...COURSE, name: title },
    subject: { id: SUBJECT },
    from: issued,
    ...(expires !== null && { until: expires }),
    more: { credentialStatus: { id: REVOCATIONS, type: '1EdTechRevocationList' } },
  };
  const link = `${addressOf(id)}.jwt`;
  draft.reply(link, text(await sign(ob3(award), keys), 'application/vc+jwt'));
  draft.credential({ id, title, issuer: ISSUER.name, link, issued, expires, expected });
}

const addressOf = (id: string): string => `${HOST}/credentials/${id.replace('jwt-', '')}`;
