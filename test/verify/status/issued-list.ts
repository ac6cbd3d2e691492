/** Badges that point into a status list, and the lists, signed as tokens by one issuer; and what is told of them. */
import { gzipSync } from 'node:zlib';
import type { Problem } from '../../../src/problem.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import type { Json } from '../../build/badge.ts';
import { createJwtKey, type JwtKey } from '../../build/jwt.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { fakePorts } from '../../fake/ports.ts';
import { unsignedBadge } from '../jwt-badge.ts';

export const LIST = 'https://lists.example/1';

export interface Issuer {
  readonly did: string;
  readonly key: JwtKey;
  /** Signs whatever it is given: what no JSON-LD processor would sign, a JWT carries. */
  sign(payload: unknown, header?: Json): Promise<string>;
}
async function createIssuer(): Promise<Issuer> {
  const key = await createJwtKey('ES256');
  const { kty, crv, x, y } = key.publicJwk;
  const did = `did:jwk:${Buffer.from(JSON.stringify({ kty, crv, x, y })).toString('base64url')}`;
  const sign = (payload: unknown, header: Json = {}) =>
    key.sign(payload as Json, { typ: 'vc+jwt', kid: `${did}#0`, ...header });
  return { did, key, sign };
}
/** Who has signed the badges, and keeps the lists where nothing else is said. */
export const issuer = await createIssuer();
export const stranger = await createIssuer();

const LENGTH = 131_072 / 8;
export const packed = (bytes = new Uint8Array(LENGTH)): string => `u${gzipSync(bytes).toString('base64url')}`;
/** A list whose every bit is set. */
export const allSet = packed(new Uint8Array(LENGTH).fill(255));

/** A family of lists, by the types that its lists go by. */
export interface Family {
  readonly type: string;
  readonly subjectType: string;
}
const BITSTRING: Family = { type: 'BitstringStatusListCredential', subjectType: 'BitstringStatusList' };

/** A list that is whole, but for what is put over its subject, or in its place. */
export const listOf = (subject: unknown, { type, subjectType } = BITSTRING): Json => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: LIST,
  type: ['VerifiableCredential', type],
  issuer: issuer.did,
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject:
    typeof subject === 'object' && subject !== null
      ? {
          id: `${LIST}#list`,
          type: subjectType,
          statusPurpose: 'revocation',
          encodedList: packed(),
          ...subject,
        }
      : subject,
});

export const served = (body: string): FakeDocument => ({ body, contentType: 'application/vc+jwt' });
export const signed = async (list: Json): Promise<FakeDocument> => served(await issuer.sign(list));

/** What a badge says about where its bit is. */
export const entry = (over: Json = {}): Json => ({
  id: `${LIST}#7`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '7',
  statusListCredential: LIST,
  ...over,
});

/** A store that answers everything with one thing. */
export const keeping = (kept: unknown): Partial<VerifyPorts> => ({
  store: { ...fakePorts().store, get: async () => kept },
});

export interface Told {
  readonly said: string;
  readonly problem: Problem | undefined;
  readonly status: string;
}
type Documents = Record<string, FakeDocument>;

/** What is told of the revocation of a token in a world of documents. */
export async function told(
  token: string,
  documents: Documents,
  ports: Partial<VerifyPorts> = {},
): Promise<Told> {
  const { report, stateOf, verdict } = await verifyInClosedWorld({ credential: token, documents, ports });
  return { said: stateOf('revocation'), problem: report.outcomes.revocation.problem, status: verdict.status };
}

interface Over {
  /** What else the badge has. */
  readonly more?: Json;
  readonly ports?: Partial<VerifyPorts>;
}

/** What is told of a badge with a `credentialStatus`. */
export const asked = async (
  credentialStatus: unknown,
  documents: Documents,
  { more = {}, ports = {} }: Over = {},
): Promise<Told> =>
  told(await issuer.sign(unsignedBadge(issuer.did, { credentialStatus, ...more })), documents, ports);

/** What is said of it where `LIST` answers with a document, or not at all. */
export const said = async (credentialStatus: unknown, list: FakeDocument | null, over: Over = {}) =>
  (await asked(credentialStatus, list === null ? {} : { [LIST]: list }, over)).said;
