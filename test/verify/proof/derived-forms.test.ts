import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { type Cbor, decodeCbor, encodeCbor } from '../../build/cbor.ts';
import { type DerivingSuite, deriveWith } from '../../build/derived.ts';
import { badge, issueWith } from '../../build/issue.ts';
import { credentialOf } from '../../fake/closed-world.ts';
import { fakePorts } from '../../fake/ports.ts';
import { proofSaid } from './told.ts';

// A derived proof is made of parts that anybody can take apart: whatever else can be put together of them is refused.
type Parts = readonly Cbor[];
type Labels = ReadonlyMap<number, number | Uint8Array>;
const withPart = (parts: Parts, index: number, part: Cbor): Parts =>
  parts.map((one, at) => (at === index ? part : one));
const shared = <T extends Cbor>(parts: Parts, index: number): T => parts[index] as T;

async function derivedWith(suite: DerivingSuite) {
  const credential = (await deriveWith(suite, badge)) as JsonObject;
  const proof = credential.proof as JsonObject;
  const bytes = Buffer.from(String(proof.proofValue).slice(1), 'base64url');
  const told = async (changed: Iterable<number>): Promise<string> => {
    const proofValue = `u${Buffer.from([...changed]).toString('base64url')}`;
    return proofSaid({ ...credential, proof: { ...proof, proofValue } });
  };
  const header = [...bytes.subarray(0, 3)];
  const parts = decodeCbor(bytes.subarray(3)) as Parts;
  const of = (change: (parts: Parts) => Cbor) => told([...header, ...encodeCbor(change(parts))]);
  /** With each part written by a hand of the test’s. */
  const written = (write: (part: Cbor) => readonly number[]) =>
    told([...header, 0x80 + parts.length, ...parts.flatMap(write)]);
  return { bytes, header, parts, told, of, written };
}
const MALFORMED = 'failed proof-malformed';
const tagged = (tag: number) => (part: Cbor) =>
  part instanceof Uint8Array ? [0xd8, tag, ...encodeCbor(part)] : encodeCbor(part);

/** Where each suite keeps its parts. */
const PLACES = {
  'ecdsa-sd-2023': { labels: 3, mandatory: 4, bytes: [0, 1] },
  'bbs-2023': { labels: 1, mandatory: 2, bytes: [0, 4] },
} as const;

describe.each(['ecdsa-sd-2023', 'bbs-2023'] as const)('a derived proof of %s', async (suite) => {
  const { bytes, header, parts, told, of, written } = await derivedWith(suite);
  const place = PLACES[suite];
  const [first = 0, second = 0, third = 0] = header;
  const body = [...bytes.subarray(3)];
  const labels = shared<Labels>(parts, place.labels);
  const mandatory = shared<readonly number[]>(parts, place.mandatory);

  it('holds as it was derived, and as these tests write it', async () => {
    expect(await told(bytes)).toBe('passed');
    expect(await of((same) => same)).toBe('passed');
    expect([labels.size, mandatory.length].every((size) => size > 1)).toBe(true);
  });

  it('with byte strings tagged as typed arrays (RFC 8746) holds', async () => {
    expect(await written(tagged(0x40))).toBe('passed');
  });

  it('is read in the types of CBOR that it is written in, and in no other that looks alike', async () => {
    expect(await written(encodeCbor)).toBe('passed');
    // A map’s head as that of a text, of a negative number, of a tag and of a float.
    const asMajor = (major: number) => (part: Cbor) => {
      const [head = 0, ...rest] = encodeCbor(part);
      return part instanceof Map ? [(major << 5) | (head & 31), ...rest] : [head, ...rest];
    };
    for (const major of [1, 3, 6, 7]) expect(await written(asMajor(major))).toBe(MALFORMED);
    for (const tag of [0x41, 0x3f, 0x18]) expect(await written(tagged(tag))).toBe(MALFORMED);
  });

  it.each<[string, () => number[]]>([
    ['another first byte', () => [0xd8, second, third, ...body]],
    ['another second byte', () => [first, 0x5c, third, ...body]],
    ['something behind it', () => [...bytes, 0]],
    ['its end cut off', () => [...bytes.subarray(0, -1)]],
    ['nothing behind its header', () => header],
    ['a number for its parts', () => [...header, 0]],
    ['a part more', () => [...header, ...encodeCbor([...parts, 0])]],
    ['a part less', () => [...header, ...encodeCbor(parts.slice(0, -1))]],
    ['a text among its parts', () => [...header, ...encodeCbor(withPart(parts, place.labels, 'x'))]],
    ['a tag on what is no byte string', () => [...header, 0x85, 0xd8, 0x40, 0, 0, 0, 0, 0]],
    ['bytes beyond its end', () => [...header, 0x85, 0x58, 0xff, ...body]],
    ['a length that goes on for ever', () => [...header, 0x9f]],
    ['a list longer than itself', () => [...header, 0x9a, 0xff, 0xff, 0xff, 0xff]],
    ['lists in lists without end', () => [...header, ...Array(64).fill(0x81), 0]],
    ['integers of eight bytes', () => [...header, 0x9b, 0, 0, 0, 0, 0, 0, 0, 5, ...body.slice(1)]],
  ])('with %s is malformed', async (_, changed) => {
    expect(await told(changed())).toBe(MALFORMED);
  });

  it.each([...place.bytes, place.labels, place.mandatory])(
    'with a number as part %i is malformed',
    async (index) => {
      expect(await of((all) => withPart(all, index, 0))).toBe(MALFORMED);
    },
  );

  it('whose mandatory statements are doubled or beyond the end is malformed', async () => {
    const named = (indexes: Cbor) => of((all) => withPart(all, place.mandatory, indexes));
    expect(await named([...mandatory, mandatory[0] ?? 0])).toBe(MALFORMED);
    expect(await named([...mandatory, 9999])).toBe(MALFORMED);
    expect(await named([...mandatory, Uint8Array.of(1)])).toBe(MALFORMED);
  });

  it('whose label map does not fit is malformed', async () => {
    const mapped = (map: ReadonlyMap<Cbor, Cbor>) => of((all) => withPart(all, place.labels, map));
    const [one, other] = [...labels];
    if (!one || !other) throw new Error('no labels');
    const others = [...labels].slice(2);
    expect(await mapped(new Map([...labels, [999, one[1]]]))).toBe(MALFORMED);
    const unused = suite === 'bbs-2023' ? 999 : new Uint8Array(32);
    expect(await mapped(new Map([...labels, [999, unused]] as [Cbor, Cbor][]))).toBe(MALFORMED);
    expect(await mapped(new Map([other, ...others]))).toBe(MALFORMED);
    expect(await mapped(new Map([one, [other[0], one[1]], ...others]))).toBe(MALFORMED);
    expect(await mapped(new Map([[999, one[1]], other, ...others]))).toBe(MALFORMED);
    expect(await mapped(new Map([[one[0], 'b0'], other, ...others] as [Cbor, Cbor][]))).toBe(MALFORMED);
    expect(await mapped(new Map([[Uint8Array.of(0), one[1]], other, ...others] as [Cbor, Cbor][]))).toBe(
      MALFORMED,
    );
    expect(await mapped(new Map([[one[0], [one[1]]], other, ...others] as [Cbor, Cbor][]))).toBe(MALFORMED);
    const strange = suite === 'bbs-2023' ? Uint8Array.of(7) : 7;
    expect(await mapped(new Map([[one[0], strange], other, ...others] as [Cbor, Cbor][]))).toBe(MALFORMED);
  });

  it('with one label twice is malformed', async () => {
    const map = encodeCbor(labels);
    const entry = encodeCbor(new Map([...labels].slice(0, 1))).slice(1);
    const doubled = [(map[0] ?? 0) + 1, ...map.slice(1), ...entry];
    const written = parts.flatMap((part, index) => (index === place.labels ? doubled : encodeCbor(part)));
    expect(await told([...header, 0x85, ...written])).toBe(MALFORMED);
  });
});

describe('a derived proof of ecdsa-sd-2023', async () => {
  const { of, told, bytes, parts } = await derivedWith('ecdsa-sd-2023');

  it('has one signature for each statement, each of its size', async () => {
    const signatures = (all: Parts) => shared<readonly Uint8Array[]>(all, 2);
    const last = (all: Parts) => signatures(all).at(-1) ?? new Uint8Array();
    expect(await of((all) => withPart(all, 2, [...signatures(all), last(all)]))).toBe(
      'failed signature-invalid',
    );
    expect(await of((all) => withPart(all, 2, signatures(all).slice(0, -1)))).toBe(
      'failed signature-invalid',
    );
    expect(await of((all) => withPart(all, 2, [...signatures(all).slice(0, -1), last(all).slice(1)]))).toBe(
      MALFORMED,
    );
    expect(await of((all) => withPart(all, 2, [...signatures(all).slice(0, -1), 7]))).toBe(MALFORMED);
    expect(await of((all) => withPart(all, 2, 7))).toBe(MALFORMED);
  });

  it('has the signature of a statement as bytes, not as a list of as many numbers', async () => {
    const listed = shared<readonly Uint8Array[]>(parts, 2).map((signature) => Array.from(signature));
    expect(await of((all) => withPart(all, 2, listed))).toBe(MALFORMED);
  });

  it('holds by the issuer’s signature over what is mandatory, and by its own over the rest', async () => {
    const flipped = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, at) => (at === 7 ? byte ^ 1 : byte));
    expect(await of((all) => withPart(all, 0, flipped(shared(all, 0))))).toBe('failed signature-invalid');
    const [first = new Uint8Array(), ...rest] = shared<readonly Uint8Array[]>(parts, 2);
    expect(await of((all) => withPart(all, 2, [flipped(first), ...rest]))).toBe('failed signature-invalid');
    expect(await of((all) => withPart(all, 2, [...rest, first]))).toBe('failed signature-invalid');
  });

  it('brings a key of its own curve', async () => {
    const key = (all: Parts) => shared<Uint8Array>(all, 1);
    expect(await of((all) => withPart(all, 1, Uint8Array.of(0x81, 0x24, ...key(all).slice(2))))).toBe(
      MALFORMED,
    );
    expect(
      await of((all) => withPart(all, 1, Uint8Array.of(...key(all).slice(0, 2), 9, ...key(all).slice(3)))),
    ).toBe(MALFORMED);
  });

  it('is none while it is the issuer’s own, nor in any other version', async () => {
    expect(await told([0xd9, 0x5d, 0x00, ...bytes.subarray(3)])).toMatch(/suite-not-derived$/);
    expect(await told([0xd9, 0x5d, 0x02, ...bytes.subarray(3)])).toBe(MALFORMED);
  });
});

describe('a derived proof of bbs-2023', async () => {
  const { of, told, bytes } = await derivedWith('bbs-2023');

  it('is none while it is the issuer’s own, and one of another feature is left open', async () => {
    expect(await told([0xd9, 0x5d, 0x02, ...bytes.subarray(3)])).toMatch(/suite-not-derived$/);
    expect(await told([0xd9, 0x5d, 0x05, ...bytes.subarray(3)])).toBe('inconclusive suite-unsupported');
  });

  it('names what it shows in order, once each, and no more than it shows', async () => {
    const shown = (all: Parts) => shared<readonly number[]>(all, 3);
    const named = (change: (indexes: readonly number[]) => Cbor) =>
      of((all) => withPart(all, 3, change(shown(all))));
    expect(await named((indexes) => [...indexes].reverse())).toBe('failed signature-invalid');
    expect(await named((indexes) => [...indexes, 150])).toBe('failed signature-invalid');
    expect(await named((indexes) => indexes.slice(0, -1))).toBe('failed signature-invalid');
    expect(await named((indexes) => [...indexes.slice(0, -1), 9999])).toBe('failed signature-invalid');
    expect(await named((indexes) => [...indexes.slice(0, -1), Uint8Array.of(1)])).toBe(MALFORMED);
    expect(await named(() => 7)).toBe(MALFORMED);
  });

  it('does not hold cut short, lengthened, or with a scalar that is none', async () => {
    const proof = (change: (bytes: Uint8Array) => Uint8Array) =>
      of((all) => withPart(all, 0, change(shared<Uint8Array>(all, 0))));
    const SCALARS = 3 * 48;
    expect(await proof((same) => same.slice(0, -1))).toBe('failed signature-invalid');
    expect(await proof((same) => same.slice(0, SCALARS))).toBe('failed signature-invalid');
    expect(await proof((same) => Uint8Array.from([...same, ...Array(31).fill(1)]))).toBe(
      'failed signature-invalid',
    );
    expect(await proof((same) => Uint8Array.from([...same, ...Array(32).fill(1)]))).toBe(
      'failed signature-invalid',
    );
    const scalar = (byte: number) =>
      proof((same) => Uint8Array.from(same, (old, at) => (at >= SCALARS && at < SCALARS + 32 ? byte : old)));
    expect(await scalar(0)).toBe('failed signature-invalid');
    expect(await scalar(0xff)).toBe('failed signature-invalid');
  });

  it('does not hold with points at infinity', async () => {
    const infinity = [0xc0, ...Array(47).fill(0)];
    const points = (count: number) =>
      of((all) =>
        withPart(
          all,
          0,
          Uint8Array.from([
            ...Array(count).fill(infinity).flat(),
            ...shared<Uint8Array>(all, 0).slice(count * 48),
          ]),
        ),
      );
    for (const count of [1, 2, 3]) expect(await points(count)).toBe('failed signature-invalid');
  });
});

describe.each(['ecdsa-sd-2023', 'bbs-2023'] as const)('a proof that calls itself %s', (cryptosuite) => {
  it.each([
    ['by a key of another kind', {}, 'key-algorithm-mismatch'],
    ['in another base', { key: true, proofValue: 'z2' }, 'signature-malformed'],
    ['without a value', { key: true, proofValue: undefined }, 'proof-malformed'],
  ])('does not hold %s', async (_, { key, ...over }: { key?: boolean; proofValue?: string }, code) => {
    const derived = (await deriveWith(cryptosuite, badge)) as JsonObject;
    const own = derived.proof as JsonObject;
    const stranger = (await issueWith('eddsa-rdfc-2022')).proof as JsonObject;
    const verificationMethod = key ? own.verificationMethod : stranger.verificationMethod;
    const changed = { ...derived, proof: { ...own, verificationMethod, ...over } } as JsonObject;
    const { proof } = await checkSecuring(credentialOf(changed), fakePorts());
    expect([proof.state, proof.problem?.code]).toEqual(['failed', code]);
  });
});

it.each(['ecdsa-sd-2023', 'bbs-2023'] as const)(
  'a text of %s that looks like a blank node’s label is compared as it was written',
  async (suite) => {
    const derived = (await deriveWith(suite, badge)) as JsonObject;
    const name = '_:c14n0 and _:c14n999';
    const { proof } = await checkSecuring(credentialOf({ ...derived, name }), fakePorts({ explain: true }));
    expect([proof.state, proof.problem?.code]).toEqual(['failed', 'signature-invalid']);
    const { disclosed } = (proof.facts?.signing ?? {}) as JsonObject;
    expect(String(disclosed)).toContain(`"${name}"`);
  },
);
