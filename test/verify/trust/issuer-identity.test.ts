/** Who may be green: only the honest listed id under its own name (../shared/issuers/rule.md). */
import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../src/credential/model.ts';
import { hosting } from '../../../src/provider/hosting.ts';
import { succeed } from '../../../src/result.ts';
import { checkIssuerTrust } from '../../../src/verify/check/issuer-trust.ts';
import type { CheckContext } from '../../../src/verify/check-context.ts';
import { judge } from '../../../src/verify/judge.ts';
import { outcomesFrom, type Report } from '../../../src/verify/report.ts';
import { NEVER_RAISED, RECOGNISED_ISSUERS } from '../../../src/verify/trust/recognised-issuers.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';

/** A record whose proof and key binding hold, of an issuer with this id and name: what is told of it. */
async function tell(id: string | null, name: string | null, universities: 'reader' | 'policy' | null = null) {
  const record = {
    issuer: { id, name, url: null, email: null, image: null, description: null },
    recipient: { id: null },
    achievements: [],
  } as unknown as Credential;
  const passed = { state: 'passed' } as const;
  const context = {
    record,
    ports: {
      ...fakePorts(),
      hosting,
      issuers: { lookUp: async () => succeed([]), universities: async () => universities },
    },
    hosting: null,
    outcomes: { proof: passed, 'key-binding': passed },
  } as unknown as CheckContext;
  const { outcome, issuer } = await checkIssuerTrust(context);
  const report = {
    credential: { securing: 'embedded' },
    outcomes: outcomesFrom((check) => (check === 'issuer-trust' ? outcome : passed)),
    issuer,
    holder: { state: 'not-checkable' },
    contacted: [],
    at: NOW,
  } as unknown as Report;
  const { standing, reason } = judge(report);
  return `${standing} ${reason}`;
}

const credly = (uuid: string): string => `did:web:www.credly.com:api:v1:obi:v3:issuers:${uuid}`;
const uuidOf = (id: string): string | null =>
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.exec(id)?.[0] ?? null;

const LISTED = RECOGNISED_ISSUERS.flatMap(({ name, ids }) => ids.map((id) => ({ name, id })));
const ON_CREDLY = LISTED.flatMap(({ name, id }) => {
  const uuid = uuidOf(id);
  return uuid === null ? [] : [{ name, uuid }];
});
/** The next hexadecimal digit in place of the last. */
const nextTo = (uuid: string): string =>
  uuid.slice(0, -1) + ((Number.parseInt(uuid.at(-1) ?? '', 16) + 1) % 16).toString(16);

const GREEN = 'verified null';
const ANOTHER = 'caution issuer-name-of-another';
const UNKNOWN = 'unrecognised issuer-unknown';
const IDENTIFIED = 'unrecognised issuer-identified';

describe('green is', () => {
  it.each(LISTED)('$name under its own id', async ({ name, id }) => {
    expect(await tell(id, name)).toBe(GREEN);
  });

  const CISCO = '74381078-44ac-4581-8471-36bd1ce495b7';
  it.each([
    `https://www.credly.com/api/v1/obi/v2/issuers/${CISCO}`,
    `https://api.credly.com/v1/obi/v2/issuers/${CISCO}`,
    `https://api.credly.com/v1/obi/v2/issuers/${CISCO}.json`,
    `https://www.credly.com/api/v1/obi/v3/issuers/${CISCO}`,
    `https://www.credly.com/api/v1/obi/v1/issuers/${CISCO}`,
    `https://www.credly.com/api/v1/organizations/${CISCO}`,
    `https://www.youracclaim.com/api/v1/obi/v2/issuers/${CISCO}`,
    credly(CISCO.toUpperCase()),
  ])('one issuer of Credly in the form %s', async (id) => {
    expect(await tell(id, 'Cisco')).toBe(GREEN);
  });

  it.each([
    ['480c2e9f-5f59-41a6-b22b-87114bad9590', 'VMware'],
    ['480c2e9f-5f59-41a6-b22b-87114bad9590', 'Broadcom'],
    ['8b818bfd-a192-4339-ae4c-daec7622cc24', '(ISC)²'],
    ['51b3fa6d-3818-4bb7-9de4-3e39cbde79bd', 'Microsoft Global Partner Solutions (GPS)'],
    ['788b28ee-5610-4a65-83a5-69ea5c571914', 'Apple'],
    [CISCO, 'Cisco™'],
    ['f4b8d042-0072-4a1a-8d00-260b513026e8', 'Linux Foundation'],
    [CISCO, null],
  ])('%s under %s, a name that it goes or went by', async (uuid, name) => {
    expect(await tell(credly(uuid), name)).toBe(GREEN);
  });
});

describe('never green, whatever it is called, is', () => {
  it.each(ON_CREDLY)('an id next to that of $name', async ({ name, uuid }) => {
    expect(await tell(credly(nextTo(uuid)), name)).toBe(ANOTHER);
  });

  it.each(ON_CREDLY)('a tenant of Badgr that calls itself $name', async ({ name }) => {
    expect(await tell('https://api.badgr.io/public/issuers/AbCdEfGhIjKlMnOpQrStUv', name)).toBe(ANOTHER);
  });

  it.each(LISTED)('the listed id of $name under a foreign name', async ({ id }) => {
    expect(await tell(id, 'Harbour College of Navigation')).toBe('caution issuer-name-differs');
  });

  it.each(NEVER_RAISED.map((id) => [id]))(
    '%s, which a registry lists under a name not its own',
    async (id) => {
      expect(await tell(id, 'My University')).toBe(UNKNOWN);
    },
  );

  const BADGR = 'https://api.badgr.io/public/issuers/AbCdEfGhIjKlMnOpQrStUv';
  it.each([
    'Google',
    'GOOGLE',
    'Google LLC',
    'Google Inc.',
    'The Google',
    'Google Career Certificates',
    'Grow with Google',
    'Goog1e',
    'G00gle',
    'Gооgle', // Cyrillic о
    'Ｇｏｏｇｌｅ',
    'ɢᴏᴏɢʟᴇ', // small capitals
    '🅖🅞🅞🅖🅛🅔',
    '🅶🅾🅾🅶🅻🅴 Academy',
    '🇨🇮🇸🇨🇴',
    'Goo\u200bgle',
    'Goo\u200bgle Career Certificates',
    'G\u3164oo\u3164gle', // letters that are drawn as nothing
    'Micro\u200asoft Learn', // a hair space
    'I.B.M. Training',
    'RedHat Academy',
    'Googleᵀᴹ',
    'Git Hub Campus',
    'GoogleAcademy',
    'IBMSkills',
    'IBM\u200bAcademy', // drawn as IBMAcademy
    'Gogle',
    'Googel',
    'Google®',
    'Google™',
    'CISCO™ Networking',
    'Google (Cloud)',
    'Academy (Cisco)',
    'G-o-o-g-l-e',
    'Microsoft Partner',
    'MicrosoftPartners',
    'Mircosoft',
    'Micros0ft Learn',
    'Cisco Networking Academy',
    'Сіѕсо', // Cyrillic
    'Ciscoo',
    'IBM',
    'I.B.M.',
    'IBM Research',
    'RedHat',
    'Red-Hat Training',
    'Amazon Web Services',
    'AWS',
    'Amazon',
    'aws academy',
    'ISACA Orange County Chapter',
    'Trivium Microsoft Partner',
    'PMI Chapter North',
    'VMware',
    'Linux Foundation',
    'The Linux Foundation Training',
    'Massachusetts Institute of Technology',
    'MIT',
    'MIT xPRO',
    'Georgia Tech',
    'CompTIA Authorized Partner',
    'Scrum.org',
    'Coursera',
    'Corsera',
    'GitHub Education',
  ])('a tenant called %s', async (name) => {
    expect(await tell(BADGR, name)).toBe(ANOTHER);
  });

  it.each([
    [
      'an organisation of Accredible called IBM',
      'did:web:api.accredible.com:v1:verifiable_credential:organizations:99001',
      'IBM',
      ANOTHER,
    ],
    [
      'the number next to New Relic’s',
      'did:web:api.accredible.com:v1:verifiable_credential:organizations:8134',
      'New Relic',
      ANOTHER,
    ],
    [
      'a path below New Relic’s id',
      'did:web:api.accredible.com:v1:verifiable_credential:organizations:8133:x',
      'New Relic',
      ANOTHER,
    ],
    ['a wallet’s tenant', 'did:web:network.learncard.com:users:toefl2', 'TOEFL', UNKNOWN],
    ['a user of a university’s host', 'did:web:users.uni.edu:bob', 'University of Northern Iowa', UNKNOWN],
    ['a host in front of another domain', 'did:web:uni.edu.evil.example', 'University', UNKNOWN],
    ['a mill that owns a .edu', 'did:web:columbus.edu', 'Columbus University', UNKNOWN],
    ['a DID in letters of another case', 'did:web:C21U.gatech.edu', 'Georgia Tech', UNKNOWN],
    ['a path below a listed DID', 'did:web:c21u.gatech.edu:bob', 'Harbour College', UNKNOWN],
    ['a host below a listed DID', 'did:web:bob.c21u.gatech.edu', 'Harbour College', UNKNOWN],
    [
      'a key next to a listed one',
      'did:key:z6MktL8XGbuYv5f7hwf6hVyJkJWynNtNhcsXFYe9NJzjKHkX',
      'Digital Credentials Consortium',
      ANOTHER,
    ],
    [
      'a fragment behind a listed id',
      `${credly('74381078-44ac-4581-8471-36bd1ce495b7')}#key-0`,
      'Cisco',
      ANOTHER,
    ],
    [
      'a query behind a listed id',
      'https://www.credly.com/api/v1/obi/v2/issuers/74381078-44ac-4581-8471-36bd1ce495b7?v=2',
      'Cisco',
      ANOTHER,
    ],
    [
      'a path behind a listed id',
      'https://www.credly.com/api/v1/obi/v2/issuers/74381078-44ac-4581-8471-36bd1ce495b7/x',
      'Cisco',
      ANOTHER,
    ],
    [
      'http in place of https',
      'http://www.credly.com/api/v1/obi/v2/issuers/74381078-44ac-4581-8471-36bd1ce495b7',
      'Cisco',
      ANOTHER,
    ],
    [
      'another host of Credly’s',
      'https://images.credly.com/api/v1/obi/v2/issuers/74381078-44ac-4581-8471-36bd1ce495b7',
      'Cisco',
      ANOTHER,
    ],
    [
      'a listed uuid at another host',
      'https://badges.example/api/v1/obi/v2/issuers/74381078-44ac-4581-8471-36bd1ce495b7',
      'Cisco',
      ANOTHER,
    ],
    ['a vanity address', 'https://www.credly.com/organizations/cisco', 'Cisco', ANOTHER],
    ['a bare uuid', '74381078-44ac-4581-8471-36bd1ce495b7', 'Cisco', ANOTHER],
    ['a name in place of an id', 'Cisco', 'Cisco', ANOTHER],
    ['nobody', null, 'Cisco', ANOTHER],
    ['an unlisted id under a former name', credly('480c2e9f-5f59-41a6-b22b-87114bad9591'), 'VMware', ANOTHER],
    [
      'Broadcom’s id under another firm’s name',
      credly('480c2e9f-5f59-41a6-b22b-87114bad9590'),
      'Pivotal',
      'caution issuer-name-differs',
    ],
    [
      'Cisco’s id under Google’s name',
      credly('74381078-44ac-4581-8471-36bd1ce495b7'),
      'Google',
      'caution issuer-name-differs',
    ],
  ])('%s: %s', async (_what, id, name, told) => {
    expect(await tell(id, name)).toBe(told);
  });

  it.each([
    ['did:web:cisc0.com', 'Cisco'],
    ['https://ibm.com.badges.example/issuer', 'Big Blue'],
    ['https://red-hat.evil.example/', 'Red Hat'],
    ['https://xn--csco-qpa.com/issuer', 'Harbour College'],
    ['https://micr0soft.com/', 'Harbour College'],
    ['https://rnicrosoft.com/', 'Harbour College'],
    ['https://comptla.org/', 'Harbour College'],
    ['https://newrelics.com/', 'Harbour College'],
    ['https://isovalemt.com/', 'Harbour College'],
    ['https://pythonlnstitute.org/', 'Harbour College'],
    ['https://asisonl1ne.org/', 'Harbour College'],
    ['https://stanford.edu.pl/', 'Harbour College'],
    ['https://stanford.edu.badges.latech.edu/', 'Harbour College'],
    ['did:web:xn--ggle-55da.latech.edu', 'Harbour College'], // gооgle.latech.edu, with Cyrillic letters
    ['https://xn--oogle-wmc.com/', 'Harbour College'], // ɢoogle.com, with a small capital
    ['https://skillsbui1d.org/', 'Harbour College'],
    ['https://securityb1ue.team/', 'Harbour College'],
    ['did:web:xn--cgnizant-1bh.example', 'Microsoft'],
    ['https://badges.example/cisco.com', 'Cisco'],
    ['https://raw.githubusercontent.com/bob/badges/main/issuer.json', 'GitHub'],
    ['https://bob.github.io/issuer.json', 'GitHub'],
    ['https://github.com/bob/badges/raw/main/issuer.json', 'GitHub'],
    ['https://sites.google.com/view/bob', 'Google'],
    ['did:web:sites.google.com', 'Google'],
    ['did:web:users.ibm.com', 'IBM'],
    ['https://www.ibm.com:8443/issuer', 'IBM'],
    ['https://badges.harbour.example/issuer', 'ᏟᎥᏚᏟᎾ'],
    ['https://badges.harbour.example/issuer', 'ꓚꓲꓢꓚꓳ'],
    ['https://badges.harbour.example/issuer', 'СІЅСО Academy'],
    ['https://xn--58dsh5mmcc.com/', 'Harbour College'],
  ])('a domain made to be taken for another, or a name at a domain not its own: %s, %s', async (id, name) => {
    expect(await tell(id, name)).toMatch(/^caution issuer-(?:look-alike|domain-confusable|name-of-another)$/);
  });
});

describe('no doubt is raised by', () => {
  it.each([
    ['https://badges.harbour.example/issuer', 'Harbour College'],
    ['https://badges.harbour.example/issuer', 'Applied Sciences'],
    ['https://badges.harbour.example/issuer', 'Ibex Mountain Guides'],
    ['https://badges.harbour.example/issuer', 'Sass and Style School'],
    ['https://badges.harbour.example/issuer', 'Scrum Organisation Harbour'],
    ['https://badges.harbour.example/issuer', 'MacAppleby Training'],
    ['https://badges.harbour.example/issuer', 'SAP'],
    ['https://badges.harbour.example/issuer', 'Lernen mit Freude'],
    ['https://badges.harbour.example/issuer', 'San Francisco State'],
    ['https://badges.harbour.example/issuer', 'Universidade do Amazonas'],
    ['did:web:www.ibm.com', 'IBM'],
    ['https://www.cisco.com/badges/issuer.json', 'Cisco'],
  ])('%s, which calls itself %s: it is only not known', async (id, name) => {
    expect(await tell(id, name)).toBe(UNKNOWN);
  });
});

describe('somebody says whose house it is, and green it is not, of', () => {
  it.each([
    ['did:web:stanford.edu', 'Stanford University'],
    ['did:web:badges.stanford.edu', 'Stanford University'],
    ['https://badges.stanford.edu/', 'Stanford University'],
    ['https://stanford.edu/.well-known/issuer.json', 'Stanford University'],
    ['did:web:ox.ac.uk', 'University of Oxford'],
    ['did:web:ox.ac.uk', 'University of Oxford, Department of Engineering'],
    ['did:web:sydney.edu.au', 'The University of Sydney'],
    // The directory has them, however close their domains are to that of another.
    ['did:web:asu.edu.eg', 'Ain Shams University'],
    ['did:web:badges.latech.edu', 'Louisiana Tech University'],
    ['https://api.edubadges.nl/public/issuers/AbCdEfGhIjKlMnOpQrStUv', 'Hogeschool Utrecht'],
  ])('%s, called %s', async (id, name) => {
    expect(await tell(id, name)).toBe(IDENTIFIED);
  });

  const NOT_IDENTIFIED: readonly (readonly [string, string, string | null])[] = [
    ['another name', 'did:web:stanford.edu', 'Harbour College'],
    ['no name', 'did:web:stanford.edu', null],
    ['a part of the name', 'did:web:stanford.edu', 'Stanford'],
    ['the name in the midst of another', 'did:web:stanford.edu', 'Friends of Stanford University in Ghent'],
    ['a path', 'did:web:stanford.edu:people:bob', 'Stanford University'],
    ['a path of an address', 'https://stanford.edu/~bob', 'Stanford University'],
    [
      'a path that some servers read as another',
      'https://stanford.edu/.well-known/..%2Fpeople/bob/issuer.json',
      'Stanford University',
    ],
    [
      'a path that other servers read as another',
      'https://stanford.edu/.well-known/..;/people/bob/issuer.json',
      'Stanford University',
    ],
    ['a host of people', 'did:web:users.stanford.edu', 'Stanford University'],
    ['a host of students', 'did:web:bob.students.stanford.edu', 'Stanford University'],
    ['a host of its own for every student', 'did:web:bob.create.ou.edu', 'University of Oklahoma'],
    ['a name within a hall of residence', 'https://bobs-pc.resnet.stanford.edu/', 'Stanford University'],
    ['a host in front of another domain', 'did:web:stanford.edu.evil.example', 'Stanford University'],
    ['a longer name', 'did:web:notstanford.edu', 'Stanford University'],
    ['punycode', 'did:web:xn--bb-5ja.stanford.edu', 'Stanford University'],
    ['a port', 'did:web:stanford.edu%3A8443', 'Stanford University'],
    ['a mill that owns a .edu', 'did:web:columbus.edu', 'Columbus University'],
    ['a name that every object has', 'did:web:constructor.__proto__', 'Object'],
    [
      'the demonstration of a platform of members',
      'https://api.demo.edubadges.nl/public/issuers/AbCdEfGhIjKlMnOpQrStUv',
      'Hogeschool Utrecht',
    ],
    ['the platform of members alone', 'https://api.edubadges.nl/', 'Hogeschool Utrecht'],
    [
      'a look-alike of that platform',
      'https://api.edubadges.nl.evil.example/public/issuers/AbCdEfGhIjKlMnOpQrStUv',
      'Hogeschool Utrecht',
    ],
  ];
  it.each(NOT_IDENTIFIED)('not where there is %s: %s, called %s', async (_what, id, name) => {
    expect(await tell(id, name)).not.toBe(IDENTIFIED);
    expect(await tell(id, name, 'reader')).not.toBe(GREEN);
  });

  it.each(['reader', 'policy'] as const)(
    'but by the word of the %s, who recognises universities',
    async (who) => {
      expect(await tell('did:web:stanford.edu', 'Stanford University', who)).toBe(GREEN);
      const platform = 'https://api.edubadges.nl/public/issuers/AbCdEfGhIjKlMnOpQrStUv';
      expect(await tell(platform, 'Hogeschool Utrecht', who)).toBe(IDENTIFIED);
    },
  );

  it('a listed name beside it', async () => {
    expect(await tell('did:web:stanford.edu', 'Stanford University and Google', 'reader')).toBe(ANOTHER);
    expect(await tell('https://api.edubadges.nl/public/issuers/AbCdEfGhIjKlMnOpQrStUv', 'Google')).toBe(
      ANOTHER,
    );
  });
});
