/** What a program may hand to the library, in any form. */
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { inProcess } from '../../src/heavy/in-process.ts';
import { type Input, libraryIn } from '../../src/library/verifier.ts';
import { scanPage } from '../../src/node/scan-page.ts';
import { fail } from '../../src/result.ts';
import { VERIFY_TASKS } from '../../src/verify/tasks.ts';
import { createJwtIssuer } from '../build/jwt-issuer.ts';

const at = new Date('2026-11-23T00:00:00Z');
const { createVerifier, inspect, verify } = libraryIn({
  transport: { hops: 'visible', get: async () => fail('network-failed') },
  heavy: inProcess({ ...VERIFY_TASKS, readPage: ({ html, url }) => scanPage(html, url) }),
  clock: { now: () => at.getTime() },
});
const good = await (await createJwtIssuer()).badge();
const bytes = new TextEncoder().encode(good);
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

describe('what is no form of a credential', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  const closed = Proxy.revocable({}, {});
  closed.revoke();
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a function', () => good],
    ['a number that JSON has not', { n: 1n }],
    ['a value in itself', circle],
    ['a value that answers nothing', closed.proxy],
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

  it.each([null, '<html>', {}, { html: '<html>' }, { url: 'https://a.example/' }])(
    'names what is wrong: %j is no page',
    async (page) => {
      await expect(inspect(page as never)).rejects.toThrow('A page is { html, url }');
    },
  );
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
