/** Badges that point into a status list, and the lists, signed as tokens by one issuer. */
import { gzipSync } from 'node:zlib';
import type { FakeDocument } from '../fake/net.ts';
import type { Json } from './badge.ts';
import { createJwtIssuer } from './jwt-issuer.ts';
import { statusEntry } from './status-list.ts';

export const LIST = 'https://lists.example/1';

/** Who has signed the badges, and keeps the lists where nothing else is said. */
export const issuer = await createJwtIssuer();
export const stranger = await createJwtIssuer();

const LENGTH = 131_072 / 8;
export const packed = (bytes: Uint8Array = new Uint8Array(LENGTH)): string =>
  `u${gzipSync(bytes).toString('base64url')}`;
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
export const entry = (over: Json = {}): Json => ({ ...statusEntry(LIST, 7, 'revocation'), ...over });
