/** SD-JWT VCs that ask for a token status list, such lists, signed, and what is told of the one by the other. */
import { deflateSync } from 'node:zlib';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import type { Json } from '../../build/badge.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { NOW } from '../../fake/ports.ts';
import { type Issuer, issuer, LIST, type Told, told } from './issued-list.ts';

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
export const listToken = (claims: unknown, header: Json = {}, by: Issuer = issuer): Promise<string> =>
  by.sign(claims, { typ: 'statuslist+jwt', ...header });

export const served = (body: string): FakeDocument => ({ body, contentType: 'application/statuslist+jwt' });

/** A credential that asks for its status at an index. */
export const card = async (status: unknown = { status_list: { idx: 5, uri: LIST } }): Promise<string> =>
  `${await issuer.sign(
    { iss: issuer.did, vct: 'https://a.example/types/card', iat: SECOND - 9, status },
    { typ: 'dc+sd-jwt' },
  )}~`;

/** What is told of a credential where `LIST` answers with a token, or otherwise. */
export const check = (
  credential: string,
  list: string | FakeDocument,
  ports: Partial<VerifyPorts> = {},
): Promise<Told> => told(credential, { [LIST]: typeof list === 'string' ? served(list) : list }, ports);
