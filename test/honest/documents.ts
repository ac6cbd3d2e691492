/** Makes documents in all forms that 1EdTech's schemas and JSON-LD allow, each by its seed. */
import type { Json } from '../build/badge.ts';
import { OB_3_0_3, VC_1, VC_2 } from '../build/contexts.ts';
import { type Chance, seeded } from '../tamper/seeded.ts';
import { DATES, IRIS, inLanguage, NUMBERS, OWN_WORDS, TEXTS } from './values.ts';

const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}
export type Schemas = Readonly<Record<string, Schema>>;

/** Members that need more than their schema says: they are checked by themselves, or written by the caller. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  '@context',
  'proof',
  'validFrom',
  'validUntil',
  'credentialSchema',
  'credentialStatus',
  'refreshService',
  'endorsement',
  'endorsementJwt',
]);
/** What the specifications demand beyond the schemas. */
const DEMANDED: ReadonlySet<string> = new Set(['id', 'verifiableCredential']);
const ADDRESSES: ReadonlySet<string> = new Set([
  'id',
  'url',
  'official',
  'targetUrl',
  'resultDescription',
  'achievedLevel',
  'requiredLevel',
]);
const WORDS: Readonly<Record<string, readonly string[]>> = {
  achievementType: ['Course', 'ext:own'],
  associationType: ['isChildOf', 'precedes'],
  dateOfBirth: ['1999-12-31'],
  identifierType: ['sourcedId', 'ext:own'],
  identityType: ['emailAddress', 'name'],
  inLanguage: ['en', 'zh-Hant-TW'],
  resultType: ['LetterGrade', 'ext:own'],
  targetType: ['CFItem', 'ext:own'],
};
/** Texts for programs, of which there is one. */
const CODES: ReadonlySet<string> = new Set([
  'identifier',
  'identityHash',
  'sourceId',
  'targetId',
  'targetName',
]);

const TEXT = '#/$defs/Text';

class Maker {
  readonly #schemas: Schemas;
  readonly #chance: Chance;
  readonly #isGraph: boolean;

  constructor(schemas: Schemas, chance: Chance, isGraph: boolean) {
    this.#schemas = schemas;
    this.#chance = chance;
    this.#isGraph = isGraph;
  }

  object(name: string, depth = 0): Json {
    const { properties = {}, required = [] } = this.#schemas[name] ?? {};
    const made: Json = {};
    for (const [member, schema] of Object.entries(properties)) {
      if (LEFT_OUT.has(member)) continue;
      const isDemanded = required.includes(member) || DEMANDED.has(member);
      if (isDemanded || (depth < 5 && this.#oneIn(depth + 2)))
        made[member] = this.#member(name, member, { schema, depth });
    }
    return Object.fromEntries(this.#chance.shuffled(Object.entries(made)));
  }

  #oneIn = (many: number): boolean => this.#chance.below(many) === 0;

  #member(owner: string, member: string, { schema, depth }: { schema: Schema; depth: number }): unknown {
    const own = WORDS[member];
    if (own) return this.#chance.pick(own);
    if (ADDRESSES.has(member)) return this.#chance.pick(IRIS);
    if (member === 'type') return this.#typeOf(owner);
    if (CODES.has(member) && schema.$ref === TEXT) return this.#asWritten(this.#chance.pick(TEXTS));
    return this.#value(schema, depth);
  }

  #typeOf(owner: string): unknown {
    if (owner === 'TermsOfUse') return 'https://a.example/t#Terms';
    return this.#chance.pick([owner, [owner], [owner, owner], [owner, 'https://a.example/t#Own']]);
  }

  /** A graph cannot tell a list of one from its value. */
  #asWritten = (value: unknown): unknown => (this.#isGraph && this.#oneIn(4) ? [value] : value);

  #value(schema: Schema, depth: number): unknown {
    const { $ref, oneOf, type, format } = schema;
    const several = oneOf?.find((form) => form.type === 'array');
    if (several && this.#oneIn(2)) return this.#list(several, depth);
    if (oneOf) return this.#value(this.#chance.pick(oneOf.filter((form) => form !== several)), depth);
    if ($ref === TEXT) return this.#text();
    if ($ref) return this.#named($ref.slice('#/$defs/'.length), depth);
    if (schema.enum) return this.#chance.pick(schema.enum);
    if (type === 'array') return this.#list(schema, depth);
    if (type === 'number' || type === 'integer') return this.#chance.pick(NUMBERS);
    if (type === 'boolean') return this.#oneIn(2);
    return this.#chance.pick(format === 'date-time' ? DATES : TEXTS);
  }

  #named(name: string, depth: number): unknown {
    if (name === 'VerifiableCredential') return this.#inner(depth);
    return this.object(name, depth + 1);
  }

  #text(): unknown {
    const text = this.#chance.pick(TEXTS);
    return this.#oneIn(4) ? inLanguage(text, this.#chance.below(24)) : this.#asWritten(text);
  }

  /** None, one or several, and the first of them once more. */
  #list({ items = {}, minItems = 0 }: Schema, depth: number): unknown[] {
    const length = minItems + this.#chance.below(3);
    const made = Array.from({ length }, () => this.#value(items, depth));
    return this.#oneIn(3) && made.length > 0 ? [...made, structuredClone(made[0])] : made;
  }

  #inner(depth: number): Json {
    return {
      '@context': [VC_2, OB_3_0_3],
      id: `urn:inner:${this.#chance.below(9)}`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: this.#chance.pick(IRIS),
      validFrom: this.#chance.pick(DATES),
      credentialSubject: this.object('AchievementSubject', depth + 3),
    };
  }
}

const KINDS = [
  { root: 'AchievementCredential', contexts: [VC_2, OB_3_0_3] },
  { root: 'AchievementCredential', contexts: [VC_1, OB_3_0_3] },
  { root: 'EndorsementCredential', contexts: [VC_2, OB_3_0_3] },
  { root: 'ClrCredential', contexts: [VC_2, CLR, OB_3_0_3] },
] as const;

export interface Asked {
  readonly issuer: string;
  /** Whether its graph will be signed, and not its text. */
  readonly isGraph: boolean;
  readonly schemas: Schemas;
}

/** A document that nobody has signed yet. */
export function honestDocument(seed: number, { issuer, isGraph, schemas }: Asked): Json {
  const chance = seeded(seed);
  const make = new Maker(schemas, chance, isGraph);
  const { root, contexts } = chance.pick(KINDS);
  const words = chance.shuffled(OWN_WORDS).slice(0, chance.below(3));
  const [from, until] =
    contexts[0] === VC_1 ? ['issuanceDate', 'expirationDate'] : ['validFrom', 'validUntil'];
  const both = root === 'AchievementCredential' ? ['AchievementCredential', 'OpenBadgeCredential'] : [root];
  return {
    ...make.object(root),
    '@context': [...contexts, ...words.map(({ context }) => context)],
    id: `https://root.example/${seed}`,
    type: chance.shuffled(['VerifiableCredential', chance.pick(both), chance.pick(both)]),
    issuer: chance.pick<unknown>([issuer, { ...make.object('Profile', 1), id: issuer }]),
    [from as string]: chance.pick(DATES),
    ...(chance.below(2) > 0 && { [until as string]: '2030-01-15T00:00:00.5+02:00' }),
    ...Object.assign({}, ...words.map(({ members }) => members)),
  };
}
