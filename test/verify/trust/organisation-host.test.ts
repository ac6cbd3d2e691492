import { expect, it } from 'vitest';
import { organisationHost } from '../../../src/verify/trust/organisation-host.ts';

it.each([
  ['did:web:uni.edu', 'uni.edu'],
  ['did:web:badges.uni.edu', 'badges.uni.edu'],
  ['did:webvh:QmScid:uni.edu', 'uni.edu'],
  ['https://badges.uni.edu/', 'badges.uni.edu'],
  ['https://badges.uni.edu', 'badges.uni.edu'],
  ['https://uni.edu/.well-known/issuer.json', 'uni.edu'],
])('%s speaks for the whole of %s', (id, host) => {
  expect(organisationHost(id)).toBe(host);
});

it.each([
  ['a path of did:web', 'did:web:uni.edu:people:bob'],
  ['a path of did:webvh', 'did:webvh:QmScid:uni.edu:bob'],
  ['a path of an address', 'https://uni.edu/~bob/'],
  ['a file of an address', 'https://uni.edu/issuer.json'],
  ['a query', 'https://uni.edu/?user=bob'],
  ['a way out of what speaks for the host', 'https://uni.edu/.well-known/..%2Fpeople/bob/issuer.json'],
  ['a way out in other signs', 'https://uni.edu/.well-known/..;x%5Cpeople/bob/issuer.json'],
  ['a host of people', 'did:web:users.uni.edu'],
  ['a host of people, further down', 'did:web:bob.people.uni.edu'],
  ['a host of sites', 'https://sites.google.com/'],
  ['a port', 'did:web:uni.edu%3A8443'],
  ['an address without TLS', 'http://uni.edu/'],
  ['a number for a host', 'https://192.0.2.1/'],
  ['a tenant of a shared host', 'https://bob.github.io/badges/'],
  ['a key', 'did:key:z6MktL8XGbuYv5f7hwf6hVyJkJWynNtNhcsXFYe9NJzjKHkW'],
  ['a name', 'University'],
])('%s speaks for no whole host: %s', (_what, id) => {
  expect(organisationHost(id)).toBeNull();
});
