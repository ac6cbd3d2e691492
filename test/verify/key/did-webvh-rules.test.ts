import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodeBase58btc, encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import { readDidLog } from '../../../src/verify/key/did-webvh.ts';
import { NOW } from '../../fake/ports.ts';

type Json = Record<string, unknown>;

/** RFC 8785 for what stands in these logs: ASCII names, no numbers. */
const jcs = (value: unknown): string =>
  JSON.stringify(value, (_, member) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
const multihash = (text: string): string => encodeBase58btc(Uint8Array.of(0x12, 32, ...sha256(text)));

interface Writer {
  readonly id: string;
  readonly key: KeyObject;
}
function createWriter(): Writer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const x = Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url');
  return { id: `z${encodeBase58btc(Uint8Array.of(0xed, 0x01, ...x))}`, key: privateKey };
}

function signed(entry: Json, { id, key }: Writer, over: Json = {}): Json {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    verificationMethod: `did:key:${id}#${id}`,
    proofPurpose: 'assertionMethod',
    ...over,
  };
  const data = Buffer.concat([sha256(jcs(options)), sha256(jcs(entry))]);
  const proofValue = `z${encodeBase58btc(Uint8Array.from(sign(null, data, key)))}`;
  return { ...entry, proof: [{ ...options, proofValue }] };
}

interface Step {
  readonly by: Writer;
  readonly parameters: Json;
  readonly host?: string;
  /** What the proof says of itself, where it says something odd. */
  readonly options?: Json;
  /** The last word on an entry, after its proof. */
  readonly change?: (entry: Json) => Json;
  /** And before it: what is signed. */
  readonly more?: Json;
}

/** A log whose hashes and signatures are right, whatever its entries say, and whatever name it goes by. */
function logOf(steps: readonly Step[], name?: string): { did: (host?: string) => string; text: string } {
  const [scid, lines] = ['{SCID}', [] as string[]];
  const idOf = (name: string, host = 'a.example') => `did:webvh:${name}:${host}`;
  let [known, before] = [scid, scid];
  for (const [
    index,
    { by, parameters, host, options, more, change = (same: Json) => same },
  ] of steps.entries()) {
    const draft = (name: string): Json => ({
      versionId: before,
      versionTime: `2026-01-0${index + 1}T00:00:00Z`,
      parameters: { ...(index === 0 && { method: 'did:webvh:1.0', scid: name }), ...parameters },
      state: { id: idOf(name, host) },
      ...more,
    });
    if (index === 0) known = before = name ?? multihash(jcs(draft(scid)));
    const entry = draft(known);
    before = `${index + 1}-${multihash(jcs(entry))}`;
    lines.push(JSON.stringify(change(signed({ ...entry, versionId: before }, by, options))));
  }
  return { did: (host) => idOf(known, host), text: lines.join('\n') };
}

const [first, second, third] = [createWriter(), createWriter(), createWriter()];

async function read(steps: readonly Step[], host?: string): Promise<string> {
  const { did, text } = logOf(steps);
  const document = await readDidLog(text, did(host), NOW);
  if (document.ok) return 'found';
  return [document.problem.code, document.problem.params?.what].filter(Boolean).join(' ');
}

describe('the rules of a did:webvh log', () => {
  it('hold its name to its beginning: what else hangs together under another name is somebody else’s', async () => {
    const start = { by: first, parameters: { updateKeys: [first.id] } };
    const { did, text } = logOf([start], multihash('the name of another log'));
    expect(await readDidLog(text, did(), NOW)).toMatchObject({
      problem: { code: 'did-log-invalid', params: { entry: 1, what: 'scid' } },
    });
  });

  it('hold its name to the one that it says it has', async () => {
    const other = { by: first, parameters: { updateKeys: [first.id], scid: 'another' } };
    expect(await read([other])).toBe('did-log-invalid scid');
  });

  it('read one key that is written without a list as a list of one', async () => {
    expect(await read([{ by: first, parameters: { updateKeys: first.id } }])).toBe('found');
  });

  it('hold only for a log that begins by naming them', async () => {
    const unnamed = { by: first, parameters: { updateKeys: [first.id], method: undefined } };
    expect(await read([unnamed])).toBe('did-log-unsupported undefined');
  });

  const promising = {
    by: first,
    parameters: { updateKeys: [first.id], nextKeyHashes: [multihash(second.id)] },
  };

  it('let the keys of the entry before write, and no others', async () => {
    const start = { by: first, parameters: { updateKeys: [first.id] } };
    expect(await read([start])).toBe('found');
    expect(await read([start, { by: first, parameters: { updateKeys: [second.id] } }])).toBe('found');
    expect(await read([start, { by: second, parameters: { updateKeys: [second.id] } }])).toBe(
      'did-log-invalid proof',
    );
    expect(await read([{ ...start, by: second }])).toBe('did-log-invalid proof');
  });

  it('hold promised keys to their hashes', async () => {
    const kept = { by: second, parameters: { updateKeys: [second.id], nextKeyHashes: [] } };
    expect(await read([promising, kept])).toBe('found');
    const broken = { by: third, parameters: { updateKeys: [third.id], nextKeyHashes: [] } };
    expect(await read([promising, broken])).toBe('did-log-invalid nextKeyHashes');
  });

  it('demand that a promise is taken up, even where it was made of the key in use', async () => {
    const same = { by: first, parameters: { updateKeys: [first.id], nextKeyHashes: [multihash(first.id)] } };
    expect(await read([same, { by: first, parameters: {} }])).toBe('did-log-invalid updateKeys');
  });

  it('let only a DID that was portable from its beginning move', async () => {
    const start = (portable: boolean) => ({ by: first, parameters: { updateKeys: [first.id], portable } });
    const moved = { by: first, parameters: {}, host: 'b.example' };
    expect(await read([start(true), moved], 'b.example')).toBe('found');
    expect(await read([start(false), moved], 'b.example')).toBe('did-log-invalid state');
    expect(await read([start(false), { ...moved, parameters: { portable: true } }], 'b.example')).toBe(
      'did-log-invalid state',
    );
    const [silent, stays] = [{ updateKeys: [first.id] }, { portable: false }];
    expect(await read([{ by: first, parameters: silent }, moved], 'b.example')).toBe('did-log-invalid state');
    expect(await read([start(true), { by: first, parameters: stays }, moved], 'b.example')).toBe(
      'did-log-invalid state',
    );
    // Asked for by its former name: the log that it leaves behind says neither that it still is so nor that it never was.
    expect(await read([start(true), moved])).toBe('did-log-unsupported moved');
    expect(await read([start(true), moved], 'c.example')).toBe('key-document-mismatch');
  });

  it('end with a deactivation', async () => {
    const start = { by: first, parameters: { updateKeys: [first.id] } };
    const end = { by: first, parameters: { deactivated: true, updateKeys: [] } };
    expect(await read([start, end])).toBe('key-revoked');
    expect(await read([start, end, { by: first, parameters: {} }])).toBe('did-log-invalid deactivated');
  });

  it.each<[string, unknown]>([
    ['of 1.0', { threshold: '1', witnesses: [{ id: `did:key:${third.id}` }] }],
    ['of 0.5', { threshold: 1, selfWeight: 1, witnesses: [{ id: `did:key:${third.id}`, weight: 1 }] }],
    ['as a list', [{ id: `did:key:${third.id}` }]],
    ['by a name', `did:key:${third.id}`],
    ['by a number', 1],
    ['by a word', true],
  ])('leave open what witnesses were to confirm: %s', async (_form, witness) => {
    const start = { by: first, parameters: { updateKeys: [first.id] } };
    const open = 'did-log-unsupported witness';
    expect(await read([{ by: first, parameters: { updateKeys: [first.id], witness } }])).toBe(open);
    expect(await read([start, { by: first, parameters: { witness } }])).toBe(open);
    // Nor does it help to let them go again: they were to confirm the entry that named them.
    expect(
      await read([start, { by: first, parameters: { witness } }, { by: first, parameters: { witness: {} } }]),
    ).toBe(open);
  });

  it.each([{}, null])('ask nothing more where there are no witnesses: %j', async (witness) => {
    expect(await read([{ by: first, parameters: { updateKeys: [first.id], witness } }])).toBe('found');
  });

  it.each(['did:webvh:0.5', 'did:webvh:0.4', 'did:tdw:0.3', 'did:webvh:2.0'])(
    'are those of 1.0 alone, not of %s',
    async (method) => {
      expect(await read([{ by: first, parameters: { updateKeys: [first.id], method } }])).toBe(
        `did-log-unsupported ${method}`,
      );
      const start = { by: first, parameters: { updateKeys: [first.id] } };
      expect(await read([start, { by: first, parameters: { method } }])).toBe(
        `did-log-unsupported ${method}`,
      );
    },
  );
});

describe('the form of a did:webvh log', () => {
  const start: Step = { by: first, parameters: { updateKeys: [first.id] } };
  const next: Step = { by: first, parameters: {} };

  it('has entries, and no more than anybody writes', async () => {
    const { did, text } = logOf([start]);
    const said = async (log: string) => {
      const document = await readDidLog(log, did(), NOW);
      return document.ok ? 'found' : String(document.problem.params?.what);
    };
    expect(await said('')).toBe('length');
    expect(await said(`${text}${'\n[]'.repeat(500)}`)).toBe('length');
    expect(await said(`${text}\n[]`)).toBe('json');
    expect(await said(`${text}\n"x"`)).toBe('json');
  });

  it.each<[string, Partial<Step>, string]>([
    ['without a time', { more: { versionTime: undefined } }, 'versionTime'],
    ['whose time is a number', { more: { versionTime: 1767225600 } }, 'versionTime'],
    ['whose time has no zone', { more: { versionTime: '2026-01-02T00:00:00' } }, 'versionTime'],
    [
      'with more proofs than anybody gives',
      { change: (entry) => ({ ...entry, proof: Array(9).fill((entry.proof as Json[])[0]) }) },
      'proof',
    ],
    ['without parameters', { more: { parameters: undefined } }, 'shape'],
    ['whose parameters are a list', { more: { parameters: [] } }, 'shape'],
    ['without a document', { more: { state: undefined } }, 'shape'],
    ['whose document is a text', { more: { state: 'x' } }, 'shape'],
    ['whose version is a number', { change: (entry) => ({ ...entry, versionId: 2 }) }, 'shape'],
    ['whose document has no id', { more: { state: {} } }, 'state'],
    ['whose document’s id is a list', { more: { state: { id: [] } } }, 'state'],
    ['that changes its own SCID', { parameters: { scid: 'Qm1' } }, 'scid'],
    ['whose keys are no texts', { parameters: { updateKeys: [7] } }, 'parameters'],
    ['whose proof is of another type', { options: { type: 'Ed25519Signature2020' } }, 'proof'],
    ['whose proof is by another suite', { options: { cryptosuite: 'eddsa-rdfc-2022' } }, 'proof'],
    ['whose proof is for something else', { options: { proofPurpose: 'authentication' } }, 'proof'],
    ['whose proof has no value', { change: (entry) => withValue(entry, () => undefined) }, 'proof'],
    ['whose proof’s value is no base58', { change: (entry) => withValue(entry, () => 'z0') }, 'proof'],
    ['whose proof’s value is in another base', { change: (entry) => withValue(entry, inBase64url) }, 'proof'],
    ['whose only writer is no key', { by: { ...first, id: 'z6Mk' } }, 'proof'],
  ])('does not stand with an entry %s', async (_, step, why) => {
    const before = step.by ? { ...start, parameters: { updateKeys: [step.by.id] }, by: step.by } : start;
    expect(await read([before, { ...next, ...step }])).toBe(`did-log-invalid ${why}`);
  });

  it('lets an entry repeat its SCID, and give promises up', async () => {
    expect(await read([start, { ...next, parameters: { nextKeyHashes: null } }])).toBe('found');
    const { did } = logOf([start]);
    const scid = did().split(':')[2];
    expect(await read([start, { ...next, parameters: { scid } }])).toBe('found');
  });
});

function withValue(entry: Json, change: (value: string) => unknown): Json {
  const [proof] = entry.proof as [Json];
  return { ...entry, proof: [{ ...proof, proofValue: change(String(proof.proofValue)) }] };
}
const inBase64url = (value: string): string => {
  const decoded = decodeBase58btc(value.slice(1));
  if (!decoded.ok) throw new Error(value);
  return `u${Buffer.from(decoded.value).toString('base64url')}`;
};
