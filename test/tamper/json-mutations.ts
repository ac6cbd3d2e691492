/** Ways to change a JSON credential, each at one place. `null`: it does not apply there. */
import { addMember, drop, isObject, type Json, type JsonObject, put, type Spot } from './place.ts';
import type { Chance } from './seeded.ts';

/** What the mutated document reads; null where the mutation does not apply at this place. */
export type JsonMutation = (spot: Spot, chance: Chance) => string | null;

const STRANGER = 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK';
const STRANGER_KEY = `${STRANGER}#${STRANGER.slice(8)}`;

/** A mutation that changes the root in place; `false` where it does not apply. */
const inPlace =
  (change: (spot: Spot, chance: Chance) => unknown): JsonMutation =>
  (spot, chance) =>
    change(spot, chance) === false ? null : JSON.stringify(spot.root);

/** A mutation of one text. */
const onText = (change: (text: string, chance: Chance) => string | null): JsonMutation =>
  inPlace((spot, chance) => {
    if (typeof spot.value !== 'string') return false;
    const changed = change(spot.value, chance);
    if (changed === null || changed === spot.value) return false;
    put(spot, changed);
    return true;
  });

const onNumber = (change: (value: number) => Json): JsonMutation =>
  inPlace((spot) => (typeof spot.value === 'number' ? put(spot, change(spot.value)) : false));

const onArray = (change: (values: Json[], chance: Chance) => Json[] | null): JsonMutation =>
  inPlace((spot, chance) => {
    if (!Array.isArray(spot.value)) return false;
    const changed = change(spot.value, chance);
    return changed === null ? false : put(spot, changed);
  });

const onObject = (change: (object: JsonObject, chance: Chance, spot: Spot) => unknown): JsonMutation =>
  inPlace((spot, chance) => (isObject(spot.value) ? change(spot.value, chance, spot) : false));

const wrapped = (wrap: (value: Json) => Json): JsonMutation => inPlace((spot) => put(spot, wrap(spot.value)));

/** The text of the root in which this one value is spelt otherwise than JSON.stringify would. */
const respelt =
  (spell: (value: Json) => string | null): JsonMutation =>
  (spot) => {
    const text = spell(spot.value);
    if (text === null) return null;
    const mark = '\u0001spelling\u0001';
    put(spot, mark);
    return JSON.stringify(spot.root).replace(JSON.stringify(mark), () => text);
  };

const letter = (text: string, chance: Chance, change: (code: number) => string): string => {
  if (text === '') return 'x';
  const at = chance.below(text.length);
  return text.slice(0, at) + change(text.charCodeAt(at)) + text.slice(at + 1);
};

const rename =
  (to: (name: string) => string): JsonMutation =>
  (spot) => {
    if (Array.isArray(spot.container)) return null;
    const entries = Object.entries(spot.container);
    for (const [name] of entries) delete spot.container[name];
    for (const [name, value] of entries)
      addMember(spot.container, name === spot.name ? to(name) : name, value);
    return to(String(spot.name)) === spot.name ? null : JSON.stringify(spot.root);
  };

/** The same name twice in one object: two readers see two values. */
const twice =
  (first: boolean): JsonMutation =>
  (spot) => {
    if (Array.isArray(spot.container)) return null;
    const mark = '\u0001twice\u0001';
    const own = JSON.stringify(spot.value);
    put(spot, mark);
    const name = JSON.stringify(spot.name);
    const other = '"another"';
    const [one, two] = first ? [other, own] : [own, other];
    return JSON.stringify(spot.root).replace(JSON.stringify(mark), () => `${one},${name}:${two}`);
  };

const DATE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const date = (change: (text: string, instant: Date) => string): JsonMutation =>
  onText((text) => (DATE.test(text) ? change(text, new Date(text)) : null));

/** Members that would change what a reader is told, were they believed. */
const TEMPTING: Readonly<Record<string, Json>> = {
  name: 'Doctor of Everything',
  description: 'With distinction.',
  validUntil: '2099-01-01T00:00:00Z',
  expirationDate: '2099-01-01T00:00:00Z',
  validFrom: '2001-01-01T00:00:00Z',
  awardedDate: '2001-01-01T00:00:00Z',
  image: { id: 'https://example.com/gold.png', type: 'Image' },
  evidence: [{ id: 'https://example.com/evidence', type: ['Evidence'] }],
  credentialStatus: { type: 'BitstringStatusListEntry' },
  credentialSchema: [],
  refreshService: { id: 'https://example.com/refresh', type: '1EdTechCredentialRefresh' },
  endorsement: [],
  achievementType: 'Degree',
  tag: ['forged'],
  id: 'urn:uuid:00000000-0000-4000-8000-0000000000ff',
  '@id': 'urn:uuid:00000000-0000-4000-8000-0000000000ff',
  type: 'Thing',
  '@type': 'Thing',
  identifier: { type: 'IdentityObject', identityHash: 'mallory@example.com', identityType: 'emailAddress' },
  verifiableCredential: [],
  '@graph': [],
  '@included': [],
  '@reverse': {},
  '@nest': {},
  '@index': 'one',
  toString: 'forged',
  constructor: 'forged',
  'urn:forged': 'forged',
  _forged: 'forged',
};

const CONTEXTS: readonly Json[] = [
  'https://www.w3.org/2018/credentials/v1',
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/security/suites/ed25519-2020/v1',
  'https://www.w3.org/ns/credentials/undefined-terms/v2',
  'https://mallory.example/context.json',
  'data:application/json,{"@context":{"@vocab":"urn:v:"}}',
  null,
  {},
  { '@vocab': 'https://mallory.example/vocab#' },
  { '@base': 'https://mallory.example/' },
  { '@version': 1.1, '@propagate': false },
  { '@protected': false },
  { '@language': 'de' },
  { name: 'https://schema.org/alternateName', forged: 'https://schema.org/name' },
  { name: 'https://mallory.example/nothing' },
  { validUntil: null },
  { credentialStatus: 'https://mallory.example/ignored' },
  { forged: '@id' },
  { forged: '@type' },
  { forged: { '@id': 'https://schema.org/name', '@container': '@index' } },
  { id: '@type', type: '@id' },
];

const SUITE_NAMES: readonly string[] = [
  'eddsa-rdfc-2022',
  'eddsa-jcs-2022',
  'eddsa-2022',
  'ecdsa-rdfc-2019',
  'ecdsa-jcs-2019',
  'ecdsa-sd-2023',
  'bbs-2023',
  'none',
  'Ed25519Signature2020',
];
const PROOF_TYPES: readonly string[] = [
  'DataIntegrityProof',
  'Ed25519Signature2020',
  'Ed25519Signature2018',
  'JsonWebSignature2020',
  'RsaSignature2018',
  'BbsBlsSignatureProof2020',
  'MerkleProof2019',
];
const PURPOSES = ['authentication', 'keyAgreement', 'capabilityInvocation', 'assertionmethod', ''];

/** Applies to the object that is a proof only. */
const onProof = (change: (proof: JsonObject, chance: Chance, spot: Spot) => unknown): JsonMutation =>
  onObject((object, chance, spot) =>
    object.proofPurpose === undefined && object.verificationMethod === undefined
      ? false
      : change(object, chance, spot),
  );

const proofMember = (name: string, value: (old: Json | undefined, chance: Chance) => Json): JsonMutation =>
  onProof((proof, chance) => {
    const changed = value(proof[name], chance);
    if (changed === proof[name]) return false;
    proof[name] = changed;
    return true;
  });

export const JSON_MUTATIONS: Readonly<Record<string, JsonMutation>> = {
  'text: appended': onText((text) => `${text}x`),
  'text: one letter exchanged': onText((text, chance) =>
    letter(text, chance, (code) => String.fromCharCode(code ^ (1 << chance.below(5)))),
  ),
  'text: one letter dropped': onText((text, chance) => letter(text, chance, () => '')),
  'text: one letter doubled': onText((text, chance) =>
    letter(text, chance, (code) => String.fromCharCode(code, code)),
  ),
  'text: two letters swapped': onText((text, chance) => {
    const at = chance.below(Math.max(1, text.length - 1));
    return (
      text.slice(0, at) +
      text
        .slice(at, at + 2)
        .split('')
        .reverse()
        .join('') +
      text.slice(at + 2)
    );
  }),
  'text: emptied': onText(() => ''),
  'text: space before': onText((text) => ` ${text}`),
  'text: line end behind': onText((text) => `${text}\n`),
  'text: NUL behind': onText((text) => `${text}\u0000`),
  'text: zero-width space in it': onText((text, chance) =>
    letter(text, chance, (code) => `\u200b${String.fromCharCode(code)}`),
  ),
  'text: written right to left': onText((text) => `\u202e${text}`),
  'text: look-alike letters': onText((text) => text.replaceAll('a', 'а').replaceAll('o', 'о')),
  'text: accent composed or apart': onText((text) =>
    text.normalize('NFC') === text ? text.normalize('NFD') : text.normalize('NFC'),
  ),
  'text: upper case': onText((text) => text.toUpperCase()),
  'text: lower case': onText((text) => text.toLowerCase()),
  'text: percent-encoded': onText((text) =>
    text.replace(/[a-z]/, (one) => `%${one.charCodeAt(0).toString(16)}`),
  ),
  'text: fragment behind': onText((text) => (text.includes(':') ? `${text}#x` : null)),
  'text: half a surrogate pair behind': onText((text) => `${text}\ud800`),
  'text: becomes a list': wrapped((value) => [value]),
  'text: becomes a list of two': wrapped((value) => [value, 'second']),
  'text: becomes a list in a list': wrapped((value) => [[value]]),
  'value: null': inPlace((spot) => (spot.value === null ? false : put(spot, null))),
  'value: true': inPlace((spot) => (spot.value === true ? false : put(spot, true))),
  'value: 0': inPlace((spot) => (spot.value === 0 ? false : put(spot, 0))),
  'value: empty object': inPlace((spot) => put(spot, {})),
  'value: empty list': inPlace((spot) => put(spot, [])),
  'value: as text': inPlace((spot) =>
    typeof spot.value === 'string' ? false : put(spot, JSON.stringify(spot.value)),
  ),
  'value: @value': wrapped((value) => ({ '@value': value })),
  'value: @value with a language': wrapped((value) => ({ '@value': value, '@language': 'en' })),
  'value: @set': wrapped((value) => ({ '@set': [value] })),
  'value: @list': wrapped((value) => ({ '@list': [value] })),
  'value: @graph': wrapped((value) => ({ '@graph': [value] })),
  'value: @id': wrapped((value) => ({ '@id': value })),
  'value: id': wrapped((value) => ({ id: value })),
  'value: @json': wrapped((value) => ({ '@value': value, '@type': '@json' })),
  'number: one more': onNumber((value) => value + 1),
  'number: the next one': onNumber((value) => value * (1 + Number.EPSILON * 2)),
  'number: negative': onNumber((value) => (value === 0 ? 1 : -value)),
  'number: as text': onNumber(String),
  'number: respelt with an exponent': respelt((value) =>
    typeof value === 'number' ? value.toExponential() : null,
  ),
  'number: respelt with a nought': respelt((value) =>
    typeof value === 'number' && Number.isInteger(value) ? `${value}.0` : null,
  ),
  'number: rounded from one too long': respelt((value) =>
    typeof value === 'number' && !Number.isInteger(value) ? `${value}0000000000000000000001` : null,
  ),
  'text: respelt with escapes': respelt((value) =>
    typeof value === 'string' && value !== ''
      ? `"${[...value].map((one) => (one.length === 1 ? `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}` : one)).join('')}"`
      : null,
  ),
  'boolean: negated': inPlace((spot) => (typeof spot.value === 'boolean' ? put(spot, !spot.value) : false)),
  'date: the same instant in another zone': date((_, instant) =>
    new Date(instant.getTime() + 3_600_000).toISOString().replace(/\.\d+Z$/, '+01:00'),
  ),
  'date: +00:00 for Z': date((text) => text.replace(/Z$/, '+00:00')),
  'date: milliseconds': date((text) => text.replace(/(:\d\d)(Z|[+-]\d\d:\d\d)$/, '$1.000$2')),
  'date: day only': date((text) => text.slice(0, 10)),
  'date: a year later': date((text) => String(Number(text.slice(0, 4)) + 1) + text.slice(4)),
  'date: lower case': date((text) => text.toLowerCase()),
  'date: Unix time': date((_, instant) => String(instant.getTime() / 1000)),
  'member: removed': inPlace(drop),
  'member: moved to the root': inPlace((spot) => {
    if (spot.path.length < 2 || Array.isArray(spot.container) || String(spot.name) in spot.root) return false;
    drop(spot);
    addMember(spot.root, String(spot.name), spot.value);
    return true;
  }),
  'member: copied to the root': inPlace((spot) => {
    if (spot.path.length < 2 || Array.isArray(spot.container) || String(spot.name) in spot.root) return false;
    addMember(spot.root, String(spot.name), spot.value);
    return true;
  }),
  'member: moved a step down': inPlace((spot, chance) => {
    if (Array.isArray(spot.container)) return false;
    const others = Object.values(spot.container).filter((other) => isObject(other) && other !== spot.value);
    if (others.length === 0) return false;
    drop(spot);
    addMember(chance.pick(others) as JsonObject, String(spot.name), spot.value);
    return true;
  }),
  'member: exchanged with another': inPlace((spot, chance) => {
    if (Array.isArray(spot.container)) return false;
    const others = Object.keys(spot.container).filter((name) => name !== spot.name && name !== '@context');
    if (others.length === 0) return false;
    const other = chance.pick(others);
    const value = spot.container[other] as Json;
    if (JSON.stringify(value) === JSON.stringify(spot.value)) return false;
    spot.container[other] = spot.value;
    put(spot, value);
    return true;
  }),
  'member: first letter in the other case': rename((name) => {
    const first = name.charAt(0);
    return (first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase()) + name.slice(1);
  }),
  'member: upper case': rename((name) => name.toUpperCase()),
  'member: space behind its name': rename((name) => `${name} `),
  'member: spelt in full': rename((name) => `https://www.w3.org/2018/credentials#${name}`),
  'member: spelt with a prefix': rename((name) => `cred:${name}`),
  'member: schema.org': rename((name) => `https://schema.org/${name}`),
  'member: @': rename((name) => `@${name.replace(/^@/, '')}`),
  'member: plural': rename((name) => (name.endsWith('s') ? name.slice(0, -1) : `${name}s`)),
  'member: underscore': rename((name) => `_${name}`),
  'member: a second time, before': twice(true),
  'member: a second time, behind': twice(false),
  'list: reordered': onArray((values, chance) => (values.length < 2 ? null : chance.shuffled(values))),
  'list: reversed': onArray((values) => (values.length < 2 ? null : [...values].reverse())),
  'list: one doubled': onArray((values, chance) =>
    values.length === 0 ? null : [...values, structuredClone(chance.pick(values))],
  ),
  'list: one more': onArray((values) => [...values, 'https://example.com/added']),
  'list: one more object': onArray((values) => [...values, { id: 'https://example.com/added' }]),
  'list: one more, null': onArray((values) => [...values, null]),
  'list: one dropped': onArray((values, chance) => {
    const at = chance.below(values.length);
    return values.length === 0 ? null : values.filter((_, index) => index !== at);
  }),
  'list: only one, bare': inPlace((spot) =>
    Array.isArray(spot.value) && spot.value.length === 1 ? put(spot, spot.value[0] as Json) : false,
  ),
  'object: a tempting member': onObject((object, chance) => {
    const names = Object.keys(TEMPTING).filter((name) => !Object.hasOwn(object, name));
    const name = chance.pick(names);
    addMember(object, name, TEMPTING[name] as Json);
  }),
  'object: __proto__': onObject((object, chance) =>
    addMember(object, '__proto__', chance.pick<Json>(['forged', { name: 'forged' }, [], null])),
  ),
  'object: a context of its own': onObject((object, chance) => {
    if (Object.hasOwn(object, '@context')) return false;
    addMember(object, '@context', structuredClone(chance.pick(CONTEXTS)));
    return true;
  }),
  'object: members reordered': onObject((object, chance) => {
    const entries = chance.shuffled(Object.entries(object));
    for (const [name] of entries) delete object[name];
    for (const [name, value] of entries) addMember(object, name, value);
  }),
  'object: split in two of one id': onObject((object, _chance, spot) => {
    const names = Object.keys(object);
    if (typeof object.id !== 'string' || names.length < 4 || Array.isArray(spot.container)) return false;
    const half: JsonObject = { id: object.id };
    for (const name of names.slice(-2)) {
      half[name] = object[name] as Json;
      delete object[name];
    }
    put(spot, [object, half]);
    return true;
  }),
  'object: only its id': onObject((object, _, spot) => {
    if (typeof object.id !== 'string') return false;
    put(spot, object.id);
    return true;
  }),
  'context: one more': onContext((list, chance) => [...list, chance.pick(CONTEXTS)]),
  'context: one more, before': onContext((list, chance) => [chance.pick(CONTEXTS), ...list]),
  'context: one replaced': onContext((list, chance) => {
    const at = chance.below(list.length);
    return list.map((entry, index) => (index === at ? chance.pick(CONTEXTS) : entry));
  }),
  'context: all replaced': onContext((_, chance) => [chance.pick(CONTEXTS)]),
  'context: reordered': onContext((list, chance) => chance.shuffled(list)),
  'context: one dropped': onContext((list, chance) => {
    const at = chance.below(list.length);
    return list.filter((_, index) => index !== at);
  }),
  'context: in a list in a list': onContext((list) => [list]),
  'context: doubled': onContext((list) => [...list, ...structuredClone(list)]),
  'proof: another cryptosuite': proofMember('cryptosuite', (_, chance) => chance.pick(SUITE_NAMES)),
  'proof: another type': proofMember('type', (_, chance) => chance.pick(PROOF_TYPES)),
  'proof: a stranger’s key': proofMember('verificationMethod', () => STRANGER_KEY),
  'proof: the key as an object': proofMember('verificationMethod', (old) => ({
    id: old ?? null,
    type: 'Multikey',
    controller: STRANGER,
    publicKeyMultibase: STRANGER.slice(8),
  })),
  'proof: another purpose': proofMember('proofPurpose', (_, chance) => chance.pick(PURPOSES)),
  'proof: expires never': proofMember('expires', () => '2099-01-01T00:00:00Z'),
  'proof: created anew': proofMember('created', () => '2026-11-01T00:00:00Z'),
  'proof: domain': proofMember('domain', () => 'mallory.example'),
  'proof: challenge': proofMember('challenge', () => '1234'),
  'proof: nonce': proofMember('nonce', () => '1234'),
  'proof: id': proofMember('id', () => 'urn:uuid:00000000-0000-4000-8000-0000000000fe'),
  'proof: previous proof': proofMember(
    'previousProof',
    () => 'urn:uuid:00000000-0000-4000-8000-0000000000fe',
  ),
  'proof: no signature': onProof((proof) => {
    if (proof.proofValue === undefined && proof.jws === undefined) return false;
    delete proof.proofValue;
    delete proof.jws;
    return true;
  }),
  'proof: twice': onProof((proof, _, spot) => {
    if (Array.isArray(spot.container)) spot.container.push(structuredClone(proof));
    else put(spot, [proof, structuredClone(proof)]);
  }),
  'proof: and a false one': onProof((proof, _, spot) => {
    const other = { ...structuredClone(proof), created: '2026-10-01T00:00:00Z' };
    if (Array.isArray(spot.container)) spot.container.push(other);
    else put(spot, [other, proof]);
  }),
  'issuer: a stranger': inPlace((spot) => {
    if (spot.name !== 'issuer') return false;
    put(spot, isObject(spot.value) ? { ...spot.value, id: STRANGER } : STRANGER);
    return true;
  }),
  'issuer: a stranger, with the stranger’s key': inPlace((spot) => {
    if (spot.name !== 'issuer' || !isObject(spot.root.proof)) return false;
    put(spot, isObject(spot.value) ? { ...spot.value, id: STRANGER } : STRANGER);
    spot.root.proof.verificationMethod = STRANGER_KEY;
    return true;
  }),
  'document: in a list': (spot) => `[${JSON.stringify(spot.root)}]`,
  'document: twice': (spot) => `[${JSON.stringify(spot.root)},${JSON.stringify(spot.root)}]`,
  'document: two of them, one after the other': (spot) => JSON.stringify(spot.root).repeat(2),
  'document: indented': (spot) => JSON.stringify(spot.root, null, '\t'),
  'document: byte order mark': (spot) => `\ufeff${JSON.stringify(spot.root)}`,
  'document: something behind it': (spot) => `${JSON.stringify(spot.root)} x`,
  'document: a comma too many': (spot) => JSON.stringify(spot.root).replace(/\}$/, ',}'),
};

function onContext(change: (list: Json[], chance: Chance) => Json[]): JsonMutation {
  return inPlace((spot, chance) => {
    if (spot.name !== '@context') return false;
    const list = Array.isArray(spot.value) ? spot.value : [spot.value];
    if (list.length === 0) return false;
    put(spot, change(list, chance));
    return true;
  });
}
