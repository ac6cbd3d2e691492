import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { badgeClass, issuer, ob2 } from '../../build/samples.ts';
import { readOne } from '../reading.ts';
import { changed, GONE, holdsTable } from './table.ts';

const whole = ob2({
  badge: badgeClass(),
  expires: '2029-05-01T10:00:00Z',
  image: 'https://badges.example.org/loaf.png',
});

describe('an assertion of Open Badges 2.0', () => {
  holdsTable(whole, [
    ['/id', GONE, 'member-missing /id'],
    ['/id', 5, 'member-malformed /id'],
    ['/type', GONE, 'member-missing /type'],
    ['/type', 'Award', 'type-unknown /type'],
    ['/type', 5, 'member-malformed /type', 'type-unknown /type'],
    ['/recipient', GONE, 'member-missing /recipient'],
    ['/recipient', 'learner@example.org', 'member-malformed /recipient'],
    ['/recipient', [], 'member-malformed /recipient'],
    ['/recipient/type', GONE, 'member-missing /recipient/type'],
    ['/recipient/type', 5, 'member-malformed /recipient/type'],
    ['/recipient/identity', GONE, 'member-missing /recipient/identity'],
    ['/recipient/identity', 5, 'member-malformed /recipient/identity'],
    ['/recipient/identity', 'learner@example.org', 'member-malformed /recipient/identity'],
    ['/recipient/hashed', GONE, 'member-missing /recipient/hashed'],
    ['/recipient/hashed', 'true', 'member-malformed /recipient/hashed'],
    ['/recipient/salt', 5, 'member-malformed /recipient/salt'],
    ['/badge', GONE, 'member-missing /badge'],
    ['/badge', 'loaf', 'member-malformed /badge'],
    ['/badge', 5, 'member-malformed /badge'],
    ['/badge/id', GONE, 'member-missing /badge/id'],
    ['/badge/id', 5, 'member-malformed /badge/id'],
    ['/badge/type', GONE, 'member-missing /badge/type'],
    ['/badge/type', 'Loaf', 'type-unknown /badge/type'],
    ['/badge/name', GONE, 'member-missing /badge/name'],
    ['/badge/description', GONE, 'member-missing /badge/description'],
    ['/badge/criteria', GONE, 'member-missing /badge/criteria'],
    ['/badge/issuer', GONE, 'member-missing /badge/issuer'],
    ['/badge/issuer', 'the bakery', 'member-malformed /badge/issuer'],
    ['/badge/issuer', 5, 'member-malformed /badge/issuer'],
    ['/badge/issuer/id', GONE, 'member-missing /badge/issuer/id'],
    ['/badge/issuer/id', 5, 'member-malformed /badge/issuer/id'],
    ['/badge/issuer/type', GONE, 'member-missing /badge/issuer/type'],
    ['/badge/issuer/type', ['Profile', 'Bakery'], 'type-unknown /badge/issuer/type'],
    ['/badge/issuer/type', 'Assertion', 'type-unknown /badge/issuer/type'],
    ['/badge/issuer/name', GONE, 'member-missing /badge/issuer/name'],
    ['/verification', GONE, 'member-missing /verification'],
    ['/verification', 'hosted', 'member-malformed /verification'],
    ['/verification', [], 'member-malformed /verification'],
    ['/verification/type', GONE, 'member-missing /verification/type'],
    ['/verification/type', '', 'member-malformed /verification/type'],
    ['/issuedOn', GONE, 'member-missing /issuedOn'],
    ['/issuedOn', 1_700_000_000, 'date-malformed /issuedOn'],
    ['/expires', 'at some time', 'date-malformed /expires'],
    ['/image', 'data:image/png;base64,AA==', 'member-malformed /image'],
  ]);

  test('names the member that is missing or malformed', async () => {
    const { defects } = await readOne(changed(whole, '/badge/issuer/id', 5));
    expect(defects).toMatchObject([{ code: 'member-malformed', params: { member: 'id' } }]);
    const without = await readOne(changed(whole, '/recipient/hashed', GONE));
    expect(without.defects).toMatchObject([{ code: 'member-missing', params: { member: 'hashed' } }]);
  });
});

describe('what is left of an assertion that was withdrawn', () => {
  const left: JsonObject = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: 'https://badges.example.org/assertions/7',
    revoked: true,
  };
  holdsTable(left, [
    ['/id', GONE, 'member-missing /id'],
    ['/id', 5, 'member-malformed /id'],
  ]);
});

describe('an assertion of Open Badges 1.1', () => {
  const old: JsonObject = {
    '@context': 'https://w3id.org/openbadges/v1',
    type: 'Assertion',
    id: 'https://old.example.org/assertions/7',
    uid: '7',
    recipient: { type: 'email', hashed: true, salt: 'sea', identity: `sha256$${'0a'.repeat(32)}` },
    badge: badgeClass({ issuer: issuer({ type: 'Issuer' }) }),
    verify: { type: 'hosted', url: 'https://old.example.org/assertions/7' },
    issuedOn: 1_400_000_000,
    expires: 1_900_000_000,
  };
  holdsTable(old, [
    ['/recipient', GONE, 'member-missing /recipient'],
    ['/recipient', 'learner@example.org', 'member-malformed /recipient'],
    ['/recipient', [], 'member-malformed /recipient'],
    ['/recipient/hashed', 'true', 'member-malformed /recipient/hashed'],
    ['/badge', GONE, 'member-missing /badge'],
    ['/badge', 5, 'member-malformed /badge'],
    ['/badge/name', GONE, 'member-missing /badge/name'],
    ['/badge/name', 5, 'member-malformed /badge/name'],
    ['/badge/issuer', GONE, 'member-missing /badge/issuer'],
    ['/verify', GONE, 'member-missing /verification'],
    ['/verify', 'hosted', 'member-malformed /verification'],
    ['/verify', [], 'member-malformed /verification'],
    ['/verify/type', GONE, 'member-missing /verification/type'],
    ['/verify/type', 5, 'member-malformed /verification/type'],
    ['/issuedOn', 'at some time', 'date-malformed /issuedOn'],
    ['/expires', 'at some time', 'date-malformed /expires'],
  ]);
});
