/** Ways to change a compact token: its header, its payload, its signature, its disclosures. */
import { createHmac } from 'node:crypto';
import { JSON_MUTATIONS } from './json-mutations.ts';
import { type Json, type JsonObject, placesOf, pointer, spotAt } from './place.ts';
import type { Chance } from './seeded.ts';
import { BASE64URL_MUTATIONS } from './signature-mutations.ts';

export interface Token {
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
  /** Everything behind the first `~`, or null for a token that is no SD-JWT. */
  readonly rest: readonly string[] | null;
}

export interface TokenMutant {
  readonly label: string;
  readonly text: string;
}

export const splitToken = (text: string): Token => {
  const [jws = '', ...rest] = text.split('~');
  const [header = '', payload = '', signature = ''] = jws.split('.');
  return { header, payload, signature, rest: text.includes('~') ? rest : null };
};
const join = ({ header, payload, signature, rest }: Token): string =>
  [`${header}.${payload}.${signature}`, ...(rest ?? [])].join('~');

const textOf = (part: string): string => Buffer.from(part, 'base64url').toString('utf8');
const partOf = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');
const parsed = (part: string): JsonObject => JSON.parse(textOf(part)) as JsonObject;

type TokenMutation = (token: Token, chance: Chance, others: readonly Token[]) => TokenMutant | null;

/** One JSON mutation at one place of the header or of the payload, encoded anew. */
const inside =
  (part: 'header' | 'payload'): TokenMutation =>
  (token, chance) => {
    const root = parsed(token[part]);
    const path = chance.pick(placesOf(root));
    const kind = chance.pick(Object.keys(JSON_MUTATIONS));
    const text = JSON_MUTATIONS[kind]?.(spotAt(root, path), chance) ?? null;
    return text === null
      ? null
      : { label: `${part}${pointer(path)} ${kind}`, text: join({ ...token, [part]: partOf(text) }) };
  };

const withHeader = (change: (header: JsonObject, chance: Chance) => Json | null): TokenMutation => {
  return (token, chance) => {
    const header = change(parsed(token.header), chance);
    if (header === null) return null;
    const label = `header ${JSON.stringify(header).slice(0, 80)}`;
    return { label, text: join({ ...token, header: partOf(JSON.stringify(header)) }) };
  };
};

/** A MAC made with what everybody knows: the public key, the issuer's id, nothing. */
const hmac: TokenMutation = (token, chance) => {
  const { alg: _, ...rest } = parsed(token.header);
  const bits = chance.pick([256, 384, 512]);
  const header = partOf(JSON.stringify({ ...rest, alg: `HS${bits}` }));
  const secrets = ['', textOf(token.header), JSON.stringify(rest.jwk ?? rest.kid ?? '')];
  const signature = createHmac(`sha${bits}`, chance.pick(secrets))
    .update(`${header}.${token.payload}`)
    .digest('base64url');
  return { label: `HS${bits} with a public secret`, text: join({ ...token, header, signature }) };
};

const onSignature: TokenMutation = (token, chance) => {
  const kind = chance.pick(Object.keys(BASE64URL_MUTATIONS));
  const signature = BASE64URL_MUTATIONS[kind]?.(token.signature, chance) ?? null;
  return signature === null ? null : { label: `signature ${kind}`, text: join({ ...token, signature }) };
};

/** The same JSON, written otherwise: other bytes than were signed. */
const rewritten = (
  part: 'header' | 'payload',
  spell: (text: string, chance: Chance) => string,
): TokenMutation => {
  return (token, chance) => {
    const text = spell(textOf(token[part]), chance);
    return text === textOf(token[part])
      ? null
      : { label: `${part} rewritten ${spell.name}`, text: join({ ...token, [part]: partOf(text) }) };
  };
};
const spaced = (text: string): string => JSON.stringify(JSON.parse(text), null, 1);
const behind = (text: string): string => `${text} `;
const marked = (text: string): string => `\ufeff${text}`;
const turned = (text: string): string =>
  JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse()));
const doubled = (text: string, chance: Chance): string => {
  const name = chance.pick(Object.keys(JSON.parse(text) as object));
  const entry = `${JSON.stringify(name)}:"another"`;
  return chance.below(2) === 0
    ? `{${entry},${text.trim().slice(1)}`
    : `${text.trim().slice(0, -1)},${entry}}`;
};

const partsOfAnother: TokenMutation = (token, chance, others) => {
  if (others.length === 0) return null;
  const other = chance.pick(others);
  const part = chance.pick(['header', 'payload', 'signature'] as const);
  return { label: `${part} of another token`, text: join({ ...token, [part]: other[part] }) };
};

const CRITICAL: Json[] = [['exp'], ['b64'], [], 'b64', ['alg']];
const ALGORITHMS = [
  'none',
  'None',
  'RS256',
  'PS256',
  'ES256',
  'ES384',
  'ES512',
  'ES256K',
  'EdDSA',
  'Ed25519',
  'RS1',
  'HS256',
  '',
];

const inJson = (
  { header, payload, signature }: Token,
  place: (signature: JsonObject) => JsonObject,
): string => JSON.stringify({ payload, ...place({ protected: header, signature }) });

/** What a holder may write beside a signature in JSON. */
const unsignedHeaders = (token: Token): readonly JsonObject[] => [
  { kid: 'https://mallory.example/jwks.json#1' },
  { alg: 'none' },
  { crit: ['exp'] },
  { disclosures: [partOf('["salt","name","forged"]')] },
  { disclosures: [...(token.rest?.slice(0, -1) ?? [])] },
  { disclosures: [...(token.rest?.slice(0, 1) ?? [])], kb_jwt: join(token) },
];

const shape: TokenMutation = (token, chance) => {
  const whole = join(token);
  const [label, text] = chance.pick([
    ['a fourth part', `${whole}.x`],
    ['a part before', `x.${whole}`],
    ['an empty part before', `.${whole}`],
    ['without a signature', `${token.header}.${token.payload}.`],
    ['without a signature part', `${token.header}.${token.payload}`],
    ['quoted', JSON.stringify(whole)],
    ['with a scheme', `Bearer ${whole}`],
    ['as a data address', `data:application/vc+jwt,${whole}`],
    ['line broken', `${whole.slice(0, 76)}\n${whole.slice(76)}`],
    ['parts exchanged', `${token.payload}.${token.header}.${token.signature}`],
    ['as an SD-JWT', `${whole}~`],
    ['as an SD-JWT with a claim', `${whole}~${partOf('["salt","name","forged"]')}~`],
    ['in JSON', inJson(token, (signature) => ({ signatures: [signature] }))],
    ['in JSON, flattened', inJson(token, (signature) => signature)],
    [
      'in JSON, with another signature',
      inJson(token, (one) => ({ signatures: [one, { ...one, header: {} }] })),
    ],
    [
      'in JSON, with a header',
      inJson(token, (signature) => ({ ...signature, header: chance.pick(unsignedHeaders(token)) })),
    ],
  ] as const);
  return { label, text };
};

const onDisclosures: TokenMutation = (token, chance) => {
  const { rest } = token;
  if (rest === null) return null;
  const shown = rest.slice(0, -1);
  const tail = rest.slice(-1);
  const made = (label: string, list: readonly string[], end = tail): TokenMutant => ({
    label: `disclosures ${label}`,
    text: join({ ...token, rest: [...list, ...end] }),
  });
  const forged = partOf(
    JSON.stringify(['c2FsdA', chance.pick(['name', 'sub', 'given_name', 'exp', 'iss']), 'forged']),
  );
  const ways: (() => TokenMutant | null)[] = [
    () => made('with a forged one', [...shown, forged]),
    () => made('with a forged one before', [forged, ...shown]),
    () => made('without the last separator', shown, []),
    () => made('with a key-binding token that is none', shown, ['x.y.z']),
    () => made('empty one', [...shown, '']),
  ];
  if (shown.length > 0) {
    const at = chance.below(shown.length);
    const parts = JSON.parse(textOf(shown[at] ?? '')) as Json[];
    const replaced = (list: Json[]): string[] =>
      shown.map((one, index) => (index === at ? partOf(JSON.stringify(list)) : one));
    ways.push(
      () =>
        made(
          'one dropped',
          shown.filter((_, index) => index !== at),
        ),
      () => made('none', []),
      () => made('one twice', [...shown, shown[at] ?? '']),
      () => made('reordered', chance.shuffled(shown)),
      () => made('value changed', replaced([...parts.slice(0, -1), 'forged'])),
      () =>
        made(
          'name changed',
          parts.length === 3 ? replaced([parts[0] ?? '', 'forged', parts[2] ?? '']) : replaced([...parts, 1]),
        ),
      () => made('salt changed', replaced(['forged', ...parts.slice(1)])),
      () =>
        made(
          'spaced',
          shown.map((one, index) => (index === at ? partOf(textOf(one).replace(',', ', ')) : one)),
        ),
      () => {
        const kind = chance.pick(Object.keys(BASE64URL_MUTATIONS));
        const changed = BASE64URL_MUTATIONS[kind]?.(shown[at] ?? '', chance);
        return changed == null
          ? null
          : made(
              kind,
              shown.map((one, index) => (index === at ? changed : one)),
            );
      },
    );
  }
  return chance.pick(ways)();
};

const MUTATIONS: readonly (readonly [number, TokenMutation])[] = [
  [6, inside('payload')],
  [3, inside('header')],
  [3, onSignature],
  [1, rewritten('payload', spaced)],
  [1, rewritten('payload', behind)],
  [1, rewritten('payload', marked)],
  [1, rewritten('payload', turned)],
  [1, rewritten('payload', doubled)],
  [1, rewritten('header', spaced)],
  [1, rewritten('header', doubled)],
  [1, rewritten('header', turned)],
  [1, withHeader((header, chance) => ({ ...header, alg: chance.pick(ALGORITHMS) }))],
  [1, withHeader((header, chance) => ({ ...header, crit: chance.pick(CRITICAL), b64: false }))],
  [1, withHeader((header) => ({ ...header, kid: 'https://mallory.example/jwks.json#1' }))],
  [1, withHeader((header) => ({ ...header, jku: 'https://mallory.example/jwks.json' }))],
  [1, withHeader(({ kid: _, ...header }) => header)],
  [1, withHeader((header) => ({ ...header, typ: 'vc+jwt' }))],
  [1, withHeader((header) => [header])],
  [1, hmac],
  [1, partsOfAnother],
  [1, shape],
  [4, onDisclosures],
];
const WEIGHTED = MUTATIONS.flatMap(([weight, mutation]) => Array.from({ length: weight }, () => mutation));

/** One mutant of a token; null where the chosen mutation does not apply. */
export function mutateToken(text: string, chance: Chance, others: readonly string[]): TokenMutant | null {
  const mutant = chance.pick(WEIGHTED)(splitToken(text), chance, others.map(splitToken));
  return mutant === null || mutant.text === text ? null : mutant;
}
