/** SD-JWT VCs that ask for a token status list, and such lists, signed. */
import { deflateSync } from 'node:zlib';
import type { FakeDocument } from '../fake/net.ts';
import { NOW } from '../fake/ports.ts';
import type { Json } from './badge.ts';
import { issuer, LIST } from './issued-list.ts';
import type { JwtIssuer } from './jwt-issuer.ts';

export const SECOND = NOW / 1000;

/** Statuses packed as Token Status List §4.1 has it, by hand: value `v` at index `i` of `bits` bits. */
export function packed(bits: number, values: Readonly<Record<number, number>> = {}): string {
  const bytes = new Uint8Array(64);
  for (const [index, value] of Object.entries(values)) {
    const at = Number(index) * bits;
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (value << (at & 7));
  }
  return deflateSync(bytes).toString('base64url');
}

/** The claims of a list that is whole and says of nobody anything bad. */
export const CLAIMS = { sub: LIST, iat: SECOND - 60, status_list: { bits: 1, lst: packed(1) } };

/** Any claims at all as the token of a list. */
export const listToken = (claims: unknown, header: Json = {}, by: JwtIssuer = issuer): Promise<string> =>
  by.sign(claims, { typ: 'statuslist+jwt', ...header });

export const served = (body: string): FakeDocument => ({ body, contentType: 'application/statuslist+jwt' });

/** A credential that asks for its status at an index. */
export const card = async (status: unknown = { status_list: { idx: 5, uri: LIST } }): Promise<string> =>
  `${await issuer.sign(
    { iss: issuer.did, vct: 'https://a.example/types/card', iat: SECOND - 9, status },
    { typ: 'dc+sd-jwt' },
  )}~`;
