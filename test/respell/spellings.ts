/** Ways to write a signed document otherwise. Most leave its graph as it is; the oracle says which. */
import { BUNDLED } from '../build/bundled.ts';
import type { Chance } from '../tamper/seeded.ts';

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json;
}

export interface Spelling {
  readonly name: string;
  /** Changes the document in place; false where it has nothing to hold on to. */
  readonly write: (document: JsonObject, chance: Chance) => boolean;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Place {
  readonly object: JsonObject;
  readonly name: string;
}

/** Every member at any depth, contexts and signature values aside. */
function places(value: Json, skip = new Set(['@context', 'proofValue', 'jws'])): readonly Place[] {
  if (Array.isArray(value)) return value.flatMap((one) => places(one, skip));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    skip.has(name) ? [] : [{ object: value, name }, ...places(one, skip)],
  );
}
const objects = (value: Json): readonly JsonObject[] => [
  ...(isObject(value) ? [value] : []),
  ...places(value).flatMap(({ object, name }) => {
    const held = object[name];
    return (Array.isArray(held) ? held : [held]).filter(
      (one): one is JsonObject => one !== undefined && isObject(one),
    );
  }),
];

const oneOf = <T>(values: readonly T[], chance: Chance): T | null =>
  values.length === 0 ? null : chance.pick(values);

const contextsOf = (document: JsonObject): Json[] => {
  const given = document['@context'] ?? [];
  const list = Array.isArray(given) ? given : [given];
  document['@context'] = list;
  return list;
};
const define = (document: JsonObject, ...definitions: readonly JsonObject[]): void => {
  contextsOf(document).push(...definitions);
};

interface Meaning {
  readonly iri: string;
  readonly definition: JsonObject;
}
/** What the published contexts make of a word: their definitions, with the IRI in full. */
const MEANINGS = new Map<string, Meaning[]>();
function harvest(context: Json, outer: JsonObject): void {
  if (Array.isArray(context)) for (const one of context) harvest(one, outer);
  if (!isObject(context)) return;
  const scope = { ...outer, ...context };
  for (const [term, given] of Object.entries(context)) {
    if (term.startsWith('@')) continue;
    const definition = isObject(given) ? given : { '@id': given };
    const iri = fullOf(String(definition['@id'] ?? term), scope);
    if (iri.includes(':') && !iri.startsWith('@'))
      MEANINGS.set(term, [...(MEANINGS.get(term) ?? []), { iri, definition }]);
    if (definition['@context'] !== undefined) harvest(definition['@context'], scope);
  }
}
function fullOf(id: string, scope: JsonObject): string {
  const [prefix = '', ...rest] = id.split(':');
  const given = scope[prefix];
  const base = isObject(given) ? given['@id'] : given;
  if (id.startsWith('@') || rest.join(':').startsWith('//') || typeof base !== 'string' || base === id)
    return id;
  return fullOf(base, scope) + rest.join(':');
}
for (const [, contents] of BUNDLED)
  for (const { document } of contents) harvest((document as JsonObject)['@context'] ?? {}, {});

const split = (iri: string, chance: Chance): readonly [string, string] => {
  const at = 1 + chance.below(Math.max(1, iri.length - 1));
  return [iri.slice(0, at), iri.slice(at)];
};

const rename = (object: JsonObject, from: string, to: string): void => {
  const entries = Object.entries(object).map(([name, one]) => [name === from ? to : name, one] as const);
  for (const name of Object.keys(object)) delete object[name];
  Object.assign(object, Object.fromEntries(entries));
};

const KEYWORDS = new Set(['id', 'type', '@id', '@type', '@context', 'proof']);
const words = (document: JsonObject): readonly Place[] =>
  places(document).filter(({ name }) => !KEYWORDS.has(name) && MEANINGS.has(name));
const addresses = (document: JsonObject): readonly Place[] =>
  places(document).filter(({ object, name }) => {
    const value = object[name];
    return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(value);
  });
const texts = (document: JsonObject): readonly Place[] =>
  places(document).filter(({ object, name }) => typeof object[name] === 'string' && !KEYWORDS.has(name));
const nodes = (document: JsonObject): readonly Place[] =>
  places(document).filter(({ object, name }) => isObject(object[name]) && name !== 'proof');

type Write = Spelling['write'];
const at =
  (
    find: (document: JsonObject) => readonly Place[],
    change: (place: Place, document: JsonObject, chance: Chance) => void,
  ): Write =>
  (document, chance) => {
    const place = oneOf(find(document), chance);
    if (place) change(place, document, chance);
    return place !== null;
  };
/** Another name for a member, by a definition of its own. */
const renamed = (
  definitions: (term: string, meaning: Meaning, chance: Chance) => readonly JsonObject[],
): Write =>
  at(words, ({ object, name }, document, chance) => {
    const meaning = chance.pick(MEANINGS.get(name) ?? []);
    const term = `x${chance.below(9)}${name}`;
    define(document, ...definitions(term, meaning, chance));
    rename(object, name, term);
  });
const withId = (definition: JsonObject, id: string): JsonObject => ({ ...definition, '@id': id });

const WRITES: Readonly<Record<string, Write>> = {
  'a prefix over an address': at(addresses, ({ object, name }, document, chance) => {
    const [base, rest] = split(String(object[name]), chance);
    define(document, { pf: { '@id': base, '@prefix': true } });
    object[name] = `pf:${rest}`;
  }),
  'a scheme as a prefix': at(addresses, ({ object, name }, document, chance) => {
    const value = String(object[name]);
    const scheme = value.slice(0, value.indexOf(':'));
    const [base, rest] = split(value, chance);
    define(document, { [scheme]: { '@id': base, '@prefix': true } });
    object[name] = `${scheme}:${rest}`;
  }),
  'another name': renamed((term, { iri, definition }) => [{ [term]: withId(definition, iri) }]),
  'another name by chained terms': renamed((term, { iri, definition }, chance): readonly JsonObject[] => {
    const [base, rest] = split(iri, chance);
    return [
      { y: base },
      { xx: { '@id': 'y', '@prefix': true } },
      { [term]: withId(definition, `xx:${rest}`) },
    ];
  }),
  'another name by a vocabulary': renamed((term, { iri, definition }, chance): readonly JsonObject[] => {
    const [base, rest] = split(iri, chance);
    return [{ '@vocab': base }, { [term]: withId(definition, rest) }];
  }),
  'the name in full': at(words, ({ object, name }, _document, chance) => {
    const { iri, definition } = chance.pick(MEANINGS.get(name) ?? []);
    const value = object[name] ?? null;
    const type = definition['@type'];
    const typed: JsonObject = typeof type === 'string' && !type.startsWith('@') ? { '@type': type } : {};
    const written: JsonObject = type === '@id' ? { '@id': value } : { '@value': value, ...typed };
    rename(object, name, iri);
    object[iri] = typeof value === 'string' ? written : value;
  }),
  'a second published name': at(words, ({ object, name }, document, chance) => {
    const { iri } = chance.pick(MEANINGS.get(name) ?? []);
    const others = [...MEANINGS].filter(([term, all]) => term !== name && all.some((one) => one.iri === iri));
    if (others.length > 0) rename(object, name, chance.pick(others)[0]);
    else define(document, { [name]: iri });
  }),
  'keywords as keywords': (document, chance) => {
    const object = oneOf(objects(document), chance);
    if (object?.id !== undefined) rename(object, 'id', '@id');
    if (object?.type !== undefined && chance.below(2) === 0) rename(object, 'type', '@type');
    return object !== null;
  },
  'aliases of keywords': (document, chance) => {
    define(document, { kind: '@type', ref: '@id' });
    const object = oneOf(objects(document), chance);
    if (object?.type !== undefined) rename(object, 'type', 'kind');
    if (object?.id !== undefined && chance.below(2) === 0) rename(object, 'id', 'ref');
    return object !== null;
  },
  'the id under a name of ODRL': (document, chance) => {
    define(document);
    contextsOf(document).push('https://www.w3.org/ns/odrl.jsonld');
    const object = oneOf(
      objects(document).filter(({ id }) => id !== undefined),
      chance,
    );
    if (object) rename(object, 'id', 'uid');
    return object !== null;
  },
  'a type in full': at(
    (document) => places(document).filter(({ name }) => name === 'type'),
    ({ object, name }, document, chance) => {
      const types = [object[name] ?? []].flat();
      const index = chance.below(Math.max(types.length, 1));
      const meanings = MEANINGS.get(String(types[index]));
      if (!meanings) return;
      const { iri } = chance.pick(meanings);
      const way = chance.below(3);
      if (way === 1) define(document, { Kind: iri });
      if (way === 2) define(document, { kp: { '@id': iri.slice(0, -3), '@prefix': true } });
      types[index] = [iri, 'Kind', `kp:${iri.slice(-3)}`][way] ?? iri;
      object[name] = types;
    },
  ),
  'a node in two parts': at(nodes, ({ object, name }, _document, chance) => {
    const node = object[name] as JsonObject;
    const { id = '_:part', type, ...rest } = node;
    const both = { id, ...(type !== undefined && { type }) };
    const halves: [JsonObject, JsonObject] = [{ ...both }, { ...both }];
    for (const [member, value] of Object.entries(rest))
      (halves[chance.below(2)] ?? halves[0])[member] = value;
    object[name] = halves;
  }),
  'a node told where it is only named': (document, chance) => {
    const named = addresses(document).filter(({ name }) => !KEYWORDS.has(name));
    const known = new Map(objects(document).map((object) => [object.id, object]));
    const place = oneOf(
      named.filter(({ object, name }) => known.has(object[name] as string)),
      chance,
    );
    if (!place) return false;
    const node = known.get(place.object[place.name] as string) ?? {};
    const { id = null, ...rest } = node;
    if (node === document) return false;
    place.object[place.name] = structuredClone({ id, ...rest });
    return true;
  },
  'an id relative to a base': at(addresses, ({ object, name }, document) => {
    const value = String(object[name]);
    const slash = value.lastIndexOf('/');
    if (!/^https?:/.test(value) || slash < 9) return;
    define(document, { '@base': value.slice(0, slash + 1) });
    object[name] = value.slice(slash + 1);
  }),
  'an id in other letters': at(addresses, ({ object, name }, _document, chance) => {
    const value = String(object[name]);
    object[name] =
      chance.below(2) === 0 ? value.toUpperCase() : value.replace(/^[^:]+/, (scheme) => scheme.toUpperCase());
  }),
  'one more context': (document, chance) => {
    contextsOf(document).push(chance.pick([...BUNDLED.keys()]));
    return true;
  },
  'contexts in another order': (document, chance) => {
    document['@context'] = chance.shuffled(contextsOf(document));
    return true;
  },
  'a context twice': (document, chance) => {
    const list = contextsOf(document);
    list.push(chance.pick(list));
    return true;
  },
  'contexts anew in a node': at(nodes, ({ object, name }, document, chance) => {
    const list = contextsOf(document);
    const node = object[name] as JsonObject;
    node['@context'] = structuredClone(chance.below(2) === 0 ? list : [chance.pick(list)]);
  }),
  'a context moved into the nodes': (document, chance) => {
    const list = contextsOf(document);
    const moved = list.splice(1 + chance.below(Math.max(1, list.length - 1)), 1)[0];
    if (moved === undefined) return false;
    for (const value of Object.values(document))
      for (const node of [value].flat().filter(isObject)) node['@context'] = structuredClone(moved);
    return true;
  },
  'a value as an object': at(texts, ({ object, name }, _document, chance) => {
    const type = MEANINGS.get(name)
      ?.map(({ definition }) => definition['@type'])
      .filter((one) => typeof one === 'string');
    const coerced = type && type.length > 0 ? chance.pick(type) : undefined;
    object[name] =
      coerced === '@id'
        ? { '@id': object[name] ?? '' }
        : {
            '@value': object[name] ?? '',
            ...(coerced !== undefined && coerced !== '@vocab' && { '@type': coerced }),
          };
  }),
  'a list of one': at(places, ({ object, name }) => {
    object[name] = [object[name] ?? ''];
  }),
  'a list in a list': at(places, ({ object, name }) => {
    object[name] = [[object[name] ?? '']] as never;
  }),
  'a set': at(places, ({ object, name }) => {
    object[name] = { '@set': [object[name] ?? ''].flat() };
  }),
  'an ordered list': at(places, ({ object, name }) => {
    object[name] = { '@list': [object[name] ?? ''].flat() };
  }),
  'said twice': at(places, ({ object, name }) => {
    object[name] = [object[name] ?? '', structuredClone(object[name] ?? '')].flat() as Json[];
  }),
  'a statement turned round': at(
    (document) =>
      nodes(document).filter(({ object, name }) => typeof object.id === 'string' && MEANINGS.has(name)),
    ({ object, name }, document, chance) => {
      const { iri } = chance.pick(MEANINGS.get(name) ?? []);
      const node = object[name] as JsonObject;
      delete object[name];
      const turned = { ...node, '@reverse': { [iri]: { '@id': object.id ?? '' } } };
      document['@included'] = [...[document['@included'] ?? []].flat(), turned];
    },
  ),
  'a node set aside': at(
    (document) =>
      nodes(document).filter(({ object, name }) => typeof (object[name] as JsonObject).id === 'string'),
    ({ object, name }, document) => {
      const node = object[name] as JsonObject;
      object[name] = { id: node.id ?? '' };
      document['@included'] = [...[document['@included'] ?? []].flat(), node];
    },
  ),
  'all in a graph': (document) => {
    const { '@context': context = [], proof = null, ...rest } = document;
    for (const name of Object.keys(document)) delete document[name];
    Object.assign(document, { '@context': context, '@graph': [rest], proof });
    return true;
  },
  'members in a nest': (document, chance) => {
    const object = oneOf(objects(document), chance);
    if (!object) return false;
    define(document, { more: '@nest' });
    const inner: JsonObject = {};
    for (const [name, value] of Object.entries(object))
      if (!KEYWORDS.has(name) && chance.below(2) === 0) {
        inner[name] = value;
        delete object[name];
      }
    object[chance.below(2) === 0 ? 'more' : '@nest'] = inner;
    return true;
  },
  'a map by language': at(texts, ({ object, name }, document, chance) => {
    const { iri } = chance.pick(MEANINGS.get(name) ?? [{ iri: 'https://schema.org/name', definition: {} }]);
    define(document, { byLanguage: { '@id': iri, '@container': '@language' } });
    const value = object[name] ?? '';
    delete object[name];
    object.byLanguage = { '@none': value };
  }),
  'a map by index': at(nodes, ({ object, name }, document, chance) => {
    const meanings = MEANINGS.get(name);
    if (!meanings) return;
    const { iri, definition } = chance.pick(meanings);
    define(document, { byIndex: { ...withId(definition, iri), '@container': '@index' } });
    const value = object[name] ?? '';
    delete object[name];
    object.byIndex = { a: value };
  }),
  'a language by default': (document) => {
    define(document, { '@language': 'en' });
    return true;
  },
  'a name for a nameless node': (document, chance) => {
    const object = oneOf(
      objects(document).filter(({ id }) => id === undefined),
      chance,
    );
    if (object) object.id = '_:b0';
    return object !== null;
  },
  'nothing said': (document, chance) => {
    const object = oneOf(objects(document), chance);
    if (object) object[chance.pick(['nothing', 'validUntil', 'credentialStatus', 'tag'])] ??= null;
    return object !== null;
  },
  'other orders': (document, chance) => {
    const shuffle = (value: Json): Json => {
      if (Array.isArray(value)) return chance.shuffled(value.map(shuffle));
      if (!isObject(value)) return value;
      const entries = Object.entries(value).map(([name, one]) => [
        name,
        name === '@context' ? one : shuffle(one),
      ]);
      return Object.fromEntries(chance.shuffled(entries)) as JsonObject;
    };
    const other = shuffle(document) as JsonObject;
    for (const name of Object.keys(document)) delete document[name];
    Object.assign(document, other);
    return true;
  },
};

export const SPELLINGS: readonly Spelling[] = Object.entries(WRITES).map(([name, write]) => ({
  name,
  write,
}));
