import { decodeBase64url } from '../../encoding/base64url.ts';
import { parseJson } from '../../encoding/json.ts';
import { decodeText } from '../../encoding/text.ts';
import { isJsonObject, type JsonObject } from '../../json.ts';
import { fail, type Result, succeed } from '../../result.ts';

/**
 * The document of a did:jwk. Its one method is `#0`, for assertion unless the key is only for encryption (did:jwk
 * §Read).
 */
export function didJwkDocument(did: string): Result<JsonObject> {
  const bytes = decodeBase64url(did.slice('did:jwk:'.length));
  const text = bytes.ok ? decodeText(bytes.value, 'utf-8') : bytes;
  const jwk = text.ok ? parseJson(text.value) : text;
  if (!jwk.ok || !isJsonObject(jwk.value)) return fail('key-malformed');
  const id = `${did}#0`;
  return succeed({
    id: did,
    verificationMethod: [{ id, type: 'JsonWebKey2020', controller: did, publicKeyJwk: jwk.value }],
    ...(jwk.value.use !== 'enc' && { assertionMethod: [id], authentication: [id] }),
  });
}
