/** Writes did:webvh logs and witnesses' proofs by the clauses, with hashes and signatures of its own. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { encodeBase58btc } from '../../src/encoding/base58btc.ts';

export type Json = Record<string, unknown>;

/** RFC 8785 for what stands in these logs: ASCII names, whole numbers. */
const jcs = (value: unknown): string =>
  JSON.stringify(value, (_, member) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
export const multihash = (text: string): string => encodeBase58btc(Uint8Array.of(0x12, 32, ...sha256(text)));

export interface Writer {
  readonly id: string;
  readonly key: KeyObject;
}
export function createWriter(): Writer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const x = Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url');
  return { id: `z${encodeBase58btc(Uint8Array.of(0xed, 0x01, ...x))}`, key: privateKey };
}

/** What the proof says of itself goes into it, however odd. */
export function proofOver(document: Json, { id, key }: Writer, over: Json = {}): Json {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    verificationMethod: `did:key:${id}#${id}`,
    proofPurpose: 'assertionMethod',
    ...over,
  };
  const data = Buffer.concat([sha256(jcs(options)), sha256(jcs(document))]);
  return { ...options, proofValue: `z${encodeBase58btc(Uint8Array.from(sign(null, data, key)))}` };
}

export interface Step {
  readonly by: Writer;
  readonly parameters: Json;
  readonly host?: string;
  /** Hosts of the names that its document also goes by. */
  readonly formerly?: readonly string[];
  /** What the proof says of itself, where it says something odd. */
  readonly options?: Json;
  /** The last word on an entry, after its proof. */
  readonly change?: (entry: Json) => Json;
  /** And before it: what is signed. */
  readonly more?: Json;
}

export interface Log {
  readonly did: (host?: string) => string;
  readonly text: string;
  readonly versionIds: readonly string[];
}

/** A log whose hashes and signatures are right, whatever its entries say, and whatever name it goes by. */
export function logOf(steps: readonly Step[], name?: string): Log {
  const [scid, lines, versionIds] = ['{SCID}', [] as string[], [] as string[]];
  const idOf = (name: string, host = 'a.example') => `did:webvh:${name}:${host}`;
  let [known, before] = [scid, scid];
  for (const [index, step] of steps.entries()) {
    const { by, parameters, host, formerly, options, more, change = (same: Json) => same } = step;
    const draft = (name: string): Json => ({
      versionId: before,
      versionTime: `2026-01-0${index + 1}T00:00:00Z`,
      parameters: { ...(index === 0 && { method: 'did:webvh:1.0', scid: name }), ...parameters },
      state: {
        id: idOf(name, host),
        ...(formerly && { alsoKnownAs: formerly.map((each) => idOf(name, each)) }),
      },
      ...more,
    });
    if (index === 0) known = before = name ?? multihash(jcs(draft(scid)));
    const entry = draft(known);
    before = `${index + 1}-${multihash(jcs(entry))}`;
    versionIds.push(before);
    const whole = { ...entry, versionId: before };
    lines.push(JSON.stringify(change({ ...whole, proof: [proofOver(whole, by, options)] })));
  }
  return { did: (host) => idOf(known, host), text: lines.join('\n'), versionIds };
}
