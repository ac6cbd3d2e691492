/** Shows what was verified, so that an issuer can compare it with what was signed. */

import { concatBytes } from '../../encoding/bytes.ts';
import { digest } from '../../encoding/digest.ts';
import { toHex } from '../../encoding/hex.ts';
import { utf8 } from '../../encoding/text.ts';
import type { JsonObject } from '../../json.ts';
import type { PublicJwk } from '../key/jwk.ts';
import { signatureOf } from './signature-value.ts';
import type { SuiteInput } from './suite/suite.ts';

/**
 * The two canonical forms that a whole-document suite hashes, their digests, the signed bytes and the key (VC-DI-EDDSA
 * §3.2, §3.3; VC-DI-ECDSA the same). For suites of selective disclosure, also the mandatory and the disclosed
 * statements, under the issuer's labels. Null where nothing can be canonicalised.
 */
export async function traceDataIntegrity(input: SuiteInput): Promise<JsonObject | null> {
  const forms = await formsOf(input);
  if (forms === null) return null;
  const more = await (input.suite.trace?.(input) ?? hashesOf(input, forms));
  return { ...forms, ...more, key: publicMembers(input.jwk) };
}

interface Forms extends JsonObject {
  readonly canonicalisation: string;
  readonly proofOptions: string;
  readonly document: string;
}

async function formsOf({ suite, jwk, forms }: SuiteInput): Promise<Forms | null> {
  const hash = suite.keys.get(jwk.crv ?? '')?.digest ?? 'sha256';
  const [config, body] = [await forms.proofOptions(hash), await forms.document(hash)];
  if (!config.ok || !body.ok) return null;
  return {
    canonicalisation: suite.canonical === 'jcs' ? 'JCS' : 'RDFC-1.0',
    proofOptions: config.value.text,
    document: body.value.text,
  };
}

async function hashesOf(
  { suite, jwk, proof }: SuiteInput,
  { proofOptions, document }: Forms,
): Promise<JsonObject> {
  const key = suite.keys.get(jwk.crv ?? '');
  const signature = signatureOf(proof, suite);
  if (!key || !signature.ok) return {};
  const [proofHash, documentHash] = await Promise.all([
    digest(key.digest, utf8(proofOptions)),
    digest(key.digest, utf8(document)),
  ]);
  return {
    digest: key.digest,
    proofOptionsHash: toHex(proofHash),
    documentHash: toHex(documentHash),
    signingInput: toHex(concatBytes([signature.value.prefix, proofHash, documentHash])),
    algorithm: key.algorithm,
    signature: toHex(signature.value.bytes),
  };
}

const publicMembers = ({ kty, crv, x, y, n, e }: PublicJwk): JsonObject =>
  Object.fromEntries(
    Object.entries({ kty, crv, x, y, n, e }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );

/** A compact JWS: its header, the signed text (RFC 7515 §5.2) and the keys that were tried. */
export function traceJws(token: string, header: JsonObject, keys: readonly PublicJwk[]): JsonObject {
  return {
    header,
    signingInput: token.split('.', 2).join('.'),
    algorithm: header.alg ?? null,
    signature: token.split('.')[2] ?? '',
    keys: keys.map(publicMembers),
  };
}
