import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isIssuerId, isListedAs } from '../../../src/verify/trust/issuer-id.ts';
import { listedIssuers } from '../../../src/verify/trust/listed-issuers.ts';
import { fakeNet } from '../../fake/net.ts';

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../public/policy.schema.json'), 'utf8'),
);
const PATTERN = new RegExp(schema.properties.trustedIssuers.items.properties.id.pattern);

it.each([
  'did:web:badges.uni.edu',
  'did:web:uni.edu%3A8443:issuers:1',
  'did:key:z6MktL8XGbuYv5f7hwf6hVyJkJWynNtNhcsXFYe9NJzjKHkW',
  'did:webvh:QmScid:uni.edu',
  'https://badges.uni.edu/issuer',
  'https://badges.uni.edu/issuer?id=1',
  'HTTPS://badges.uni.edu/',
])('%s is an issuer’s id', (id) => {
  expect(isIssuerId(id)).toBe(true);
});

it.each([
  ['a name', 'Harbour College'],
  ['nothing', ''],
  ['a DID without what it names', 'did:'],
  ['a DID of no method', 'did::x'],
  ['a DID that ends in a colon', 'did:web:uni.edu:'],
  ['a key within a DID', 'did:web:uni.edu#key-1'],
  ['a path behind a DID', 'did:web:uni.edu/issuer'],
  ['an escape that is none', 'did:web:uni%zz.edu'],
  ['no TLS', 'http://badges.uni.edu/'],
  ['no host', 'https://'],
  ['a user', 'https://bob@badges.uni.edu/'],
  ['a fragment', 'https://badges.uni.edu/issuer#me'],
  ['an empty fragment', 'https://badges.uni.edu/issuer#'],
  ['a password', 'https://:secret@badges.uni.edu/'],
  ['a host that is none', 'https://badges.uni.edu:port/'],
  ['a space', 'https://badges.uni.edu/my issuer'],
  ['a script', 'javascript:alert(1)'],
  ['a host alone', 'badges.uni.edu'],
])('%s is no issuer’s id: %s', (_what, id) => {
  expect(isIssuerId(id)).toBe(false);
});

it.each([
  ['another case of its host', 'https://Badges.Uni.edu/issuer', 'https://badges.uni.edu/issuer', true],
  ['its port written out', 'HTTPS://badges.uni.edu:443/issuer', 'https://badges.uni.edu/issuer', true],
  ['no host, to the letter', 'https://[', 'https://[', true],
  ['another path', 'https://badges.uni.edu/issuer', 'https://badges.uni.edu/Issuer', false],
  ['a DID in another writing', 'did:example:%C3%A9', 'did:example:é', false],
  ['an address without TLS in another writing', 'http://Badges.Uni.edu/', 'http://badges.uni.edu/', false],
])('an id is listed with %s or not', async (_what, listed, id, is) => {
  expect(isListedAs(listed, id, () => false)).toBe(is);
  expect(isListedAs(listed, id, () => true)).toBe(true);
  const registry = listedIssuers([{ id: listed, name: 'Uni' }], () => false);
  expect(await registry.lookUp(id, fakeNet())).toMatchObject({ value: is ? [{ name: 'Uni' }] : [] });
});

it.each(['did:web:badges.uni.edu', 'https://badges.uni.edu/issuer'])('the policy takes %s', (id) => {
  expect(PATTERN.test(id)).toBe(true);
});

it.each(['Harbour College', 'http://badges.uni.edu', 'https://badges.uni.edu/#me', 'did:web:uni.edu#key-1'])(
  'the policy refuses %s',
  (id) => {
    expect(PATTERN.test(id)).toBe(false);
  },
);
