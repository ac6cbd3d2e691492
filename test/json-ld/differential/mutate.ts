/** Changes to a document: hostile ones at random, and spellings anew that leave its meaning as it is. */
import { isJsonObject, type Json, type JsonObject } from '../../../src/json.ts';
import type { Chance } from '../../tamper/seeded.ts';
import { ADDRESSES } from './documents.ts';

type Node = Record<string, Json> | Json[];

const VALUES: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e21,
  1e-7,
  '',
  'x',
  'é\u007f"\\\n\t\u0001\u2028',
  'https://a.example/x',
  'https://a.example/{y}|<z>',
  'https://a b',
  'urn:uuid:1',
  'rel/ative',
  '_:b0',
  '@id',
  '@foo',
  'ex:y',
  'level',
  [],
  {},
  [[]],
  ['a', 'a'],
  [1, '1', 1],
  ['a', null, 'b'],
  { id: 'https://a.example/y' },
  { id: 'https://university.example/achievements/analysis', name: 'Analysis I' },
  { '@value': 'v', '@language': 'en' },
  { '@value': 5 },
  { '@value': '1', '@type': 'http://www.w3.org/2001/XMLSchema#double' },
  { '@value': '1', '@type': 'http://www.w3.org/2001/XMLSchema#string' },
  { '@value': 'a', type: 'xsd:string' },
  { '@value': null },
  { '@value': 'v', name: null },
  { '@value': 'v', '@language': 'x_y' },
  { id: 'https://a.example/z', type: 'Profile', name: 'n' },
  { type: ['Achievement', 'Profile'], name: 'q' },
  { type: ['VerifiableCredential', 'OpenBadgeCredential', 'EndorsementCredential'] },
  { type: ['OpenBadgeCredential', 'AchievementCredential'] },
  { '@list': ['a'] },
  { '@set': ['a'] },
  { '@graph': [] },
  { '@language': 'en' },
  { en: 'a', de: ['b', null] },
  '2020-01-01T00:00:00Z',
];
const NAMES: readonly string[] = [
  'name',
  'description',
  'id',
  'type',
  '@id',
  '@type',
  'issuer',
  'image',
  'proof',
  'evidence',
  'credentialStatus',
  'tag',
  'achievement',
  'result',
  'alignment',
  'criteria',
  'narrative',
  '@value',
  '@language',
  'unknownTerm',
  'https://ex.example/p',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
  'ex:p',
  'schema:x',
  'endorsement',
  'related',
  'inLanguage',
  'creditsEarned',
  'allowedValue',
  'rubricCriterionLevel',
  'verifiableCredential',
  'validFrom',
  'digestMultibase',
  'relatedResource',
  'renderMethod',
  'termsOfUse',
  'confidenceMethod',
  'publicKeyJwk',
  '@graph',
  '@included',
  '@reverse',
  '@nest',
  '@index',
  'toString',
  'constructor',
  'awardedOnCompletionOf',
  'score',
  'steps',
  'title',
  'about',
  'part',
];
const CONTEXTS: readonly Json[] = [
  null,
  {},
  [],
  { ex: 'https://ex.example/' },
  { ex: 'https://ex.example/ns#', p: 'ex:p', q: { '@id': 'ex:q', '@type': '@id' } },
  { name: 'https://schema.org/name' },
  { name: 'https://ex.example/otherName' },
  { '@vocab': 'https://ex.example/vocab#' },
  { '@vocab': 'relative' },
  { '@language': 'en' },
  { '@language': null, '@vocab': null },
  { '@base': 'https://ex.example/' },
  { '@propagate': false, ex: 'https://ex.example/' },
  {
    a: { '@id': 'https://ex.example/a', '@container': ['@set'] },
    'ex:b': { '@id': 'https://ex.example/b' },
    ex: 'https://ex.example/',
  },
  { a: 'b:c', b: 'c:d', c: 'https://c.example/' },
  { a: 'b:x', b: 'a:x' },
  { type: '@type', id: '@id' },
  { kind: '@type', self: '@id', worth: '@value' },
  { id: 'https://ex.example/id' },
  { ex: { '@id': 'https://ex.example/', '@prefix': true }, https: 'https://evil.example/' },
  { related: { '@id': 'https://ex.example/related', '@reverse': 'https://ex.example/r' } },
  { tag: { '@id': 'https://ex.example/tag', '@container': '@list' } },
  { tag: { '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#tag', '@container': '@set' } },
  { unknownTerm: { '@id': 'https://ex.example/u', '@context': { name: 'https://ex.example/inner' } } },
  { Achievement: { '@id': 'https://ex.example/Ach', '@context': { name: 'https://ex.example/inner' } } },
  { unknownTerm: { '@id': 'https://ex.example/u', '@context': null } },
  { unknownTerm: { '@id': 'https://ex.example/u', '@context': { bad: {} } } },
  { unknownTerm: { '@id': 'https://ex.example/u', '@protected': true } },
  { '@protected': true, unknownTerm: 'https://ex.example/u' },
  { unknownTerm: null },
  { hasOwnProperty: 'https://ex.example/h' },
  { '@import': 'https://www.w3.org/ns/credentials/v2' },
  ...ADDRESSES,
];

const nodesIn = (value: Json, found: Node[] = [], inContext = false): Node[] => {
  if (typeof value !== 'object' || value === null) return found;
  if (!inContext) found.push(value as Node);
  for (const [name, member] of Object.entries(value))
    nodesIn(member as Json, found, inContext || name === '@context');
  return found;
};
const copy = <T extends Json>(value: T): T => structuredClone(value);

/** One to three changes at random places: what a forger, or a careless issuer, might hand in. */
export function mutated(document: JsonObject, others: readonly JsonObject[], chance: Chance): JsonObject {
  const mutant = copy(document);
  for (let left = 1 + chance.below(3); left > 0; left--)
    change(chance.pick(nodesIn(mutant)), { others, chance });
  return mutant;
}

function change(node: Node, { others, chance }: { others: readonly JsonObject[]; chance: Chance }): void {
  const names = Object.keys(node);
  const foreign = (): Json =>
    chance.below(5) === 0 ? copy(chance.pick(nodesIn(chance.pick(others)))) : copy(chance.pick(VALUES));
  if (Array.isArray(node)) {
    if (names.length > 0 && chance.below(3) === 0) node.splice(chance.below(node.length), 1);
    else if (names.length > 0 && chance.below(2) === 0) node.push(copy(chance.pick(node)));
    else node.splice(chance.below(node.length + 1), 0, foreign());
    return;
  }
  const kind = chance.below(10);
  if (kind < 2 && names.length > 0) delete node[chance.pick(names)];
  else if (kind < 4 && names.length > 0) node[chance.pick(names)] = foreign();
  else if (kind < 6) node[chance.pick(NAMES)] = foreign();
  else if (kind < 8) node['@context'] = contextWith(node['@context'], chance);
  else if (names.length > 0) {
    const name = chance.pick(names);
    if (name !== '@context') node[name] = [copy(node[name] as Json), copy(node[name] as Json)];
  }
}

function contextWith(context: Json | undefined, chance: Chance): Json {
  const added = copy(chance.pick(CONTEXTS));
  if (context === undefined) return added;
  const entries = (Array.isArray(context) ? [...context] : [context]) as Json[];
  entries.splice(chance.below(entries.length + 1), 0, added);
  return entries;
}

/** The same meaning in other words: aliases, prefixes, arrays of one, members in another order, nodes split in two. */
export function respelt(document: JsonObject, chance: Chance): JsonObject {
  const spelling = copy(document) as Record<string, Json>;
  const context = [spelling['@context'] ?? []].flat() as Json[];
  spelling['@context'] = [...context, { self: '@id', kind: '@type', versity: 'https://university.example/' }];
  return respellNode(spelling, chance, true) as JsonObject;
}

function respellNode(node: Record<string, Json>, chance: Chance, top: boolean): Json {
  const result: Record<string, Json> = {};
  for (const name of chance.shuffled(Object.keys(node))) {
    const value = node[name] as Json;
    if (name === '@context' || name === '@value' || name === 'about') result[name] = value;
    else if (name === 'id') result[chance.pick(['id', '@id', 'self'])] = respellText(value, chance);
    else if (name === 'type') result[chance.pick(['type', '@type', 'kind'])] = value;
    else result[name] = respellValue(value, chance);
  }
  return !top && chance.below(6) === 0 ? [result] : result;
}

function respellValue(value: Json, chance: Chance): Json {
  if (Array.isArray(value)) {
    const items = value.map((item: Json) =>
      isJsonObject(item) ? respellNode(item as Record<string, Json>, chance, true) : item,
    );
    return items.length === 1 && chance.below(3) === 0 ? (items[0] as Json) : items;
  }
  if (isJsonObject(value)) return respellNode(value as Record<string, Json>, chance, false);
  return chance.below(8) === 0 ? [value] : respellText(value, chance);
}

function respellText(value: Json, chance: Chance): Json {
  if (typeof value !== 'string' || chance.below(2) === 0) return value;
  return value.replace('https://university.example/', 'versity:');
}
