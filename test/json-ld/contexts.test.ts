import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/encoding/digest.ts';
import { utf8 } from '../../src/encoding/text.ts';
import type { JsonObject } from '../../src/json.ts';
import { FORMER } from '../../src/json-ld/context/bundled/former.ts';
import { FORMER_NAMES } from '../../src/json-ld/context/bundled/shelf.ts';
import { USUAL } from '../../src/json-ld/context/bundled/usual.ts';
import { contextSets, definesTerm } from '../../src/json-ld/context/context-set.ts';
import { contextUse } from '../../src/json-ld/context/references.ts';
import { BUNDLED } from '../build/bundled.ts';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB_303 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const FOLDER = join(import.meta.dirname, '../../src/json-ld/context/bundled');

const offering = (documents: Record<string, string>) => ({
  offered: {
    get: (url: string) => (documents[url] === undefined ? undefined : utf8(documents[url])),
  },
});
const setsOf = (context: unknown, documents: Record<string, string> = {}) =>
  contextSets({ '@context': context } as JsonObject, offering(documents));
const codeOf = async (context: unknown, documents: Record<string, string> = {}) => {
  const sets = await setsOf(context, documents);
  return sets.ok ? null : sets.problem.code;
};

describe('the bundle', () => {
  const snapshots = [...new Set([...BUNDLED.values()].flat())];
  it.each(snapshots.map((snapshot) => [snapshot.name, snapshot] as const))(
    'holds %s byte for byte as published',
    async (name, { sha256, document }) => {
      const bytes = readFileSync(join(FOLDER, `${name}.json`));
      expect(await sha256Hex(new Uint8Array(bytes))).toBe(sha256);
      expect(JSON.parse(bytes.toString())).toEqual(document);
    },
  );

  it.each(Object.entries({ ...USUAL, ...FORMER }))(
    'has in %s a usual context that names no other one',
    (_name, { document }) => {
      expect(contextUse(document).addresses).toEqual([]);
    },
  );

  it('knows the names of its former contexts without reading one', () => {
    expect(Object.keys(FORMER)).toEqual(FORMER_NAMES);
  });

  it('holds the two base contexts with the digests that VCDM 2.0 Appendix B states', () => {
    const digestOf = (url: string) => BUNDLED.get(url)?.[0]?.sha256;
    expect(digestOf(V2)).toBe('59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734');
    expect(digestOf('https://www.w3.org/2018/credentials/v1')).toBe(
      'ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc',
    );
  });
});

describe('pitfall 10: the contents of contexts', () => {
  it('an address with several published contents gives a set for each', async () => {
    const sets = await setsOf([V2, OB_303]);
    const names = sets.ok ? sets.value.map(({ copies }) => copies.get(OB_303)?.name) : [];
    expect(names.slice(0, 2)).toEqual(['ob-v3p0-3.0.3', 'ob-v3p0-3.0.3-with-jti']);
    expect(names).toHaveLength(BUNDLED.get(OB_303)?.length ?? 0);
  });

  it('an offered copy of a bundled address narrows the choice to that content', async () => {
    const copy = readFileSync(join(FOLDER, 'ob-v3p0-3.0.3-with-jti.json'), 'utf8');
    const sets = await setsOf([V2, OB_303], { [OB_303]: copy });
    expect(sets.ok && sets.value.map(({ copies }) => copies.get(OB_303)?.name)).toEqual([
      'ob-v3p0-3.0.3-with-jti',
    ]);
  });

  it('an offered copy of a bundled address that nobody published is a mismatch', async () => {
    expect(await codeOf([V2], { [V2]: '{"@context":{}}' })).toBe('context-mismatch');
  });

  it('an unknown address is unknown, at any depth, and nothing is asked', async () => {
    expect(await codeOf([V2, 'https://a.example/v1'])).toBe('context-unknown');
    const nested = { '@context': V2, credentialSubject: { '@context': 'https://a.example/v1' } };
    expect(await contextSets(nested, offering({}))).toMatchObject({ problem: { code: 'context-unknown' } });
  });

  it('an offered copy of another address is pinned, and not shared between credentials', async () => {
    const sets = await setsOf([V2, 'https://a.example/v1'], {
      'https://a.example/v1': '{"@context":{"a":"https://a.example/a"}}',
    });
    expect(sets).toMatchObject({ ok: true, value: [{ shareable: false }] });
    if (sets.ok && sets.value[0])
      expect(definesTerm(['https://a.example/v1'], 'a', sets.value[0])).toBe(true);
  });

  it.each([
    ['itself in an array', { 'https://a.example/v1': '{"@context":["https://a.example/v1"]}' }],
    ['itself as an import', { 'https://a.example/v1': '{"@context":{"@import":"https://a.example/v1"}}' }],
    [
      'itself in a scoped context',
      {
        'https://a.example/v1':
          '{"@context":{"T":{"@id":"https://a.example/T","@context":["https://a.example/v1"]}}}',
      },
    ],
    [
      'another that names it',
      {
        'https://a.example/v1': '{"@context":["https://b.example/v1"]}',
        'https://b.example/v1': '{"@context":["https://a.example/v1"]}',
      },
    ],
  ])('pitfall 18: a context that includes %s is refused by name', async (_, documents) => {
    expect(await codeOf([V2, 'https://a.example/v1'], documents)).toBe('context-recursive');
  });

  it('more remote contexts than anybody uses are refused', async () => {
    expect(await codeOf(Array.from({ length: 9 }, (_, index) => `https://a.example/${index}`))).toBe(
      'context-too-large',
    );
  });

  it.each([
    ['too large a copy', `{"@context":{"x":"${'x'.repeat(270_000)}"}}`, 'context-too-large'],
    ['a copy that is no JSON', '<html>', 'context-unknown'],
    ['a copy that is an array', '[]', 'context-unknown'],
    ['a copy with __proto__', '{"@context":{"__proto__":{}}}', 'context-unknown'],
  ])('%s is refused, and the record is not blamed', async (_, text, code) => {
    expect(await codeOf([V2, 'https://a.example/v1'], { 'https://a.example/v1': text })).toBe(code);
  });
});
