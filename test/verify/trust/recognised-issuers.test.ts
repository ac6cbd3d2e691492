import { describe, expect, it } from 'vitest';
import { complaintsAbout } from '../../../scripts/recognised-issuers.ts';
import { isAscii } from '../../../src/encoding/text.ts';
import { hosting } from '../../../src/provider/hosting.ts';
import { monthsSince } from '../../../src/verify/trust/age.ts';
import { WORDS_OF_LISTED, wordsOf } from '../../../src/verify/trust/issuer-name.ts';
import { newestOf } from '../../../src/verify/trust/recognised.ts';
import {
  NEVER_RAISED,
  RECOGNISED_ISSUERS,
  type RecognisedIssuer,
} from '../../../src/verify/trust/recognised-issuers.ts';

const TODAY = '2026-11-28';
const CISCO = '74381078-44ac-4581-8471-36bd1ce495b7';
const complaints = (issuers: readonly RecognisedIssuer[], never: readonly string[] = []) =>
  complaintsAbout({ issuers, never, same: hosting.sameRecord, today: TODAY });

const ENTRY: RecognisedIssuer = {
  name: 'Harbour College',
  domain: 'harbour.example',
  ids: ['did:web:badges.harbour.example'],
  evidence: [
    ['platform-data', '2026-01-01'],
    ['public-note', '2026-02-01'],
  ],
};

describe('the list of recognised issuers', () => {
  it('keeps its own rules', () => {
    expect(complaints(RECOGNISED_ISSUERS, NEVER_RAISED)).toEqual([]);
  });

  it('holds the issuers that readers meet most', () => {
    const names = RECOGNISED_ISSUERS.map(({ name }) => name);
    expect(names).toHaveLength(43);
    for (const name of ['Cisco', 'CompTIA', 'IBM', 'ISC2', 'Microsoft', 'Google Cloud', 'Red Hat'])
      expect(names).toContain(name);
  });

  it('names nobody’s repository', () => {
    expect(JSON.stringify(RECOGNISED_ISSUERS)).not.toMatch(/github\.io|\.png|@[0-9a-f]{7}/);
  });
});

it('the words of the listed names that are not ASCII stand in a table, as they are read', () => {
  const names = RECOGNISED_ISSUERS.flatMap(({ name, aka = [], marks = [] }) => [name, ...aka, ...marks]);
  const others = names.filter((name) => !isAscii(name));
  expect(new Map(WORDS_OF_LISTED)).toEqual(new Map(others.map((name) => [name, wordsOf(name).join(' ')])));
});

describe('a list breaks its rules', () => {
  it.each<[string, Partial<RecognisedIssuer>, string]>([
    ['with one source alone', { evidence: [['platform-data', '2026-01-01']] }, 'one source'],
    ['with an issuer of no id', { ids: [] }, 'no id'],
    ['with a name for an id', { ids: ['Harbour College'] }, 'no id: Harbour'],
    ['with an address for an id, whose platform nobody names', { ids: ['https://x.example/'] }, 'no id'],
    ['with no domain', { domain: 'harbour' }, 'no domain'],
    ['with a URL for a domain', { domain: 'https://harbour.example' }, 'no domain'],
    [
      'with no date',
      {
        evidence: [
          ['public-note', null],
          ['baked-badge', null],
        ],
      },
      'no date',
    ],
    ['with a day of the future', { evidence: [['signed-badge', '2026-12-01']] }, 'until today'],
    ['with a day that is none', { evidence: [['signed-badge', '2026-02-31']] }, 'until today'],
    ['with an empty name', { aka: [''] }, 'empty name'],
  ])('%s', (_what, change, said) => {
    expect(complaints([{ ...ENTRY, ...change }]).join('\n')).toContain(said);
  });

  it.each<[string, readonly RecognisedIssuer[], readonly string[], string]>([
    ['with an id of two issuers', [ENTRY, { ...ENTRY, name: 'Harbour' }], [], 'shares an id'],
    [
      'with two forms of one id of a platform',
      [
        { ...ENTRY, ids: [`did:web:www.credly.com:api:v1:obi:v3:issuers:${CISCO}`] },
        { ...ENTRY, name: 'B', ids: [`did:web:www.credly.com:api:v1:obi:v3:issuers:${CISCO.toUpperCase()}`] },
      ],
      [],
      'shares an id',
    ],
    ['with an issuer listed twice', [ENTRY, { ...ENTRY, ids: ['did:web:b.example'] }], [], 'listed twice'],
    ['with an id that must never be raised', [ENTRY], ENTRY.ids, 'never be raised'],
    ['with a name that must never be raised', [], ['My University'], 'no id'],
  ])('%s', (_what, issuers, never, said) => {
    expect(complaints(issuers, never).join('\n')).toContain(said);
  });

  it('but not with a signed badge or an entry of the member registry alone', () => {
    expect(complaints([{ ...ENTRY, evidence: [['signed-badge', '2026-01-01']] }])).toEqual([]);
    expect(complaints([{ ...ENTRY, evidence: [['member-registry', '2026-01-01']] }])).toEqual([]);
  });
});

describe('the age of an entry', () => {
  it('is counted from the newest word', () => {
    expect(
      newestOf([
        ['platform-data', '2023-04-01'],
        ['signed-badge', '2025-01-01'],
        ['public-note', null],
      ]),
    ).toBe('2025-01-01');
    expect(newestOf([['public-note', null]])).toBeNull();
  });

  it.each([
    ['2025-05-28', 18],
    ['2025-05-29', 17],
    ['2026-11-28', 0],
    ['2027-01-01', 0],
    [null, 0],
  ])('from %s to 2026-11-28 is %d whole months', (date, months) => {
    expect(monthsSince(date, Date.parse(`${TODAY}T12:00:00Z`))).toBe(months);
  });
});
