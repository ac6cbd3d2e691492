import { LOCALE, link } from '../link.ts';
import type { AskedFirst, Provider, RecordReading, Route } from '../provider.ts';

/** Its former name redirects to it. */
const HOST = '(?:learn|docs)\\.microsoft\\.com';

/** One award of a shared transcript: the transcript's address, followed by the award's own number. */
const ENTRY = 'https://learn.microsoft.com/en-us/users/{user}/transcript/{id}#{entry}';

/**
 * A transcript that a person shares is public JSON. freeCodeCamp/freeCodeCamp api/src/routes/protected/user.ts asks for
 * it, and public code reads its awards this way. It holds mail addresses and numbers of the person; nothing else of it
 * is read. An answer for another person, or without the award's number, does not count. A transcript that is no longer
 * shared is a 404.
 */
const award = (record: string, number: string, reads: RecordReading['reads']): Route => ({
  via: 'award',
  address: 'https://learn.microsoft.com/api/profiles/transcript/share/{transcript}?locale=en-us',
  atRunTime: true,
  elsewhere: true,
  reading: {
    of: { kind: 'json' },
    record,
    ids: [
      { at: ':root/userName', is: '{user}' },
      { at: number, is: '{id}' },
    ],
    reads,
  },
});
/**
 * A person's public achievements. The profile gives the number under which they are kept, and may repeat the person's
 * name in the link, as a transcript does. freeCodeCamp/freeCodeCamp
 * api/src/routes/helpers/challenge-helpers.ts asks for both this way, and knows a trophy by its `typeId`.
 */
const PERSON: AskedFirst = {
  address: 'https://learn.microsoft.com/api/profiles/{user}',
  at: '/userId',
  as: 'person',
  ids: [{ at: '/userName', is: '{user}', mayLack: true }],
};
const ACHIEVEMENTS = 'https://learn.microsoft.com/api/achievements/user/{person}';
const TROPHY: Route = {
  via: 'award',
  first: PERSON,
  address: ACHIEVEMENTS,
  atRunTime: true,
  reading: {
    of: { kind: 'json' },
    record: '/achievements/*',
    ids: [{ at: '/typeId', is: '{id}' }],
    reads: { title: '/title', issued: '/grantedOn' },
  },
};

const certification = award('/certificationData/activeCertifications/*', '/certificationNumber', {
  title: '/name',
  issued: '/dateEarned',
  expires: '/expiration',
});
const appliedSkill = award('/appliedSkillsData/appliedSkillsCredentials/*', '/credentialId', {
  title: '/title',
  issued: '/awardedOn',
});

export const microsoftLearn: Provider = {
  // Evidence: freeCodeCamp/freeCodeCamp api/src/routes/protected/user.ts
  // Evidence: freeCodeCamp/freeCodeCamp api/src/routes/helpers/challenge-helpers.ts
  id: 'microsoft-learn',
  name: 'Microsoft Learn',
  group: 'technology',
  hosts: ['https://learn.microsoft.com/*'],
  shapes: [
    {
      kind: 'credential',
      pattern: link(
        HOST,
        `/api/(?:credentials|achievements)/share/${LOCALE}/(?<user>[^/?#]+)/(?<id>[0-9A-Za-z]{6,16})`,
      ),
      // The page's head has the title and a picture, and no id: public code reads it this way. So we learn only that it
      // exists.
      routes: [{ via: 'page', carries: null, template: 'meta[property="og:image"]' }],
      examples: [
        'https://learn.microsoft.com/api/credentials/share/en-us/ExamplePerson-1234/0123456789ABCDEF?sharingId=0123456789ABCDEF',
        'https://learn.microsoft.com/api/achievements/share/en-us/ExamplePerson-1234/AB12CD34?sharingId=0123456789ABCDEF',
      ],
    },
    {
      kind: 'credential',
      pattern: link(
        HOST,
        `/(?:${LOCALE}/)?users/(?<user>[^/?#]+)/credentials/(?<id>(?=[^/?#]*\\d)[0-9A-Za-z-]{8,80})`,
      ),
      routes: [{ via: 'page', carries: 'id' }],
      examples: ['https://learn.microsoft.com/en-us/users/exampleperson-1234/credentials/0123456789abcdef'],
    },
    {
      kind: 'credential',
      pattern: link(
        HOST,
        `/(?:${LOCALE}/)?users/(?<user>[^/?#]+)/credentials/certification/(?<id>[0-9A-Za-z-]{8,80})`,
      ),
      // The id is that of the certification, which many people hold.
      identity: ['user', 'id'],
      routes: [{ via: 'page', carries: ['user', 'id'] }],
      examples: [
        'https://learn.microsoft.com/users/exampleperson-1234/credentials/certification/example-associate',
      ],
    },
    {
      kind: 'credential',
      pattern: link(HOST, `/(?:${LOCALE}/)?users/(?<user>[^/?#]+)/achievements/(?<id>[0-9a-z]{6,12})`),
      identity: ['user', 'id'],
      routes: [{ via: 'page', carries: ['user', 'id'] }],
      examples: ['https://learn.microsoft.com/en-us/users/exampleperson-1234/achievements/ab12cd34'],
    },
    {
      kind: 'credential',
      pattern: new RegExp(
        `^https?://${HOST}/(?:${LOCALE}/)?(?:training|learn)/achievements/(?<id>[a-z0-9.-]+\\.(?:trophy|badge))/?\\?(?:[^#]*&)?username=(?<user>[^&#/?\\\\]+)(?:[&#].*)?$`,
        'i',
      ),
      identity: ['user', 'id'],
      routes: [TROPHY, { via: 'page', carries: ['user', 'id'] }],
      examples: [
        'https://learn.microsoft.com/en-us/training/achievements/learn.example.first-steps.trophy?username=exampleperson&sharingId=0123456789ABCDEF',
        'https://docs.microsoft.com/en-us/learn/achievements/learn.example.first-steps.badge?username=exampleperson-1234',
      ],
    },
    {
      kind: 'credential',
      pattern: new RegExp(
        `^https?://${HOST}/(?:${LOCALE}/)?users/(?<user>[^/?#]+)/transcript/(?<transcript>[0-9a-z]{10,24})/?(?:\\?[^#]*)?#(?<id>[0-9A-Z]{6}-[0-9A-Z]{6}|[0-9A-F]{16})$`,
        'i',
      ),
      identity: ['user', 'transcript', 'id'],
      routes: [certification, appliedSkill],
      examples: [
        'https://learn.microsoft.com/en-us/users/exampleperson/transcript/0a1b2c3d4e5f6g7#ABC123-DEF456',
      ],
    },
    {
      kind: 'collection',
      pattern: link(HOST, `/(?:${LOCALE}/)?users/(?<user>[^/?#]+)/transcript/(?<id>[0-9a-z]{10,24})`),
      routes: [
        {
          via: 'list',
          address: 'https://learn.microsoft.com/api/profiles/transcript/share/{id}?locale=en-us',
          of: { kind: 'json' },
          ids: [{ at: '/userName', is: '{user}' }],
          entries: [
            { at: '/certificationData/activeCertifications/*/certificationNumber', link: ENTRY },
            { at: '/appliedSkillsData/appliedSkillsCredentials/*/credentialId', link: ENTRY },
          ],
        },
      ],
      examples: ['https://learn.microsoft.com/en-us/users/exampleperson/transcript/0a1b2c3d4e5f6g7'],
    },
    {
      kind: 'collection',
      pattern: link(
        HOST,
        `/(?:${LOCALE}/)?users/(?!me(?:[/?#]|$))(?<id>[\\w.-]+)(?:/(?:achievements|credentials|certifications|training))?`,
      ),
      routes: [
        {
          via: 'list',
          first: {
            ...PERSON,
            address: 'https://learn.microsoft.com/api/profiles/{id}',
            ids: [{ at: '/userName', is: '{id}', mayLack: true }],
          },
          address: ACHIEVEMENTS,
          of: { kind: 'json' },
          entries: [
            {
              at: '/achievements/*/typeId',
              link: 'https://learn.microsoft.com/en-us/training/achievements/{entry}?username={id}',
            },
          ],
        },
      ],
      examples: [
        'https://learn.microsoft.com/en-us/users/exampleperson-1234/achievements',
        'https://docs.microsoft.com/en-us/users/exampleperson-1234/',
      ],
    },
  ],
  notFound: 'unknown',
  issues: { id: 'https://learn.microsoft.com/', name: 'Microsoft', domain: 'microsoft.com' },
  ceiling: 'issuer-confirmed',
  note: 'A shared transcript lists active certifications and applied skills, each with its number and day; a public profile its trophies; a shared credential has a page only.',
  counterExamples: [
    'https://learn.microsoft.com/en-us/training/',
    'https://learn.microsoft.com/en-us/users/me/achievements',
    'https://learn.microsoft.com/en-us/users/exampleperson-1234/credentials/certifications',
    'https://learn.microsoft.com/en-us/credentials/certifications/azure-fundamentals/',
    'https://learn.microsoft.com/en-us/training/achievements/learn.example.first-steps.trophy',
    // Not one name, but a way from one person's data to another's.
    'https://learn.microsoft.com/en-us/training/achievements/learn.example.first-steps.trophy?username=somebody/../exampleperson',
  ],
};
