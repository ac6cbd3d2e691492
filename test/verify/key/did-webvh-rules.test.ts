import { describe, expect, it } from 'vitest';
import { decodeBase58btc } from '../../../src/encoding/base58btc.ts';
import { readDidLog } from '../../../src/verify/key/did-webvh-log.ts';
import { createWriter, type Json, logOf, multihash, type Step } from '../../build/webvh-log.ts';
import { NOW } from '../../fake/ports.ts';
import { resolve } from './told.ts';

const [first, second, third] = [createWriter(), createWriter(), createWriter()];

async function read(steps: readonly Step[], host?: string): Promise<string> {
  const { did, text } = logOf(steps);
  return (await resolve(did(host), { log: text })).replace(/^found .*/, 'found');
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

  it('hold every promise to be renewed or given up in words', async () => {
    const kept = { by: second, parameters: { updateKeys: [second.id] } };
    expect(await read([promising, kept])).toBe('did-log-invalid nextKeyHashes');
  });

  it('end with a deactivation', async () => {
    const start = { by: first, parameters: { updateKeys: [first.id] } };
    const end = { by: first, parameters: { deactivated: true, updateKeys: [] } };
    expect(await read([start, end])).toBe('key-revoked');
    expect(await read([start, end, { by: first, parameters: {} }])).toBe('did-log-invalid deactivated');
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
    ['whose time has no seconds', { more: { versionTime: '2026-01-02T00:00Z' } }, 'versionTime'],
    ['whose time is in a zone', { more: { versionTime: '2026-01-02T00:00:00+02:00' } }, 'versionTime'],
    ['whose end is a word', { parameters: { deactivated: 'true' } }, 'parameters'],
    ['whose place is tied by a word', { parameters: { portable: 'false' } }, 'parameters'],
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
    ['whose document’s id climbs', { host: 'a.example:..:b', formerly: ['a.example'] }, 'state'],
    ['whose document’s id is part of one', { host: 'a.example#key', formerly: ['a.example'] }, 'state'],
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
