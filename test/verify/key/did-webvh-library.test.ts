/** Logs that another library writes (didwebvh-ts), and what that library makes of them once they were changed. */
import { createPublicKey, sign, verify } from 'node:crypto';
import {
  AbstractCrypto,
  createDID,
  type DIDLog,
  deactivateDID,
  deriveNextKeyHash,
  prepareDataForSigning,
  resolveDIDFromLog,
  type SigningInput,
  signWitnessProofEntries,
  updateDID,
  type VerificationMethod,
  type WitnessProofFileEntry,
} from 'didwebvh-ts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import type { Json, JsonObject } from '../../../src/json.ts';
import { createWriter, type Writer } from '../../build/webvh-log.ts';
import { NOW } from '../../fake/ports.ts';
import { resolve } from './told.ts';

// Under test, the library writes each log into the folder in which it runs.
vi.hoisted(() => vi.stubEnv('NODE_ENV', 'production'));

class Signer extends AbstractCrypto {
  readonly #writer: Writer;
  constructor(writer: Writer) {
    super({ verificationMethod: { type: 'Multikey', publicKeyMultibase: writer.id } });
    this.#writer = writer;
  }
  override getVerificationMethodId(): string {
    return `did:key:${this.#writer.id}#${this.#writer.id}`;
  }
  override async sign({ document, proof }: SigningInput) {
    const data = await prepareDataForSigning(document, proof);
    return { proofValue: `z${encodeBase58btc(Uint8Array.from(sign(null, data, this.#writer.key)))}` };
  }
  override async verify(signature: Uint8Array, message: Uint8Array, key: Uint8Array): Promise<boolean> {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') };
    return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature);
  }
}

const method = ({ id }: Writer): VerificationMethod => ({
  type: 'Multikey',
  publicKeyMultibase: id,
  purpose: 'assertionMethod',
});

/** What happens to a DID after it was made, one thing an entry. */
interface Event {
  readonly kind: 'same keys' | 'other keys' | 'other document' | 'moves' | 'other witnesses' | 'no witnesses';
  readonly promises: boolean;
}
interface History {
  readonly witnesses: number;
  readonly promises: boolean;
  readonly portable: boolean;
  readonly paths: readonly string[];
  readonly events: readonly Event[];
}
const history: fc.Arbitrary<History> = fc.record({
  witnesses: fc.nat(2),
  promises: fc.boolean(),
  portable: fc.boolean(),
  paths: fc.subarray(['people', 'ana']),
  events: fc.array(
    fc.record({
      kind: fc.constantFrom<Event['kind'][]>(
        'same keys',
        'other keys',
        'other document',
        'moves',
        'other witnesses',
        'no witnesses',
      ),
      promises: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
});

interface Written {
  readonly did: string;
  readonly log: DIDLog;
  readonly witness: WitnessProofFileEntry[];
  /** Who may write the next entry. */
  readonly signer: Signer;
}
type Path = readonly string[];
const PLAIN: History = { witnesses: 0, promises: false, portable: false, paths: [], events: [] };

const verifier = new Signer(createWriter());
const didKey = ({ id }: Writer): string => `did:key:${id}`;
const ruleOf = (writers: readonly Writer[]) => ({
  threshold: writers.length,
  witnesses: writers.map((writer) => ({ id: didKey(writer) })),
});
const several = (count: number): readonly Writer[] => Array.from({ length: count }, createWriter);

/** Has the library write it. All witnesses that were ever named approve of all entries. */
async function write({ witnesses, promises, portable, paths, events }: History, now = NOW): Promise<Written> {
  let key = createWriter();
  let promised = promises ? createWriter() : null;
  let named = several(witnesses);
  const everNamed = [...named];
  let host = 'a.example';
  let hour = 0;
  const time = (): string =>
    new Date(now - 86_400_000 + 3_600_000 * hour++).toISOString().replace(/\.\d+/, '');
  const promise = async (writer: Writer | null) => (writer ? [await deriveNextKeyHash(writer.id)] : []);
  const proofs = async (log: DIDLog): Promise<WitnessProofFileEntry[]> => {
    if (everNamed.length === 0) return [];
    return signWitnessProofEntries(
      log.map(({ versionId }) => versionId),
      everNamed.map((writer) => ({ id: didKey(writer) })),
      Object.fromEntries(everNamed.map((writer) => [didKey(writer), new Signer(writer)])),
      new Date(now - 1_000).toISOString(),
    );
  };
  let written = await createDID({
    domain: host,
    paths: [...paths],
    signer: new Signer(key),
    verifier,
    updateKeys: [key.id],
    verificationMethods: [method(key)],
    portable,
    created: time(),
    nextKeyHashes: await promise(promised),
    ...(witnesses > 0 && { witness: ruleOf(named) }),
  });
  for (const event of events) {
    const signer = new Signer(promised ?? key);
    key = promised ?? (event.kind === 'other keys' ? createWriter() : key);
    promised = event.promises ? createWriter() : null;
    if (event.kind === 'moves' && portable) host = host === 'a.example' ? 'b.example' : 'a.example';
    if (event.kind === 'other witnesses') named = several(1);
    if (event.kind === 'no witnesses') named = [];
    everNamed.push(...named.filter((writer) => !everNamed.includes(writer)));
    written = await updateDID({
      log: written.log,
      signer,
      verifier,
      updateKeys: [key.id],
      domain: host,
      paths: [...paths],
      updated: time(),
      verificationMethods: [method(event.kind === 'other document' ? createWriter() : key)],
      nextKeyHashes: await promise(promised),
      witnessProofs: await proofs(written.log),
      ...(/witnesses/.test(event.kind) && { witness: named.length > 0 ? ruleOf(named) : null }),
    });
  }
  const { did } = written;
  return { did, log: written.log, witness: await proofs(written.log), signer: new Signer(promised ?? key) };
}

/** Every place in a JSON value that can be changed. */
function* placesIn(value: Json, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const name of Object.keys(value))
    yield* placesIn((value as JsonObject)[name] ?? null, [...path, name]);
}

const CHANGES: readonly ((old: Json) => Json)[] = [
  (old) => (typeof old === 'string' ? old.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')) : !old),
  (old) => (typeof old === 'string' ? old.slice(1) : 'x'),
  (old) => [old],
  () => null,
  () => [],
  () => ({}),
];

/** The same with another value at one place, or without it. */
function changed(value: Json, at: number, how: number): Json {
  const places = [...placesIn(value)];
  const path = places[at % places.length] ?? [];
  const copy = structuredClone(value);
  const parent = path
    .slice(0, -1)
    .reduce<Json>((inside, step) => (inside as JsonObject)[step] ?? null, copy) as Json[] &
    Record<string, Json>;
  const last = path.at(-1) ?? '';
  const change = CHANGES[how % (CHANGES.length + 1)];
  if (change) parent[last] = change(parent[last] ?? null);
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}

const ours = (
  did: string,
  log: DIDLog,
  witness: readonly WitnessProofFileEntry[],
  at = NOW,
): Promise<string> =>
  resolve(did, {
    log: log.map((entry) => JSON.stringify(entry)).join('\n'),
    witness: { body: JSON.stringify(witness) },
    at,
  });

/** Whether the library finds the DID's latest document. It throws at most faults. */
const theirs = (did: string, log: DIDLog, witnessProofs: WitnessProofFileEntry[]): Promise<boolean> =>
  resolveDIDFromLog(log, { verifier, witnessProofs, requestedDid: did }).then(
    ({ meta }) => meta.error === undefined && meta.latestVersionId === undefined,
    () => false,
  );

describe('a log of didwebvh-ts', () => {
  it('leads where the library says, whatever its writer did', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (wanted) => {
        const { did, log, witness } = await write(wanted);
        expect(await theirs(did, log, witness)).toBe(true);
        expect(await ours(did, log, witness)).toBe(`found ${did} at ${did.split(':')[3]}`);
      }),
      { numRuns: 30 },
    );
  });

  it('has ended where the library has ended it', async () => {
    const { did, log, signer } = await write(PLAIN, Date.now());
    const ended = await deactivateDID({ log, signer, verifier });
    expect(ended.meta.deactivated).toBe(true);
    expect(await ours(did, ended.log, [], Date.now() + 60_000)).toBe('key-revoked');
  });

  it('leads nowhere once it was changed so that the library refuses it', async () => {
    const places = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 20, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(history, places, async (wanted, changes) => {
        const { did, log, witness } = await write(wanted);
        for (const [at, how] of changes) {
          const other = changed(log as unknown as Json, at, how) as unknown as DIDLog;
          if ((await ours(did, other, witness)).startsWith('found'))
            expect(await theirs(did, structuredClone(other), witness)).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });
});
