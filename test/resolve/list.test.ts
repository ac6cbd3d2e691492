/** What a person's list holds, and how each of it is checked by itself. */

import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/item.ts';
import type { Net } from '../../src/ports.ts';
import { fail, succeed } from '../../src/result.ts';
import { answerOf, inspected as inspectedWith } from './inspected.ts';

const UUID = '00000000-1111-4222-8333-444444444444';

/** A world in which each of these addresses has this answer. */
const netOf = (served: Readonly<Record<string, unknown>>): Net => ({
  async get({ url }) {
    if (!(url in served)) return fail('network-failed', { params: { host: 'x.example' } });
    const body = served[url];
    return succeed(answerOf(url, body, { status: body === 404 ? 404 : 200 }));
  },
});
const inspected = (link: string, net: Net): Promise<Item> => inspectedWith(link, { net });

const LISTS = [
  [
    'Credly',
    'https://www.credly.com/users/example-person/badges',
    'https://www.credly.com/users/example-person/badges.json',
    { data: [{ id: UUID }, { id: 'no-uuid' }, { id: UUID }] },
    `https://www.credly.com/badges/${UUID}`,
  ],
  [
    'Accredible',
    'https://www.credential.net/profile/example-person/wallet',
    'https://api.accredible.com/v1/credential-net/users/example-person/user_wallet',
    {
      data: {
        credentials: [
          { badge_assertion_url: `https://api.accredible.com/v1/obi/badge_assertions/${UUID}` },
          { badge_assertion_url: 'https://evil.example/x' },
          { badge_assertion_url: 'https://www.credly.com/badges/00000000-1111-4222-8333-444444444445' },
        ],
      },
    },
    `https://api.accredible.com/v1/obi/badge_assertions/${UUID}`,
  ],
  [
    'Google Skills',
    `https://www.skills.google/public_profiles/${UUID}`,
    `https://www.skills.google/public_profiles/${UUID}`,
    `<h1>/badges/99</h1><div class="profile-badges"><div class="profile-badge"><a class="badge-image"
      href="https://www.skills.google/public_profiles/${UUID}/badges/7"></a></div></div>`,
    `https://www.skills.google/public_profiles/${UUID}/badges/7`,
  ],
] as const;

describe.each(LISTS)('a list at %s', (_, link, address, answer, entry) => {
  it('contains the links of its own platform’s credentials, each once', async () => {
    const item = await inspected(link, netOf({ [address]: answer }));
    expect(item.verdict).toMatchObject({ status: 'not-checked', reason: 'list-of-credentials' });
    expect(item.contains).toEqual([entry]);
  });

  it('stays a list where it cannot be had, or is something else', async () => {
    for (const net of [netOf({}), netOf({ [address]: 404 }), netOf({ [address]: '<p>Log in</p>' })]) {
      const item = await inspected(link, net);
      expect([item.verdict.status, item.verdict.reason]).toEqual(['not-checked', 'collection-not-single']);
      expect(item.contains).toBeUndefined();
    }
  });
});

it('a list with nothing on it that anybody may see says so', async () => {
  const net = netOf({ 'https://www.credly.com/users/example-person/badges.json': { data: [] } });
  const item = await inspected('https://www.credly.com/users/example-person', net);
  expect(item.verdict.reason).toBe('list-empty');
});

describe('a shared transcript of Microsoft', () => {
  const shared = 'https://learn.microsoft.com/en-us/users/exampleperson/transcript/0a1b2c3d4e5f6g7';
  const asked = 'https://learn.microsoft.com/api/profiles/transcript/share/0a1b2c3d4e5f6g7?locale=en-us';
  const transcript = (userName = 'ExamplePerson', expiration = '2027-03-15T00:00:00Z') => ({
    userName,
    contactEmail: 'person@example.org',
    certificationData: {
      activeCertifications: [
        {
          name: 'Microsoft Certified: Example Associate',
          certificationNumber: 'ABC123-DEF456',
          dateEarned: '2026-03-14T00:00:00Z',
          expiration,
        },
      ],
    },
    appliedSkillsData: {
      appliedSkillsCredentials: [
        { title: 'Secure an example', credentialId: '0123456789ABCDEF', awardedOn: '2025-11-25T12:30:00Z' },
      ],
    },
  });

  it('lists certifications and applied skills, for the person of the link only', async () => {
    const { contains } = await inspected(shared, netOf({ [asked]: transcript() }));
    expect(contains).toEqual([`${shared}#ABC123-DEF456`, `${shared}#0123456789ABCDEF`]);
    const other = await inspected(shared, netOf({ [asked]: transcript('somebodyelse') }));
    expect(other.contains).toBeUndefined();
  });

  it('confirms each of them by its own number, and reads nothing else of the person', async () => {
    const net = netOf({ [asked]: transcript() });
    const certification = await inspected(`${shared}#ABC123-DEF456`, net);
    expect(certification.verdict).toMatchObject({ status: 'issuer-confirmed', standing: 'verified' });
    expect(certification.report.credential).toMatchObject({
      name: 'Microsoft Certified: Example Associate',
      issued: { text: '2026-03-14T00:00:00Z' },
      validUntil: { text: '2027-03-15T00:00:00Z' },
    });
    expect(JSON.stringify(certification)).not.toContain('@');
    expect((await inspected(`${shared}#0123456789ABCDEF`, net)).report.credential?.name).toBe(
      'Secure an example',
    );
  });

  it('has none under another number, of another person, or where it is not shared any more', async () => {
    const absent = { status: 'unreachable', reason: 'record-absent-or-private' };
    expect(
      (await inspected(`${shared}#ZZZ999-ZZZ999`, netOf({ [asked]: transcript() }))).verdict,
    ).toMatchObject(absent);
    const other = netOf({ [asked]: transcript('somebodyelse') });
    expect((await inspected(`${shared}#ABC123-DEF456`, other)).verdict).toMatchObject(absent);
    expect((await inspected(`${shared}#ABC123-DEF456`, netOf({ [asked]: 404 }))).verdict).toMatchObject(
      absent,
    );
  });

  it('tells of one that has ended', async () => {
    const net = netOf({ [asked]: transcript('exampleperson', '2026-06-01T00:00:00Z') });
    expect((await inspected(`${shared}#ABC123-DEF456`, net)).verdict.status).toBe('expired');
  });
});

describe('the public achievements of a person at Microsoft Learn', () => {
  const profile = 'https://learn.microsoft.com/api/profiles/exampleperson';
  const list = 'https://learn.microsoft.com/api/achievements/user/0a1b-2c3d';
  const trophy = (user = 'exampleperson', id = 'learn.example.first-steps.trophy') =>
    `https://learn.microsoft.com/en-us/training/achievements/${id}?username=${user}`;
  const achievements = [
    { typeId: 'learn.example.first-steps.trophy', title: 'First steps', grantedOn: '2026-03-14T00:00:00Z' },
    { typeId: 'learn.example.tables.badge', title: 'Tables', grantedOn: '2026-02-01T00:00:00Z' },
  ];
  const world = netOf({ [profile]: { userId: '0a1b-2c3d' }, [list]: { achievements, totalCount: 2 } });

  it('are asked under the number that the profile gives, and confirmed one by one', async () => {
    const item = await inspected(trophy(), world);
    expect(item.verdict).toMatchObject({ status: 'issuer-confirmed', standing: 'verified' });
    expect(item.report.credential).toMatchObject({
      name: 'First steps',
      issued: { text: '2026-03-14T00:00:00Z' },
      recipient: { name: null },
    });
  });

  it('are a list of rows, where the link leads to the person', async () => {
    const { contains } = await inspected(
      'https://learn.microsoft.com/en-us/users/exampleperson/achievements',
      world,
    );
    expect(contains).toEqual([trophy(), trophy('exampleperson', 'learn.example.tables.badge')]);
  });

  it('say nothing of what the person has not, and of a person who is not there', async () => {
    const other = trophy('exampleperson', 'learn.example.first-steps-2.trophy');
    expect((await inspected(other, world)).verdict).toMatchObject({
      status: 'unreachable',
      reason: 'record-absent-or-private',
    });
    expect((await inspected(trophy('nobody'), netOf({}))).verdict.status).toBe('unreachable');
    const gone = netOf({ 'https://learn.microsoft.com/api/profiles/nobody': 404 });
    expect((await inspected(trophy('nobody'), gone)).verdict.status).toBe('unreachable');
  });

  it('say nothing by the profile of another person', async () => {
    const of = (userName: string) =>
      netOf({ [profile]: { userId: '0a1b-2c3d', userName }, [list]: { achievements } });
    expect((await inspected(trophy(), of('ExamplePerson'))).verdict.status).toBe('issuer-confirmed');
    expect((await inspected(trophy(), of('somebody-else'))).verdict.status).toBe('unreachable');
  });

  it.each(['../profiles/x', 'a/b', 'a?b=c', '', 7.5, null, { id: 'x' }])(
    'are not asked for under %j, which is no number of a person',
    async (userId) => {
      const net = netOf({ [profile]: { userId }, [list]: { achievements } });
      expect((await inspected(trophy(), net)).verdict.status).toBe('unreachable');
    },
  );
});
