import { describe, expect, it } from 'vitest';
import { createIssuers } from '../../src/background/issuers.ts';
import type { Net } from '../../src/ports.ts';

const UNI = { id: 'https://uni.example/issuer', name: 'Example University' };
const LISTS = {
  reader: async () => [UNI, { id: 'did:web:A.example', name: 'A' }],
  policy: async () => [{ ...UNI, name: 'Uni (HR)' }],
};
const issuers = createIssuers(LISTS, { reader: async () => false, policy: async () => false });
/** These lists are at hand: nobody is asked. */
const NOBODY: Net = { get: async () => expect.fail('somebody was asked') };
const found = async (id: string) => {
  const result = await issuers.lookUp(id, NOBODY);
  return result.ok ? result.value : null;
};

describe('issuers that somebody trusts', () => {
  it('are named with everybody who lists them', async () => {
    expect(await found('https://uni.example/issuer')).toEqual([
      { source: 'reader', name: 'Example University' },
      { source: 'policy', name: 'Uni (HR)' },
    ]);
  });

  it('are the same in another spelling of the host', async () => {
    expect(await found('https://UNI.example:443/issuer')).toHaveLength(2);
  });

  it.each([
    'Example University',
    'https://uni.example/issuer/',
    'https://uni.example/issuer?x',
    'https://uni.example/',
    'http://uni.example/issuer',
    'https://uni.example.evil.example/issuer',
    'did:web:a.example',
    '',
  ])('are not recognised by %j', async (id) => {
    expect(await found(id)).toEqual([]);
  });
});

describe('universities', () => {
  it.each([
    [false, false, null],
    [true, false, 'reader'],
    [false, true, 'policy'],
    [true, true, 'policy'],
  ])(
    'recognised by the reader: %s, by the policy: %s, are so by the word of %s',
    async (reader, policy, who) => {
      const asked = createIssuers(LISTS, { reader: async () => reader, policy: async () => policy });
      expect(await asked.universities?.()).toBe(who);
    },
  );
});
