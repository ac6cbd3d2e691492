import type { JsonObject } from '../../json.ts';
import { type Result, succeed } from '../../result.ts';
import { readMultikey } from './multikey.ts';

/**
 * The document of a did:key: one method, whose id repeats the multibase value after `#`. Problems: `key-malformed`,
 * `key-method-unsupported` (a key type that cannot sign here).
 */
export function didKeyDocument(did: string): Result<JsonObject> {
  const multibase = did.slice('did:key:'.length);
  const key = readMultikey(multibase);
  if (!key.ok) return key;
  const id = `${did}#${multibase}`;
  return succeed({
    id: did,
    verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase: multibase }],
    assertionMethod: [id],
    authentication: [id],
  });
}
