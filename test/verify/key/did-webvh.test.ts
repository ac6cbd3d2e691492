import { describe, expect, it } from 'vitest';
import { loadControllerDocument } from '../../../src/verify/key/controller-document.ts';
import { didWebvhAddress } from '../../../src/verify/key/did-webvh.ts';
import { type FakeDocument, fakeNet } from '../../fake/net.ts';
import { NOW } from '../../fake/ports.ts';
import suite from './did-webvh-vectors.json' with { type: 'json' };

type Vector = (typeof suite.vectors)[number];
const named = (name: string): Vector => {
  const found = suite.vectors.find((vector) => vector.name === name);
  if (!found) throw new Error(`no vector ${name}`);
  return found;
};

async function resolve(did: string, log: readonly string[], over: FakeDocument = {}, at = NOW) {
  const address = didWebvhAddress(did);
  const net = fakeNet({ [address.ok ? address.value : '']: { body: log.join('\n'), ...over } }, at);
  const document = await loadControllerDocument(did, net);
  if (document.ok) return `found ${document.value.json.id} at ${document.value.domain}`;
  const { code, params = {} } = document.problem;
  return [code, params.what ?? params.method].filter((word) => word !== undefined).join(' ');
}

describe('the vectors of the did:webvh test suite', () => {
  const SETTLED: Readonly<Record<string, string>> = {
    deactivate: 'key-revoked',
    'witness-threshold': 'did-log-unsupported witness',
    'witness-update': 'did-log-unsupported witness',
  };
  it.each(suite.vectors.filter(({ name }) => !name.startsWith('negative')))(
    '$name by $by leads where it must',
    async ({ name, did, log }) => {
      const host = did.split(':')[3];
      expect(await resolve(did, log)).toBe(SETTLED[name] ?? `found ${did} at ${host}`);
    },
  );

  it.each(suite.vectors.filter(({ name }) => name.startsWith('negative')))(
    '$name leads nowhere',
    async ({ did, log }) => {
      expect(await resolve(did, log)).toMatch(/^(?:did-log-invalid|did-log-unsupported|key-malformed)/);
    },
  );

  it.each([
    '127.0.0.1#x',
    'example.com:..:..:admin',
    'example.com:%2E%2E:admin',
    '127%2E0%2E0%2E1',
    '127.0.0.1/x',
    '',
  ])('nothing is asked for where the place is %s', async (place) => {
    const net = fakeNet();
    const document = await loadControllerDocument(`did:webvh:Qm${'1'.repeat(44)}:${place}`, net);
    expect([document.ok, net.asked]).toEqual([false, []]);
  });
});

const aSecondAfter = (time: unknown): string =>
  new Date(Date.parse(String(time)) + 1000).toISOString().replace('.000Z', 'Z');

describe('a log', () => {
  const { did, log } = named('key-rotation');
  const entries = log.map((line) => JSON.parse(line));
  const changed = (index: number, change: (entry: Record<string, unknown>) => void): readonly string[] =>
    entries.map((entry, at) => {
      const copy = structuredClone(entry);
      if (at === index) change(copy);
      return JSON.stringify(copy);
    });

  it('of another DID is none of this one', async () => {
    const other = did.replace(/:example\.com.*/, ':other.example');
    expect(await resolve(other, log)).toBe('key-document-mismatch');
    const scid = did.split(':')[2] ?? '';
    const twisted = `${scid.slice(0, -1)}${scid.endsWith('a') ? 'b' : 'a'}`;
    expect(await resolve(did.replace(scid, twisted), log)).toBe('did-log-invalid scid');
  });

  it.each([
    ['its document', (entry) => Object.assign(entry.state as object, { service: [] }), 'versionId'],
    [
      'its time',
      (entry) => Object.assign(entry, { versionTime: aSecondAfter(entry.versionTime) }),
      'versionId',
    ],
    ['its number', (entry) => Object.assign(entry, { versionId: `7${entry.versionId}` }), 'versionId'],
    ['a member beside', (entry) => Object.assign(entry, { note: 'x' }), 'versionId'],
    ['its proof left out', (entry) => Object.assign(entry, { proof: [] }), 'proof'],
    [
      'its proof’s options',
      (entry) => Object.assign((entry.proof as object[])[0] as object, { created: '2001-01-01T00:00:00Z' }),
      'proof',
    ],
  ] as [string, (entry: Record<string, unknown>) => void, string][])(
    'in which somebody changed %s is not believed',
    async (_what, change, why) => {
      expect(await resolve(did, changed(1, change))).toBe(`did-log-invalid ${why}`);
    },
  );

  it('whose entries are cut, doubled or out of order', async () => {
    const [first = '', second = ''] = log;
    expect(await resolve(did, [second])).toMatch(/^(?:did-log-invalid|did-log-unsupported)/);
    expect(await resolve(did, [first, first])).toMatch(/^did-log-invalid/);
    expect(await resolve(did, ['', ' '])).toMatch(/^(?:did-log-invalid length|key-unresolvable)/);
    expect(await resolve(did, [first, '{"a":1'])).toBe('did-log-invalid json');
  });

  it('whose writer is not the one that the entry before it named is not believed', async () => {
    const [, second] = entries;
    const writer = second.parameters.updateKeys[0];
    const own = changed(1, (entry) => {
      const [proof] = entry.proof as { verificationMethod: string }[];
      if (proof) proof.verificationMethod = `did:key:${writer}#${writer}`;
    });
    expect(await resolve(did, own)).toBe('did-log-invalid proof');
  });

  it('that is from the future, gone or elsewhere', async () => {
    expect(await resolve(did, log, {}, Date.parse('1999-01-01T00:00:00Z'))).toBe(
      'did-log-invalid versionTime',
    );
    expect(await resolve(did, log, { status: 404 })).toBe('key-unresolvable');
    expect(await resolve(did, log, { finalUrl: 'https://evil.example/did.jsonl' })).toBe('key-unresolvable');
  });
});
