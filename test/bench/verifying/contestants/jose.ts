import { compactVerify, importJWK } from 'jose';
import type { Inputs, Work } from '../inputs.ts';

/** A token with a key that is imported already. */
export async function jose({ credentials: [token], key }: Inputs): Promise<Work> {
  if (typeof token !== 'string' || !key) throw new Error('no token');
  const imported = await importJWK(key.publicJwk, key.alg);
  return () => compactVerify(token, imported);
}
