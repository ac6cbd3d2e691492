import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import type { Json } from '../../build/badge.ts';
import { LIST, listOf, packed } from '../../build/issued-list.ts';
import { createJwtIssuer, unsignedBadge } from '../../build/jwt-issuer.ts';
import { createSigner, type Signer } from '../../build/signer.ts';
import { statusEntry, statusList } from '../../build/status-list.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';

const SECOND = 'https://lists.example/2';
const AT = new Date(NOW - 1000);
const ENTRIES = 131_072;
let signer: Signer;
let stranger: Signer;
beforeAll(async () => {
  [signer, stranger] = await Promise.all([createSigner('eddsa-rdfc-2022'), createSigner('eddsa-rdfc-2022')]);
});

const badge = (credentialStatus: unknown): Promise<Json> =>
  signer.sign(unsignedBadge(signer.controller, { credentialStatus }), AT);
const listWith = (set: readonly number[], purpose: 'revocation' | 'suspension' = 'revocation', by = signer) =>
  statusList({ id: LIST, issuer: by.controller, purpose, set, at: AT }, by);

/** A list whose bits are made here, so that it can be wrong in one way at a time. */
async function customList(
  over: { subject?: Json; list?: Json; bytes?: Uint8Array; by?: Signer } = {},
): Promise<Json> {
  const by = over.by ?? signer;
  const bytes = over.bytes ?? new Uint8Array(ENTRIES / 8);
  const list = listOf({ encodedList: packed(bytes), ...over.subject });
  return by.sign({ ...list, issuer: by.controller, ...over.list }, AT);
}
const bits = (value: number, at: number, length = ENTRIES / 8): Uint8Array => {
  const bytes = new Uint8Array(length);
  bytes[at] = value;
  return bytes;
};

async function check(
  credential: Json | string,
  documents: Record<string, FakeDocument>,
  ports: Partial<VerifyPorts> = {},
) {
  const { report, stateOf, verdict, asked } = await verifyInClosedWorld({ credential, documents, ports });
  const { others = [], facts } = report.outcomes.revocation;
  return { said: stateOf('revocation'), others: others.map(({ code }) => code), verdict, facts, asked };
}
const entry = (index: number | string, over: Json = {}): Json => ({
  ...statusEntry(LIST, 7, 'revocation'),
  id: `${LIST}#${index}`,
  statusListIndex: String(index),
  ...over,
});

describe('a bitstring status list', () => {
  it('whose bit is clear passes', async () => {
    const result = await check(await badge(entry(7)), { [LIST]: { body: await listWith([6, 8]) } });
    expect([result.said, result.verdict.status]).toEqual(['passed', 'signature-verified']);
  });

  it('whose bit is set revokes', async () => {
    const result = await check(await badge(entry(7)), { [LIST]: { body: await listWith([7]) } });
    expect([result.said, result.verdict.status]).toEqual(['failed revoked', 'revoked']);
  });

  it.each(['statusListIndex', 'statusListCredential', 'statusPurpose'])(
    'revokes also where the holder wrapped %s into a list, which the signature allows',
    async (member) => {
      const signed = await badge(entry(7));
      const status = signed.credentialStatus as Json;
      const wrapped = { ...signed, credentialStatus: { ...status, [member]: [status[member]] } };
      const result = await check(wrapped as Json, { [LIST]: { body: await listWith([7]) } });
      expect([result.said, result.verdict.status]).toEqual(['failed revoked', 'revoked']);
    },
  );

  it('pitfall 9: every entry is looked at: the second one revokes', async () => {
    const entries = [entry(7), entry(9)];
    const result = await check(await badge(entries), { [LIST]: { body: await listWith([9]) } });
    expect(result.said).toBe('failed revoked');
  });

  it('pitfall 9: a second list that revokes counts though the first cannot be had', async () => {
    const entries = [entry(7, { statusListCredential: SECOND, id: `${SECOND}#7` }), entry(9)];
    const result = await check(await badge(entries), { [LIST]: { body: await listWith([9]) } });
    expect([result.said, result.others]).toEqual(['failed revoked', ['status-list-unreachable']]);
  });

  it('pitfall 9: a first list that is clear does not hide that the second cannot be had', async () => {
    const entries = [entry(7), entry(9, { statusListCredential: SECOND, id: `${SECOND}#9` })];
    const result = await check(await badge(entries), { [LIST]: { body: await listWith([]) } });
    expect([result.said, result.verdict.status]).toEqual([
      'inconclusive status-list-unreachable',
      'unreachable',
    ]);
  });

  it('pitfall 9: a suspension warns and is no good status', async () => {
    const result = await check(await badge(entry(7, { statusPurpose: 'suspension' })), {
      [LIST]: { body: await listWith([7], 'suspension') },
    });
    expect(result.said).toBe('warned suspended');
    expect(result.verdict).toMatchObject({ standing: 'caution', also: ['suspended'] });
  });

  it.each(['-1', '1.5', 'seven', '', '1e3', '0x7'])(
    'pitfall 9: the index %j is status-malformed',
    async (index) => {
      const result = await check(await badge(entry(index)), { [LIST]: { body: await listWith([]) } });
      expect(result.said).toBe('inconclusive status-malformed');
    },
  );

  it('pitfall 9: an index beyond the end is out of range, not clear', async () => {
    const result = await check(await badge(entry(ENTRIES)), { [LIST]: { body: await listWith([]) } });
    expect(result.said).toBe('inconclusive status-index-out-of-range');
  });

  it('pitfall 9: a short list is read, with a caution', async () => {
    const clear = await check(await badge(entry(7)), {
      [LIST]: { body: await customList({ bytes: bits(0, 0, 128) }) },
    });
    expect([clear.said, clear.verdict.standing]).toEqual(['warned status-list-too-short', 'caution']);
    const set = await check(await badge(entry(7)), {
      [LIST]: { body: await customList({ bytes: bits(1, 0, 128) }) },
    });
    expect(set.said).toBe('failed revoked');
  });

  it('pitfall 9: an unsigned list is not believed', async () => {
    const { proof: _proof, ...unsigned } = await customList();
    const result = await check(await badge(entry(7)), { [LIST]: { body: unsigned } });
    expect(result.said).toBe('inconclusive status-list-unverified');
  });

  it('a list changed after signing is not believed', async () => {
    const list = await customList();
    const subject = {
      ...(list.credentialSubject as Json),
      encodedList: packed(bits(1, 0)),
    };
    const result = await check(await badge(entry(7)), {
      [LIST]: { body: { ...list, credentialSubject: subject } },
    });
    expect(result.said).toBe('inconclusive status-list-unverified');
  });

  it('pitfall 9: an expired list, and one that is not yet valid, answer nothing', async () => {
    const old = await customList({ list: { validUntil: '2026-06-01T00:00:00Z' } });
    expect((await check(await badge(entry(7)), { [LIST]: { body: old } })).said).toBe(
      'inconclusive status-list-expired',
    );
    const early = await customList({ list: { validFrom: '2027-06-01T00:00:00Z' } });
    const result = await check(await badge(entry(7)), { [LIST]: { body: early } });
    expect(result.said).toBe('inconclusive status-list-not-yet-valid');
  });

  it.each([
    ['2026-11-23T00:05:00Z', 'passed'],
    ['2026-11-23T00:05:01Z', 'inconclusive status-list-not-yet-valid'],
  ])(
    'a list that is made when it is asked for may begin by a clock a little ahead: %s',
    async (validFrom, said) => {
      const list = await customList({ list: { validFrom } });
      expect((await check(await badge(entry(7)), { [LIST]: { body: list } })).said).toBe(said);
    },
  );

  it('pitfall 9: another issuer’s list is read and never without a caution', async () => {
    const result = await check(await badge(entry(7)), {
      [LIST]: { body: await listWith([], 'revocation', stranger) },
    });
    expect([result.said, result.verdict.standing]).toEqual(['warned status-list-other-issuer', 'caution']);
    const set = await check(await badge(entry(7)), {
      [LIST]: { body: await listWith([7], 'revocation', stranger) },
    });
    expect(set.said).toBe('failed revoked');
  });

  it('pitfall 9: a list for another purpose answers nothing', async () => {
    const result = await check(await badge(entry(7)), { [LIST]: { body: await listWith([], 'suspension') } });
    expect(result.said).toBe('inconclusive status-purpose-mismatch');
  });

  it('a list for several purposes answers each', async () => {
    const list = await customList({ subject: { statusPurpose: ['suspension', 'revocation'] } });
    expect((await check(await badge(entry(7)), { [LIST]: { body: list } })).said).toBe('passed');
  });

  it('pitfall 9: a gzip bomb stops at the cap', async () => {
    const bomb = await customList({ bytes: new Uint8Array(64_000_000) });
    const result = await check(await badge(entry(7)), { [LIST]: { body: bomb } });
    expect(result.said).toBe('inconclusive status-list-malformed');
  });

  it.each([
    ['that is no gzip', `u${Buffer.from('hello').toString('base64url')}`],
    ['with a wrong prefix', `z${gzipSync(new Uint8Array(ENTRIES / 8)).toString('base64url')}`],
    ['that is empty', ''],
  ])('an encodedList %s is malformed', async (_what, encodedList) => {
    const list = await customList({ subject: { encodedList } });
    expect((await check(await badge(entry(7)), { [LIST]: { body: list } })).said).toBe(
      'inconclusive status-list-malformed',
    );
  });

  it('a credential of another type in its place is malformed', async () => {
    const list = await customList({ list: { type: ['VerifiableCredential'] } });
    expect((await check(await badge(entry(7)), { [LIST]: { body: list } })).said).toBe(
      'inconclusive status-list-malformed',
    );
  });

  it('pitfall 9: message bits: entries of two bits tell their message, left-most bit first', async () => {
    const list = await customList({ bytes: bits(0b0010_0000, 0), subject: { statusPurpose: 'message' } });
    const asks = entry(1, {
      statusPurpose: 'message',
      statusSize: 2,
      statusMessage: [
        { status: '0x0', message: 'fine' },
        { status: '0x2', message: 'under review' },
      ],
    });
    const result = await check(await badge(asks), { [LIST]: { body: list } });
    expect(result.said).toBe('warned status-message');
    expect(JSON.stringify(result.facts)).toContain('under review');
    expect(result.verdict.standing).toBe('caution');
  });

  it.each([0, -1, 1.5, 64, 'two'])('a statusSize of %j is malformed', async (statusSize) => {
    const credential = await badge(entry(7)).catch(() => null);
    expect(credential).not.toBeNull();
    const asks = entry(7, { statusSize });
    const signed = await badge(asks).catch(() => null);
    if (signed === null) return;
    const result = await check(signed, { [LIST]: { body: await listWith([]) } });
    expect(result.said).toBe('inconclusive status-malformed');
  });

  it.each([404, 410, 500])('a list that answers %i leaves it open, never revoked', async (status) => {
    const result = await check(await badge(entry(7)), { [LIST]: { status, body: '' } });
    expect([result.said, result.verdict.status]).toEqual([
      'inconclusive status-list-unreachable',
      'unreachable',
    ]);
  });

  it('is not asked for before the proof holds', async () => {
    const credential = await badge(entry(7));
    const result = await check({ ...credential, name: 'Forged' }, { [LIST]: { body: await listWith([]) } });
    expect([result.said, result.asked]).toEqual(['not-run', []]);
  });
});

it('pitfall 9: an unknown type is status-unsupported, never passed', async () => {
  // A type that no bundled context knows can only be signed as a JWT.
  const { badge } = await createJwtIssuer();
  const credentialStatus = { id: 'https://x.example/1', type: 'FutureStatusList2030' };
  const result = await check(await badge({ credentialStatus }), {});
  expect([result.said, result.verdict.status]).toEqual(['inconclusive status-unsupported', 'not-checked']);
});

describe('the age of a list', () => {
  const HOUR = 3_600_000;
  async function later(hours: number, ttl: number | undefined) {
    const list = await customList(ttl === undefined ? {} : { subject: { ttl } });
    const memory = fakePorts().store;
    const credential = await badge(entry(7));
    await check(credential, { [LIST]: { body: list } }, { store: memory });
    return check(
      credential,
      { [LIST]: { error: 'timeout' } },
      { store: memory, clock: { now: () => NOW + hours * HOUR } },
    );
  }

  it('a kept list serves while the network is away', async () => {
    expect((await later(23, undefined)).said).toBe('passed');
  });

  it('pitfall 9: after a day, or after its ttl, it is stale', async () => {
    expect((await later(25, undefined)).said).toBe('inconclusive status-list-stale');
    expect((await later(2, HOUR)).said).toBe('inconclusive status-list-stale');
    expect((await later(25, 100 * HOUR)).said).toBe('inconclusive status-list-stale');
  });

  it('a fresh answer outweighs the kept one', async () => {
    const store = fakePorts().store;
    const credential = await badge(entry(7));
    await check(credential, { [LIST]: { body: await listWith([]) } }, { store });
    const result = await check(credential, { [LIST]: { body: await listWith([7]) } }, { store });
    expect(result.said).toBe('failed revoked');
  });

  it('pitfall 14: what is kept for one address never answers for another', async () => {
    const store = fakePorts().store;
    await check(await badge(entry(7)), { [LIST]: { body: await listWith([]) } }, { store });
    const elsewhere = await badge(entry(7, { statusListCredential: SECOND, id: `${SECOND}#7` }));
    expect((await check(elsewhere, {}, { store })).said).toBe('inconclusive status-list-unreachable');
  });

  it('a store full of nonsense is no list', async () => {
    const store = { ...fakePorts().store, get: async () => ({ text: 7, at: 'now' }) };
    expect((await check(await badge(entry(7)), {}, { store })).said).toBe(
      'inconclusive status-list-unreachable',
    );
  });
});
