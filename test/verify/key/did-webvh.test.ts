import { describe, expect, it } from 'vitest';
import { loadControlledIdentifierDocument } from '../../../src/verify/key/controlled-identifier-document.ts';
import { fakeNet } from '../../fake/net.ts';
import suite from './did-webvh-vectors.json' with { type: 'json' };
import { resolve as resolveAt } from './told.ts';

type Vector = (typeof suite.vectors)[number];
const named = (name: string): Vector => {
  const found = suite.vectors.find((vector) => vector.name === name);
  if (!found) throw new Error(`no vector ${name}`);
  return found;
};
const resolve = (did: string, log: readonly string[]) => resolveAt(did, { log: log.join('\n') });
const resolveVector = ({ did, log, witness }: Vector) =>
  resolveAt(did, { log: log.join('\n'), ...(witness !== undefined && { witness: { body: witness } }) });

describe('the vectors of the did:webvh test suite', () => {
  /** By name and author, or by name. What is not here leads to its DID at its host. */
  const SETTLED: Readonly<Record<string, string>> = {
    deactivate: 'key-revoked',
    // §3.7.8, Witness Lists: the new list is active after the entry, which needs both witnesses of the old one. The
    // suite's maintainer says the same of these files (decentralized-identity/didwebvh-ts, issue 117).
    'witness-update': 'did-log-unwitnessed 2: 1 of 2',
    // §3.7.8, The `witness` Parameter: each id is a did:key DID; these are keys without its beginning.
    'witness-update rust': 'did-log-invalid witness',
    'witness-threshold rust': 'did-log-invalid witness',
  };
  it.each(suite.vectors.filter(({ name }) => !name.startsWith('negative')))(
    '$name by $by leads where it must',
    async (vector) => {
      const { name, by, did } = vector;
      const found = `found ${did} at ${did.split(':')[3]}`;
      expect(await resolveVector(vector)).toBe(SETTLED[`${name} ${by}`] ?? SETTLED[name] ?? found);
    },
  );

  /** The words for those that fail by their witnesses. */
  const WITNESSED: Readonly<Record<string, string>> = {
    'negative-cross-did-witness-replay': 'did-log-unwitnessed 2: 0 of 1',
    'negative-duplicate-witness-ids': 'did-log-invalid witness',
    'negative-zero-witness-threshold': 'did-log-invalid witness',
  };
  it.each(suite.vectors.filter(({ name }) => name.startsWith('negative')))(
    '$name leads nowhere',
    async (vector) => {
      const answer = await resolveVector(vector);
      expect(answer).toMatch(/^(?:did-log-(?:invalid|unsupported|unwitnessed)|key-malformed)/);
      expect(answer).toBe(WITNESSED[vector.name] ?? answer);
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
    const document = await loadControlledIdentifierDocument(`did:webvh:Qm${'1'.repeat(44)}:${place}`, net);
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
    const served = (more: object) => resolveAt(did, { log: log.join('\n'), ...more });
    expect(await served({ at: Date.parse('1999-01-01T00:00:00Z') })).toBe('did-log-invalid versionTime');
    expect(await served({ over: { status: 404 } })).toBe('key-unresolvable');
    expect(await served({ over: { finalUrl: 'https://evil.example/did.jsonl' } })).toBe('key-unresolvable');
  });
});
