import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBakedPng } from '../../src/encoding/png.ts';
import { readBakedSvg } from '../../src/encoding/svg.ts';
import { utf8 } from '../../src/encoding/text.ts';
import { crc32 } from './crc32.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
};
const png = (...chunks: Buffer[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from(SIGNATURE),
      chunk('IHDR', new Uint8Array(13)),
      ...chunks,
      chunk('IEND', new Uint8Array()),
    ]),
  );
const text = (keyword: string, value: string, encoding: BufferEncoding = 'latin1') =>
  chunk('tEXt', Buffer.concat([Buffer.from(`${keyword}\0`, 'latin1'), Buffer.from(value, encoding)]));
const packed = (keyword: string, value: string) =>
  chunk('zTXt', Buffer.concat([Buffer.from(`${keyword}\0\0`, 'latin1'), deflateSync(utf8(value))]));
const international = (keyword: string, value: string, { compressed = false, language = '' } = {}) =>
  chunk(
    'iTXt',
    Buffer.concat([
      Buffer.from(`${keyword}\0${compressed ? '\x01' : '\0'}\0${language}\0übersetzt\0`, 'utf8'),
      compressed ? deflateSync(utf8(value)) : utf8(value),
    ]),
  );

const codeOf = async (bytes: Uint8Array) => {
  const result = await readBakedPng(bytes);
  return result.ok ? result.value : result.problem.code;
};

describe('readBakedPng', () => {
  it.each([
    ['tEXt', text('openbadges', 'https://issuer.example.org/a')],
    ['zTXt', packed('openbadges', 'https://issuer.example.org/a')],
    ['iTXt', international('openbadges', 'https://issuer.example.org/a')],
    ['compressed iTXt', international('openbadges', 'https://issuer.example.org/a', { compressed: true })],
    [
      'iTXt with a language',
      international('openbadgecredential', 'https://issuer.example.org/a', { language: 'de' }),
    ],
  ])('reads %s', async (_, baked) => {
    expect(await codeOf(png(baked))).toEqual(['https://issuer.example.org/a']);
  });

  it('unpacks no more than 4 MB of texts, blanks among them', async () => {
    const blanks = packed('openbadges', ' '.repeat(1_900_000));
    expect(await codeOf(png(blanks, blanks))).toBe('image-not-baked');
    expect(await codeOf(png(blanks, blanks, blanks))).toBe('inflated-too-large');
  });

  it('unpacks no more than eight texts under our keywords', async () => {
    const same = Array.from({ length: 8 }, () => packed('openbadges', 'https://issuer.example.org/a'));
    expect(await codeOf(png(...same))).toEqual(['https://issuer.example.org/a']);
    expect(await codeOf(png(...same, packed('openbadges', '')))).toBe('baked-twice');
  });

  it('reads UTF-8 that a baker put into tEXt, and Latin-1 where it is Latin-1', async () => {
    expect(await codeOf(png(text('openbadges', '{"name":"Müller"}', 'utf8')))).toEqual(['{"name":"Müller"}']);
    expect(await codeOf(png(text('openbadges', '{"name":"Müller"}', 'latin1')))).toEqual([
      '{"name":"Müller"}',
    ]);
  });

  it('gives an OB 2 and an OB 3 badge of one image both', async () => {
    expect(await codeOf(png(text('openbadges', 'old'), international('openbadgecredential', 'new')))).toEqual(
      ['old', 'new'],
    );
  });

  it('refuses two different texts under one keyword, and takes the same one twice', async () => {
    const [one, other] = [international('openbadges', 'one'), international('openbadges', 'other')];
    expect(await codeOf(png(one, other))).toBe('baked-twice');
    expect(await codeOf(png(one, one))).toEqual(['one']);
    expect(await codeOf(png(one, text('openbadges', ' '), one))).toEqual(['one']);
  });

  it('finds nothing under other keywords, in other chunks, or after the end', async () => {
    const baked = international('openbadges', 'one');
    const decoys = [
      text('Comment', 'openbadges'),
      text('openbadges2', 'x'),
      chunk('eXIf', utf8('openbadges\0x')),
    ];
    expect(await codeOf(png(...decoys))).toBe('image-not-baked');
    expect(await codeOf(png(international('openbadges', ' \n')))).toBe('image-not-baked');
    expect(await codeOf(new Uint8Array(Buffer.concat([png(), baked])))).toBe('image-not-baked');
  });

  it('says of a bomb that it is one', async () => {
    const bomb = international('openbadges', ' '.repeat(3 * 1024 * 1024), { compressed: true });
    expect(await codeOf(png(bomb))).toBe('inflated-too-large');
  });

  it('refuses damaged compression and text that is none', async () => {
    const broken = chunk('zTXt', Buffer.concat([Buffer.from('openbadges\0\0'), utf8('garbage')]));
    expect(await codeOf(png(broken))).toBe('encoding-malformed');
    const latin = chunk(
      'iTXt',
      Buffer.concat([Buffer.from('openbadges\0\0\0\0\0'), Buffer.from([0x4d, 0xfc])]),
    );
    expect(await codeOf(png(latin))).toBe('text-not-unicode');
  });

  it('refuses a file that ends too soon, wherever it ends', async () => {
    const whole = png(international('openbadges', 'one'));
    for (let length = 0; length < whole.length; length++)
      expect(await codeOf(whole.subarray(0, length))).toBe('png-malformed');
  });

  it('never throws and never hangs, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.nat(200), async (noise, at) => {
        const bytes = Buffer.from(png(international('openbadges', 'one')));
        bytes.set(noise.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));
        await readBakedPng(bytes);
        await readBakedPng(Uint8Array.from([...SIGNATURE, ...noise]));
      }),
    );
  });
});

describe('readBakedSvg', () => {
  const OB3 = 'https://purl.imsglobal.org/ob/v3p0';
  const svg = (inner: string, before = '') =>
    `<?xml version="1.0"?>${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:ob="${OB3}" xmlns:old="http://openbadges.org"><title>a &amp; b</title>${inner}<path d="M0 0"/></svg>`;
  const read = (document: string) => {
    const result = readBakedSvg(document);
    return result.ok ? result.value : result.problem.code;
  };

  it.each([
    ['CDATA', '<ob:credential><![CDATA[{"a":"<&>"}]]></ob:credential>', '{"a":"<&>"}'],
    ['escaped text', '<ob:credential>{"a":"&lt;&#38;&#x3e;&quot;"}</ob:credential>', '{"a":"<&>""}'],
    ['a signed one', '<ob:credential verify="e30.e30.c2ln"></ob:credential>', 'e30.e30.c2ln'],
    ['an empty element', "<ob:credential verify='e30.e30.c2ln'/>", 'e30.e30.c2ln'],
    ['OB 2', '<old:assertion verify="https://x.example"><![CDATA[{"id":1}]]></old:assertion>', '{"id":1}'],
    [
      'OB 2 by address',
      '<old:assertion verify="https://x.example/?a=1&amp;b=2"/>',
      'https://x.example/?a=1&b=2',
    ],
    ['a namespace of its own', `<g><x:credential xmlns:x="${OB3}">{}</x:credential></g>`, '{}'],
    ['the default namespace', `<g><credential xmlns="${OB3}">{}</credential></g>`, '{}'],
    [
      'a signature over a body beside it',
      '<ob:credential verify="e30.e30.c2ln">{"forged":1}</ob:credential>',
      'e30.e30.c2ln',
    ],
  ])('reads %s', (_, inner, content) => {
    expect(read(svg(inner))).toEqual([content]);
  });

  it.each([
    ['another namespace', '<x:credential xmlns:x="https://evil.example">{}</x:credential>'],
    ['a rebound prefix', '<g xmlns:ob="urn:other"><ob:credential>{}</ob:credential></g>'],
    ['no namespace', '<credential>{}</credential>'],
    ['a comment', '<!-- <ob:credential>{}</ob:credential> -->'],
    ['a CDATA section elsewhere', '<style><![CDATA[<ob:credential>{}</ob:credential>]]></style>'],
    ['an attribute', '<g data-x="&lt;ob:credential>{}"/>'],
    ['an element without content', '<ob:credential> </ob:credential>'],
  ])('finds nothing in %s', (_, inner) => {
    expect(read(svg(inner))).toBe('image-not-baked');
  });

  it('expands no entity of the document, and fetches none', () => {
    const doctype =
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd"><!-- don\'t --><!ENTITY l "lol">]>';
    expect(read(svg('<ob:credential>&x;&l;</ob:credential>', doctype))).toBe('svg-malformed');
    expect(read(svg('<text>&l;</text><ob:credential>{}</ob:credential>', doctype))).toEqual(['{}']);
  });

  it.each([
    ['nothing', ''],
    ['no markup', 'hello'],
    ['an unclosed element', '<svg>'],
    ['crossed elements', '<svg><a></svg></a>'],
    ['too many ends', '<svg></svg></svg>'],
    ['an unfinished tag', '<svg'],
    ['an unfinished comment', '<svg><!-- </svg>'],
    ['a reference to half a character', svg('<ob:credential>&#xd800;</ob:credential>')],
  ])('calls %s malformed', (_, document) => {
    expect(read(document)).toBe('svg-malformed');
  });

  it('refuses two badges that differ', () => {
    expect(read(svg('<ob:credential>{"a":1}</ob:credential><ob:credential>{}</ob:credential>'))).toBe(
      'baked-twice',
    );
    const empty = '<ob:credential></ob:credential>';
    expect(read(svg(`${empty}<ob:credential>{}</ob:credential>${empty}`))).toEqual(['{}']);
  });

  it('takes time in proportion to length, whatever the text', () => {
    for (const piece of ['<', '<a ', '<a b="', '<!--', '<![CDATA[', '&', '<a b=""', "<!DOCTYPE a ['", ' '])
      read(`<svg>${piece.repeat(100_000)}`);
    fc.assert(fc.property(fc.string(), (noise) => void readBakedSvg(`<svg>${noise}</svg>`)));
  });

  it('reads the comments of a document type in one way only: fifty of them are not 2⁵⁰ ways', () => {
    expect(read(`<!DOCTYPE svg [${'<!---->'.repeat(50)}`)).toBe('svg-malformed');
    expect(read(svg('<ob:credential>{}</ob:credential>', '<!DOCTYPE svg [<!-- - ] -- a --->]>'))).toEqual([
      '{}',
    ]);
  });

  it('adds up what the chunks of an image inflate to', async () => {
    const bomb = packed('openbadges', 'a'.repeat(1_500_000));
    expect(await readBakedPng(png(...Array.from({ length: 900 }, () => bomb)))).toMatchObject({
      problem: { code: 'inflated-too-large' },
    });
  });

  it('keeps no namespaces for a hundred thousand elements within elements', () => {
    const tower = Array.from({ length: 100_000 }, (_, index) => `<g xmlns:n${index}="n">`).join('');
    expect(read(`<svg>${tower}`)).toBe('svg-malformed');
  });
});
