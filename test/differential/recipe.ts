/** Credentials to order: how one is put together, and what happens to it after signing. */
import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list';
import fc from 'fast-check';
import { ANALYSIS, type Json } from '../build/badge.ts';
import { ED25519_2020, OB_3_0_1, OB_3_0_3, VC_1, VC_2 } from '../build/contexts.ts';
import { createSigner, type Signer, type Suite } from '../build/signer.ts';

export const SUITES = [
  'Ed25519Signature2020',
  'eddsa-rdfc-2022',
  'ecdsa-rdfc-2019 P-256',
] as const satisfies readonly Suite[];
export const STATUSES = [
  'none',
  'clear',
  'set',
  'suspended',
  'second entry set',
  'list away',
  'list unsigned',
  'list of a stranger',
  'StatusList2021Entry',
  '1EdTechRevocationList',
  'of an unknown type',
] as const;

export interface Recipe {
  readonly version: '1.1' | '2.0';
  readonly profile: 'badge' | 'plain';
  readonly suite: Suite;
  readonly from: 'past' | 'future';
  readonly until: 'none' | 'past' | 'future';
  readonly status: (typeof STATUSES)[number];
  readonly make: keyof typeof MAKES;
  readonly change: keyof typeof CHANGES;
}

const PAST = '2020-01-01T00:00:00Z';
const LAPSED = '2021-01-01T00:00:00Z';
const FUTURE = '2090-01-01T00:00:00Z';
const SIGNED_AT = new Date('2020-06-01T00:00:00Z');
export const LIST = 'https://lists.example/status/1';
const STRANGER = 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK';

/** What an issuer may do before signing. */
const MAKES = {
  plainly: (credential: Json) => credential,
  'with an issuer that is not the key’s': (credential: Json) => ({
    ...credential,
    issuer: { ...(credential.issuer as Json), id: STRANGER },
  }),
  'with the issuer as text': (credential: Json) => ({
    ...credential,
    issuer: (credential.issuer as Json).id,
  }),
  'without an id': ({ id: _, ...credential }: Json) => credential,
  'with an id that is no URL': (credential: Json) => ({ ...credential, id: 'urn' }),
  'with two subjects': (credential: Json) => ({
    ...credential,
    credentialSubject: [
      credential.credentialSubject,
      { ...(credential.credentialSubject as Json), id: 'did:example:bob' },
    ],
  }),
  'with a term of its own': (credential: Json) => ({
    ...credential,
    '@context': [...(credential['@context'] as Json[]), { house: 'https://university.example/terms#house' }],
    house: 'Raven',
  }),
} satisfies Record<string, (credential: Json) => Json>;

const proofOf = (credential: Json): Json => credential.proof as Json;

/** What may happen to it afterwards. Text, since not everything survives JSON.stringify. */
const CHANGES = {
  nothing: (credential: Json) => JSON.stringify(credential),
  'members in another order': (credential: Json) =>
    JSON.stringify(Object.fromEntries(Object.entries(credential).reverse())),
  'a text changed': (credential: Json) => JSON.stringify({ ...credential, name: 'Another name' }),
  'a member removed': ({ name: _, ...credential }: Json) => JSON.stringify(credential),
  'a member added that nothing defines': (credential: Json) =>
    JSON.stringify({ ...credential, honours: 'yes' }),
  'a __proto__ added': (credential: Json) =>
    JSON.stringify(credential).replace('{', '{"__proto__":{"name":"Another name"},'),
  'an empty context added': (credential: Json) =>
    JSON.stringify({ ...credential, '@context': [...(credential['@context'] as Json[]), {}] }),
  'a context added that renames': (credential: Json) => {
    const { name, ...rest } = credential;
    const context = { title: 'https://schema.org/name' };
    return JSON.stringify({ ...rest, '@context': [...(rest['@context'] as Json[]), context], title: name });
  },
  'the subject in a list in a list': (credential: Json) =>
    JSON.stringify({ ...credential, credentialSubject: [[credential.credentialSubject]] }),
  'the name in a value object': (credential: Json) =>
    JSON.stringify({ ...credential, name: { '@value': credential.name } }),
  'the name under its full IRI': ({ name, ...credential }: Json) =>
    JSON.stringify({ ...credential, 'https://schema.org/name': name }),
  'the issuer exchanged': (credential: Json) => JSON.stringify({ ...credential, issuer: STRANGER }),
  'no proof': ({ proof: _, ...credential }: Json) => JSON.stringify(credential),
  'a signature changed': (credential: Json) => {
    const value = String(proofOf(credential).proofValue);
    const changed = value.slice(0, -1) + (value.endsWith('2') ? '3' : '2');
    return JSON.stringify({ ...credential, proof: { ...proofOf(credential), proofValue: changed } });
  },
  'another purpose': (credential: Json) =>
    JSON.stringify({ ...credential, proof: { ...proofOf(credential), proofPurpose: 'authentication' } }),
  'a second proof, false': (credential: Json) =>
    JSON.stringify({
      ...credential,
      proof: [proofOf(credential), { ...proofOf(credential), created: '2020-07-01T00:00:00Z' }],
    }),
  'a second proof of an unknown suite': (credential: Json) =>
    JSON.stringify({
      ...credential,
      proof: [
        proofOf(credential),
        { ...proofOf(credential), type: 'DataIntegrityProof', cryptosuite: 'x-2099' },
      ],
    }),
} satisfies Record<string, (credential: Json) => string>;

export const MAKE_NAMES = Object.keys(MAKES) as (keyof typeof MAKES)[];
export const CHANGE_NAMES = Object.keys(CHANGES) as (keyof typeof CHANGES)[];

/** Mostly one thing out of the ordinary: two would hide each other. */
export const recipes: fc.Arbitrary<Recipe> = fc.oneof(
  ordinary({}),
  ordinary({ change: fc.constantFrom(...CHANGE_NAMES) }),
  ordinary({ change: fc.constantFrom(...CHANGE_NAMES) }),
  ordinary({ make: fc.constantFrom(...MAKE_NAMES) }),
  ordinary({ status: fc.constantFrom(...STATUSES) }),
  ordinary({ from: fc.constantFrom('past', 'future'), until: fc.constantFrom('none', 'past', 'future') }),
  ordinary({
    change: fc.constantFrom(...CHANGE_NAMES),
    make: fc.constantFrom(...MAKE_NAMES),
    status: fc.constantFrom(...STATUSES),
    until: fc.constantFrom('none', 'past', 'future'),
  }),
);

function ordinary(over: { [Name in keyof Recipe]?: fc.Arbitrary<Recipe[Name]> }): fc.Arbitrary<Recipe> {
  return fc.record<Recipe>({
    version: fc.constantFrom('1.1', '2.0'),
    profile: fc.constantFrom('badge', 'plain'),
    suite: fc.constantFrom(...SUITES),
    from: fc.constant('past'),
    until: fc.constantFrom('none', 'future'),
    status: fc.constant('none'),
    make: fc.constant('plainly'),
    change: fc.constant('nothing'),
    ...over,
  });
}

const PLAIN: Recipe = {
  version: '2.0',
  profile: 'badge',
  suite: 'eddsa-rdfc-2022',
  from: 'past',
  until: 'none',
  status: 'none',
  make: 'plainly',
  change: 'nothing',
};

/** Each thing out of the ordinary once, alone: chance is not to leave one out. */
export const SINGLES: readonly Recipe[] = [
  ...CHANGE_NAMES.map((change) => ({ ...PLAIN, change })),
  ...MAKE_NAMES.flatMap((make) => [
    { ...PLAIN, make },
    { ...PLAIN, make, profile: 'plain' as const },
  ]),
  ...STATUSES.map((status) => ({ ...PLAIN, status })),
  ...SUITES.map((suite) => ({ ...PLAIN, suite })),
];

export interface Made {
  readonly text: string;
  /** The status list, where there is one to be had. */
  readonly list: Json | null;
}

const signers = new Map<Suite | 'stranger', Promise<Signer>>();
function signerOf(name: Suite | 'stranger'): Promise<Signer> {
  const signer = signers.get(name) ?? createSigner(name === 'stranger' ? 'eddsa-rdfc-2022' : name);
  signers.set(name, signer);
  return signer;
}

/** Makes, signs and changes it. Null where the issuing library would not sign such a thing. */
export async function cook(recipe: Recipe): Promise<Made | null> {
  const signer = await signerOf(recipe.suite);
  try {
    const unsigned = MAKES[recipe.make](withStatus(bodyOf(recipe, signer.controller), recipe.status));
    const signed = await signer.sign(unsigned, SIGNED_AT);
    return { text: CHANGES[recipe.change](signed), list: await listFor(recipe) };
  } catch {
    return null;
  }
}

const ACHIEVER: Json = {
  id: 'did:example:ann',
  type: ['AchievementSubject'],
  achievement: ANALYSIS,
};

function bodyOf({ version, profile, suite, from, until }: Recipe, issuer: string): Json {
  const badge = profile === 'badge';
  const second = version === '2.0';
  const [start, end] = second ? ['validFrom', 'validUntil'] : ['issuanceDate', 'expirationDate'];
  return {
    '@context': second
      ? [VC_2, OB_3_0_3]
      : [VC_1, OB_3_0_1, ...(suite === 'Ed25519Signature2020' ? [ED25519_2020] : [])],
    id: 'urn:uuid:00000000-0000-4000-8000-0000000000d1',
    type: ['VerifiableCredential', ...(badge ? ['OpenBadgeCredential'] : [])],
    issuer: { id: issuer, type: ['Profile'], name: 'Example University' },
    name: 'Analysis I',
    [start as string]: from === 'past' ? PAST : FUTURE,
    ...(until !== 'none' && { [end as string]: until === 'past' ? LAPSED : FUTURE }),
    credentialSubject: badge ? ACHIEVER : { id: 'did:example:ann', name: 'Ann Example' },
  };
}

const entry = (index: number, statusPurpose = 'revocation', type = 'BitstringStatusListEntry'): Json => ({
  id: `${LIST}#${index}`,
  type,
  statusPurpose,
  statusListIndex: String(index),
  statusListCredential: LIST,
});
const CLEAR = 7;
const SET = 94_567;

function withStatus(credential: Json, status: Recipe['status']): Json {
  const entries: Record<Recipe['status'], unknown> = {
    none: undefined,
    clear: entry(CLEAR),
    set: entry(SET),
    suspended: entry(SET, 'suspension'),
    'second entry set': [entry(CLEAR), entry(SET)],
    'list away': entry(CLEAR),
    'list unsigned': entry(CLEAR),
    'list of a stranger': entry(CLEAR),
    StatusList2021Entry: entry(SET, 'revocation', 'StatusList2021Entry'),
    '1EdTechRevocationList': { id: LIST, type: '1EdTechRevocationList' },
    'of an unknown type': { id: LIST, type: 'Thing' },
  };
  if (status === 'none') return credential;
  const contexts = [
    ...(credential['@context'] as Json[]),
    ...(status === 'StatusList2021Entry' ? ['https://w3id.org/vc/status-list/2021/v1'] : []),
  ];
  return { ...credential, '@context': contexts, credentialStatus: entries[status] };
}

async function listFor({ status, suite }: Recipe): Promise<Json | null> {
  if (status === 'none' || status === 'list away' || !listNeeded.has(status)) return null;
  const signer = await signerOf(status === 'list of a stranger' ? 'stranger' : suite);
  const list = await createList({ length: 131_072 });
  list.setStatus(SET, true);
  const made = await createCredential({
    id: LIST,
    list,
    statusPurpose: status === 'suspended' ? 'suspension' : 'revocation',
  });
  const unsigned = { ...made, issuer: signer.controller, validFrom: PAST, validUntil: FUTURE };
  return status === 'list unsigned' ? unsigned : signer.sign(unsigned, SIGNED_AT);
}
const listNeeded: ReadonlySet<Recipe['status']> = new Set([
  'clear',
  'set',
  'suspended',
  'second entry set',
  'list unsigned',
  'list of a stranger',
]);
