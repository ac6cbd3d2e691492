/** Pages in every phase, for the gallery. */

import { readClrContent } from '../../../src/credential/clr.ts';
import { readOb3Content } from '../../../src/credential/ob3.ts';
import type { JsonObject } from '../../../src/json.ts';
import { problem } from '../../../src/problem.ts';
import type { PageState } from '../../../src/protocol.ts';
import type { CheckedEntry } from '../../../src/report/checked.ts';
import { inconclusive, passed } from '../../../src/verify/report.ts';
import { richBadge, richEndorsement, richRecord } from '../../build/rich.ts';
import { achievement, checked, checking, content, ITEMS, item, NOW, page } from '../made-up-items.ts';

export { ITEMS };

const person = 'Ana Lindqvist';
/** Brought to the preview by their owner: no page shows them. */
const asked = (keys: readonly string[]) =>
  ITEMS.filter(({ key }) => keys.includes(key)).map((each) => ({
    ...checked(each),
    places: [],
    asked: { kind: 'file', name: `${each.key}.png` } as const,
  }));

/** A list of what was checked before, one answer of it another than the time before. */
export const CHECKED: readonly CheckedEntry[] = [
  {
    title: 'Certified Scrum Facilitator',
    issuer: 'Issued by Northwind Institute',
    page: 'Ana Lindqvist',
    address: 'https://www.profiles.example/in/ana-lindqvist',
    status: 'revoked',
    standing: 'failed',
    at: NOW,
    settled: { outcome: 'revoked', at: NOW },
    before: { outcome: 'signature-verified', at: Date.UTC(2026, 8, 2) },
  },
  {
    title: 'Data Literacy, Level 2',
    issuer: 'Institute of Applied Data, at badges.applied-data.example.ac.uk',
    page: 'Ana Lindqvist',
    address: 'https://www.profiles.example/in/ana-lindqvist',
    status: 'signature-verified',
    standing: 'unrecognised',
    at: NOW,
    settled: { outcome: 'signature-verified', at: NOW },
    before: null,
  },
];

/** A long working life, in several scripts: issued from 2009 to last month, with names too long for a line. */
const years = (
  [
    ['2009-06-01', 'Bachelor of Science'],
    ['2016-03-09', 'Certified Administrator of Distributed Databases, Associate'],
    ['2019-01-20', '情報処理安全確保支援士試験合格証明書（クラウドセキュリティ専門課程修了）'],
    ['2024-05-02', 'Certified Architect of Resilient Systems – Professional'],
    ['2026-10-05', 'شهادة الأخصائي المعتمد في إدارة المشاريع الاحترافية، المستوى الثالث'],
  ] as const
).map(([text, name]) =>
  item({
    key: text,
    verdict: {},
    credential: content({
      achievements: [
        achievement({
          name,
          tags: ['MANAGEMENT OF INFORMATION SECURITY', 'クラウドセキュリティの設計と運用'],
        }),
      ],
      issued: { text, instant: Date.parse(text) },
      validUntil: null,
    }),
  }),
);

/** The browser was without a network: no row could be asked about. */
const offlineItem = (each: (typeof ITEMS)[number]) =>
  item({
    key: each.key,
    verdict: { status: 'unreachable', standing: 'inconclusive', reason: 'offline' },
    credential: null,
    outcomes: { proof: inconclusive(problem('offline')) },
    item: { claim: each.claim, provider: each.provider },
    contacted: [],
  });

const COLLEGE = 'did:web:college.harbour.example';
const embedded = (document: JsonObject) => ({ securing: 'embedded', document, stated: true }) as const;
const college = {
  id: COLLEGE,
  name: 'Harbour College',
  domain: 'college.harbour.example',
  recognisedBy: [{ source: 'reader', name: 'Harbour College' }],
} as const;
const guild = 'Guild of Sea Pilots';
const COMMENT = 'We watched the night passage and would take her aboard.';
const RICH_BADGE = richBadge(COLLEGE);
const RICH_RECORD = richRecord(COLLEGE, [RICH_BADGE]);
const ENDORSEMENT = richEndorsement('did:web:pilots.example', String(RICH_BADGE.id), COMMENT);
/** Records that tell all that a record can tell: a badge that others endorse, a transcript, an endorsement. */
const RICH = [
  item({
    key: 'badge',
    verdict: {},
    credential: readOb3Content(RICH_BADGE, embedded(RICH_BADGE)),
    issuer: college,
    outcomes: {
      endorsements: passed({
        endorsements: [
          {
            endorser: guild,
            status: 'signature-verified',
            about: 'credential',
            says: COMMENT,
          },
          { endorser: guild, status: 'signature-verified', about: 'issuer', says: null },
        ],
      }),
    },
  }),
  item({
    key: 'transcript',
    verdict: {},
    credential: readClrContent(RICH_RECORD, embedded(RICH_RECORD)),
    issuer: college,
  }),
  item({
    key: 'endorsement',
    verdict: {},
    credential: readOb3Content(ENDORSEMENT, embedded(ENDORSEMENT)),
    issuer: {
      id: 'did:web:pilots.example',
      name: guild,
      domain: 'pilots.example',
      recognisedBy: [{ source: 'reader', name: guild }],
    },
  }),
];

export const CASES: Readonly<Record<string, PageState | null>> = {
  done: page({ person }),
  nameless: page(),
  allow: page({
    person,
    wantedOrigins: ['https://certificates.meridian.example/*', 'https://records.harbour.example/*'],
  }),
  checking: page({
    person,
    phase: 'checking',
    rows: ITEMS.map((each, n) => (n % 3 === 1 ? checking(each) : checked(each))),
  }),
  scanning: null,
  idle: null,
  empty: page({ rows: [] }),
  unread: page({
    rows: [],
    unreadList: 'https://www.linkedin.com/in/ana-lindqvist/details/certifications/',
  }),
  unreadable: page({ phase: 'not-readable', notReadable: 'store-page', rows: [] }),
  pdf: page({ phase: 'not-readable', notReadable: 'pdf', rows: [] }),
  offline: page({ person, rows: ITEMS.slice(8).map((each) => checked(offlineItem(each))) }),
  error: null,
  years: page({ person, rows: years.map(checked) }),
  rich: page({ person, rows: RICH.map(checked) }),
  few: page({ person, rows: ITEMS.slice(0, 3).map(checked) }),
  asked: page({
    person,
    rows: [...ITEMS.slice(0, 4).map(checked), ...asked(['page'])],
  }),
  unkept: page({ person, rows: ITEMS.slice(0, 3).map(checked), unkept: ['cv.pdf', 'first-aid.png'] }),
  many: page({
    person,
    rows: Array.from({ length: 60 }, (_, n) => ({
      ...checked(ITEMS[n % ITEMS.length] as (typeof ITEMS)[number]),
      key: `k${n}`,
    })),
  }),
  brought: page({
    url: '',
    title: '',
    rows: asked(['signed', 'failed', 'expired', 'unknown-issuer', 'revoked']),
  }),
};
