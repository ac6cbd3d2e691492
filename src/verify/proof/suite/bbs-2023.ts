import { decodeBase64url } from '../../../encoding/base64url.ts';
import { concatBytes } from '../../../encoding/bytes.ts';
import { type Cbor, decodeCbor } from '../../../encoding/cbor.ts';
import { toHex } from '../../../encoding/hex.ts';
import { utf8 } from '../../../encoding/text.ts';
import type { JsonObject } from '../../../json.ts';
import { fail, type Result, succeed } from '../../../result.ts';
import type { Disclosure } from '../disclosure.ts';
import { signatureOf } from '../signature-value.ts';
import { holdsBbsProof } from './bbs-proof.ts';
import { DERIVED_FORM, discloseQuads, type LabelMap, traceOf } from './disclosed-quads.ts';
import type { SuiteInput } from './suite.ts';

/** VC-DI-BBS §3.2.4: after d9 5d, the second byte tells base (even) from derived (odd), and which feature. */
const HEADER = [0xd9, 0x5d] as const;
const DERIVED = 0x03;
/** Three points of 48 bytes and four scalars of 32. Each further scalar stands for one undisclosed statement. */
const PROOF_BYTES = 3 * 48 + 4 * 32;
/**
 * The most statements. Each signed one, shown or not, costs some multiplications on the curve. A proof of 1 MB would
 * take hours.
 */
const MAX_STATEMENTS = 200;
const WORK_A_STATEMENT = 1500;

interface DerivedProof {
  readonly bbsProof: Uint8Array;
  readonly labels: LabelMap;
  readonly mandatory: readonly number[];
  readonly selective: readonly number[];
  readonly presentationHeader: Uint8Array;
}

/**
 * VC-DI-BBS §3.3.3, Verify Derived Proof. Out: what is undisclosed. The proof has a scalar for each undisclosed
 * statement, so "none" is certain. Problems: `suite-not-derived` (the issuer's base proof), `graph-too-complex`,
 * `suite-unsupported` (holder binding and pseudonyms), `proof-malformed`, `key-algorithm-mismatch`,
 * `signature-invalid`, and those of canonize.
 */
export async function verify(input: SuiteInput): Promise<Result<Disclosure>> {
  const { suite, proof, jwk } = input;
  if (jwk.crv !== 'Bls12381G2')
    return fail('key-algorithm-mismatch', { params: { algorithm: suite.name, key: jwk.crv ?? jwk.kty } });
  const value = signatureOf(proof, suite);
  if (!value.ok) return value;
  const derived = readDerivedProof(value.value.bytes, suite.name);
  if (!derived.ok) return derived;
  const { bbsProof, selective } = derived.value;
  const undisclosed = Math.max(0, bbsProof.length - PROOF_BYTES) / 32;
  const statements = undisclosed + selective.length;
  if (statements > MAX_STATEMENTS || !input.budget.spend(statements * WORK_A_STATEMENT))
    return fail('graph-too-complex');
  const quads = await discloseQuads(input, derived.value);
  if (!quads.ok) return quads;
  const publicKey = decodeBase64url(jwk.x ?? '');
  if (!publicKey.ok) return fail('key-malformed');
  const holds = holdsBbsProof({
    publicKey: publicKey.value,
    proof: derived.value.bbsProof,
    header: concatBytes([quads.value.proofHash, quads.value.mandatoryHash]),
    presentationHeader: derived.value.presentationHeader,
    messages: quads.value.others.map(utf8),
    indexes: derived.value.selective,
  });
  if (!holds) return fail('signature-invalid');
  const { mandatory, others } = quads.value;
  return succeed({
    facts: { mandatory: mandatory.length, disclosed: others.length, undisclosed: undisclosed },
    undisclosed: undisclosed > 0 ? { dates: true, status: true } : undefined,
  });
}

/** What the proof covers: its header, the shown statements, and their places among all signed statements. */
export async function trace(input: SuiteInput): Promise<JsonObject | null> {
  const { suite, proof } = input;
  const value = signatureOf(proof, suite);
  const derived = value.ok ? readDerivedProof(value.value.bytes, suite.name) : value;
  const quads = derived.ok ? await discloseQuads(input, derived.value) : derived;
  if (!derived.ok || !quads.ok) return null;
  const { bbsProof, presentationHeader, selective } = derived.value;
  return {
    ...traceOf(quads.value),
    header: toHex(concatBytes([quads.value.proofHash, quads.value.mandatoryHash])),
    presentationHeader: toHex(presentationHeader),
    indexes: selective.join(' '),
    algorithm: 'BBS_BLS12381G1_XMD:SHA-256',
    signature: toHex(bbsProof),
  };
}

/** §3.2.8 parseDerivedProofValue. */
function readDerivedProof(bytes: Uint8Array, suite: string): Result<DerivedProof> {
  const [first, second, feature = 0] = bytes;
  if (first !== HEADER[0] || second !== HEADER[1]) return fail('proof-malformed');
  if (feature % 2 === 0) return fail('suite-not-derived');
  if (feature !== DERIVED)
    return fail('suite-unsupported', { params: { suite: `${suite} (feature ${feature})` } });
  const decoded = decodeCbor(bytes.subarray(HEADER.length + 1), DERIVED_FORM);
  if (!decoded.ok || !Array.isArray(decoded.value) || decoded.value.length !== 5)
    return fail('proof-malformed');
  const [bbsProof, labels, mandatory, selective, presentationHeader] = decoded.value;
  if (!(bbsProof instanceof Uint8Array) || !(presentationHeader instanceof Uint8Array))
    return fail('proof-malformed');
  if (!(labels instanceof Map) || !isIndexes(mandatory) || !isIndexes(selective))
    return fail('proof-malformed');
  const entries = [...labels];
  if (entries.some(([, label]) => typeof label !== 'number')) return fail('proof-malformed');
  return succeed({
    bbsProof,
    labels: new Map(entries.map(([number, label]) => [number, `b${label}`])),
    mandatory,
    selective,
    presentationHeader,
  });
}

const isIndexes = (value: Cbor | undefined): value is readonly number[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'number');
