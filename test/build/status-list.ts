/** Bitstring status lists, made and signed by the Digital Bazaar library. */
import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list';
import type { Json } from './badge.ts';
import type { Signer } from './signer.ts';

/** The least that W3C allows, so that one entry says little about whom it is asked for. */
const LENGTH = 131_072;

export interface StatusListOrder {
  readonly id: string;
  readonly issuer: string;
  readonly purpose: 'revocation' | 'suspension';
  readonly set: readonly number[];
  readonly at: Date;
}

/** A signed BitstringStatusListCredential in which exactly the entries of `set` are set. */
export async function statusList(
  { id, issuer, purpose, set, at }: StatusListOrder,
  signer: Signer,
): Promise<Json> {
  const list = await createList({ length: LENGTH });
  for (const index of set) list.setStatus(index, true);
  const credential = await createCredential({ id, list, statusPurpose: purpose });
  const day = 86_400_000;
  return signer.sign(
    {
      ...credential,
      issuer,
      validFrom: new Date(at.getTime() - day).toISOString(),
      validUntil: new Date(at.getTime() + 30 * day).toISOString(),
    },
    at,
  );
}

/** The entry of a credential that points into such a list. */
export const statusEntry = (list: string, index: number, purpose: string): Json => ({
  id: `${list}#${index}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: purpose,
  statusListIndex: String(index),
  statusListCredential: list,
});
