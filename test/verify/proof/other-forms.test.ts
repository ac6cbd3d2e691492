/**
 * Canonical forms of other libraries. RDFC-1.0 sorts statements by code point. Libraries in JavaScript and Java sort them
 * by UTF-16's code units, which is another order where some characters are behind U+FFFF (emoji) and others from U+E000
 * on (full-width forms). RDFC-1.0 escapes tabs; before it, and in the library of the Digital Credentials Consortium, they
 * stand as they are. All of them sign the same statements.
 */
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { type DerivingSuite, deriveWith } from '../../build/derived.ts';
import { achievementOf, DID, proofOf, sign, withAchievement } from '../../build/hand-signed.ts';
import { badge } from '../../build/issue.ts';
import { loaderFor } from '../../build/loader.ts';
import { createSigner } from '../../build/signer.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';

const [EMOJI, WIDE] = ['\u{1f393} teaching', '\uff08teaching\uff09'];
const tagged = (issuer: string): JsonObject =>
  withAchievement(badge(issuer) as JsonObject, { tag: [EMOJI, WIDE, 'plain'] });

const signed = async (): Promise<unknown> => {
  const signer = await createSigner('eddsa-rdfc-2022');
  return signer.sign(tagged(signer.controller), new Date('2026-02-01T00:00:00Z'));
};
const derived = (suite: DerivingSuite) => (): Promise<unknown> =>
  deriveWith(suite, tagged, { mandatory: ['/issuer', '/credentialSubject/achievement'] });
const SIGNED: readonly [string, () => Promise<unknown>][] = [
  ['eddsa-rdfc-2022', signed],
  ['ecdsa-sd-2023', derived('ecdsa-sd-2023')],
  ['bbs-2023', derived('bbs-2023')],
];

/** Work as it is done in a language that sorts texts in this way. */
async function whereTextsSort<T>(by: (one: string, other: string) => number, work: () => Promise<T>) {
  const { sort } = Array.prototype;
  const sorting = { writable: true, configurable: true };
  Object.defineProperty(Array.prototype, 'sort', {
    ...sorting,
    value(this: unknown[], compare: typeof by = (one, other) => by(String(one), String(other))) {
      return sort.call(this, compare as never);
    },
  });
  try {
    return await work();
  } finally {
    Object.defineProperty(Array.prototype, 'sort', { ...sorting, value: sort });
  }
}
/** UTF-8 keeps the order of code points. */
const byCodePoint = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));
const backwards = (one: string, other: string) => byCodePoint(other, one);

async function told(credential: unknown): Promise<string> {
  const { stateOf, record } = await verifyInClosedWorld({ credential: credential as JsonObject });
  return `${stateOf('proof')} ${record.achievements[0]?.tags.length}`;
}

it('the orders differ', async () => {
  const sorted = () => Promise.resolve([WIDE, EMOJI].sort());
  expect(await sorted()).toEqual([EMOJI, WIDE]);
  expect(await whereTextsSort(byCodePoint, sorted)).toEqual([WIDE, EMOJI]);
  expect(await sorted()).toEqual([EMOJI, WIDE]);
});

describe.each(SIGNED)('statements signed by %s', (_, issue) => {
  it('are verified where they were sorted by code point', async () => {
    expect(await told(await whereTextsSort(byCodePoint, issue))).toBe('passed 3');
  });

  it('are verified where they were sorted by code unit', async () => {
    expect(await told(await issue())).toBe('passed 3');
  });

  it('are nobody’s in any other order', async () => {
    expect(await told(await whereTextsSort(backwards, issue))).toMatch(/^failed signature-invalid/);
  });
});

/** The library that the Consortium's own verifier reads with. */
const { canonize } = createRequire(
  new URL('../../../node_modules/@digitalcredentials/verifier-core/package.json', import.meta.url),
)('@digitalcredentials/jsonld');
const byDcc = async (document: object): Promise<string> =>
  String(
    await canonize(document, {
      algorithm: 'URDNA2015',
      format: 'application/n-quads',
      documentLoader: loaderFor(),
      safe: true,
      base: null,
    }),
  );

describe('a text with control characters', () => {
  const CONTROLS = 'Weld:\n\t* a \\t joint\f\b\u0001\u007f "x"\r\n';
  const said = withAchievement(badge(DID) as JsonObject, { description: CONTROLS });

  it.each<[string, typeof byDcc | undefined]>([
    ['as RDFC-1.0 writes them', undefined],
    ['as they are', byDcc],
  ])('is verified where they were signed %s', async (_, by) => {
    const signed = await sign(said, 'eddsa-rdfc-2022', {}, by);
    const { stateOf, record } = await verifyInClosedWorld({ credential: signed });
    expect([stateOf('proof'), record.achievements[0]?.description]).toEqual(['passed', CONTROLS]);
  });

  it('is verified where the order of other texts is another one as well', async () => {
    const both = withAchievement(said, { tag: [EMOJI, WIDE, 'plain'] });
    const sorted = await whereTextsSort(byCodePoint, () => sign(both, 'eddsa-rdfc-2022', {}, byDcc));
    expect(await told(sorted)).toBe('passed 3');
  });

  it.each([
    ['a letter for a tab', CONTROLS.replace('\t', 't')],
    ['a backslash and a letter for a tab', CONTROLS.replace('\t', '\\t')],
    ['a tab for a backslash and a letter', CONTROLS.replace('\\t', '\t')],
    ['nothing for a control character', CONTROLS.replace('\u0001', '')],
    ['another control character', CONTROLS.replace('\f', '\v')],
  ])('is nobody’s with %s', async (_, description) => {
    const signed = await sign(said, 'eddsa-rdfc-2022', {}, byDcc);
    expect(achievementOf(signed).description).toBe(CONTROLS);
    const changed = { ...withAchievement(signed, { description }), proof: proofOf(signed) };
    expect(await told(changed)).toMatch(/^failed signature-invalid/);
  });
});
