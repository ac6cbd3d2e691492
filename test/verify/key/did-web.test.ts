import { describe, expect, it } from 'vitest';
import { didWebAddress } from '../../../src/verify/key/did-web.ts';

describe('pitfall 16: the address of a did:web document', () => {
  it.each([
    ['did:web:example.org', 'https://example.org/.well-known/did.json'],
    ['did:web:example.org:a:b', 'https://example.org/a/b/did.json'],
    ['did:web:localhost%3A8443:badges', 'https://localhost:8443/badges/did.json'],
    ['did:web:example.org%3a8443', 'https://example.org:8443/.well-known/did.json'],
    ['did:web:example.org:with%20space', 'https://example.org/with%20space/did.json'],
  ])('of %s is %s', (did, address) => {
    expect(didWebAddress(did)).toEqual({ ok: true, value: address });
  });

  it.each([
    'did:web:',
    'did:web:example.org:',
    'did:web:example.org::a',
    'did:web:example.org:..:a',
    'did:web:example.org:%2e%2e:a',
    'did:web:example.org:a%2Fb',
    'did:web:example.org:a%5Cb',
    'did:web:user%40example.org',
    'did:web:example.org%2Fpath',
    'did:web:example.org%3A',
    'did:web:example.org%3A99999',
    'did:web:example.org?x=1',
  ])('of %s is none', (did) => {
    expect(didWebAddress(did)).toMatchObject({ problem: { code: 'key-malformed' } });
  });
});
