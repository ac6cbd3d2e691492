/** What may stand in a badge, in every spelling that programs give it. */

/** Texts that a reader could take for something else, and characters that a canonical form could write in two ways. */
export const TEXTS: readonly string[] = [
  '',
  ' ',
  'plain',
  'null',
  '1.50',
  'e\u0301 é ﬁ İ ſ',
  '😀 👩‍👩‍👧 \u{10ffff}',
  'line\u2028paragraph\u2029',
  'tab\tnew\nline\r"quote"\\back',
  '\u0000\u001f\u007f\u009f',
  '\ufeffmark \ufffe',
  '\u202eمرحبا',
  '<b>&amp;</b>',
  '"x"@en',
  '_:c14n0',
  '@type',
  'https://a.example/x',
  'constructor',
  'a'.repeat(2_000),
];

export const IRIS: readonly string[] = [
  'https://a.example/1',
  'https://a.example:8443/p?q=1&r=%20#f',
  "https://a.example/it's(1)*!$,;=@//../x/./",
  'https://a.example/c:d?#',
  'https://bücher.example/ü?ö=ä#ß',
  'https://a.example/😀',
  'https://[2001:db8::1]/x',
  'HTTPS://A.example/Upper',
  'http://a.example',
  'urn:uuid:6a5a3b6c-3c3f-4a56-9a3c-0d4a8f7b1c2d',
  'urn:isbn:9783161484100',
  'did:example:ann#key',
  'mailto:ann@example.com',
  'tag:a.example,2026:x',
  'data:text/plain,hello%20there',
  'x-own.scheme+1:abc',
];

export const DATES: readonly string[] = [
  '2026-01-15T00:00:00Z',
  '2026-01-15T00:00:00.000Z',
  '2026-01-15T00:00:00.123456789Z',
  '2026-01-15T01:30:00+05:30',
  '2025-12-31T23:59:59-08:00',
  '2026-01-15T00:00:00-00:00',
  '1969-12-31T23:59:59.999Z',
];

export const NUMBERS: readonly number[] = [
  0, -0, 1, -1, 1.5, 0.1, 1e20, 1e21, 1e-7, 123_456.789, 9_007_199_254_740_991, 5e-324, 1e300, -1.25e-3,
];

const LANGUAGES: readonly string[] = ['en', 'de-CH', 'EN', 'zh-Hant-TW'];

/** A text with its language or its direction (VCDM 2.0 §11.1). */
export const inLanguage = (text: string, at: number): Record<string, string> => ({
  '@value': text,
  ...(at % 3 > 0 && { '@language': LANGUAGES[at % LANGUAGES.length] ?? 'en' }),
  ...(at % 4 === 0 && { '@direction': 'rtl' }),
});

interface OwnWords {
  readonly context: Readonly<Record<string, unknown>>;
  /** Members that are written with them. */
  readonly members: Readonly<Record<string, unknown>>;
}

const OWN = 'https://own.example/terms#';

/** Contexts of an issuer's own, each with every form that its words may have. */
export const OWN_WORDS: readonly OwnWords[] = [
  { context: { '@language': 'en' }, members: {} },
  { context: { '@vocab': OWN }, members: { anything: ['x', 1, true, null], deep: { further: 2.5 } } },
  { context: { own: OWN }, members: { 'own:free': [true, false, 1, 1.5, -0, 1e21, 'text', 'text'] } },
  {
    context: { score: { '@id': `${OWN}score`, '@type': 'http://www.w3.org/2001/XMLSchema#decimal' } },
    members: { score: ['7.5', 7.5, 7] },
  },
  {
    context: { title: { '@id': `${OWN}title`, '@container': '@language' } },
    members: { title: { en: 'Title', 'de-CH': ['Titel', 'Zweiter'], '@none': 'x', fr: null } },
  },
  {
    context: { steps: { '@id': `${OWN}steps`, '@container': '@list' } },
    members: { steps: ['one', 'one', { '@value': 'drei', '@language': 'DE' }, 1.5] },
  },
  { context: { none: { '@id': `${OWN}none`, '@container': '@list' } }, members: { none: [] } },
  {
    context: { many: { '@id': `${OWN}many`, '@container': '@set' } },
    members: { many: ['a', 'b', 'a'] },
  },
  {
    context: { link: { '@id': `${OWN}link`, '@type': '@id' } },
    members: { link: ['urn:x:1', 'urn:x:1', { id: 'urn:x:2', name: 'Named' }] },
  },
  {
    context: { seen: { '@id': `${OWN}seen`, '@type': '@vocab' } },
    members: { seen: ['VerifiableCredential', 'https://a.example/s'] },
  },
  {
    context: { raw: { '@id': `${OWN}raw`, '@type': '@json' } },
    members: { raw: { b: [1, { c: null }, 1e21, -0], '\u2028': 'é', a: '😀' } },
  },
  { context: { nothing: { '@id': `${OWN}nothing`, '@type': '@json' } }, members: { nothing: null } },
  {
    context: { part: { '@id': `${OWN}part`, '@context': { inner: `${OWN}inner` } } },
    members: { part: { inner: 'x', type: `${OWN}Part` } },
  },
  { context: { byName: { '@id': `${OWN}by`, '@container': '@index' } }, members: { byName: { a: '1' } } },
  { context: { graph: { '@id': `${OWN}graph`, '@container': '@graph' } }, members: { graph: { type: OWN } } },
  { context: { back: { '@reverse': `${OWN}back` } }, members: { back: { id: 'urn:x:3' } } },
];
