/** What a program may hand to the library, in any form. */
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { inProcess } from '../../src/heavy/in-process.ts';
import { type Input, libraryIn } from '../../src/library/verifier.ts';
import { scanPage } from '../../src/node/scan-page.ts';
import { fail } from '../../src/result.ts';
import { VERIFY_TASKS } from '../../src/verify/tasks.ts';
import { ob3 } from '../build/badge.ts';
import { createJwtIssuer } from '../build/jwt-issuer.ts';
import { createSigner } from '../build/signer.ts';

const at = new Date('2026-11-23T00:00:00Z');
const { createVerifier, inspect, verify } = libraryIn({
  transport: { hops: 'visible', get: async () => fail('network-failed') },
  heavy: inProcess({ ...VERIFY_TASKS, readPage: ({ html, url }) => scanPage(html, url) }),
  clock: { now: () => at.getTime() },
});
const good = await (await createJwtIssuer()).badge();
const bytes = new TextEncoder().encode(good);
const signer = await createSigner('eddsa-jcs-2022');
const signedData = await signer.sign(
  ob3({
    id: 'urn:uuid:6a2f62a4-6f6c-4c1e-9b0c-0f8f0a7e4b11',
    issuer: { id: signer.controller, name: 'Guild of Glaziers' },
    course: { id: 'https://badges.example.org/class', name: 'Glazing', description: 'd', criteria: 'Glaze.' },
    subject: { id: 'did:example:ann' },
    from: '2026-01-01T00:00:00Z',
  }),
  new Date('2026-02-01T00:00:00Z'),
);
const padded = new Uint8Array([0, ...bytes, 0]).subarray(1, -1);

const reasonOf = async (input: unknown) => {
  const { items } = await verify(input as Input, { at });
  return items.map(({ status, reason }) => [status, reason]);
};

describe('a file', () => {
  it.each<[string, Input]>([
    ['text', good],
    ['Uint8Array', bytes],
    ['part of a buffer', padded],
    ['ArrayBuffer', bytes.slice().buffer],
    ['DataView', new DataView(padded.buffer, 1, bytes.length)],
    ['Blob', new Blob([bytes])],
    ['File', new File([bytes], 'badge.jwt')],
    ['bytes of another realm', runInNewContext('new Uint8Array(list)', { list: [...bytes] })],
    ['buffer of another realm', runInNewContext('new Uint8Array(list).buffer', { list: [...bytes] })],
  ])('is read as %s', async (_, input) => {
    expect(await reasonOf(input)).toEqual([['signature-verified', 'issuer-unknown']]);
  });

  it('that cannot be read is an item that says so', async () => {
    const gone = Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    expect(await reasonOf(gone)).toEqual([['not-checked', 'file-unreadable']]);
  });
});

describe('what was handed in', () => {
  it.each<[string, () => [Input, () => unknown]]>([
    ['bytes', () => onceChanged(bytes.slice(), (each) => each.fill(0x41))],
    ['a buffer', () => onceChanged(bytes.slice().buffer, (each) => new Uint8Array(each).fill(0x41))],
    ['data', () => onceChanged({ ...signedData }, (each) => Object.assign(each, { issuer: 'urn:x' }))],
  ])('is verified as it was then, although it is changed meanwhile: %s', async (_, make) => {
    const [input, change] = make();
    const verified = reasonOf(input);
    change();
    expect(await verified).toEqual([['signature-verified', 'issuer-unknown']]);
  });
});

/** The input, and what its owner does to it as soon as it was handed in. */
const onceChanged = <Given extends Input>(
  input: Given,
  change: (input: Given) => unknown,
): [Input, () => unknown] => [input, () => change(input)];

describe('what is no form of a credential', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  const closed = Proxy.revocable({}, {});
  closed.revoke();
  const givenAway = new Uint8Array(8);
  structuredClone(givenAway.buffer, { transfer: [givenAway.buffer] });
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a function', () => good],
    ['a number that JSON has not', { n: 1n }],
    ['a value in itself', circle],
    ['a value that answers nothing', closed.proxy],
    ['bytes that were given away', givenAway],
    ['a value that only calls itself an address', { [Symbol.toStringTag]: 'URL', toString: null }],
  ])('is an item that says so: %s', async (_, input) => {
    expect(await reasonOf(input)).toEqual([['not-checked', 'unknown-format']]);
  });
});

describe('a wrong call', () => {
  it('names what is wrong: a moment that is none', async () => {
    const none = new Date('soon');
    await expect(verify(good, { at: none })).rejects.toThrow('The option "at" is no valid date.');
    expect(() => createVerifier({ at: none })).toThrow(RangeError);
  });

  it.each(['university.example', 'https://university.example/#me', '', undefined])(
    'names what is wrong: %j is the id of no issuer',
    (id) => {
      const trust = [
        { id: 'did:web:university.example', name: 'University' },
        { id, name: 'University' },
      ];
      expect(() => createVerifier({ trust: trust as never })).toThrow('The option "trust" has an id');
    },
  );

  it.each([
    ['email', { email: 'ann@example.org' }],
    ['holder.mail', { holder: { mail: 'ann@example.org' } }],
    ['holder.0', { holder: 'ann@example.org' }],
    ['limits.timeout', { limits: { timeout: 100 } }],
  ])('names what nobody would read: %s', (name, options) => {
    expect(() => createVerifier(options as never)).toThrow(`There is no option "${name}".`);
  });

  it.each<[string, object]>([
    ['"trust"', { trust: [{ id: 'did:web:university.example' }] }],
    ['"trust"', { trust: 'did:web:university.example' }],
    ['"trust"', { trust: [null] }],
    ['"contexts"', { contexts: { 'https://contexts.example/v1': '{"@context":{}}' } }],
    ['"holder"', { holder: { email: 'Ann Example' } }],
    ['"holder"', { holder: { email: 'Ann <ann@example.org>' } }],
    ['"at"', { at: '2026-01-01' }],
  ])('names what is wrong: %s of %j', (name, options) => {
    expect(() => createVerifier(options as never)).toThrow(`The option ${name}`);
  });

  it.each([
    null,
    '<html>',
    {},
    { html: '<html>' },
    { url: 'https://a.example/' },
    { html: '<html>', url: 'ann' },
  ])('names what is wrong: %j is no page', async (page) => {
    await expect(inspect(page as never)).rejects.toThrow('A page is { html, url }');
  });
});

describe('a link', () => {
  it('is one address alone: several lines are no link, and nobody is asked', async () => {
    expect(await reasonOf(' https://badges.example.org/1\n')).toEqual([['unreachable', 'network-failed']]);
    expect(await reasonOf('https://badges.example.org/1\nhttps://badges.example.org/2')).toEqual([
      ['not-checked', 'no-credential-found'],
    ]);
  });
});

describe('a page', () => {
  it('may have its address as a URL', async () => {
    const { page } = await inspect({
      html: '<html><head><title>Ann</title></head></html>',
      url: new URL('https://people.example/ann'),
    });
    expect(page).toEqual({ url: 'https://people.example/ann', title: 'Ann' });
  });
});

describe('options', () => {
  it('that are nothing are as good as absent', async () => {
    const options = {
      at,
      clock: undefined,
      heavy: undefined,
      trust: null,
      limits: { timeoutMs: undefined },
    } as object;
    const { items } = await verify('https://badges.example.org/1', options);
    expect(items[0]?.status).toBe('unreachable');
  });

  it('may have a transport that throws where nobody answers, as fetch does', async () => {
    const transport = {
      hops: 'hidden' as const,
      get: async () => {
        throw new TypeError('fetch failed');
      },
    };
    const { items } = await verify('https://badges.example.org/1', { at, transport });
    expect(items[0]).toMatchObject({ status: 'unreachable', reason: 'network-failed' });
  });
});
