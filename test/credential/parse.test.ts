import { describe, expect, test } from 'vitest';
import { parse } from '../../src/credential/parse.ts';
import { bakePng, bakeSvgCredential } from '../build/bake.ts';
import { fileOf } from '../build/file.ts';
import { ob2, ob3, token, V2, vc } from '../build/samples.ts';
import { codeOf, read, readOne } from './reading.ts';

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const svg = (inner: string, attributes = ''): string =>
  `<?xml version="1.0"?><!-- a badge --><svg xmlns="http://www.w3.org/2000/svg" xmlns:b="https://purl.imsglobal.org/ob/v3p0"><b:credential ${attributes}>${inner}</b:credential></svg>`;

describe('containers', () => {
  test('JSON is read whatever its name and media type say', async () => {
    const parsed = await parse(fileOf(JSON.stringify(ob3()), { contentType: 'image/png' }));
    expect(parsed.ok && parsed.value.credentials[0]?.format).toBe('ob3');
  });

  test('UTF-16 JSON is read', async () => {
    const parsed = await parse(fileOf(utf16(JSON.stringify(ob3()))));
    expect(parsed.ok && parsed.value.credentials[0]?.name).toBe('Bread Baking');
  });

  test('an SVG carries JSON in its element, or a token in its attribute', async () => {
    expect((await readOne(svg(`<![CDATA[${JSON.stringify(ob3())}]]>`))).source.securing).toBe('embedded');
    expect((await readOne(svg('', `verify="${token(ob3())}"`))).source.securing).toBe('enveloping');
  });

  test('an address alone in an image is a record that is known by its address only', async () => {
    const baked = await readOne(
      '<svg xmlns:o="http://openbadges.org"><o:assertion verify="https://badges.example.org/assertions/7"/></svg>',
    );
    expect(baked.id).toBe('https://badges.example.org/assertions/7');
    expect(baked.source).toEqual({
      securing: 'hosted',
      document: { id: 'https://badges.example.org/assertions/7' },
      retrievedFrom: null,
    });
  });

  test('a javascript: address in an image is nothing', async () => {
    const image = '<svg xmlns:o="http://openbadges.org"><o:assertion verify="javascript:alert(1)"/></svg>';
    expect(await codeOf(image)).toBe('no-credential-found');
  });

  test('HTML gives its JSON-LD scripts and its data: links, and nothing else', async () => {
    const link = `data:application/json,${encodeURIComponent(JSON.stringify(vc({ id: 'urn:x:2' })))}`;
    const html = `<!doctype html><title>x</title>
      <SCRIPT type='application/ld+json; charset=utf-8'>${JSON.stringify(ob3({ id: 'urn:x:1' }))}</SCRIPT>
      <script>var no = ${JSON.stringify(ob3({ id: 'urn:x:no' }))}</script>
      <script type="application/ld+json">{"@type":"Person","name":"A"}</script>
      <div type="application/ld+json">${JSON.stringify(ob3({ id: 'urn:x:written' }))}</div>
      <a href="${link}">card</a>`;
    expect((await read(html)).map(({ id }) => id)).toEqual(['urn:x:1', 'urn:x:2']);
  });

  const scripted = (text: string, type = 'application/ld+json') => `<script type="${type}">${text}</script>`;
  const [first, second] = ['urn:x:1', 'urn:x:2'].map((id) => JSON.stringify(ob3({ id })));

  test('HTML gives a credential behind any number of other scripts and pictures', async () => {
    const pixel = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">';
    const card = `<a href="data:application/json,${encodeURIComponent(String(second))}">card</a>`;
    for (const html of [
      `<html>${scripted(String(first))}${scripted('{"a":1}').repeat(300)}${scripted(String(second))}`,
      `<html>${scripted(String(first))}${pixel.repeat(300)}${card}`,
    ])
      expect((await read(html)).map(({ id }) => id)).toEqual(['urn:x:1', 'urn:x:2']);
  });

  test('HTML whose credential stands beside a broken one says so, and that there is more than is read', async () => {
    const unread = async (html: string) => {
      const parsed = await parse(fileOf(html));
      return parsed.ok && parsed.value.unread.map(({ code }) => code);
    };
    const cut = String(second).slice(0, 300);
    expect(await unread(`<html>${scripted(String(first))}${scripted(cut, 'application/vc')}`)).toEqual([
      'json-malformed',
    ]);
    for (const data of ['{"a":', 'See the "badge" of {"a":'])
      expect(await unread(`<html>${scripted(String(first))}${scripted(data)}`)).toEqual([]);
    const links = Array.from({ length: 201 }, (_, at) => `<a href="/${at}">`).join('');
    expect(await unread(`<html>${scripted(String(first))}${links}`)).toEqual([]);
    const many = Array.from({ length: 201 }, (_, at) => `<img src="data:image/gif,${at}">`).join('');
    expect(await unread(`<html>${scripted(String(first))}${many}`)).toEqual(['too-many-contained']);
  });

  test.each(['a href', 'iframe src', 'iframe data-src', 'object data', 'div data-href', 'div data-url'])(
    'HTML gives the credential that an address in <%s> carries',
    async (tag) => {
      const html = `<html>${scripted(String(first))}<${tag}="data:application/vc,${encodeURIComponent(String(second))}">`;
      expect((await read(html)).map(({ id }) => id)).toEqual(['urn:x:1', 'urn:x:2']);
    },
  );

  test('HTML gives a data: link that has tabs and line ends in it, as a browser reads it', async () => {
    const link = `da\tta:application/json,\n${encodeURIComponent(JSON.stringify(vc({ id: 'urn:x:2' })))}`;
    expect(await read(`<!doctype html><a href="${link}">card</a>`)).toMatchObject([{ id: 'urn:x:2' }]);
  });

  test('HTML tells of a broken credential in a data: link, and not of its own data and pictures', async () => {
    const told = async (address: string, tag = 'a href') => {
      const parsed = await parse(fileOf(`<html>${scripted(String(first))}<${tag}="${address}">x`));
      return parsed.ok && parsed.value.unread.map(({ code }) => code);
    };
    const cut = String(second).slice(0, 300);
    expect(await told(`data:application/vc+ld+json,${encodeURIComponent(cut)}`)).toEqual(['json-malformed']);
    expect(await told(`data:application/json;base64,${btoa(cut)}`)).toEqual(['json-malformed']);
    expect(await told(`data:application/json,${encodeURIComponent(cut)}`)).toEqual(['json-malformed']);
    expect(await told('data:application/vc+jwt,eyJ4')).toEqual(['jwt-malformed']);
    expect(await told('data:application/vc+jwt,eyJhbGciOiJFZERTQSJ9.eyJ4.AAAA')).toEqual(['jwt-malformed']);
    expect(await told('data:application/json,%7B%22theme%22:')).toEqual([]);
    expect(await told('data:application/json;base64,%%%')).toEqual([]);
    expect(await told('data:application/json;base64,/9n/')).toEqual([]);
    const badge = bakeSvgCredential('<svg xmlns="http://www.w3.org/2000/svg"></svg>', cut);
    expect(await told(`data:image/svg+xml,${encodeURIComponent(badge)}`, 'img src')).toEqual([
      'json-malformed',
    ]);
    for (const picture of ['png;base64,iVBORw0KGgoAAAAN', 'svg+xml,<svg', 'avif;base64,AAAAIGZ0eXA=', 'png,'])
      expect(await told(`data:image/${picture}`, 'img src')).toEqual([]);
  });

  test.each(['vc+jwt', 'vc+sd-jwt', 'dc+sd-jwt', 'vc-ld+jwt', 'jwt', 'vp+json', 'vc'])(
    'HTML gives the token or record in a script of type application/%s',
    async (type) => {
      const content = type.endsWith('jwt') ? token(vc({ id: 'urn:x:2' })) : String(second);
      expect((await read(`<html>${scripted(content, `application/${type}`)}`)).map(({ id }) => id)).toEqual([
        'urn:x:2',
      ]);
    },
  );

  test('a data: address is opened once, and no further', async () => {
    const inner = `data:text/plain,${encodeURIComponent(token(ob3()))}`;
    expect((await readOne(inner)).format).toBe('ob3');
    expect(await codeOf(`data:text/plain,${encodeURIComponent(inner)}`)).toBe('no-credential-found');
    const base64 = Buffer.from(JSON.stringify(ob3())).toString('base64');
    expect((await readOne(`data:application/json;base64,${base64}`)).format).toBe('ob3');
  });

  test('arrays, wrappers and graphs give every credential in them', async () => {
    const [one, two] = [ob3({ id: 'urn:x:1' }), vc({ id: 'urn:x:2' })];
    const ids = async (value: object) => (await read(JSON.stringify(value))).map(({ id }) => id);
    expect(await ids([one, token(two)])).toEqual(['urn:x:1', 'urn:x:2']);
    expect(await ids({ verifiableCredential: [one, two] })).toEqual(['urn:x:1', 'urn:x:2']);
    expect(await ids({ credential: one })).toEqual(['urn:x:1']);
    expect(await ids({ '@context': 'https://schema.org', '@graph': [one] })).toEqual(['urn:x:1']);
    expect(await ids({ credential: [one], compactJwsString: [token(two)] })).toEqual(['urn:x:1', 'urn:x:2']);
  });

  test('a presentation is one record that contains the others', async () => {
    const id = `data:application/vc+jwt,${token(vc())}`;
    const enveloped = { '@context': V2, type: 'EnvelopedVerifiableCredential', id };
    const presentation = await readOne({
      '@context': [V2],
      type: ['VerifiablePresentation'],
      holder: 'did:example:learner',
      verifiableCredential: [ob3(), enveloped],
    });
    expect(presentation.contained).toEqual([ob3(), enveloped]);
    expect(presentation.achievements).toEqual([]);
    expect(presentation.defects).toEqual([]);
  });

  test('a large one without a credential says so', async () => {
    expect(await codeOf(JSON.stringify([{ text: 'x'.repeat(2_200_000) }]))).toBe('no-credential-found');
  });

  test('an image behind a comment that never ends is none', async () => {
    expect(await codeOf('<?<svg ?><!-- ')).toBe('no-credential-found');
  });

  test('a page within an address is not what a server sent instead of a credential', async () => {
    const override = { url: 'https://a.example/1', origin: 'fetched' } as const;
    expect(await codeOf('data:text/html,<p>hello', override)).toBe('answer-not-understood');
    expect(await codeOf('<p>hello', override)).toBe('html-not-json');
    expect(await codeOf(Uint8Array.of(0xff, 0xd9, 0xff), override)).toBe('text-not-unicode');
  });
});

describe('where a record came from', () => {
  const from = async (content: string, origin: 'fetched' | 'file' | 'page') => {
    const parsed = await parse(fileOf(content, { origin, url: 'https://badges.example.org/assertions/7' }));
    const source = parsed.ok ? parsed.value.credentials[0]?.source : undefined;
    return source?.securing === 'hosted' ? source.retrievedFrom : 'not hosted';
  };

  test('an assertion that its address served says so', async () => {
    expect(await from(JSON.stringify(ob2()), 'fetched')).toBe('https://badges.example.org/assertions/7');
  });

  test('a file, a page, a wrapper and an image are never the record itself', async () => {
    expect(await from(JSON.stringify(ob2()), 'file')).toBeNull();
    expect(await from(JSON.stringify(ob2()), 'page')).toBeNull();
    expect(await from(JSON.stringify([ob2()]), 'fetched')).toBeNull();
    const baked = `<svg xmlns:o="http://openbadges.org"><o:assertion><![CDATA[${JSON.stringify(ob2())}]]></o:assertion></svg>`;
    expect(await from(baked, 'fetched')).toBeNull();
    const page = `<html><script type="application/ld+json">${JSON.stringify(ob2())}</script></html>`;
    expect(await from(page, 'fetched')).toBeNull();
  });

  test('an award comes from an address only where that address was asked', async () => {
    const text = JSON.stringify(ob2());
    const url = ob2().id as string;
    for (const [origin, expected] of [
      ['page', null],
      ['fetched', url],
    ] as const) {
      const parsed = await parse(fileOf(text, { url, origin }));
      expect(parsed.ok && parsed.value.credentials[0]?.source).toMatchObject({ retrievedFrom: expected });
    }
  });
});

describe('what is no credential', () => {
  test.each([
    ['nothing', '', 'empty-document'],
    ['white space', ' \n ', 'empty-document'],
    ['broken JSON', '{"type": ', 'json-malformed'],
    ['a member named __proto__', '{"__proto__": {"type": "VerifiableCredential"}}', 'json-forbidden-name'],
    ['a duplicate name', '{"id": 1, "id": 2}', 'json-duplicate-name'],
    ['deep nesting', `${'['.repeat(1000)}${']'.repeat(1000)}`, 'json-too-deep'],
    ['other JSON', '{"hello": "world"}', 'no-credential-found'],
    [
      'a badge awarded to nobody',
      '{"@context":"https://w3id.org/openbadges/v2","type":"BadgeClass"}',
      'definition-not-award',
    ],
    ['a token of two parts', token(ob3()).split('.').slice(0, 2).join('.'), 'jwt-malformed'],
    ['a token that carries none', token({ sub: 'x' }), 'no-credential-found'],
    [
      'a JWS in JSON',
      JSON.stringify({ payload: 'e30', protected: 'e30', signature: 'AA' }),
      'unknown-format',
    ],
    ['plain words', 'certified baker', 'no-credential-found'],
    ['an SVG with nothing in it', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image-not-baked'],
    ['a page', '<!doctype html><p>Not found</p>', 'no-credential-found'],
  ])('%s has its own code', async (_, content, code) => {
    expect(await codeOf(content)).toBe(code);
  });

  test('a JPEG is an image that nobody bakes into, a PDF a format that nobody carries', async () => {
    expect(await codeOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0]))).toBe('image-not-baked');
    expect(await codeOf(new Uint8Array(Buffer.from('%PDF-1.7')))).toBe('unknown-format');
    expect(await codeOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe(
      'png-malformed',
    );
  });

  test('a server that sends something else has not spoken about the credential', async () => {
    const fetched = { origin: 'fetched', url: 'https://x.example/1' } as const;
    expect(await codeOf('<html>Please log in</html>', fetched)).toBe('html-not-json');
    expect(await codeOf('{"error":"nope"}', fetched)).toBe('answer-not-understood');
    expect(await codeOf('hello', { ...fetched, contentType: 'application/json' })).toBe('json-malformed');
  });

  test('10 MB are refused before they are read', async () => {
    expect(await codeOf(JSON.stringify({ a: 'x'.repeat(10_000_000) }))).toBe('json-too-large');
    expect(await codeOf(JSON.stringify(vc({ note: 'x'.repeat(3_000_000) })))).toBe('json-too-large');
  });
});

describe('sizes', () => {
  const padded = (letters: number) => ob3({ description: 'x'.repeat(letters) });

  test('one credential may be large, and one that carries others larger', async () => {
    expect(await codeOf(JSON.stringify(padded(1_000_000)))).toBe('ok');
    expect(await codeOf(JSON.stringify(padded(2_200_000)))).toBe('json-too-large');
    const carrier = {
      '@context': [V2],
      type: ['VerifiablePresentation'],
      verifiableCredential: [padded(1_200_000), padded(1_200_000)],
    };
    expect(await codeOf(JSON.stringify(carrier))).toBe('ok');
  });

  test('a token that holds more than is read is too large, and not malformed', async () => {
    expect(await codeOf(token(padded(1_000_000)))).toBe('ok');
    expect(await codeOf(token(padded(2_200_000)))).toBe('json-too-large');
    expect(await codeOf(token(ob3({ tags: Array.from({ length: 6_000 }, () => 1) })))).toBe(
      'json-too-many-entries',
    );
  });
});

describe('baked images', () => {
  const PIXEL =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const png = (text: string): Uint8Array =>
    bakePng(Buffer.from(PIXEL, 'base64'), text, 'openbadgecredential');

  test('without a credential carry none, and one that cannot be read says why', async () => {
    expect(await codeOf(Buffer.from(PIXEL, 'base64'))).toBe('image-not-baked');
    expect(await codeOf(png('hello'))).toBe('no-credential-found');
    expect(await codeOf(png(JSON.stringify(ob3())))).toBe('ok');
    expect(await codeOf(png('http://[broken'))).toBe('no-credential-found');
  });
});
