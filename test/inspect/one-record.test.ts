/** What a page counts where it links one record under several addresses of a host that nobody knows. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { inProcess } from '../../src/heavy/in-process.ts';
import type { JsonObject } from '../../src/json.ts';
import { libraryIn, type Page } from '../../src/library/verifier.ts';
import { scanPage } from '../../src/node/scan-page.ts';
import { fail } from '../../src/result.ts';
import { VERIFY_TASKS } from '../../src/verify/tasks.ts';
import { ANALYSIS } from '../build/badge.ts';
import { bakePng, bakeSvgCredential } from '../build/bake.ts';
import { VC_2 } from '../build/contexts.ts';
import { controllerDocument, jwkMethod } from '../build/controller.ts';
import { ASSERTION, assertion, servers } from '../build/hosted-badge.ts';
import { badge, claimsOf, issueFor } from '../build/issue.ts';
import { createJwtKey, tamperJwt } from '../build/jwt.ts';
import { BADGE, createJwtIssuer } from '../build/jwt-issuer.ts';
import { clr } from '../build/samples.ts';
import { createSigner, type Signer } from '../build/signer.ts';
import { statusEntry, statusList } from '../build/status-list.ts';
import { fakeNet } from '../fake/net.ts';
import { NOW } from '../fake/ports.ts';

const { inspect } = libraryIn({
  transport: { hops: 'visible', get: async () => fail('network-failed') },
  heavy: inProcess({ ...VERIFY_TASKS, readPage: ({ html, url }) => scanPage(html, url) }),
  clock: { now: () => NOW },
});
/** One dot. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SITE = 'https://ana.example';
const at = (name: string): string => `${SITE}/badges/${name}`;
const LIST = 'https://lists.example/1';
const ISSUED = new Date('2026-02-01T00:00:00Z');

type Files = Readonly<Record<string, string | Uint8Array | object>>;
const page = (names: readonly string[]): string =>
  `<h1>Ana</h1>${names.map((name) => `<p><a href="${at(name)}">${name}</a></p>`).join('')}`;

/** The report of a page that links these files, or of a page of its own. */
async function reportOf(files: Files, html: Page['html'] = page(Object.keys(files))) {
  const served = Object.entries(files).map(([name, body]) => [
    name.startsWith('https:') ? name : at(name),
    { body, contentType: TYPES.find(([ending]) => name.endsWith(ending))?.[1] ?? 'application/json' },
  ]);
  const net = fakeNet(Object.fromEntries(served), NOW);
  return (await inspect({ html, url: `${SITE}/` }, { net })).items;
}
const TYPES = [
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.jwt', 'application/jwt'],
] as const;

/** What a page says of one credential in its markup. */
const entry = (name: string, title: string, identifier?: string): string =>
  `<script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Person',
    name: 'Ana',
    hasCredential: { '@type': 'EducationalOccupationalCredential', name: title, identifier, url: at(name) },
  })}</script>`;

const linksOf = (items: Awaited<ReturnType<typeof reportOf>>) =>
  items.map(({ link, status }) => [link?.slice(at('').length), status]);

let signer: Signer;
let good: JsonObject;
const signed = async (change: (record: JsonObject) => JsonObject = (record) => record): Promise<JsonObject> =>
  (await signer.sign(change(badge(signer.controller)), ISSUED)) as JsonObject;
const png = (record: object) => bakePng(DOT, JSON.stringify(record), 'openbadgecredential');
const svg = (record: object) =>
  bakeSvgCredential('<svg xmlns="http://www.w3.org/2000/svg"></svg>', JSON.stringify(record));

/** What an issuer signs without giving it an id, which an Open Badge must have. */
const nameless = (issuer: string, more: JsonObject = {}): JsonObject => ({
  '@context': [VC_2],
  type: ['VerifiableCredential'],
  issuer,
  name: 'Welding',
  description: 'A licence.',
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:ann' },
  ...more,
});
const encoded = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64url');

beforeAll(async () => {
  signer = await createSigner('eddsa-rdfc-2022');
  good = await signed();
});

describe('one record under several addresses of a host that nobody knows', () => {
  it('is one credential, with every address and everybody who was asked', async () => {
    const items = await reportOf({ '1.json': good, '1.png': png(good), '1.svg': svg(good) });
    expect(linksOf(items)).toEqual([['1.json', 'signature-verified']]);
    expect(items[0]?.alsoLinked).toEqual([at('1.png'), at('1.svg')]);
    expect(items[0]?.contacted.map(({ url }) => url)).toEqual([at('1.json'), at('1.png'), at('1.svg')]);
  });

  it('is one credential where a proof of its own secures each copy', async () => {
    const again = await signer.sign(badge(signer.controller), new Date('2026-03-01T00:00:00Z'));
    expect(linksOf(await reportOf({ '1.json': good, '2.json': again }))).toEqual([
      ['1.json', 'signature-verified'],
    ]);
  });

  it('is one credential as a hosted assertion and as the image that it is baked into', async () => {
    const image = 'https://badges.example.org/assertions/1.png';
    const hosted = Object.entries(servers()).map(([url, { body }]) => [url, body as object]);
    const files = {
      ...Object.fromEntries(hosted),
      [image]: bakePng(DOT, JSON.stringify(assertion()), 'openbadges'),
    };
    const html = [ASSERTION, image].map((link) => `<a href="${link}">Welding</a>`).join('');
    const items = await reportOf(files, html);
    expect(items.map(({ link, alsoLinked, status }) => [link, alsoLinked, status])).toEqual([
      [ASSERTION, [image], 'issuer-confirmed'],
    ]);
  });

  it('is one credential where its server takes any query for it, and it has no id', async () => {
    const home = 'https://old.example/badges';
    const badge = {
      name: 'Welding',
      description: 'Can weld.',
      image: `${home}/1.png`,
      criteria: `${home}/c`,
    };
    const recipient = { type: 'email', hashed: false, identity: 'ann@example.com' };
    const old = { recipient, badge: `${home}/b.json`, verify: { type: 'hosted' }, issuedOn: 1_700_000_000 };
    const parts = {
      [old.badge]: { ...badge, issuer: `${home}/i.json` },
      [`${home}/i.json`]: { name: 'Old School', url: 'https://old.example' },
    };
    const links = ['1.json', '1.json?a=1', '1.json?a=2'].map((name) => `${home}/${name}`);
    const html = links.map((link) => `<p><a href="${link}">Welding</a></p>`).join('');
    const items = await reportOf({ ...parts, ...Object.fromEntries(links.map((link) => [link, old])) }, html);
    expect(items.map(({ link, alsoLinked, status }) => [link, alsoLinked, status])).toEqual([
      [links[0], links.slice(1), 'issuer-confirmed'],
    ]);
  });

  it('is one credential as JSON with a proof and as a token, and two where only one of them holds', async () => {
    const did = 'did:web:guild.example';
    const key = await createJwtKey('ES256');
    const owner = await createSigner('eddsa-rdfc-2022', did, 'key-1');
    const document = controllerDocument(did, [owner.method, jwkMethod(key, `${did}#key-2`)]).body as object;
    const record = { ...badge(did), '@context': (badge(did)['@context'] as string[]).slice(0, 2) };
    const html = page(['1.json', '1.jwt']);
    const token = await key.sign({ ...record, ...claimsOf(did) }, { typ: 'JWT', kid: `${did}#key-2` });
    const files = {
      '1.json': await owner.sign(record, ISSUED),
      'https://guild.example/.well-known/did.json': document,
    };
    const items = await reportOf({ ...files, '1.jwt': token }, html);
    expect(linksOf(items)).toEqual([['1.json', 'signature-verified']]);
    expect(items[0]?.alsoLinked).toEqual([at('1.jwt')]);
    const forged = tamperJwt(token, 'did:example:learner', 'did:example:learnt');
    expect(linksOf(await reportOf({ ...files, '1.jwt': forged }, html))).toEqual([
      ['1.json', 'signature-verified'],
      ['1.jwt', 'failed'],
    ]);
  });

  it('is one credential where the page itself carries it, too', async () => {
    const html = `<script type="application/ld+json">${JSON.stringify(good)}</script>${page(['1.png'])}`;
    const items = await reportOf({ '1.png': png(good) }, html);
    expect(items.map(({ link, alsoLinked }) => [link, alsoLinked])).toEqual([[null, [at('1.png')]]]);
  });

  it('is one credential, whoever presents it: and where several do, none of them is told', async () => {
    const presentedBy = async (): Promise<string> => {
      const { did, sign } = await createJwtIssuer();
      const shown = { type: 'VerifiablePresentation', holder: did, verifiableCredential: [good] };
      return sign({ '@context': [VC_2], ...shown }, { typ: 'vp+jwt' });
    };
    const [one, two] = [await presentedBy(), await presentedBy()];
    const told = async (files: Files) =>
      (await reportOf(files)).map(({ status, presenter }) => [status, presenter?.keyBinding]);
    expect(await told({ '1.jwt': one, '2.jwt': one })).toEqual([['signature-verified', 'passed']]);
    expect(await told({ '1.jwt': one, '2.jwt': two })).toEqual([['signature-verified', undefined]]);
    expect(await told({ '1.jwt': one, '1.json': good })).toEqual([['signature-verified', undefined]]);
  });

  it('is one credential, however many numbers and longer names the page gives it', async () => {
    const names = ['', ' – Security', ' – Networking', ' – Databases'];
    const files = Object.fromEntries(names.map((_, number) => [`${number}.json`, good]));
    const html = names.map((more, number) => entry(`${number}.json`, `Analysis I${more}`, `A-${number}`));
    expect(linksOf(await reportOf(files, html.join('')))).toEqual([['0.json', 'signature-verified']]);
  });

  it('is one credential without an id, however often it is linked, presented or signed again', async () => {
    const { did, sign } = await createJwtIssuer();
    const token = await sign(nameless(did));
    const id = `data:application/vc+jwt,${token}`;
    const enveloped = { '@context': VC_2, type: 'EnvelopedVerifiableCredential', id };
    const shown = { type: 'VerifiablePresentation', verifiableCredential: enveloped };
    const files = {
      '1.jwt': token,
      '2.jwt': token,
      '3.jwt': await sign(nameless(did, { iat: 1_790_000_000 })),
      '4.json': { '@context': [VC_2], ...shown },
    };
    expect(linksOf(await reportOf(files))).toEqual([['1.jwt', 'signature-verified']]);
  });

  it('is one credential without an id as a signed graph, however it is written', async () => {
    const { description, ...rest } = await signer.sign(nameless(signer.controller), ISSUED);
    const chained = {
      ...rest,
      '@context': [VC_2, { told: 'https://schema.org/description' }],
      told: description,
    };
    const files = {
      '1.json': { ...rest, description },
      '1.png': png({ description, ...rest }),
      '2.json': chained,
    };
    expect(linksOf(await reportOf(files))).toEqual([['1.json', 'signature-verified']]);
  });

  it('is one credential, however much or little its holder discloses of it', async () => {
    const { did, sign } = await createJwtIssuer();
    const texts = ['degree', 'field'].map((claim) => encoded(['salt', claim, `A ${claim}.`]));
    const _sd = texts.map((text) => createHash('sha256').update(text).digest('base64url'));
    const credentialSubject = { id: 'did:example:ann', _sd };
    for (const named of [{}, { id: BADGE, jti: BADGE }]) {
      const token = await sign(nameless(did, { ...named, credentialSubject }), { typ: 'vc+sd-jwt' });
      const shown = [[], texts.slice(0, 1), texts.slice(1), texts];
      const files = shown.map((some, at) => [`${at}.jwt`, [token, ...some, ''].join('~')]);
      const items = await reportOf(Object.fromEntries(files));
      expect(linksOf(items)).toEqual([['3.jwt', 'signature-verified']]);
    }
  });

  it('says nothing of other addresses where there is one', async () => {
    expect((await reportOf({ '1.json': good }))[0]).not.toHaveProperty('alsoLinked');
  });
});

describe('two records stay two', () => {
  const forged = (record: JsonObject): JsonObject => ({
    ...record,
    proof: { ...(record.proof as JsonObject), created: '2026-02-02T00:00:00Z' },
  });

  it('where a forged copy stands beside the good one, in either order', async () => {
    const [copy, whole] = [{ 'b.json': forged(good) }, { 'a.json': good }];
    expect(linksOf(await reportOf({ ...whole, ...copy }))).toEqual([
      ['a.json', 'signature-verified'],
      ['b.json', 'failed'],
    ]);
    expect(linksOf(await reportOf({ ...copy, ...whole }))).toEqual([
      ['b.json', 'failed'],
      ['a.json', 'signature-verified'],
    ]);
  });

  it('where one of them is revoked', async () => {
    const listed = (index: number) =>
      signed((record) => ({
        ...record,
        credentialStatus: statusEntry(LIST, index, 'revocation') as JsonObject,
      }));
    const order = { id: LIST, issuer: signer.controller, purpose: 'revocation', set: [7] } as const;
    const list = await statusList({ ...order, at: new Date(NOW) }, signer);
    const html = page(['1.json', '1.png']);
    const items = await reportOf(
      { '1.json': await listed(3), '1.png': png(await listed(7)), [LIST]: list },
      html,
    );
    expect(linksOf(items)).toEqual([
      ['1.json', 'signature-verified'],
      ['1.png', 'revoked'],
    ]);
  });

  it.each<[string, JsonObject]>([
    ['another holder', { credentialSubject: { id: 'did:example:somebody' } }],
    ['another end', { validUntil: '2029-01-15T00:00:00Z' }],
    ['another achievement', { credentialSubject: { achievement: { ...ANALYSIS, name: 'Surgery' } } }],
    ['another description', { description: 'Of a later year.' }],
  ])('where the other names %s under the same id', async (_, { credentialSubject, ...change }) => {
    const other = await signed((record) => ({
      ...record,
      ...change,
      credentialSubject: {
        ...(record.credentialSubject as JsonObject),
        ...((credentialSubject as JsonObject | undefined) ?? {}),
      },
    }));
    expect(await reportOf({ '1.json': good, '2.json': other })).toHaveLength(2);
  });

  it('where another issuer signed the same words under the same id', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    expect(await reportOf({ '1.json': good, '2.json': credential })).toHaveLength(2);
  });

  it.each<[string, JsonObject]>([
    ['another day', { validFrom: '2026-01-02T00:00:00Z' }],
    ['a word that nobody is shown', { courseRun: '2026-B' }],
  ])('where neither has an id, and one was signed with %s', async (_, change) => {
    const { did, sign } = await createJwtIssuer();
    const [one, other] = [await sign(nameless(did)), await sign(nameless(did, change))];
    expect(await reportOf({ '1.jwt': one, '2.jwt': other })).toHaveLength(2);
  });

  it('where neither has an id, and one is forged', async () => {
    const { did, sign } = await createJwtIssuer();
    const token = await sign(nameless(did));
    const forged = [...token.split('.').slice(0, 2), (await sign({})).split('.')[2]].join('.');
    expect(linksOf(await reportOf({ '1.jwt': token, '2.jwt': forged }))).toEqual([
      ['1.jwt', 'signature-verified'],
      ['2.jwt', 'failed'],
    ]);
  });

  it('where the page calls one of them something else', async () => {
    const files = { '1.json': good, '2.json': good };
    const count = async (one: string, other: string) => (await reportOf(files, one + other)).length;
    const title = 'Analysis I';
    expect(await count(entry('1.json', title), entry('2.json', title))).toBe(1);
    expect(await count(entry('1.json', title), page(['2.json']))).toBe(1);
    expect(await count(entry('1.json', title), entry('2.json', 'Surgery'))).toBe(2);
  });
});

describe('a transcript under two addresses', () => {
  it('is one row with its parts inside it, and a part that the page links by itself stays a row', async () => {
    const part = good;
    const issuer = await createJwtIssuer();
    const record = clr(
      { issuer: { id: issuer.did, type: ['Profile'], name: 'Example' } },
      { verifiableCredential: [part] },
    );
    const token = await issuer.sign(record);
    const items = await reportOf({ '1.jwt': token, '2.jwt': token, '1.json': part });
    expect(items.map(({ link, within }) => [link?.slice(at('').length), within])).toEqual([
      ['1.jwt', undefined],
      ['1.jwt', 0],
      ['1.json', undefined],
    ]);
  });

  it('has a part once that strangers put into transcripts of theirs, or twice into one', async () => {
    const transcript = async (id: string) => {
      const { did, sign } = await createJwtIssuer();
      const issuer = { id: did, type: ['Profile'], name: 'Example' };
      return sign(clr({ id, issuer }, { id: 'did:example:learner', verifiableCredential: [good, good] }));
    };
    const files = { '1.jwt': await transcript('urn:uuid:1'), '2.jwt': await transcript('urn:uuid:2') };
    expect((await reportOf(files)).map(({ within, credential }) => [within, credential?.name])).toEqual([
      [undefined, 'Transcript'],
      [0, 'Analysis I'],
      [undefined, 'Transcript'],
    ]);
    const linked = await reportOf({ '1.jwt': await transcript('urn:uuid:1'), '2.json': good });
    expect(linked.map(({ within, credential }) => [within, credential?.name])).toEqual([
      [undefined, 'Transcript'],
      [undefined, 'Analysis I'],
    ]);
  });

  it('stays two where the parts differ', async () => {
    const issuer = await createJwtIssuer();
    const tokenOf = (parts: readonly JsonObject[]) =>
      issuer.sign(
        clr(
          { issuer: { id: issuer.did, type: ['Profile'], name: 'Example' } },
          { verifiableCredential: parts },
        ),
      );
    const other = await signed((record) => ({
      ...record,
      id: 'urn:uuid:0d4a8f7b-3c3f-4a56-9a3c-6a5a3b6c1c2d',
    }));
    const items = await reportOf({ '1.jwt': await tokenOf([good]), '2.jwt': await tokenOf([other]) });
    expect(items).toHaveLength(4);
  });
});
