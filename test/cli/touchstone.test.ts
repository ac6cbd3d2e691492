import { createSign, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../src/cli/exit-code.ts';
import { fail, succeed } from '../../src/result.ts';
import { assertion, badgeClass, hashedIdentifier, issuerProfile, ob3 } from '../build/badge.ts';
import { createJwtIssuer } from '../build/jwt-issuer.ts';
import { createSigner } from '../build/signer.ts';
import { type Machine, NOW, run } from './machine.ts';

const HOST = 'https://badges.example.org';
const course = { id: `${HOST}/class`, name: 'Glazing', description: 'd', criteria: 'Glaze a window.' };
const signer = await createSigner('eddsa-rdfc-2022');
const award = (more = {}) =>
  ob3({
    id: 'urn:uuid:6a2f62a4-6f6c-4c1e-9b0c-0f8f0a7e4b11',
    issuer: { id: signer.controller, name: 'Guild of Glaziers' },
    course,
    subject: { identifier: [hashedIdentifier('ada@example.org', 'salt')] },
    from: '2026-01-01T00:00:00Z',
    ...more,
  });
const signed = JSON.stringify(await signer.sign(award(), new Date('2026-02-01T00:00:00Z')));
const lapsed = JSON.stringify(
  await signer.sign(award({ until: '2026-03-01T00:00:00Z' }), new Date('2026-02-01T00:00:00Z')),
);

const hosted = JSON.stringify(
  assertion({
    id: `${HOST}/1`,
    badge: `${HOST}/class`,
    email: 'ada@example.org',
    from: '2026-01-01T00:00:00Z',
  }),
);
const hostedWorld = {
  '/w/1.json': hosted,
  '/w/class.json': JSON.stringify(badgeClass(course, `${HOST}/issuer`)),
  '/w/issuer.json': JSON.stringify(issuerProfile(`${HOST}/issuer`, 'Guild of Glaziers')),
};
const listed = {
  [`${HOST}/1`]: { file: '1.json' },
  [`${HOST}/class`]: { file: 'class.json' },
  [`${HOST}/issuer`]: { file: '/w/issuer.json' },
};
const closed = (documents: object, files: Machine['files'] = {}): Machine => ({
  files: { ...hostedWorld, '/w/documents.json': JSON.stringify(documents), ...files },
});
const WORLD = ['--documents', '/w/documents.json'];
const json = async (argv: readonly string[], machine: Machine) => {
  const told = await run([...argv, '--json'], machine);
  return { ...told, json: JSON.parse(told.out || 'null') };
};

describe('exit codes', () => {
  it.each([
    [['signature-verified', 'issuer-confirmed'], 0],
    [['signature-verified', 'page-only'], 2],
    [['unreachable', 'failed', 'issuer-confirmed'], 1],
    [['revoked'], 1],
    [['expired'], 1],
    [['holder-mismatch', 'not-checked'], 1],
    [['not-checked'], 2],
    [[], 2],
  ] as const)('of %j is %i', (statuses, code) => {
    expect(exitCodeOf(statuses)).toBe(code);
  });
});

describe('usage', () => {
  it('prints help and version', async () => {
    expect(await run(['--help'])).toMatchObject({
      exit: 0,
      out: expect.stringContaining('--documents <file>'),
    });
    expect(await run(['verify', 'x', '-h'])).toMatchObject({ exit: 0 });
    expect(await run(['--version'])).toMatchObject({ exit: 0, out: 'touchstone 1.2.3\n' });
  });

  it.each([
    [[], 'no command'],
    [['check', 'x'], 'unknown command: check'],
    [['verify'], 'nothing to look at'],
    [['inspect', 'a', 'b', '--base', 'https://a.example'], '--base: says where one page'],
    [['verify', '/no/such'], 'cannot read /no/such'],
    [['verify', 'badges.example/1'], 'a link begins with https://'],
    [['inspect', '/no/such.html'], 'cannot read'],
    [['verify', 'x', '--colour'], '--colour'],
    [['verify', 'x', '--at'], '--at'],
    [['verify', 'x', '--at', 'yesterday'], '--at'],
    [['verify', 'x', '--at', '2026-02-30T00:00:00Z'], '--at'],
    [['verify', 'x', '--at', '2026-02-03T00:00:00'], '--at'],
    [['verify', 'x', '--base', 'home'], '--base'],
    [['verify', 'x', '--report', 'r.pdf'], '--report'],
    [['verify', 'x', '--email', 'Ada Lovelace'], '--email: not an e-mail address'],
    [['verify', 'x', '--email', 'Ada <ada@example.org>'], '--email: not an e-mail address'],
    [['verify', 'x', '--email', 'a@example.org', '--email', 'b@example.org'], '--email: is given twice'],
    [['verify', 'x', '--report', './r/../x.json', '--trust', 'x.json'], 'would be written over'],
    [['verify', 'x.csv', '--report', 'x.csv'], 'would be written over x.csv, which is read'],
    [['verify', 'x', '--documents', '/no/such'], '--documents: cannot read'],
    [['verify', 'x', '--trust', '/no/such'], '--trust: cannot read'],
  ])('%j is 64 and says why', async (argv, why) => {
    const told = await run(argv, { files: { x: signed } });
    expect(told).toMatchObject({ exit: 64, out: '', err: expect.stringContaining(why) });
    expect(told.err).toContain('usage: touchstone');
  });

  it.each([
    ['[]', 'not an object'],
    ['{"a":', 'json-malformed'],
    ['{"not a url": {"file": "1.json"}}', 'not a url'],
    ['{"https://a.example.org/": {"fil": "1.json"}}', 'a.example.org'],
    ['{"https://a.example.org/": {"file": "1.json", "status": "200"}}', 'a.example.org'],
    ['{"https://a.example.org/": {"file": "gone.json"}}', '/w/gone.json'],
    ['{"https://a.example.org/": {"file": "1.json", "headers": {"a b": "c"}}}', 'a.example.org'],
    ['{"https://a.example.org/": 1, "https://a.example.org/": 2}', 'json-duplicate-name'],
  ])('a --documents file %s is 64', async (text, why) => {
    const files = { ...hostedWorld, x: signed, '/w/documents.json': text };
    expect(await run(['verify', 'x', ...WORLD], { files })).toMatchObject({
      exit: 64,
      err: expect.stringContaining(why),
    });
  });

  it('a report that cannot be written is 70, and the outcomes are printed all the same; a bug is 70', async () => {
    const files = { x: signed };
    const [plain, told] = await Promise.all([
      run(['verify', 'x'], { files }),
      run(['verify', 'x', '--report', '/nowhere/r.csv'], { files }),
    ]);
    expect(told).toMatchObject({ exit: 70, err: 'touchstone: --report: cannot write /nowhere/r.csv\n' });
    expect(told.out).toBe(plain.out);
    const terminal = {
      colours: false,
      get columns(): number {
        throw new Error('bug');
      },
    };
    const bug = { files: { x: signed }, terminal };
    expect(await run(['verify', 'x'], bug)).toMatchObject({
      exit: 70,
      err: expect.stringContaining('internal'),
    });
  });
});

describe('verify --json', () => {
  it('gives a signed badge in the form of the contract', async () => {
    const { exit, json: told } = await json(['verify', 'badge.json', '--at', NOW], {
      files: { 'badge.json': signed },
    });
    expect(exit).toBe(0);
    expect(told).toMatchObject({
      schema: 'touchstone/1',
      at: NOW,
      page: null,
      items: [
        {
          link: null,
          provider: null,
          claim: null,
          status: 'signature-verified',
          standing: 'unrecognised',
          issuer: { id: signer.controller, name: 'Guild of Glaziers', rung: 'bound', domain: null },
          holder: { state: 'not-checkable' },
          credential: {
            format: 'ob3',
            securing: 'embedded',
            validFrom: '2026-01-01T00:00:00Z',
            validUntil: null,
            achievements: [
              {
                name: 'Glazing',
                criteria: { narrative: 'Glaze a window.' },
                skills: [],
                evidence: [],
                results: [],
              },
            ],
          },
          contacted: [],
        },
      ],
    });
    expect(told.items[0].checks.map(({ id }: { id: string }) => id)).toEqual([
      ...['conformance', 'proof', 'key-binding', 'refresh', 'revocation', 'validity-period'],
      ...['issuer-trust', 'holder', 'endorsements', 'page-claim'],
    ]);
    for (const check of told.items[0].checks)
      expect(Object.keys(check)).toEqual(expect.arrayContaining(['id', 'state', 'code', 'at', 'facts']));
  });

  it('reads standard input', async () => {
    const { exit, json: told } = await json(['verify', '-'], { input: signed });
    expect([exit, told.items[0].status]).toEqual([0, 'signature-verified']);
  });

  it('reads a pipe that has a path', async () => {
    const { exit, json: told } = await json(['verify', '/dev/fd/63'], { pipes: { '/dev/fd/63': signed } });
    expect([exit, told.items[0].status]).toEqual([0, 'signature-verified']);
  });

  it('judges as of --at', async () => {
    const machine = { files: { x: lapsed } };
    const [then, now] = [
      await json(['verify', 'x', '--at', '2026-02-15'], machine),
      await json(['verify', 'x'], machine),
    ];
    expect([then.exit, then.json.items[0].status]).toEqual([0, 'signature-verified']);
    expect([now.exit, now.json.items[0].status, now.json.at]).toEqual([1, 'expired', NOW]);
  });

  it('a changed letter is failed, and 1', async () => {
    const forged = signed.replace('"name":"Glazing"', '"name":"Gilding"');
    const { exit, json: told } = await json(['verify', 'x'], { files: { x: forged } });
    expect([exit, told.items[0].status, told.items[0].reason]).toEqual([1, 'failed', 'signature-invalid']);
  });

  it.each([
    ['ada@example.org', 'matched', 0],
    ['eve@example.org', 'mismatch', 1],
  ])('compares the holder with %s: %s', async (email, state, exit) => {
    const told = await json(['verify', 'x', '--email', email], { files: { x: signed } });
    expect([told.json.items[0].holder.state, told.exit]).toEqual([state, exit]);
    expect(told.out).not.toContain(email);
  });

  it.each([
    ['a photo of a phone', [0, 0, 0, 24, ...Buffer.from('ftypheic'), 0xff, 0x80]],
    ['a packed file', [0x1f, 0x8b, 8, 0, 0, 0, 0, 0]],
    ['a page in Latin-1', [...Buffer.from('<p>caf'), 0xe9, ...Buffer.from('</p>')]],
  ])('accuses nobody of %s, which may never have been a badge', async (_, bytes) => {
    const told = await run(['verify', 'x', '--json'], { files: { x: Uint8Array.from(bytes) } });
    expect(told.exit).toBe(2);
    const items = [{ status: 'not-checked', reason: 'unknown-format' }];
    expect(JSON.parse(told.out)).toMatchObject({ items });
  });

  it('reads the token that a page carries in a script of its own type', async () => {
    const token = await (await createJwtIssuer()).badge();
    const x = `<!doctype html><script type="application/vc+jwt">\n${token}\n</script>`;
    const told = await run(['verify', 'x', '--json', '--at', NOW], { files: { x } });
    expect(JSON.parse(told.out)).toMatchObject({ items: [{ status: 'signature-verified' }] });
  });

  it('recognises issuers of --trust by id, never by name', async () => {
    const trust = (id: string) => ({
      files: { x: signed, t: JSON.stringify([{ id, name: 'Guild of Glaziers' }]) },
    });
    const known = await json(['verify', 'x', '--trust', 't'], trust(signer.controller));
    const other = await json(['verify', 'x', '--trust', 't'], trust('https://guild.example.org'));
    expect([known.json.items[0].standing, known.json.items[0].issuer.rung]).toEqual([
      'verified',
      'recognised',
    ]);
    expect(other.json.items[0].standing).toBe('unrecognised');
    expect((await run(['verify', 'x', '--trust', 't'], trust('Guild of Glaziers'))).exit).toBe(64);
  });

  it('asks a federation of --trust, by the key that the file pins for its anchor', async () => {
    const anchor = 'https://registry.anchor.example';
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const statement = (sub: string, federation_entity: object): string => {
      const now = Date.parse(NOW) / 1000;
      const parts = [
        { alg: 'ES256', typ: 'entity-statement+jwt' },
        { iss: anchor, sub, iat: now - 3_600, exp: now + 3_600, metadata: { federation_entity } },
      ];
      const input = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
      const made = createSign('sha256')
        .update(input)
        .sign({ key: pair.privateKey, dsaEncoding: 'ieee-p1363' });
      return `${input}.${made.toString('base64url')}`;
    };
    const fetched = `${anchor}/fetch?sub=${encodeURIComponent(signer.controller)}`;
    const asked = ['verify', 'x', '--trust', 't', '--documents', '/w/d'];
    const machine = (keys: readonly object[]) => ({
      files: {
        x: signed,
        t: JSON.stringify([{ federation: anchor, name: 'Example Federation', jwks: { keys } }]),
        '/w/d': JSON.stringify({
          [`${anchor}/.well-known/openid-federation`]: { file: 'own' },
          [fetched]: { file: 'about' },
        }),
        '/w/own': statement(anchor, { federation_fetch_endpoint: `${anchor}/fetch` }),
        '/w/about': statement(signer.controller, { organization_name: 'Guild of Glaziers' }),
      },
    });
    const known = await json(asked, machine([pair.publicKey.export({ format: 'jwk' })]));
    expect(known.json.items[0].standing).toBe('verified');
    expect(known.json.items[0].contacted.map(({ url }: { url: string }) => url)).toContain(fetched);
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
    expect((await json(asked, machine([stranger]))).json.items[0].standing).toBe('unrecognised');
    // Without a key nothing could be held against it.
    expect((await run(asked, machine([]))).exit).toBe(64);
  });

  it('escapes what a terminal would obey', async () => {
    const { out } = await json(['verify', 'x'], {
      files: { x: signed.replace('"Guild', '"\u009b31m\u202eGuild') },
    });
    expect(out).toContain('\\u009b31m\\u202eGuild');
    expect(out).not.toMatch(/[\u0080-\u009f\u202e]/);
  });
});

describe('a closed world', () => {
  it('answers for the issuer, and says who was asked', async () => {
    const { exit, json: told } = await json(['verify', '/w/1.json', ...WORLD], closed(listed));
    expect([exit, told.items[0].status]).toEqual([0, 'issuer-confirmed']);
    expect(
      told.items[0].contacted.map((each: { url: string; outcome: string }) => [each.url, each.outcome]),
    ).toEqual(
      expect.arrayContaining([
        [`${HOST}/1`, '200'],
        [`${HOST}/class`, '200'],
        [`${HOST}/issuer`, '200'],
      ]),
    );
  });

  it('verifies an address as it verifies a file', async () => {
    const { exit, json: told } = await json(['verify', `${HOST}/1`, ...WORLD], closed(listed));
    expect([exit, told.items[0].status, told.items[0].link]).toEqual([0, 'issuer-confirmed', `${HOST}/1`]);
  });

  it.each([
    ['nothing is listed', {}, 2, 'unreachable', 'not-in-documents'],
    [
      'the record is gone',
      { ...listed, [`${HOST}/1`]: { file: '1.json', status: 410 } },
      1,
      'revoked',
      'record-gone',
    ],
    ['a time-out', { ...listed, [`${HOST}/1`]: { error: 'timeout' } }, 2, 'unreachable', 'timeout'],
    [
      'a word that is no code',
      { ...listed, [`${HOST}/1`]: { error: 'ECONNRESET' } },
      2,
      'unreachable',
      'network-failed',
    ],
    [
      'a code that is no trouble of a network',
      { ...listed, [`${HOST}/1`]: { error: 'signature-invalid' } },
      2,
      'unreachable',
      'network-failed',
    ],
    [
      'a busy server',
      { ...listed, [`${HOST}/1`]: { file: '1.json', status: 503 } },
      2,
      'unreachable',
      'server-error',
    ],
    [
      'a circle',
      { ...listed, [`${HOST}/1`]: { redirect: `${HOST}/2` }, [`${HOST}/2`]: { redirect: `${HOST}/1` } },
      2,
      'unreachable',
      'redirect-loop',
    ],
    [
      'a way inside',
      { ...listed, [`${HOST}/1`]: { redirect: 'https://127.0.0.1/' } },
      2,
      'unreachable',
      'redirected-to-private-host',
    ],
    [
      'a listed way inside',
      { [`${HOST}/1`]: { redirect: 'https://localhost/' }, 'https://localhost/': { file: '1.json' } },
      2,
      'unreachable',
      'redirected-to-private-host',
    ],
    [
      'a way down',
      {
        [`${HOST}/1`]: { redirect: 'http://badges.example.org/1' },
        'http://badges.example.org/1': { file: '1.json' },
      },
      2,
      'unreachable',
      'redirected-to-http',
    ],
  ])('%s', async (_, documents, exit, status, reason) => {
    const told = await json(['verify', '/w/1.json', ...WORLD], closed(documents));
    expect([told.exit, told.json.items[0].status, told.json.items[0].reason]).toEqual([exit, status, reason]);
  });

  it('answers a listed http address, and asks no other', async () => {
    const old = hosted.replaceAll(HOST, 'http://old.example.org');
    const files = {
      '/w/old.json': old,
      '/w/oldclass.json': hostedWorld['/w/class.json'].replaceAll(HOST, 'http://old.example.org'),
      '/w/oldissuer.json': hostedWorld['/w/issuer.json'].replaceAll(HOST, 'http://old.example.org'),
    };
    const documents = {
      'http://old.example.org/1': { file: 'old.json' },
      'http://old.example.org/class': { file: 'oldclass.json' },
      'http://old.example.org/issuer': { file: 'oldissuer.json' },
    };
    const both = [closed(documents, files), closed({}, files)];
    const told = await Promise.all(both.map((machine) => json(['verify', '/w/old.json', ...WORLD], machine)));
    const contacted = told.map((each) => each.json.items[0].contacted.map(({ url }: { url: string }) => url));
    expect(contacted[0]).toContain('http://old.example.org/1');
    expect(told[0]?.json.items[0].checks[1]).toMatchObject({ id: 'proof', code: null });
    expect(contacted[1].filter((url: string) => url.startsWith('http:'))).toEqual([]);
    expect(told[1]?.exit).toBe(2);
  });

  it('names the contexts that it vouched for, and no bundled ones', async () => {
    const context = 'https://contexts.example.org/glazing/v1';
    const unsigned = award({
      more: { glass: 'float', '@context': [...(award()['@context'] as string[]), context] },
    });
    const definitions = { '@context': { glass: 'https://contexts.example.org/glazing#glass' } };
    const proofless = JSON.stringify({ ...unsigned, proof: JSON.parse(signed).proof });
    const machine = closed(
      { [context]: { file: 'context.json' } },
      { x: proofless, '/w/context.json': JSON.stringify(definitions) },
    );
    const { json: told } = await json(['verify', 'x', ...WORLD], machine);
    expect([told.contexts, told.items[0].status]).toEqual([[context], 'failed']);
    expect((await run(['verify', 'x', ...WORLD], machine)).out).toContain(context);
  });

  it('with a context that is none leaves open what rests on it, and blames no record', async () => {
    const context = 'https://contexts.example.org/glazing/v1';
    const record = { ...JSON.parse(signed), '@context': [...(award()['@context'] as string[]), context] };
    const machine = closed(
      { [context]: { file: 'context.json' } },
      { x: JSON.stringify(record), '/w/context.json': '<!doctype html>' },
    );
    const { exit, json: told } = await json(['verify', 'x', ...WORLD], machine);
    expect([exit, told.items[0].status, told.items[0].reason]).toEqual([2, 'not-checked', 'context-unknown']);
  });
});

describe('the open network', () => {
  it('is asked through the guard, which refuses inner hosts', async () => {
    const asked: string[] = [];
    const transport = {
      hops: 'visible' as const,
      get: async ({ url }: { url: string }) => {
        asked.push(url);
        return url === `${HOST}/badge.json`
          ? succeed({ url, status: 200, headers: new Headers(), body: new Blob([signed]).stream() })
          : fail('dns-failed');
      },
    };
    const outer = await json(['verify', `${HOST}/badge.json`], { transport });
    const inner = await json(['verify', 'https://10.0.0.1/badge.json'], { transport });
    expect([outer.json.items[0].status, inner.json.items[0].reason]).toEqual([
      'signature-verified',
      'private-host',
    ]);
    expect(asked).toEqual([`${HOST}/badge.json`]);
  });
});

describe('a short link that is typed', () => {
  const SHORT = 'https://bit.ly/3GlassBadge';
  /** Answers with these; every other address has no name. Writes down what was asked. */
  const open = (answers: Readonly<Record<string, { to?: string; body?: string }>>) => {
    const asked: string[] = [];
    const get = async ({ url }: { url: string }) => {
      asked.push(url);
      const answer = answers[url];
      if (!answer) return fail('dns-failed');
      const headers = new Headers(answer.to === undefined ? {} : { location: answer.to });
      const body = answer.body === undefined ? null : new Blob([answer.body]).stream();
      return succeed({ url, status: answer.to === undefined ? 200 : 302, headers, body });
    };
    return { asked, machine: { transport: { hops: 'visible' as const, get } } };
  };

  it.each(['verify', 'inspect'])('is followed by %s to the record that it leads to', async (command) => {
    const { machine } = open({
      [SHORT]: { to: `${HOST}/badge.json` },
      [`${HOST}/badge.json`]: { body: signed },
    });
    const { json: told, exit } = await json([command, SHORT], machine);
    expect(told.items).toMatchObject([{ link: SHORT, status: 'signature-verified' }]);
    expect(exit).toBe(0);
  });

  it('of a platform is followed to that platform’s own record, which is what is asked then', async () => {
    const id = '00000000-1111-4222-8333-444444444444';
    const { asked, machine } = open({
      'https://www.credly.com/go/Ab0Cd1Ef': { to: `https://www.credly.com/badges/${id}` },
      [`https://www.credly.com/badges/${id}`]: { body: '<!doctype html><title>Badge</title>' },
    });
    const { json: told } = await json(['verify', 'https://www.credly.com/go/Ab0Cd1Ef'], machine);
    expect(told.items[0].reason).not.toBe('short-link');
    expect(asked.some((url) => url.includes(id) && url !== `https://www.credly.com/badges/${id}`)).toBe(true);
  });

  it('of LinkedIn leads where its warning says, and no other page says where', async () => {
    const id = '00000000-1111-4222-8333-444444444444';
    const warning = `<!doctype html><p>Leaving</p><a data-tracking-control-name="external_url_click" href="https://www.credly.com/badges/${id}">https://www.credly.com/…</a>`;
    const { asked, machine } = open({
      'https://lnkd.in/warns': { body: warning },
      [SHORT]: { body: warning },
      'https://bit.ly/again': { to: 'https://lnkd.in/warns' },
    });
    const reasonOf = async (link: string) => (await json(['verify', link], machine)).json.items[0].reason;
    expect(await reasonOf(SHORT)).toBe('short-link-leads-nowhere');
    expect(await reasonOf('https://bit.ly/again')).toBe('short-link-leads-nowhere');
    expect(asked.filter((url) => url.includes(id))).toEqual([]);
    await reasonOf('https://lnkd.in/warns');
    expect(asked.filter((url) => url.includes(id))).not.toEqual([]);
  });

  it('is followed once, and never to an inner host', async () => {
    const { asked, machine } = open({
      [SHORT]: { to: 'https://10.0.0.1/badge.json' },
      'https://bit.ly/again': { to: 'https://lnkd.in/other' },
      'https://lnkd.in/other': { body: '<!doctype html><p>Leaving' },
    });
    const reasons = [];
    for (const link of [SHORT, 'https://bit.ly/again'])
      reasons.push((await json(['verify', link], machine)).json.items[0].reason);
    expect(reasons).toEqual(['redirected-to-private-host', 'short-link-leads-nowhere']);
    expect(asked.filter((url) => url.includes('10.0.0.1'))).toEqual([]);
  });

  it('on a page that is inspected is not followed', async () => {
    const { asked, machine } = open({});
    const page = '<!doctype html><h2>Badges</h2><a href="https://www.credly.com/go/Ab0Cd1Ef">Badge</a>';
    const { json: told } = await json(['inspect', '/w/page.html'], {
      ...machine,
      files: { '/w/page.html': page },
    });
    expect(told.items).toMatchObject([{ status: 'not-checked', reason: 'short-link' }]);
    expect(asked).toEqual([]);
  });
});

describe('inspect', () => {
  const page = `<!doctype html><html><head><title>Ada</title></head><body>
    <h2>Certificates</h2><a href="/assertions/1.json">Glazing</a><a href="${HOST}/badge.json">Glass</a><a href="/about">About</a></body></html>`;
  const world = closed(
    {
      ...listed,
      [`${HOST}/assertions/1.json`]: { file: '1.json' },
      [`${HOST}/badge.json`]: { file: 'badge.json' },
    },
    { 'page.html': page, '/w/badge.json': signed },
  );

  it('finds every credential of a saved page, relative to --base', async () => {
    const { json: told } = await json(['inspect', 'page.html', '--base', `${HOST}/ada`, ...WORLD], world);
    expect(told.page).toEqual({ url: `${HOST}/ada`, title: 'Ada' });
    expect(told.items.map(({ link }: { link: string }) => link).sort()).toEqual([
      `${HOST}/assertions/1.json`,
      `${HOST}/badge.json`,
    ]);
    expect(told.items.find(({ link }: { link: string }) => link === `${HOST}/badge.json`)).toMatchObject({
      status: 'signature-verified',
      claim: { title: 'Glass' },
    });
  });

  it('inspects a page on the network, and a credential that is served instead of one', async () => {
    const documents = {
      [`${HOST}/ada`]: { file: 'ada.html' },
      [`${HOST}/badge.json`]: { file: 'badge.json' },
    };
    const machine = closed(documents, { '/w/ada.html': page, '/w/badge.json': signed });
    const [whole, alone] = await Promise.all(
      [`${HOST}/ada`, `${HOST}/badge.json`].map((url) => json(['inspect', url, ...WORLD], machine)),
    );
    expect(whole?.json).toMatchObject({ page: { url: `${HOST}/ada`, title: 'Ada' } });
    expect(whole?.json.items.some(({ status }: { status: string }) => status === 'signature-verified')).toBe(
      true,
    );
    expect(alone?.json.items).toMatchObject([{ status: 'signature-verified' }]);
  });

  it('looks at a file that is a credential, and no page with one, as verify does', async () => {
    const jwt = await createJwtIssuer().then((issuer) => issuer.badge());
    for (const content of [signed, `\n${signed}`, jwt, '{"hello": "world"}']) {
      const machine = closed({}, { file: content, page: '<p>Hello</p>' });
      const [verified, inspected] = [
        await json(['verify', 'file', ...WORLD], machine),
        await json(['inspect', 'file', ...WORLD], machine),
      ];
      expect(inspected).toEqual(verified);
      expect(inspected.json.items).toHaveLength(1);
    }
  });

  it('reads a page as a page, also where it begins with a bracket, and a credential in any encoding', async () => {
    const link = '<a href="https://www.credly.com/badges/00000000-0000-4000-8000-000000000001">Verify</a>';
    for (const page of [`[Ada] ${link}`, `{{ header }}<p>${link}`]) {
      const { items } = (await json(['inspect', 'page', ...WORLD], closed({}, { page }))).json;
      expect(items.map(({ provider }: { provider: unknown }) => provider)).toEqual(['credly']);
    }
    const file = Buffer.from(`\uFEFF${signed}`, 'utf16le');
    const { items } = (await json(['inspect', 'file', ...WORLD], closed({}, { file }))).json;
    expect(items).toMatchObject([{ status: 'signature-verified' }]);
  });

  it.each([
    ['null', 'null', 'no-credential-found'],
    ['a number', '42', 'no-credential-found'],
    ['a truth', 'true', 'no-credential-found'],
    ['a text', '"text"', 'no-credential-found'],
    ['an empty list', '[]', 'no-credential-found'],
    ['an empty object', '{}', 'no-credential-found'],
    ['other JSON', '{"hello": "world"}', 'no-credential-found'],
    ['a page', '<!doctype html><p>Hello</p>', 'no-credential-found'],
    ['words', 'certified baker', 'no-credential-found'],
    ['nothing', '', 'empty-document'],
    ['white space', ' \n', 'empty-document'],
  ])(
    'a file with %s is 2, with its reason: nothing was found, and nothing is false',
    async (_, content, reason) => {
      for (const name of content.startsWith('c') ? ['x'] : ['x.json', 'x']) {
        const told = await json(['verify', name, ...WORLD], closed({}, { [name]: content }));
        expect([told.exit, told.json.items]).toMatchObject([
          2,
          [{ status: 'not-checked', standing: 'inconclusive', reason }],
        ]);
        // What holds no credential is not counted as one that could not be checked.
        const { out } = await run(['verify', name, ...WORLD], closed({}, { [name]: content }));
        expect(out.split('\n')[0]).toBe('No credentials found');
      }
    },
  );

  it('an empty answer to a link is one that could not be checked', async () => {
    const link = 'https://x.example/badge.json';
    const answer = { file: '/w/nothing', status: 200, headers: { 'content-type': 'application/json' } };
    const machine = closed({ [link]: answer }, { '/w/nothing': '' });
    const { out } = await run(['verify', link, ...WORLD], machine);
    expect(out.split('\n')[0]).toBe('1 credential: 1 could not be checked');
  });

  it.each([
    ['rich text', '{\\rtf1\\ansi Ann }'],
    ['Markdown', '[![Badge](https://a.example/a.svg)](https://a.example/)'],
    ['a shortcut', '[InternetShortcut]\r\nURL=https://a.example/'],
    ['a table', '"name","award"\n"Ann","Welding"'],
    ['a template', '{{ header }}'],
  ])('a file of %s is no broken JSON, but one that holds no credential, and 2', async (_, x) => {
    const told = await json(['verify', 'x', ...WORLD], closed({}, { x }));
    expect([told.exit, told.json.items[0].reason]).toEqual([2, 'no-credential-found']);
  });

  it.each(['{"a": 1', '[\n{ "a"', '"{\\n\\"a\\"', '["eyJh', '[', ' [{'])(
    'a file that begins with %j and breaks off may have been a badge, and is 1',
    async (x) => {
      const told = await json(['verify', 'x', ...WORLD], closed({}, { x }));
      expect([told.exit, told.json.items[0].reason]).toEqual([1, 'json-malformed']);
    },
  );

  it.each([
    ['an archive', Buffer.from([0x1f, 0x8b, 0x08, 0x00, 0xff, 0xfe])],
    ['a letter in an old encoding', Buffer.from('Gr\u00fc\u00dfe', 'latin1')],
    ['a table in an old encoding', Buffer.from('"name";"Gr\u00fc\u00dfe"', 'latin1')],
  ])('%s is a kind of document that nobody knows here, and 2', async (_, bytes) => {
    const told = await json(['verify', 'x'], { files: { x: bytes } });
    expect([told.exit, told.json.items[0].reason]).toEqual([2, 'unknown-format']);
    const broken = await json(['verify', 'x'], { files: { x: Buffer.concat([Buffer.from('{"a'), bytes]) } });
    expect([broken.exit, broken.json.items[0].reason]).toEqual([1, 'text-not-unicode']);
  });

  it('a file that is broken is 1', async () => {
    for (const content of ['{"a":', '[1,]', 'nul', '{"type":"VerifiableCredential"']) {
      const told = await json(['verify', 'x.json', ...WORLD], closed({}, { 'x.json': content }));
      expect([told.exit, told.json.items[0].reason]).toEqual([1, 'json-malformed']);
    }
  });

  it('a page is read in the encoding that it declares, saved or served', async () => {
    const page = '<html><head><meta charset="windows-1252"><title>Jos\u00e9</title></head></html>';
    const files = { 'p.html': Buffer.from(page, 'latin1') };
    expect((await json(['inspect', 'p.html', ...WORLD], closed({}, files))).json.page.title).toBe(
      'Jos\u00e9',
    );
    const served = closed({ [`${HOST}/p`]: { file: 'p.html' } }, { '/w/p.html': files['p.html'] });
    expect((await json(['inspect', `${HOST}/p`, ...WORLD], served)).json.page.title).toBe('Jos\u00e9');
    const undeclared = { 'p.html': Buffer.from(page.replace('charset', 'name'), 'latin1') };
    const told = await json(['inspect', 'p.html', ...WORLD], closed({}, undeclared));
    expect([told.exit, told.json.page.problem]).toEqual([2, 'text-not-unicode']);
  });

  it.each([
    ['a page without credentials', '<p>Hello</p>', undefined],
    ['a fragment', 'Hello', undefined],
    ['nothing', ' ', 'empty-document'],
    ['a page nested 5,000 deep', '<div>'.repeat(5000), 'too-large'],
    ['a page of a million tags', '<b></b>'.repeat(500_000), 'too-large'],
    ['unfinished tags', '<a href="'.repeat(50_000), undefined],
  ])('%s is 2: nothing was found', async (_, html, problem) => {
    const told = await json(['inspect', 'p.html', ...WORLD], closed({}, { 'p.html': html }));
    expect([told.exit, told.json.items, told.json.page.problem]).toEqual([2, [], problem]);
  });
});
