import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
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

function signed(entry: Json, { id, key }: Writer): Json {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    verificationMethod: `did:key:${id}#${id}`,
    proofPurpose: 'assertionMethod',
  };
  const data = Buffer.concat([sha256(jcs(options)), sha256(jcs(entry))]);
  const proofValue = `z${encodeBase58btc(Uint8Array.from(sign(null, data, key)))}`;
  return { ...entry, proof: [{ ...options, proofValue }] };
}

interface Step {
  readonly by: Writer;
  readonly parameters: Json;
  readonly host?: string;
}

/** A log whose hashes and signatures are right, whatever its entries say. */
function logOf(steps: readonly Step[]): { did: (host?: string) => string; text: string } {
  const [scid, lines] = ['{SCID}', [] as string[]];
  const idOf = (name: string, host = 'a.example') => `did:webvh:${name}:${host}`;
  let [known, before] = [scid, scid];
  for (const [index, { by, parameters, host }] of steps.entries()) {
    const draft = (name: string): Json => ({
      versionId: before,
      versionTime: `2026-01-0${index + 1}T00:00:00Z`,
      parameters: { ...(index === 0 && { method: 'did:webvh:1.0', scid: name }), ...parameters },
      state: { id: idOf(name, host) },
    });
    if (index === 0) known = before = multihash(jcs(draft(scid)));
    const entry = draft(known);
    before = `${index + 1}-${multihash(jcs(entry))}`;
    lines.push(JSON.stringify(signed({ ...entry, versionId: before }, by)));
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
