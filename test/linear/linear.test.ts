/** Twice the text takes twice the steps: whatever reads what a stranger wrote. */
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import type { InnerDocument } from '../../src/json-ld/dataset.ts';
import { credentialBudget } from '../../src/json-ld/work-budget.ts';
import { NO_CLAIM } from '../../src/site/sighting.ts';
import { countedParsers, removeCounted, stepsOf } from './count.ts';

type Parsers = Awaited<ReturnType<typeof countedParsers>>;
let parsers: Parsers;
beforeAll(async () => {
  parsers = await countedParsers();
});
afterAll(removeCounted);

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const list = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

function png(chunks: readonly Buffer[]): Uint8Array {
  const whole = (type: string, data: Uint8Array): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = chunks.map((data) => whole('zTXt', data));
  return new Uint8Array(
    Buffer.concat([head, whole('IHDR', Buffer.alloc(13)), ...parts, whole('IEND', Buffer.alloc(0))]),
  );
}
const page = (links: readonly string[]) => ({
  url: 'https://person.example/',
  title: '',
  language: null,
  sightings: links.map((link, place) => ({
    kind: 'link' as const,
    link,
    text: null,
    claim: NO_CLAIM,
    place,
  })),
});
const BADGE = 'https://www.credly.com/badges/00000000-1111-4222-8333-444444444444';
const alignment = (index: number) => ({
  name: `skill ${index}`,
  url: null,
  framework: null,
  code: null,
  description: null,
  type: null,
});

const earning = (subject: JsonObject): JsonObject => ({
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  credentialSubject: { type: ['AchievementSubject'], ...subject },
});

const CREDENTIALS = 'https://www.w3.org/2018/credentials#';
const TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';
/** One credential that has these things under one predicate. */
const saying = (predicate: string, objects: readonly (string | number)[]) => ({
  subjects: ['<urn:a>', ...objects.map(() => '<urn:a>')],
  predicates: [TYPE, ...objects.map(() => predicate)],
  objects: [`<${CREDENTIALS}VerifiableCredential>`, ...objects],
  graphs: ['', ...objects.map(() => '')],
  blankNodes: 0,
  inner: [] as InnerDocument[],
});

/** A name, a text of about so many parts, and what reads it. */
const CASES: readonly (readonly [string, number, (count: number, on: Parsers) => () => unknown])[] = [
  [
    'JSON of many members',
    2_000,
    (n, on) => {
      const text = JSON.stringify(Object.fromEntries(list(n, (i) => [`m${i}`, i])));
      return () => on.parseJson(text);
    },
  ],
  [
    'JSON of many escapes',
    4_000,
    (n, on) => {
      const text = `"${'\\u0041\\n'.repeat(n)}"`;
      return () => on.parseJson(text);
    },
  ],
  ['JSON that is cut off', 4_000, (n, on) => () => on.parseJson(`["${'a'.repeat(n)}`)],
  [
    'HTML of scripts that nobody closes',
    2_000,
    (n, on) => () => on.readEmbeddedTexts('<script type="application/ld+json">'.repeat(n)),
  ],
  [
    'HTML of data links',
    2_000,
    (n, on) => () => on.readEmbeddedTexts('<a href="data:application/json,{}">'.repeat(n)),
  ],
  ['HTML of quotes alone', 4_000, (n, on) => () => on.readEmbeddedTexts(`<a ${'" '.repeat(n)}`)],
  ['HTML of spaces before a sign', 8_000, (n, on) => () => on.readEmbeddedTexts(`<a ${' '.repeat(n)}=`)],
  [
    'HTML of values that nobody ends',
    4_000,
    (n, on) => () => on.readEmbeddedTexts(`<a ${'b=\' c=" '.repeat(n)}`),
  ],
  [
    'HTML of scripts within a script',
    2_000,
    (n, on) => () => on.readEmbeddedTexts(`<script>${'</'.repeat(n)}`),
  ],
  ['a tag that nobody closes', 20_000, (n, on) => () => on.readPage(`<${'a'.repeat(n)}`)],
  ['tags that nobody closes', 2_000, (n, on) => () => on.readPage('<p'.repeat(n))],
  ['a page of many elements', 1_000, (n, on) => () => on.readPage('<p>a</p><br><img src=a>'.repeat(n))],
  [
    'SVG of many elements',
    2_000,
    (n, on) => () => on.readBakedSvg(`<svg>${'<g a="b"/>text'.repeat(n)}</svg>`),
  ],
  ['SVG of one attribute', 8_000, (n, on) => () => on.readBakedSvg(`<svg a="${'a '.repeat(n)}"/>`)],
  [
    'SVG of a comment that nobody closes',
    8_000,
    (n, on) => () => on.readBakedSvg(`<svg><!--${'-'.repeat(n)}`),
  ],
  [
    'PNG of many texts of others',
    1_000,
    (n, on) => {
      const image = png(list(n, (i) => Buffer.from(`other${i}\0\0abc`, 'latin1')));
      return () => on.readBakedPng(image);
    },
  ],
  [
    'PNG of one large text',
    200_000,
    (n, on) => {
      const image = png([
        Buffer.concat([Buffer.from('openbadges\0\0', 'latin1'), deflateSync(Buffer.from('a'.repeat(n)))]),
      ]);
      return () => on.readBakedPng(image);
    },
  ],
  [
    'a JPEG of many segments',
    4_000,
    (n, on) => {
      const image = new Uint8Array([0xff, 0xd8, ...list(n, () => [0xff, 0xe0, 0, 2]).flat()]);
      return () => on.imageSize(image);
    },
  ],
  [
    'a token of one large claim',
    20_000,
    (n, on) => {
      const token = `${base64url({ alg: 'ES256' })}.${base64url({ vc: { a: 'b'.repeat(n) } })}.AA`;
      return () => on.unwrapToken(token);
    },
  ],
  [
    'disclosures',
    400,
    (n, on) => {
      const some = list(n, (i) => base64url(['salt', `name${i}`, i]));
      return () => on.disclose({ _sd: some }, some);
    },
  ],
  [
    'a data address',
    20_000,
    (n, on) => {
      const address = `data:application/json;base64,${'QUJD'.repeat(n)}`;
      return () => on.readDataUrl(address);
    },
  ],
  ['a data address in percents', 20_000, (n, on) => () => on.readDataUrl(`data:,${'%41 '.repeat(n)}`)],
  ['a date of many digits', 20_000, (n, on) => () => on.readDate(`2025-01-01T00:00:00.${'1'.repeat(n)}Z`)],
  ['base64url', 20_000, (n, on) => () => on.decodeBase64url('QUJD'.repeat(n))],
  ['hexadecimal digits', 20_000, (n, on) => () => on.fromHex('41'.repeat(n))],
  [
    'a bit string',
    20_000,
    (n, on) => {
      const bits = new Uint8Array(n);
      return () => list(n, (i) => on.readBits(bits, i, 1));
    },
  ],
  [
    'credentials in an array',
    300,
    (n, on) => {
      const all = list(n, () => ({ type: ['VerifiableCredential'], credentialSubject: {} }));
      return () => on.findCredentials(all, null);
    },
  ],
  [
    'a set of keys that have ended',
    100,
    (n, on) => {
      const numbered = (i: number): string => Buffer.from(String(i).padStart(32, 'a')).toString('base64url');
      const keys = list(n, (i) => ({
        kty: 'EC',
        crv: 'P-256',
        x: numbered(i),
        y: numbered(i),
        revoked: true,
      }));
      return () => on.keysOfSet({ keys }, { names: [], now: 0 });
    },
  ],
  [
    'results, and the levels that they may have reached',
    200,
    (n, on) => {
      const document = earning({
        result: list(n, (i) => ({
          achievedLevel: 'urn:none',
          ...(i % 2 && { resultDescription: `urn:${i}` }),
        })),
        achievement: {
          resultDescription: list(n, (i) => ({
            id: `urn:${n - i}`,
            rubricCriterionLevel: list(4, (level) => ({ id: `urn:${i}:${level}` })),
          })),
        },
      });
      return () => [
        on.danglingReferences(document),
        on.readOb3Content(document, { securing: 'none', document }),
      ];
    },
  ],
  [
    'results and evidence of many achievements',
    200,
    (n, on) => {
      const document = earning({
        result: list(n, (i) => ({ value: `${i}` })),
        achievement: list(n, (i) => ({ id: `urn:${i}` })),
      });
      const whole = { ...document, evidence: list(n, (i) => ({ id: `urn:e:${i}` })) };
      return () =>
        JSON.parse(
          JSON.stringify(on.readOb3Content(whole, { securing: 'none', document: whole })),
          (_, one) => one,
        );
    },
  ],
  [
    'a graph that says much of one thing',
    2_000,
    (n, on) => {
      const graph = saying(
        '<urn:tag>',
        list(n, (i) => `"t${i}"`),
      );
      const vocabulary = on.commonVocabulary();
      return () => on.recordOf(graph, vocabulary, credentialBudget());
    },
  ],
  [
    'a graph that says many things of one',
    1_000,
    (n, on) => {
      const said = saying(
        '',
        list(n, String).map((one) => `"${one}"`),
      );
      const predicates = said.predicates.map((predicate, i) => predicate || `<urn:p:${i}>`);
      const vocabulary = on.commonVocabulary();
      return () => on.recordOf({ ...said, predicates }, vocabulary, credentialBudget());
    },
  ],
  [
    'a graph of many endorsements',
    1_000,
    (n, on) => {
      const predicate = `<https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsement>`;
      const named = list(n, (i) => `<urn:e:${i}>`);
      const inner = named.map((one) => ({ predicate, owner: '<urn:a>', named: one, source: {} }));
      const vocabulary = on.commonVocabulary();
      return () => on.recordOf({ ...saying(predicate, named), inner }, vocabulary, credentialBudget());
    },
  ],
  ['an address', 2_000, (n, on) => () => on.checkAddress(`https://a.example/${'a/'.repeat(n)}`)],
  [
    'an address of redirectors',
    1_000,
    (n, on) => () => on.unwrap(`https://www.google.com/url?${'q=a&'.repeat(n)}`),
  ],
  ['a host of many labels', 4_000, (n, on) => () => on.checkAddress(`https://${'a.'.repeat(n)}example/`)],
  [
    'one badge linked again and again',
    500,
    (n, on) => {
      const seen = page(list(n, () => BADGE));
      return () => on.recognise(seen);
    },
  ],
  [
    'one badge under ever new names',
    2_000,
    (n, on) => {
      const { sightings, ...rest } = page(list(n, () => BADGE));
      const named = sightings.map((each, i) => ({
        ...each,
        claim: { ...NO_CLAIM, title: `Title ${i}` },
        row: 'alike',
      }));
      return () => JSON.parse(JSON.stringify(on.recognise({ ...rest, sightings: named })), (_, one) => one);
    },
  ],
  [
    'a page that is read again while all of it is checked',
    2_000,
    (n, on) => {
      const seen = page(list(n, (i) => `${BADGE.slice(0, -12)}${String(i).padStart(12, '0')}`));
      const told = { tabId: 1, now: 0, recognise: on.recognise, isRunning: () => true };
      const { page: stored } = on.pageAfterScan(null, seen, told);
      return () => on.pageAfterScan(stored, seen, told);
    },
  ],
  [
    'links within one entry',
    4_000,
    (n, on) => {
      const links = list(n, (i) => `<a href="${BADGE.slice(0, -12)}${String(i).padStart(12, '0')}">a</a>`);
      const read = on.readPage(
        `<div itemtype="https://schema.org/EducationalOccupationalCredential">${links.join('')}</div>`,
      );
      return () => read.ok && on.scan(read.value, { url: 'https://person.example/' });
    },
  ],
  [
    'links of many hosts',
    200,
    (n, on) => {
      const seen = page(list(n, (i) => `https://h${i}.example/badges/badge.php?hash=${i}`));
      return () => on.recognise(seen);
    },
  ],
  ['words to find links in', 2_000, (n, on) => () => on.findInText('a.example/b {"a '.repeat(n), 100)],
  ['words for a terminal', 4_000, (n, on) => () => on.wrap('word 日本 '.repeat(n), 80)],
  ['one word for a terminal', 20_000, (n, on) => () => on.widthOf('日'.repeat(n))],
  ['a title for a terminal', 20_000, (n, on) => () => on.clean('\u0000 a'.repeat(n))],
  [
    'rows of a table for a terminal',
    2_000,
    (n, on) => {
      const [item] = on.inspectUnopened({ code: 'empty-document' }, { clock: { now: () => 0 } });
      const items = list(n, (i) => ({ ...(item as NonNullable<typeof item>), key: `k${i}` }));
      const examination = { page: null, items, at: 0, contexts: [], explain: false };
      return () => on.toTable(examination, { colours: false, columns: 100 });
    },
  ],
  [
    'answers that are remembered',
    400,
    (n, on) => {
      const limits = { rememberMs: 1, rememberTroubleMs: 1, rememberBytes: n * 512 };
      const failed = { ok: false, problem: { code: 'timeout' } } as const;
      return async () => {
        const memory = on.createMemory({ now: () => 0 }, limits);
        for (let i = 0; i < n; i++) await memory.share(`${i}`, async () => failed);
      };
    },
  ],
  ['a cell of a table', 20_000, (n, on) => () => on.cell(`${' '.repeat(n)}"=a"`)],
  [
    'a record to lay out',
    500,
    (n, on) => {
      const record = list(n, (i) => ({ name: `a${i}`, inner: { text: 'b' } }));
      return () => on.brief(record);
    },
  ],
  [
    'skills',
    1_000,
    (n, on) => {
      const some = [{ alignments: list(n, alignment), tags: list(n, (i) => `tag ${i}`) }] as never;
      return () => on.skillGroups(some);
    },
  ],
  [
    'a pattern that would backtrack',
    2_000,
    (n, on) => {
      const pattern = on.readPattern('^(a+)+(a|a)*$');
      return () => pattern?.matches(`${'a'.repeat(n)}!`);
    },
  ],
  [
    'a schema over many members',
    500,
    (n, on) => {
      const document = list(n, (i) => ({ name: `a${i}` }));
      return () => on.validate({ items: { properties: { name: { minLength: 1 } } } }, document, 'elsewhere');
    },
  ],
];

describe('twice the text', () => {
  it.each(CASES)('%s takes twice the steps', async (_, count, make) => {
    const [once, twice] = [await stepsOf(make(count, parsers)), await stepsOf(make(2 * count, parsers))];
    expect(twice).toBeGreaterThan(0);
    expect(twice / once).toBeLessThan(2.3);
  });

  it.each(['- ', '1. ', '> ', '-\n- ', '- >\n'])(
    'of Markdown of lists in lists is bounded: %j',
    async (opener) => {
      const spent = await stepsOf(() => parsers.readMarkdown(opener.repeat(20_000)));
      expect(spent).toBeLessThan(2_000_000_000);
    },
  );

  it('of Markdown is bounded: its reader copies lists as it goes, and gets 20,000 letters', async () => {
    const at = (length: number) => stepsOf(() => parsers.readMarkdown('*a* [b](c)\n\n'.repeat(length)));
    expect(await at(10_000)).toBeLessThan(1.1 * (await at(2_000)));
  });

  it.each(['*_', 'a_*b_*', '> a\n\n', '- a\n'])(
    'of the Markdown of a record is bounded, however dense it is: %j',
    async (piece) => {
      const spent = await stepsOf(() => {
        const read = parsers.markdownReader();
        const text = piece.repeat(8_000 / piece.length);
        return [text, text, text].map(read).map((blocks) => blocks());
      });
      expect(spent).toBeLessThan(80_000_000);
    },
  );

  it('of what takes the square of it is bounded: base58, and the names of hosts', async () => {
    const at = (length: number) => stepsOf(() => parsers.decodeBase58btc('z'.repeat(length)));
    expect((await at(2_000)) / (await at(1_000))).toBeGreaterThan(3.5);
    expect(await at(1_000_000)).toBeLessThan(10);
    const host = (length: number) => `xn--${'a'.repeat(length)}-eva.example`;
    expect(await stepsOf(() => parsers.lookAlikeOf(host(100_000)))).toBeLessThan(10);
    expect(await stepsOf(() => parsers.domainView(host(100_000)))).toBeLessThan(1_000_000);
  });

  it('of graphs whose alike nodes have much said of them is bounded', async () => {
    // Six nodes, each tied to all others, of each of which the same many things are said.
    const ring = list(6, (i) => i);
    const woven = (count: number) => {
      const said = ring.flatMap((node) => [
        ...list(count, (i) => ({ node, predicate: '<urn:says>', object: `"t${i}"` as string | number })),
        ...ring
          .filter((other) => other !== node)
          .map((object) => ({ node, predicate: '<urn:knows>', object })),
      ]);
      return {
        subjects: said.map(({ node }) => node),
        predicates: said.map(({ predicate }) => predicate),
        objects: said.map(({ object }) => object),
        graphs: said.map(() => ''),
        blankNodes: ring.length,
        inner: [],
      };
    };
    const at = (count: number) =>
      stepsOf(() => parsers.canonicalise(woven(count), 'sha256', credentialBudget()));
    expect(await at(12_000)).toBeLessThan(45_000_000);
  });

  it('of graphs whose node has itself under many names is bounded', async () => {
    const itself = (count: number) => {
      const said = saying(
        '',
        list(count, () => '<urn:a>'),
      );
      return { ...said, predicates: said.predicates.map((predicate, i) => predicate || `<urn:p:${i}>`) };
    };
    const vocabulary = parsers.commonVocabulary();
    const at = (count: number) =>
      stepsOf(() => parsers.recordOf(itself(count), vocabulary, credentialBudget()));
    expect(await at(8_000)).toBeLessThan(1.2 * (await at(4_000)));
  });

  it('is counted: a loop within a loop, and one that the language makes, are seen', async () => {
    const copying = (count: number) =>
      // biome-ignore lint/performance/noAccumulatingSpread: the copying is what must be counted
      stepsOf(() => list(count, (i) => i).reduce<readonly number[]>((all, one) => [...all, one], []));
    expect((await copying(2_000)) / (await copying(1_000))).toBeGreaterThan(3.5);
    const seeking = (count: number) => stepsOf(() => list(count, () => 'a'.repeat(count).indexOf('b')));
    expect((await seeking(2_000)) / (await seeking(1_000))).toBeGreaterThan(3.5);
  });
});
