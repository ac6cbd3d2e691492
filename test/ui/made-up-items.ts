/** Made-up credentials, one and more for every status: what the surfaces are looked at and tested with. */
import type { Achievement, CredentialContent, DateText } from '../../src/credential/model.ts';
import type { Item, Row } from '../../src/item.ts';
import { problem } from '../../src/problem.ts';
import type { PageState } from '../../src/protocol.ts';
import {
  failed,
  type IssuerFinding,
  inconclusive,
  notApplicable,
  notRun,
  type Outcomes,
  outcomesFrom,
  passed,
  type Verdict,
  warned,
} from '../../src/verify/report.ts';

export const NOW = Date.UTC(2026, 10, 23, 9, 41, 7);
const date = (text: string): DateText => ({ text, instant: Date.parse(text) });

export const achievement = (given: Partial<Achievement> = {}): Achievement => ({
  id: 'https://badges.northwind.example/achievements/7',
  name: 'Cloud Security Professional',
  description: 'Designs and reviews the security of workloads that run in more than one cloud.',
  type: 'Certification',
  image: null,
  criteria: {
    id: 'https://badges.northwind.example/criteria/7',
    narrative:
      'Candidates\n\n1. pass a **proctored examination** of 90 minutes,\n2. submit a threat model that two examiners review,\n3. agree to the [code of conduct](https://northwind.example/conduct).\n\n<script>alert(1)</script>',
  },
  creator: null,
  alignments: [
    {
      name: 'Threat modelling',
      url: 'https://skills.example/t/12',
      framework: 'SFIA 9',
      code: 'THIN',
      description: null,
      type: 'CFItem',
    },
    {
      name: 'Identity and access management',
      url: null,
      framework: 'SFIA 9',
      code: 'SCTY',
      description: null,
      type: null,
    },
    {
      name: 'Protect (PR)',
      url: 'https://nist.example/csf/pr',
      framework: 'NIST CSF 2.0',
      code: null,
      description: null,
      type: null,
    },
  ],
  tags: ['cloud', 'zero trust'],
  evidence: [
    {
      id: 'https://portfolio.example/threat-model',
      name: 'Threat model of a payments platform',
      narrative: 'Reviewed on *March 3* by two examiners.',
      description: null,
      genre: 'Project',
      audience: null,
    },
  ],
  results: [{ name: 'Examination', value: '87 %', status: null, achievedLevel: null }],
  ...given,
});

export const content = (given: Partial<CredentialContent> = {}): CredentialContent => ({
  format: 'ob3',
  securing: 'embedded',
  vcdm: '2.0',
  types: ['VerifiableCredential', 'OpenBadgeCredential'],
  id: 'urn:uuid:3f0d3a5e-1d9e-4a92-9d4f-0a6a2a7f4f10',
  name: null,
  description: null,
  image: null,
  issuer: {
    id: 'did:web:badges.northwind.example',
    name: 'Northwind Institute',
    url: null,
    email: null,
    image: null,
    description: null,
  },
  recipient: { id: 'did:example:holder', name: 'Ana Lindqvist', identifiers: [] },
  achievements: [achievement()],
  issued: date('2025-03-04'),
  validFrom: date('2025-03-04T00:00:00Z'),
  validUntil: date('2028-03-04T23:59:59Z'),
  ...given,
});

const titled = (name: string, given: Partial<CredentialContent> = {}): CredentialContent =>
  content({ achievements: [achievement({ name })], ...given });

export const GOOD: Outcomes = outcomesFrom((id) =>
  id === 'refresh' || id === 'endorsements' || id === 'holder' ? notApplicable() : passed(),
);
const UNTOUCHED: Outcomes = outcomesFrom((id) => (id === 'proof' ? notApplicable() : notRun('proof')));

export const finding = (given: Partial<IssuerFinding> = {}): IssuerFinding => ({
  id: 'did:web:badges.northwind.example',
  name: 'Northwind Institute',
  rung: 'recognised',
  domain: 'badges.northwind.example',
  recognisedBy: [{ source: 'reader', name: 'Northwind Institute' }],
  answeredBy: null,
  ...given,
});

interface Made {
  readonly key: string;
  readonly verdict: Partial<Verdict>;
  readonly credential?: CredentialContent | null;
  readonly outcomes?: Partial<Outcomes>;
  readonly base?: Outcomes;
  readonly issuer?: Partial<IssuerFinding>;
  readonly item?: Partial<Item>;
  readonly holder?: Item['report']['holder']['state'];
  readonly contacted?: Item['report']['contacted'];
}

export const item = ({
  key,
  verdict,
  credential = content(),
  outcomes,
  base = GOOD,
  issuer,
  item: own,
  holder,
  contacted,
}: Made): Item => ({
  key,
  link: `https://credentials.example/${key}`,
  provider: null,
  claim: null,
  places: [0],
  within: null,
  report: {
    credential,
    outcomes: { ...base, ...outcomes },
    issuer: finding(issuer),
    holder: { state: holder ?? 'not-checkable' },
    contacted: contacted ?? [
      { url: 'https://badges.northwind.example/.well-known/did.json?pin=1234', at: NOW, outcome: '200' },
      { url: 'https://status.northwind.example/list/3', at: NOW, outcome: 'cached' },
    ],
    at: NOW,
  },
  verdict: { status: 'signature-verified', standing: 'verified', reason: null, also: [], ...verdict },
  ...own,
});

const claim = (title: string | null, issuer: string | null) => ({
  title,
  issuer,
  issued: 'March 2025',
  expires: null,
  credentialId: 'NW-20931',
});
const noRecord = { id: null, name: null, rung: 'none', domain: null, recognisedBy: [] } as const;
const unknown = warned(problem('issuer-unknown', { params: { host: 'badges.northwind.example' } }));

const credly = { id: 'credly', name: 'Credly' };
const timeout = problem('timeout', { params: { host: 'records.harbour.example' } });
const permission = problem('permission-needed', {
  params: { host: 'certificates.meridian.example', origin: 'https://certificates.meridian.example' },
});
const tampered = problem('signature-invalid', { at: '/proof' });
const unbound = problem('key-not-bound', { params: { host: 'arnazon-badges.example' } });

/** In page order. */
export const ITEMS: readonly Item[] = [
  item({
    key: 'signed',
    verdict: {},
    item: { claim: claim('Cloud Security Professional', 'Northwind Institute') },
  }),
  item({
    key: 'confirmed',
    verdict: { status: 'issuer-confirmed' },
    credential: titled('AWS Certified Solutions Architect – Associate', {
      format: 'ob2',
      securing: 'hosted',
    }),
    issuer: {
      name: 'Amazon Web Services',
      answeredBy: 'Credly',
      domain: 'www.credly.com',
      recognisedBy: [{ source: 'Credly', name: 'Amazon Web Services' }],
    },
    item: { provider: credly },
    holder: 'matched',
    outcomes: { holder: passed() },
  }),
  item({
    key: 'unknown-issuer',
    verdict: { standing: 'unrecognised', reason: 'issuer-unknown' },
    credential: titled('Data Literacy, Level 2'),
    issuer: {
      rung: 'domain',
      recognisedBy: [],
      name: 'Institute of Applied Data',
      domain: 'badges.applied-data.example.ac.uk',
    },
    outcomes: { 'issuer-trust': unknown },
  }),
  item({
    key: 'expired',
    verdict: { status: 'expired', standing: 'caution', reason: 'expired' },
    credential: titled('Emergency First Aid at Work', {
      issued: date('2021-07-01'),
      validFrom: date('2021-07-01'),
      validUntil: date('2024-06-30T23:59:59Z'),
    }),
    outcomes: { 'validity-period': warned(problem('expired', { params: { date: '2024-06-30T23:59:59Z' } })) },
    holder: 'name-similar',
  }),
  item({
    key: 'revoked',
    verdict: { status: 'revoked', standing: 'failed', reason: 'revoked', also: ['expired'] },
    credential: titled('Certified Scrum Facilitator', {
      issued: date('2022-07-01'),
      validFrom: date('2022-07-01'),
      validUntil: date('2024-06-30'),
    }),
    outcomes: {
      revocation: failed(problem('revoked', { params: { reason: 'Issued in error' } })),
      'validity-period': warned(problem('expired', { params: { date: '2024-06-30' } })),
    },
  }),
  item({
    key: 'failed',
    verdict: { status: 'failed', standing: 'failed', reason: 'signature-invalid' },
    credential: titled('Master of Machine Learning Operations'),
    issuer: { rung: 'none', recognisedBy: [] },
    outcomes: {
      proof: failed(tampered),
      'key-binding': notRun('proof'),
      revocation: notRun('proof'),
      'issuer-trust': notRun('proof'),
    },
  }),
  item({
    key: 'unbound',
    verdict: { status: 'failed', standing: 'failed', reason: 'key-not-bound' },
    credential: titled('AWS Certified Security – Specialty'),
    issuer: {
      rung: 'integrity',
      recognisedBy: [],
      name: 'Amazon Web Services',
      domain: 'xn--amzon-1qa.example',
    },
    outcomes: {
      'key-binding': failed(unbound),
      'issuer-trust': warned(
        problem('issuer-look-alike', { params: { host: 'xn--amzon-1qa.example', expected: 'amazon.com' } }),
      ),
    },
  }),
  item({
    key: 'holder',
    verdict: { status: 'holder-mismatch', standing: 'caution', reason: 'holder-mismatch' },
    credential: titled('Project Management Foundations'),
    holder: 'mismatch',
    outcomes: { holder: failed(problem('holder-mismatch')) },
  }),
  item({
    key: 'page',
    verdict: { status: 'page-only', standing: 'inconclusive', reason: 'page-only' },
    credential: null,
    base: UNTOUCHED,
    issuer: noRecord,
    item: {
      provider: { id: 'coursera', name: 'Coursera' },
      claim: claim('Machine Learning Specialization', null),
    },
  }),
  item({
    key: 'unreachable',
    verdict: { status: 'unreachable', standing: 'inconclusive', reason: 'timeout' },
    credential: null,
    base: UNTOUCHED,
    issuer: noRecord,
    outcomes: { proof: inconclusive(timeout) },
    item: { claim: claim('Seamanship and Coastal Navigation', 'Harbour College') },
    contacted: [{ url: 'https://records.harbour.example/a/9', at: NOW, outcome: 'timeout' }],
  }),
  item({
    key: 'permission',
    verdict: { status: 'not-checked', standing: 'inconclusive', reason: 'permission-needed' },
    credential: null,
    base: UNTOUCHED,
    issuer: noRecord,
    outcomes: { proof: inconclusive(permission) },
    item: { claim: claim('Leadership Essentials', 'Meridian Guild') },
    contacted: [],
  }),
  item({
    key: 'no-link',
    verdict: { status: 'not-checked', standing: 'inconclusive', reason: 'no-link' },
    credential: null,
    base: UNTOUCHED,
    issuer: noRecord,
    item: { link: null, claim: claim('Google Data Analytics', 'Google') },
    contacted: [],
  }),
];

export const checked = (each: Item): Row => ({ state: 'checked', ...each });
export const checking = ({ key, link, provider, claim: said, places }: Item): Row => ({
  state: 'checking',
  key,
  link,
  provider,
  claim: said,
  places,
});

export const page = (given: Partial<PageState> = {}): PageState => ({
  tabId: 7,
  url: 'https://www.profiles.example/in/ana-lindqvist',
  title: 'Ana Lindqvist',
  phase: 'done',
  startedAt: NOW,
  rows: ITEMS.map(checked),
  wantedOrigins: [],
  ...given,
});
