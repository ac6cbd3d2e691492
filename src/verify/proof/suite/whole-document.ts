import { concatBytes } from '../../../encoding/bytes.ts';
import { digest } from '../../../encoding/digest.ts';
import { toHex } from '../../../encoding/hex.ts';
import { asArray, type Json } from '../../../json.ts';
import { fail, type Result } from '../../../result.ts';
import { verifySignature } from '../signature.ts';
import { signatureOf } from '../signature-value.ts';
import type { SuiteInput } from './suite.ts';

/**
 * VC-DI-EDDSA §3.3, VC-DI-ECDSA §3.3: both halves are canonicalised by JCS. `proof-malformed` where the proof's
 * contexts are no prefix of the document's. `context-unsigned` where the signature holds but the document names more
 * contexts. The suite allows that, but nobody signed the meaning that these give the record.
 */
export async function verifyWholeJcs(input: SuiteInput): Promise<Result<null>> {
  const { document, proof } = input;
  const signed = proof['@context'] ?? document['@context'];
  const [own, all] = [contextTexts(signed), contextTexts(document['@context'])];
  if (own.some((context, index) => context !== all[index]))
    return fail('proof-malformed', { at: '/proof/@context' });
  const verified = await verifyWhole(input);
  return verified.ok && all.length > own.length
    ? fail('context-unsigned', { at: `/@context/${own.length}` })
    : verified;
}

const contextTexts = (contexts: Json | undefined): readonly string[] =>
  asArray<Json>(contexts).map((context) => JSON.stringify(context));

const mismatch = ({ suite, jwk }: SuiteInput): Result<null> =>
  fail('key-algorithm-mismatch', { params: { algorithm: suite.name, key: jwk.crv ?? jwk.kty } });

/**
 * VC-DI-EDDSA §3.2, §3.3, VC-DI-ECDSA the same: the signature is over two digests, first of the proof's configuration,
 * then of the document. Problems: those of the forms and of verifySignature, `key-algorithm-mismatch`.
 */
export async function verifyWhole(input: SuiteInput): Promise<Result<null>> {
  const { suite, proof, jwk, forms, dialect } = input;
  const key = suite.keys.get(jwk.crv ?? '');
  if (!key) return mismatch(input);
  const config = await forms.proofOptions(key.digest, dialect);
  if (!config.ok) return config;
  const body = await forms.document(key.digest, dialect);
  if (!body.ok) return body;
  const [proofHash, documentHash] = await Promise.all([
    digest(key.digest, config.value.text),
    digest(key.digest, body.value.text),
  ]);
  const signature = signatureOf(proof, suite);
  if (!signature.ok) return signature;
  const { bytes, prefix } = signature.value;
  const data = concatBytes([prefix, proofHash, documentHash]);
  const verified = await verifySignature({ algorithm: key.algorithm, jwk, data, signature: bytes });
  if (verified.ok || verified.problem.code !== 'signature-invalid') return verified;
  return fail('signature-invalid', {
    params: { proofHash: toHex(proofHash), documentHash: toHex(documentHash), digest: key.digest },
  });
}
