import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeOb2 } from '../../src/credential/ob2.ts';
import { parse } from '../../src/credential/parse.ts';
import { readCredential } from '../../src/credential/read.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import { fail } from '../../src/result.ts';
import { checkConformance } from '../../src/verify/check/conformance.ts';
import { fileOf } from '../build/file.ts';
import { badgeClass, ob2, ob3, ob05, token, V2, vc } from '../build/samples.ts';
import { fakeHeavy } from '../fake/ports.ts';

/** Every place in a tree, as a path. */
function places(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, one]) => places(one as Json, [...path, name]))];
}

/** The tree with another value at a place. */
function replaced(value: Json, [name, ...rest]: readonly (string | number)[], other: Json): Json {
  if (name === undefined) return other;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as JsonObject) }) as Record<string, Json>;
  copy[name] = replaced(copy[name] ?? null, rest, other);
  return copy as Json;
}

const NO_NET = { heavy: fakeHeavy, net: { get: async () => fail('not-in-documents') } };

const WHOLE: readonly [string, JsonObject][] = [
  [
    'an Open Badge 3.0',
    ob3({ credentialStatus: { type: 'X' }, evidence: [{ type: 'Evidence' }], name: { en: 'A' } }),
  ],
  ['a W3C credential', vc({ proof: undefined as never })],
  ['an Open Badge 2.0', ob2({ badge: badgeClass({ alignment: [{ targetName: 'a', targetUrl: 'b' }] }) })],
  ['an Open Badge 0.5', ob05()],
  [
    'a presentation',
    {
      '@context': [V2],
      type: ['VerifiablePresentation'],
      verifiableCredential: [vc()],
    },
  ],
];

describe('reading is total', () => {
  test.each(WHOLE)('%s with any value at any place gives a credential or a code', async (_, whole) => {
    const clean = JSON.parse(JSON.stringify(whole)) as JsonObject;
    const everywhere = places(clean);
    const mutant = fc
      .tuple(fc.constantFrom(...everywhere), fc.jsonValue({ maxDepth: 3 }))
      .map(([path, value]) => replaced(clean, path, value as Json));
    await fc.assert(
      fc.asyncProperty(mutant, async (value) => {
        const parsed = await parse(fileOf(JSON.stringify(value)));
        for (const credential of parsed.ok ? parsed.value.credentials : []) {
          const outcome = await checkConformance(credential, NO_NET);
          expect(outcome.problem === undefined).toBe(
            outcome.state === 'passed' || outcome.state === 'not-run',
          );
        }
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  test('any JSON object composed as a hosted badge gives a result', () => {
    const object = fc.dictionary(
      fc.constantFrom('badge', 'recipient', 'type', 'id', 'issuer', 'verify', 'issuedOn', 'x'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(object, object, object, (assertion, badge, issuer) => {
        composeOb2({
          assertion: assertion as JsonObject,
          badge: badge as JsonObject,
          issuer: issuer as JsonObject,
          retrievedFrom: null,
        });
      }),
      { seed: 7 },
    );
  });

  test('any bytes give a result', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await parse(fileOf(bytes))).ok).toBe(false);
      }),
      { seed: 7 },
    );
  });

  test('any text that begins like a container gives a result', async () => {
    const head = fc.constantFrom(
      '<svg ',
      '<!doctype html><script type="application/ld+json">',
      'data:',
      'eyJ',
      '{"',
      '[',
      '<?xml ?><svg>',
      '~',
    );
    await fc.assert(
      fc.asyncProperty(head, fc.string({ unit: 'binary', maxLength: 200 }), async (start, rest) => {
        await parse(fileOf(start + rest));
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  test('any payload and header in a token give a result', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('vc', 'vp', 'vct', 'type', 'iss', 'exp', '_sd', '_sd_alg'),
          fc.jsonValue(),
        ),
        fc.jsonValue(),
        (payload, typ) => {
          readCredential(token(payload as JsonObject, { alg: 'ES256', typ: typ as Json }), null);
          readCredential(`${token(payload as JsonObject, { typ: 'dc+sd-jwt' })}~WyJhIl0~`, null);
        },
      ),
      { seed: 7 },
    );
  });
});

describe('reading ends', () => {
  test.each([
    ['many scripts', '<script type="application/ld+json">{}</script>'.repeat(20_000)],
    ['unclosed scripts', `<!doctype html>${'<script type="application/ld+json">'.repeat(50_000)}`],
    ['a script that is never opened, behind one that was', '<html><script></script><script'],
    ['many data links', `<html>${'<a href="data:,x">'.repeat(50_000)}`],
    ['attributes without end', `<html><script ${'a="'.repeat(100_000)}`],
    ['comments before an svg', `${'<!-- '.repeat(50_000)}`],
    ['comments before nothing', '<!---->'.repeat(50_000)],
    ['a long almost-token', `${'a'.repeat(2_000_000)}.b`],
    ['a long almost-data-URL', `data:${';'.repeat(1_000_000)}`],
    ['a long almost-date', JSON.stringify(vc({ validFrom: `2026-01-01T00:00:00.${'9'.repeat(1_000_000)}` }))],
  ])('for %s', async (_, text) => {
    await parse(fileOf(text));
  });
});
